#include "spec/kinds.h"

namespace ferrule::spec {

namespace {

struct Named {
  std::string_view name;
  Kind kind;
};
constexpr Named kAll[] = {{"trunk", kTrunk},        {"patch_cord", kPatchCord},
                          {"breakout", kBreakout},  {"conversion", kConversion},
                          {"cassette", kCassette},  {"panel", kPanel},
                          {"adapter", kAdapter},    {"pigtail", kPigtail},
                          {"loopback", kLoopback},  {"transceiver", kTransceiver},
                          {"aoc_dac", kAocDac},     {"tool", kTool},
                          {"not_fibre", kNotFibre}, {"other", kOtherKind}};

}  // namespace

Kind kind_named(std::string_view name) {
  for (const Named& one : kAll)
    if (one.name == name) return one.kind;
  return kNoKind;
}

std::string_view name_of(Kind kind) {
  for (const Named& one : kAll)
    if (one.kind == kind) return one.name;
  return {};
}

}  // namespace ferrule::spec
