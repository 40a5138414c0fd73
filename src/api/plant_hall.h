// The hall that a design works in, of the racks, trays and devices that a project describes.
//
// Errors: F805 when there are more trays than are held against each other.
#pragma once

#include "diag/finding.h"
#include "plant/plant.h"
#include "synth/fabric.h"
#include "synth/hall.h"

namespace ferrule::api {

synth::HallRack hall_rack(const plant::Rack& rack);  // without its phase, which is of the plant's own list

synth::TrayRun tray_run(const plant::Tray& tray);  // that is drawn

// Racks that only files of links name are added where the project has none.
synth::Hall hall_of(const plant::Plant& plant, const synth::Fabric& fabric, diag::Findings& findings);

// What a node of a plant takes of its rack.
void take_units(const plant::Plant& plant, const plant::Node& node, synth::Hall& hall);

}  // namespace ferrule::api
