// Which plug meets a face, and of which types a cord to it is sold.
#pragma once

#include <string>
#include <vector>

#include "facts/facts.h"
#include "plant/part_type.h"

namespace ferrule::check {

bool is_array(const spec::Face& face);  // more than two fibres
bool same_shape(const spec::Face& a, const spec::Face& b);
std::string family_of(const facts::Facts& facts, const std::string& connector);

spec::Face plug_for_receptacle(const spec::Face& receptacle);
// A plug for what waits behind an adapter: an array plug has the opposite pins.
spec::Face plug_against(const spec::Face& face);
// "A", "B" of array cords, "A-to-B", "A-to-A" of duplex ones.
std::vector<std::string> polarities_for(const facts::Facts& facts, const spec::Face& face);

constexpr plant::Joint joint_of_adapter(char adapter) { return adapter == 'A' ? plant::Joint::kOpposed : plant::Joint::kAligned; }

}  // namespace ferrule::check
