// What the light of one way passes on its way to one end: the parts with fibre in them, and the transceivers at both ends.
//
// Shape:  one channel per leaf of the way (a breakout has several); parts in light order, each type once.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

struct Channel {
  std::vector<std::uint32_t> parts;   // part types
  std::uint32_t near = plant::kNone;  // the transceiver's type where the light starts
  std::uint32_t far = plant::kNone;   // and where it arrives; kNone when it ends elsewhere
};

std::vector<Channel> channels_of(const View& view, const Way& way);

// Two part types that may not lie in one channel, with the ways that they share; joints apart from any such way are in `kinds`.
struct Mix {
  std::uint32_t a = 0, b = 0;  // part types
  std::vector<std::uint32_t> ways, kinds;
};
// What must be alike in all parts of a channel, as a number; 0: not known, goes with everything.
using Trait = std::function<int(const plant::PartType&)>;
std::vector<Mix> mixes(const View& view, const Trait& trait);

// Says of a mix which two parts meet in which links or joints.
Report::Builder report_mix(const View& view, const Mix& mix, std::string message, Report& report);

// The row that states how far an optic reaches over a fibre class: its own, or that of a class which this one may replace
// (OM5 where OM4 is asked for). Null when no row covers it.
const facts::Reach* reach_over(const facts::Facts& facts, const facts::Optic& optic, std::string_view fibre_class);

// An optic over a fibre class that no row covers, with the ways where it happens.
struct Uncovered {
  const facts::Optic* optic = nullptr;
  std::string fibre_class;
  bool wavelength = false;  // the wavelengths themselves are outside what the fibre is specified for
  std::vector<std::uint32_t> ways;
};
std::vector<Uncovered> uncovered(const View& view);

}  // namespace ferrule::check
