// One reader per kind of part. Each finds a type with name, kind, fibre and the other common fields set, and adds faces and map.
// False when the description is wrong; what is wrong has been said then.
#pragma once

#include "lang/part_map.h"

namespace ferrule::lang {

bool read_cord(const PartText& text, Part& part);  // cord, trunk, extension
bool read_breakout(const PartText& text, Part& part);
bool read_conversion(const PartText& text, Part& part);
bool read_cassette(const PartText& text, Part& part);
bool read_adapter_panel(const PartText& text, Part& part);
bool read_module(const PartText& text, Part& part);
bool read_tap(const PartText& text, Part& part);
bool read_loopback(const PartText& text, Part& part);
bool read_transceiver(const PartText& text, Part& part);

// Does `fibres:`, when stated, agree with what the connectors hold?
bool fibres_agree(const PartText& text, const Part& part, int count);

}  // namespace ferrule::lang
