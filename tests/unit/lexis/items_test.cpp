#include "lexis/items.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "words/words.h"

namespace ferrule::lexis {
namespace {

// "12f:unit-fibre mpo:multi": each piece of the line with the first of its senses.
std::string taken_apart(std::string_view line) {
  ItemReader reader(tests::words().lexicon);
  std::string out;
  for (const Item& item : reader.read(line)) {
    if (item.is(Sense::kLast)) break;
    out += fmt::format("{}{}:{}", out.empty() ? "" : " ", reader.words(item), spell(item.sense));
  }
  return out;
}

struct Row {
  std::string_view line, pieces;
};

TEST(Items, AreWordsNumbersAndCodes) {
  const Row table[] = {
      {"12F MPO-LC OM4", "12f:unit-fibre mpo:multi lc:connector om4:fibre"},
      {"OM-4 OM 4", "om-4:fibre om 4:fibre"},
      {"Patchcord patch-cord PATCH CORD", "patchcord:kind patch-cord:kind patch cord:kind"},
      {"2,0mm 0.35dB .2 dB 3m", "2,0mm:unit-mm 0.35db:unit-loss .2 db:unit-loss 3m:unit-length"},
      {"6xLC 2x3 1:32", "6x:times lc:connector 2x3:ratio 1:32:ratio"},
      {"NKFPX1BN3NNM001 5LPSC-M03", "nkfpx1bn3nnm001:code 5lpsc-m03:code"},
      {"MPO预端接跳线12芯", "mpo:multi 预端接跳线:kind 12芯:unit-fibre"},
      {"шнурпатч", "шнурпатч:word"},
      {"Mul(cid:2)mode", "mul\x02mode:mode"},
      {"MTP\u00AE", "mtp:multi \x01:mark"},
      {"MTP(R)", "mtp:multi (r):mark"},
  };
  for (const Row& row : table) EXPECT_EQ(taken_apart(row.line), row.pieces) << row.line;
}

TEST(Items, NumberOnAConnectorTakesNoUnitFarFromIt) {
  EXPECT_EQ(taken_apart("MPO8 M"), "mpo:multi 8:number m:gender");
  EXPECT_EQ(taken_apart("48C 19\""), "48c:unit-fibre 19:number");
}

std::string all_of(ItemReader& reader, std::string_view line) {
  std::string out;
  for (const Item& item : reader.read(line))
    out += fmt::format("[{}-{} {} {} {} {} {} {} {} {}]", item.begin, item.end, static_cast<int>(item.sense), item.weight,
                       item.gap, item.value, item.row, reader.meanings(item).size(), item.number, item.second);
  for (const std::uint32_t place : reader.unsettled()) out += fmt::format(" {}", place);
  return out;
}

// What a reader keeps of the runs of a line changes no answer: neither when they come again nor beside others.
TEST(Items, AreTheSameWhenTheirRunsAreKnown) {
  constexpr std::string_view kLines[] = {
      "K96032,PATCH CABLE MTP 8/PC unpinned to mpo 8 unpinned, 8 core 50/125 OM3 Type A 17.5M OFNR magenta",
      "W97922 80F OM3 MPO 8/PC - MTP 8 C-type TRUNK CBL LS0H 115ft IL<=0.35 dB",
      "mpo16/LC LGX cassette, G.657.A1, 16 fibers, Method A, , OFNP, elite, 9700cm, violet (W27108)",
      "12M",
      "MPO-12M",
      "MPO-12 M",
      "MPO 12 M",
      "12 M",
      "8 m 2",
      "8 mm 2",
      "4x",
      "4x LC",
      "MPO-4x LC",
      "4x 10G",
      "2x3 m",
      "2 x 3 m",
      "12 x",
      "1:2",
      "10'",
      "12G50/125",
      "12G50 9/125",
      "Type B",
      "Type-B",
      "Type, B",
      "low loss",
      "low - loss",
      "QSFP 100G",
      "SR 2xNDR",
      "SR 2 x NDR",
      "MTP(R) 12",
      "MTP (TM)",
      "MTP (M) 12",
      "MTP (r2) (c) LC",
      "1500mm 12000 cm 1500 mm",
      "G652 K96652 B96652",
      "s1a (TM) -> LC",
      "MTP\u00AE-12 \u00AE",
      "0 m",
      "12 fibres 12 fibre",
      "  LC  ",
      "LC -",
      "- LC - ",
      "---",
      "",
  };
  ItemReader reader(tests::words().lexicon);
  for (int round = 0; round < 4; ++round)
    for (const std::string_view line : kLines) {
      ItemReader fresh(tests::words().lexicon);
      EXPECT_EQ(all_of(reader, line), all_of(fresh, line)) << line;
    }
}

TEST(Items, ALineOfTenMegabytesIsReadInOneGo) {
  const std::string line(10'000'000, 'x');
  ItemReader reader(tests::words().lexicon);
  EXPECT_EQ(reader.read(line).size(), 2u);  // one word, and the end
}

TEST(Lexicon, ABadRowIsAFindingAtItsPlace) {
  facts::Facts facts;
  diag::Sources sources;
  diag::Findings findings;
  const std::string folder = ::testing::TempDir() + "bad-words";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/lexicon.csv")
      << "pattern,language,sense,value,weight,note,source,confidence\nfoo,en,flavour,sweet,5,,[GK] x,high\n";
  Lexicon::compile(facts, sources, folder, findings);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all().front().code, "D108");
  EXPECT_EQ(sources.line_column(findings.all().front().place).line, 2u);
}

TEST(Lexicon, AValueTooManyIsAFindingAtItsPlace) {
  constexpr std::size_t kMost = 65'531, kRows = 65'600;
  facts::Facts facts;
  diag::Sources sources;
  diag::Findings findings;
  const std::string folder = ::testing::TempDir() + "many-words";
  std::filesystem::create_directories(folder);
  std::ofstream table(folder + "/lexicon.csv");
  table << "pattern,language,sense,value,weight,note,source,confidence\n";
  for (std::size_t i = 0; i < kRows; ++i) {
    std::string word;
    for (std::size_t rest = i, k = 0; k < 4; ++k, rest /= 26) word += static_cast<char>('a' + rest % 26);
    table << word << ",en,maker,of " << word << ",5,,[GK] x,high\n";
  }
  table.close();
  const Lexicon lexicon = Lexicon::compile(facts, sources, folder, findings);
  EXPECT_EQ(lexicon.value_count(), kMost);  // the empty one is the first
  ASSERT_FALSE(findings.all().empty());
  EXPECT_EQ(findings.all().front().code, "D108");
  EXPECT_EQ(sources.line_column(findings.all().front().place).line, 1 + kMost);
}

}  // namespace
}  // namespace ferrule::lexis
