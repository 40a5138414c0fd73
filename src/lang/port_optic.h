// What the ports of a fabric are by the transceiver in them: how many receptacles each has, what one of them speaks, how it breaks out.
//
// Shape:  a breakout of data/optics.csv is of a whole module; of a twin-port module each receptacle carries its share.
#pragma once

#include "facts/facts.h"
#include "plant/part_type.h"
#include "synth/fabric.h"

namespace ferrule::lang {

void set_optic(const facts::Facts& facts, const plant::PartType& transceiver, synth::PortRun& run);

}  // namespace ferrule::lang
