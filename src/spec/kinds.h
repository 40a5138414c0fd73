// What a thing is, as a flag: the steps of reading ask "is it one of these?" at every turn.
//
// Names: those of the field `kind`, which the tables of words state (data/lexicon.csv, sense kind).
#pragma once

#include <cstdint>
#include <string_view>

namespace ferrule::spec {

enum Kind : std::uint16_t {
  kNoKind = 0,
  kTrunk = 1,
  kPatchCord = 2,
  kBreakout = 4,
  kConversion = 8,
  kCassette = 16,
  kPanel = 32,
  kAdapter = 64,
  kPigtail = 128,
  kLoopback = 256,
  kTransceiver = 512,
  kAocDac = 1024,
  kTool = 2048,
  kNotFibre = 4096,
  kOtherKind = 8192,
};

constexpr Kind operator|(Kind a, Kind b) { return static_cast<Kind>(std::uint16_t{a} | std::uint16_t{b}); }

constexpr Kind kCords = kTrunk | kPatchCord | kBreakout | kConversion | kPigtail;  // cable with a plug at one end at least

Kind kind_named(std::string_view name);  // kNoKind for a name that is none
std::string_view name_of(Kind kind);     // empty for none

}  // namespace ferrule::spec
