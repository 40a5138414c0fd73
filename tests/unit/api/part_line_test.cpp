// The line of a bill is one that the product language reads, and means the part.
#include "api/part_line.h"

#include <gtest/gtest.h>

#include "api/language.h"
#include "api/load.h"
#include "lang/part_of_text.h"
#include "plants/projects.h"
#include "spec/canonical.h"
#include "spec/read_line.h"

namespace ferrule::api {
namespace {

const Language& the_language() {
  static const std::unique_ptr<Language> loaded = load_language("");
  return *loaded;
}

std::string read_again(const std::string& line) {
  spec::LineReader reader(*the_language().lexicon);
  spec::Specification out;
  reader.read(line, out);
  return spec::canonical(out);
}

plant::PartType part(const std::string& description) {
  return lang::part_of_text(the_language().facts, "part", description).value();
}

TEST(PartLine, SaysWhatThePartIs) {
  struct Row {
    const char *description, *line, *beyond;
  };
  for (const auto& [description, line, beyond] : std::initializer_list<Row>{
           {"{kind: cord, fibre: OM4, polarity: A-to-B, ends: LC-duplex}",
            "patch cord: LC-duplex to LC-duplex, 2 fibres, OM4, A to B, 2.5 m", ""},
           {"{kind: trunk, fibre: OS2, polarity: B, legs: 6, grade: low-loss, jacket: LSZH B2ca-s1a, ends: {connector: MPO-12, "
            "gender: unpinned, polish: APC}}",
            "trunk cable: 6x MPO-12 unpinned APC to 6x MPO-12 unpinned APC, 72 fibres, OS2, Type B, 2.5 m, LSZH, B2ca-s1a, low "
            "loss",
            ""},
           {"{kind: trunk, fibre: OM4, polarity: B, pinout: R, loss: 0.35 dB, ends: {connector: MPO-24, gender: pinned, polish: "
            "PC}}",
            "trunk cable: MPO-24 pinned PC to MPO-24 pinned PC, 24 fibres, OM4, Type B, B24-R, 2.5 m, IL 0.35 dB", ""},
           {"{kind: breakout, fibre: OM4, wiring: port, head: {connector: MPO-12, gender: unpinned}, leg: {connector: LC-duplex, "
            "count: 4}}",
            "breakout cable: MPO-12 unpinned to 4x LC-duplex, 12 fibres, OM4, wired by port, 2.5 m", "wiring port-4xLC"},
       }) {
    const PartLine out = part_line(part(description), {Length{2500}, 1});
    EXPECT_EQ(out.line, line);
    EXPECT_EQ(out.beyond, beyond);
  }
  const PartLine panel = part_line(part("{kind: adapter-panel, connector: MPO-12, adapter: A, count: 6}"), {std::nullopt, 6});
  EXPECT_EQ(panel.line, "adapter panel: 6x MPO-12, Type A");
  const PartLine cassette =
      part_line(part("{kind: cassette, fibre: OM4, adapter: B, transition: universal, rear: {connector: MPO-12, gender: "
                     "pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}"));
  EXPECT_EQ(cassette.line, "cassette: MPO-12 pinned PC to 6x LC-duplex, 12 fibres, OM4");
  EXPECT_EQ(cassette.beyond, "rear adapters of Type B, transition universal on MPO-12");
}

// Every part of every example, as the bill writes it: read and written again it is the same line.
TEST(PartLine, OfEveryExampleReadsBackAsItself) {
  std::size_t parts = 0;
  for (const std::string& folder : plants::projects()) {
    const auto loaded = load({.path = folder, .data = ""});
    for (const plant::PartType& type : loaded->plant.types) {
      if (type.kind == plant::Kind::kModule || type.kind == plant::Kind::kTap) continue;
      const bool cable = type.kind == plant::Kind::kCord || type.kind == plant::Kind::kTrunk;
      const PartLine line = part_line(type, {cable ? std::optional(Length{12'500}) : std::nullopt, 4});
      EXPECT_EQ(read_again(line.line), line.line) << folder << " " << type.name;
      ++parts;
    }
  }
  EXPECT_GT(parts, 60u);
}

}  // namespace
}  // namespace ferrule::api
