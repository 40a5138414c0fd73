#include "spec/read_line.h"

#include <span>
#include <string>
#include <vector>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "words/words.h"

namespace ferrule::spec {
namespace {

std::string shown(const Specification& s, Field field) {
  if (!s.has(field)) return "-";
  const Reading& reading = s.get(field);
  if (type_of(field) == FieldType::kText) return std::string(reading.text);
  return fmt::format("{}", reading.number);
}

std::string said(std::string_view line, Field field) { return shown(tests::read(line), field); }

struct Row {
  std::string_view line;
  Field field;
  std::string_view value;  // "-": not stated
};

void expect(std::initializer_list<Row> table) {
  for (const Row& row : table)
    EXPECT_EQ(shown(tests::read(row.line), row.field), row.value) << row.line << " / " << spell(row.field);
}

TEST(ReadLine, HomonymsAreToldApartByWhatStandsBesideThem) {
  expect({
      {"APC Rack PDU AP8853", Field::kVendor, "APC"},
      {"APC Rack PDU AP8853", Field::kAPolish, "-"},
      {"LC/APC to LC/APC OS2 patch cord", Field::kAPolish, "APC"},
      {"LC/APC to LC/APC OS2 patch cord", Field::kVendor, "-"},
      {"patch cord LC-LC SX OS2 3m", Field::kFibreCount, "1"},
      {"1000BASE-SX SFP 850nm LC", Field::kPmd, "1000BASE-SX"},
      {"LC/PC-LC/PC OM3 2m", Field::kAPolish, "PC"},
      {"MPO-12(F) to MPO-12(M) OM4 12F 10M", Field::kAGender, "unpinned"},
      {"MPO-12(F) to MPO-12(M) OM4 12F 10M", Field::kBGender, "pinned"},
      {"MPO-12(F) to MPO-12(M) OM4 12F 10M", Field::kLength, "10"},
      {"MPO-12(F) to MPO-12(M) OM4 12F 10M", Field::kFibreCount, "12"},
      {"LC-LC MM OM3 2.0mm 3m", Field::kMode, "MM"},
      {"LC-LC MM OM3 2.0mm 3m", Field::kDiameter, "2"},
      {"16G FC SFP+ 850nm", Field::kAType, "-"},
      {"FC-FC SM simplex patch cord", Field::kAType, "FC-simplex"},
  });
}

TEST(ReadLine, BrandTruth) {
  expect({
      {"12F MTP trunk OM4", Field::kBrandTerm, "MTP"},
      {"12F MTP trunk OM4", Field::kMtpBrandClaimed, "-"},
      {"12F MTP® trunk OM4", Field::kMtpBrandClaimed, "1"},
      {"12F MTP Elite trunk OM4", Field::kMtpBrandClaimed, "1"},
      {"12F MTP Elite trunk OM4", Field::kProductLine, "Elite"},
      {"12F MPO trunk OM4", Field::kMtpBrandClaimed, "0"},
      {"12F MPO Elite trunk OM4", Field::kMtpBrandClaimed, "0"},
      {"12F MPO/MTP trunk OM4", Field::kBrandTerm, "MPO/MTP"},
      {"12F MPO/MTP trunk OM4", Field::kMtpBrandClaimed, "-"},
      {"US Conec MTP 12F trunk OM4", Field::kMtpBrandClaimed, "1"},
  });
}

TEST(ReadLine, NothingIsInferredThatTheTextDoesNotCarry) {
  expect({
      {"OS2 LC-LC patch cord 3m", Field::kAPolish, "-"},
      {"100G SR4 MPO patch cord", Field::kMode, "-"},
      {"OM4 LC-LC patch cord", Field::kColour, "-"},
      {"OM4 LC-LC patch cord", Field::kJacket, "-"},
      {"G.657.A1 LC/UPC pigtail", Field::kFibreType, "-"},
      {"MPO cables", Field::kAType, "-"},
      {"panel up to 144F MPO", Field::kFibreCount, "-"},
      {"12F/24F MTP trunk OM3/OM4", Field::kFibreCount, "-"},
      {"12F/24F MTP trunk OM3/OM4", Field::kFibreType, "-"},
      {"12F/24F MTP trunk OM3/OM4", Field::kMode, "MM"},
  });
}

TEST(ReadLine, OtherLanguages) {
  expect({
      {"LWL-Patchkabel LC-LC Duplex OM4 2 m violett", Field::kKind, "patch_cord"},
      {"Jarretière optique duplex LC/UPC-SC/UPC OS2 2 m jaune", Field::kColour, "yellow"},
      {"Latiguillo de fibra LC-LC OM3 dúplex 3 m LSZH", Field::kKind, "patch_cord"},
      {"Шнур оптический LC/UPC-LC/UPC SM дуплекс 5м", Field::kLength, "5"},
      {"MPO光纤跳线 12芯 单模 母头 3米", Field::kAGender, "unpinned"},
      {"MPOトランクケーブル 24芯 OM4", Field::kFibreCount, "24"},
      {"MPO 트렁크 케이블 12코어 OM4", Field::kFibreCount, "12"},
      {"Kabel patch cord SC-SC simplex kuning 3m", Field::kColour, "yellow"},
  });
}

TEST(ReadLine, TwoValuesOfEqualWeightAreAContradiction) {
  const Specification s = tests::read("MPO-12 to MPO-12 OM3 trunk 10 m, fibre OM4");
  EXPECT_FALSE(s.has(Field::kFibreType));
  ASSERT_EQ(s.contradictions.size(), 1u);
  EXPECT_EQ(s.contradictions[0].field, Field::kFibreType);
  EXPECT_EQ(s.contradictions[0].first, "OM3");
  EXPECT_EQ(s.contradictions[0].second, "OM4");
}

TEST(ReadLine, MetresWinOverRoundedFeetAndLegsAreNoLength) {
  expect({
      {"1m (3ft) LC-LC OM4 patch cord", Field::kLength, "1"},
      {"10 ft LC-LC OM4 patch cord", Field::kLength, "3.05"},
      {"MTP to 4x LC duplex breakout OM4, 0.5 m legs, 3 m", Field::kLength, "3"},
      {"MTP to 4x LC duplex breakout OM4, 0.5 m legs, 3 m", Field::kLegLength, "0.5"},
      {"3 m or 16 ft LC-LC OM4 patch cord", Field::kLength, "-"},
  });
}

TEST(ReadLine, CprClassWithItsMarks) {
  expect({
      {"trunk OM4 Cca-s1a,d1,a1 30 m", Field::kEuroclass, "Cca-s1a,d1,a1"},
      {"trunk OM4 B2ca s1 d1 a1", Field::kEuroclass, "B2ca-s1,d1,a1"},
      {"trunk OM4 Dca", Field::kEuroclass, "Dca"},
      {"trunk OM4 Cca-s1a,d1,a1 30 m", Field::kLength, "30"},
  });
}

TEST(ReadLine, WhatIsDeniedIsNotThere) {
  for (const char* line : {"MPO trunk 12F OM4 no armour", "MPO-Trunk 12F OM4 ohne Armierung", "MPO trunk 12F OM4, armour: no",
                           "MPO trunk 12F OM4 not armored", "MPO trunk 12F, non-metallic"})
    EXPECT_EQ(said(line, Field::kArmour), "none") << line;
  for (const char* line :
       {"MPO trunk 12F OM4 armoured", "12F OM4 cable, armoured; without connectors", "cable armoured: no connectors"})
    EXPECT_EQ(said(line, Field::kArmour), "armoured") << line;
  EXPECT_EQ(said("MPO trunk 12F OM4, non-metallic, steel tape armoured", Field::kArmour), "-") << "one of the two is wrong";
}

TEST(ReadLine, StatementsAreDeniedToo) {
  expect({
      {"MPO trunk gender changeable", Field::kChangeable, "yes"},
      {"MPO trunk field changeable: no", Field::kChangeable, "-"},
      {"MPO trunk not gender changeable", Field::kChangeable, "-"},
      {"MPO trunk with test report", Field::kTestReport, "yes"},
      {"MPO trunk without test report", Field::kTestReport, "-"},
  });
}

TEST(ReadLine, FibresAreCountedHoweverTheyAreGrouped) {
  EXPECT_EQ(said("Trunk cable 12x12F MPO-12, APC", Field::kFibreCount), "144");
  EXPECT_EQ(said("Trunk cable 12x12F MPO-12, APC", Field::kAGender), "-") << "F of 12F is no female";
  EXPECT_EQ(said("48F trunk 4x12F MTP(F)-MTP(F) OM4", Field::kFibreCount), "48");
  EXPECT_EQ(said("U-DQ(ZN)BH 12E9/125", Field::kFibreCount), "12");
  EXPECT_EQ(said("I-V(ZN)H 24G50/125 OM3", Field::kFibreCount), "24");
  EXPECT_EQ(said("HD panel 1U, holds 4 cassettes, 144F max", Field::kFibreCount), "-");
  EXPECT_EQ(said("HD panel 1U, holds 4 cassettes, 144F max", Field::kKind), "panel");
}

TEST(ReadLine, WhatMayBeTwoThingsIsNoValue) {
  expect({
      {"MTP12-MTP12 OM4 M-M 3F", Field::kFibreCount, "-"},  // three feet
      {"8xMTP12F-8xMTP12F OM4", Field::kFibreCount, "-"},   // twelve of each plug
      {"24F (2xMTP12F) OM4 trunk", Field::kBCount, "2"},
      {"LC to LC duplex uniboot OM4 flat clip", Field::kAPolish, "-"},
      {"MPO flat 12F", Field::kAPolish, "-"},  // PC or UPC
      {"MPO extension cord 12F M to F OM4", Field::kAGender, "pinned"},
      {"MPO extension cord 12F M to F OM4", Field::kBGender, "unpinned"},
      {"Panel, 4RU, 288 LC ports", Field::kACount, "288"},
      {"MPO/APC 12F SM (IL<0.35dB) 3m", Field::kMaxIl, "0.35"},
      {"LC attenuator 2dB", Field::kMaxIl, "-"},
  });
}

TEST(ReadLine, BothEndsOfOneConnectorAreAlike) {
  for (const char* line : {"MTP to MTP 12F Type B", "MTP PRO to MTP PRO 8F OM4 male/male", "MPO-F/MPO-F 12 OM4 15 m"})
    EXPECT_EQ(said(line, Field::kAType), said(line, Field::kBType)) << line;
  EXPECT_EQ(said("MPO-F/MPO-F 12 OM4 15 m", Field::kAType), "MPO-12");
  EXPECT_EQ(said("MMC-16 to MMC-16 trunk OS2", Field::kBType), "MMC-16");
  EXPECT_EQ(said("144F (12 x MTP12) trunk OS2 APC 60 m", Field::kBCount), "12");
}

TEST(ReadLine, WhatRegroupsFibresHasDifferentEnds) {
  for (const char* line : {"2x12 to 3x8 MTP conversion", "2x MPO-12 to 3x MPO-8 conversion cord"}) {
    EXPECT_EQ(said(line, Field::kAType), "MPO-12") << line;
    EXPECT_EQ(said(line, Field::kACount), "2") << line;
    EXPECT_EQ(said(line, Field::kBType), "MPO-8") << line;
    EXPECT_EQ(said(line, Field::kBCount), "3") << line;
  }
  EXPECT_EQ(said("MPO 24F to 3x MPO 8F OM4 conversion cord", Field::kBCount), "3");
  EXPECT_EQ(said("MPO 24F to 3x MPO 8F OM4 conversion cord", Field::kACount), "1");
}

TEST(ReadLine, ANumberTellsTheFormFactorAndTheSpeed) {
  EXPECT_EQ(said("QSFP-DD 400G DR4 1310nm", Field::kPmd), "400GBASE-DR4");
  EXPECT_EQ(said("2x400GBASE-DR4 OSFP transceiver", Field::kPmd), "2x400GBASE-DR4");
  EXPECT_EQ(said("2x 400GBASE-DR4 QSFP-DD transceiver", Field::kPmd), "400GBASE-DR4");  // two of them
  EXPECT_EQ(said("IB-NDR-2xDR4-100m OSFP transceiver", Field::kPmd), "IB-NDR-2xDR4-100m");
  EXPECT_EQ(said("IB-XDR-DR4 transceiver", Field::kPmd), "IB-XDR-DR4");
  EXPECT_EQ(said("2x400GBASE-DR4 and 2x400GBASE-FR4 transceivers", Field::kPmd), "-");
  EXPECT_EQ(said("QSFP-DD 400G DR4 1310nm", Field::kFormFactor), "QSFP-DD");
  EXPECT_EQ(said("QSFP 100G LR4", Field::kFormFactor), "QSFP28");
  EXPECT_EQ(said("OSFP 800G DR8 MPO-16/APC", Field::kPmd), "800GBASE-DR8");
}

TEST(ReadLine, ACommaBehindTheSizeOfAConnectorIsNoDecimalSign) {
  expect({
      {"MTP-12 to MTP-12,10m,OM4", Field::kLength, "10"},
      {"MTP-12 to MTP-12,10m,OM4", Field::kBType, "MPO-12"},
      {"MPO-12,500m OM4 trunk", Field::kLength, "500"},
      {"MPO12,5m trunk OM3", Field::kLength, "5"},
      {"MTP-MTP trunk 12,5m OM4", Field::kLength, "12.5"},
      {"MPO trunk OM4 12F 10,5 m", Field::kLength, "10.5"},
  });
}

TEST(ReadLine, HowManyPlugsAnEndHas) {
  expect({
      {"Conversion cable MTP-24 F to 2x MTP-12 F OM4 1m", Field::kACount, "1"},
      {"Conversion cable MTP-16 F to 2x MTP-12 F OM4 1m", Field::kACount, "-"},  // 16 fibres and 24: who knows?
      {"MPO-MPO 96F OM4 trunk, 8x MPO-12 female each end, 45 m", Field::kBCount, "8"},
      {"MPO-MPO 96F OM4 trunk, 8x MPO-12 female each end, 45 m", Field::kAGender, "unpinned"},
      {"LC-LC 24F trunk OM4, 12 x LC duplex each end", Field::kACount, "12"},
      {"LC-LC 24F trunk OM4 30 m", Field::kACount, "-"},  // no LC holds 24 fibres
      {"MPO trunk 2x12F OM3 f-f 15m", Field::kACount, "2"},
      {"OM4 trunk MTP 24F (2x12) pinned 45 m", Field::kBCount, "2"},
      {"24 -> 2x12 MTP OM4 trunk 1m", Field::kACount, "-"},
      {"OS2 trunk 24f, both ends MTP (2 per end)", Field::kACount, "2"},
      {"Trunk OM4 24 fibre MPO/MPO, 2 connettori MPO-12 per lato", Field::kACount, "2"},
      {"MPO-12 loopback plug OM4", Field::kACount, "1"},
      {"12 fibre hybrid trunk MTP(female) to LC uniboot x 6 OM4", Field::kBCount, "6"},
      {"LC (8) - MTP (1) harness OM4", Field::kBCount, "8"},
      {"MPO x 2 LC harness OM4", Field::kACount, "1"},
      {"1U panel with 24 SC simplex adapters", Field::kACount, "24"},
      {"Bandeja 1U 24 adaptadores SC/APC", Field::kACount, "24"},
      {"1U panel, capable of 96 LC fibres", Field::kACount, "-"},
      {"C4-08:P17 to C4-09:P02 LC/LC 2F SM patch cord", Field::kACount, "1"},
      {"KT-1208-B15 MTP trunk, 12 fiber, OM4", Field::kACount, "1"},
      {"12xMTP12-12xMTP12 OS2 APC M/M trunk", Field::kAGender, "pinned"},
      {"MPO-24 to 3 x MPO-8 female/male OM3 conversion cable", Field::kAGender, "unpinned"},
      {"MPO-24 to 3 x MPO-8 female/male OM3 conversion cable", Field::kBGender, "pinned"},
  });
}

// Of lines that people wrote, in price lists and stores.
TEST(ReadLine, LinesOfRealLists) {
  expect({
      {"LC Duplex OM3 Patch 3m Aqua", Field::kKind, "patch_cord"},
      {"MTP®/MPO Loopback", Field::kMtpBrandClaimed, "1"},
      {"MPO/MTP Loopback", Field::kMtpBrandClaimed, "-"},
      {"MTP/MPO Single Jacket MicroCable Trunk", Field::kKind, "trunk"},
      {"12 Fiber MTP Trunk Cable Multimode 50/125-1 Meter Type B OM4", Field::kLength, "1"},
      {"MPO to LC 1-to-4 Fiber Optic cable", Field::kFibreCount, "-"},
      {"288F MPO-LC OS2", Field::kACount, "-"},
      {"24F MPO-LC OS2", Field::kACount, "1"},
      {"144F MPO-B to MPO-B", Field::kBType, "MPO"},
      {"Connector A: MTP Female - Connector B: 2 x LC Duplex - Breakout Length: 0.3 m - Length: 4m", Field::kLength, "4"},
      {"Connector A: MTP Female - Connector B: 2 x LC Duplex - Breakout Length: 0.3 m - Length: 4m", Field::kLegLength, "0.3"},
      {"QDD-400G-SR8 | QSFP-DD | 850nm | MPO-16/APC", Field::kPartNumber, "QDD-400G-SR8"},
      {"QDD-400G-SR8 | QSFP-DD | 850nm | MPO-16/APC", Field::kKind, "transceiver"},
      {"QSFP28 LR4 10km LC, LAN mux inside", Field::kKind, "transceiver"},
      {"QSFP28 PIR4 2km MTP/MPO 4 x 25G", Field::kAType, "MPO"},
      {"MTP-12 Female to Female Fibre-Optic Cable", Field::kBGender, "unpinned"},
      {"OM3 patch cord | MPO female | MPO male", Field::kBGender, "pinned"},
      {"16F MTP-16 APC non-pinned to 2x8F MTP PC harness", Field::kBCount, "2"},
      {"16F MTP-16 APC non-pinned to 2x8F MTP PC harness", Field::kBType, "MPO-8"},
      {"MTP SM 72 cores fanout patchcord", Field::kBType, "-"},
      {"MPO-12 to LC cassette OM4", Field::kACount, "1"},
      {"MPO-12 to LC cassette | FS | FHD-MPO12-LC", Field::kVendor, "FS"},
      {"MPO fan-out assembly, splitting MPO trunk into individual LC/SC fibres", Field::kAType, "MPO"},
      {"MPO fan-out assembly, splitting MPO trunk into individual LC/SC fibres", Field::kBType, "-"},
      {"MPO cable assembly with precision MT ferrule", Field::kBType, "-"},
      {"Testing of single mode fibre", Field::kKind, "not_fibre"},
      {"06F OS2 cable", Field::kFibreCount, "6"},
      {"Siemon RIC-F-LCU12-01C adapter panel", Field::kFibreCount, "-"},
      {"Supply of 06 Core cable single mode", Field::kFibreCount, "6"},
      {"LC connectors for multi-mode, 50-pack", Field::kMode, "MM"},
      {"3m MTP Elite Trunk Cable, 12 Core, MTP Elite Type B OM4", Field::kPolarity, "B"},
      {"ODF SC/UPC OM312 PORT", Field::kACount, "-"},
      {"4芯室外单模光缆", Field::kMode, "SM"},
      {"Пигтейль SC/UPC", Field::kKind, "pigtail"},
  });
}

TEST(ReadLine, NumbersWithoutBlanks) {
  expect({
      {"HARN MPO12M/APC-6LCDX/UPC OS2 12F 3M", Field::kAGender, "pinned"},
      {"HARN MPO12M/APC-6LCDX/UPC OS2 12F 3M", Field::kAType, "MPO-12"},
      {"HARN MPO12M/APC-6LCDX/UPC OS2 12F 3M", Field::kLength, "3"},
      {"MPO-12 trunk OM4 12M", Field::kLength, "12"},
      {"15 x 3M LC DUPLEX OM3 PATCH CORD", Field::kLength, "3"},
      {"PATCH CABLE LC-LC OM4/5M 50/125", Field::kLength, "5"},
      {"12G50/125 OM3 Kabel", Field::kFibreCount, "12"},
      {"Optical cable SM 4 x 9/125", Field::kFibreCount, "4"},
      {"Optikai kabel MM 4x62,5/125", Field::kFibreCount, "4"},
      {"CASS 12LC-1MPO12 OM3 AF", Field::kAType, "MPO-12"},
      {"CASS 12LC-1MPO12 OM3 AF", Field::kPartNumber, "-"},
      {"5F100 LC adapter OS2 blue", Field::kFibreCount, "-"},
      {"Spleissbox 12x SC-Duplex, RAL7035", Field::kPartNumber, "-"},
      {"MTP 2x3 conversion cable 24F", Field::kLength, "-"},
  });
}

TEST(ReadLine, WhatOpensALineIsNoPolish) {
  expect({
      {"PC MPO12 F/F OM4 12F 5M", Field::kAPolish, "-"},
      {"PC LC-LC DPX SM LSZH", Field::kAPolish, "-"},
      {"PC/APC adapter", Field::kKind, "adapter"},
      {"APC NetShelter fibre panel 1U, 24x LC DX, OM4", Field::kAPolish, "-"},
      {"APC NetShelter fibre panel 1U, 24x LC DX, OM4", Field::kVendor, "APC"},
      {"APC MPO-12 trunk OS2", Field::kAPolish, "APC"},
  });
}

TEST(ReadLine, LengthsBesideOtherFigures) {
  expect({
      {"LC DX patch cord, IL 0.2dB max, 10M, violet", Field::kLength, "10"},
      {"LC patch cord up to 10M", Field::kLength, "-"},
      {"FIB-OPT ASSY;MPO-12(F)/MPO-12(F);OM3;L=3000MM", Field::kLength, "3"},
      {"LC-LC duplex patch cord OS2 1500mm yellow", Field::kLength, "1.5"},
      {"LC-LC duplex patch cord OS2 2.0mm", Field::kLength, "-"},
      {"LC-LC duplex patch cord OS2 2.0mm", Field::kDiameter, "2"},
      {"QSFP loopback MTP 8-fiber 3dB attenuation", Field::kMaxIl, "-"},
  });
}

TEST(ReadLine, TheNounOfTheThingIsNotThatOfWhatComesWithIt) {
  expect({
      {"Pre-terminated cable 72F OS2 6xMTP12(M)/6xMTP12(M), pulling grip both ends", Field::kKind, "trunk"},
      {"pulling grip for trunk cable", Field::kKind, "other"},
      {"Pre-terminated backbone, 24 x LC duplex both ends, 48-fibre OM4, pulling eye on one end", Field::kKind, "trunk"},
      {"Pre-terminated backbone, 24 x LC duplex both ends, 48-fibre OM4, pulling eye on one end", Field::kBCount, "24"},
      {"Pre-terminated 12-core OS2 trunk, SC/APC both ends, fan-out 1 m, length 80 m", Field::kKind, "trunk"},
      {"Pre-terminated 12-core OS2 trunk, SC/APC both ends, fan-out 1 m, length 80 m", Field::kLength, "80"},
      {"Pre-terminated 12-core OS2 trunk, SC/APC both ends, fan-out 1 m, length 80 m", Field::kLegLength, "1"},
      {"Cordon MPO 12 fibres mâle-femelle OM3 7,5 m", Field::kKind, "patch_cord"},
      {"Cordão fan-out MPO fêmea/4 LC duplex OM4", Field::kBCount, "4"},
      {"DAC 400G QSFP-DD to 2x QSFP56 200G 2.5m 26AWG", Field::kKind, "aoc_dac"},
      {"26AWG hook-up wire", Field::kKind, "not_fibre"},
      {"P/T SC-APC SM 9/125 2MTR", Field::kLength, "2"},
      {"Cabo LC-LC p/ switch Cisco", Field::kVendor, "-"},
      {"OTB 24 core SC/UPC rackmount lengkap pigtail", Field::kKind, "panel"},
      {"Array cord MPO-8 F to F OM4", Field::kKind, "patch_cord"},
      {"MMC-16 trunk, TMT ferrule, 16F OS2 APC", Field::kAType, "MMC-16"},
  });
}

TEST(ReadLine, EveryFieldNamesItsWordsAndRule) {
  const std::string line = "Jarretière LC-SC UPC duplex SM 5M";
  const Specification s = tests::read(line);
  const auto words = [&](Field field) {
    return line.substr(s.get(field).span.begin, s.get(field).span.end - s.get(field).span.begin);
  };
  ASSERT_TRUE(s.has(Field::kKind) && s.has(Field::kLength) && s.has(Field::kAPolish));
  EXPECT_EQ(words(Field::kKind), "Jarretière");
  EXPECT_EQ(words(Field::kLength), "5M");
  EXPECT_EQ(s.get(Field::kLength).rule, Rule::kQuantity);
  EXPECT_EQ(s.get(Field::kAPolish).rule, Rule::kBothEnds);
}

// What a description goes on to list, to compare with or to be connected to is not the thing.
TEST(ReadLine, TheThingIsNamedBeforeWhatItIsUsedWith) {
  EXPECT_EQ(said("MPO to LC breakout: transceivers: QSFP-DD DR4, QSFP28 DR1", Field::kKind), "breakout");
  EXPECT_EQ(said("OSFP transceiver: 2x MPO-12, DR8", Field::kKind), "transceiver");
  EXPECT_EQ(said("Server to shuffle box: 12 core MPO-MPO cable", Field::kKind), "trunk");
  EXPECT_EQ(said("LC-LC patch cord, SM. Joins switches, converters and transceivers.", Field::kKind), "patch_cord");
  EXPECT_EQ(said("Patch panel with 24 pcs LC duplex OM4 and 48 pcs pigtail LC", Field::kKind), "panel");
  EXPECT_EQ(said("Patchcord LC/APC-LC/APC 1 m jest używany do łączenia sprzętu, takiego jak przełączniki", Field::kKind),
            "patch_cord");
}

TEST(ReadLine, CagesTellCardsAndCopperCables) {
  EXPECT_EQ(said("dual-port QSFP56 adapter", Field::kKind), "not_fibre");
  EXPECT_EQ(said("LC duplex adapter, SFP+ footprint", Field::kKind), "adapter");
  EXPECT_EQ(said("network card PCIe SFP28", Field::kKind), "not_fibre");
  EXPECT_EQ(said("100G QSFP28 copper cable assembly 3 m", Field::kKind), "aoc_dac");
  EXPECT_EQ(said("QSFP+ (MTP/MPO) to QSFP+ assemblies", Field::kKind), "-");
}

// "Other" is an answer; where the noun may be a word that no table has, there is none.
TEST(ReadLine, NoKindIsSaidOfStrangeWords) {
  EXPECT_EQ(said("MPO cable 12F", Field::kKind), "other");
  EXPECT_EQ(said("LC-Duplex Kunststoff Multimode (phbr, ohne Flansch)", Field::kKind), "-");
  EXPECT_EQ(said("کابل ترانک MTP®", Field::kKind), "trunk");
  EXPECT_EQ(said("کاست MTP-LC", Field::kKind), "cassette");
  EXPECT_EQ(said("OS2 MTP-8 → LC hybrid 8F 2 m", Field::kKind), "breakout");
}

TEST(ReadLine, OnePlugIsSaidWhereItIsTold) {
  EXPECT_EQ(said("MPO12-APC 光纤 (SMF)", Field::kAType), "MPO-12");
  EXPECT_EQ(said("MPO12-APC 光纤 (SMF)", Field::kAPolish), "APC");
  EXPECT_EQ(said("MPO cables", Field::kAType), "-") << "of what kind?";
}

TEST(ReadLine, DigitsOfOtherScriptsAreDigits) { EXPECT_EQ(said("پچ کورد SC-LC داپلکس ۳ متری", Field::kLength), "3"); }

TEST(ReadLine, RackMountIsNoFerrule) {
  EXPECT_EQ(said("24-F Rack-Mt Enclosure 1U", Field::kAType), "-");
  EXPECT_EQ(said("bare MT ferrule", Field::kAType), "MT");
}

TEST(ReadLine, PerLinkIsNotPerEnd) {
  EXPECT_EQ(said("LC duplex patch cord (2 per link)", Field::kACount), "1");
  EXPECT_EQ(said("MPO trunk 24F, 2 per end", Field::kACount), "2");
  EXPECT_EQ(said("MPO cable (Type-B female-female OM3)", Field::kBCount), "1");
}

TEST(ReadLine, WhoMadeTheCableStandsBehindItsNumber) {
  EXPECT_EQ(said("MTPX224 - Corning 24-fiber OS2 MPO trunk", Field::kVendor), "Corning");
  EXPECT_EQ(said("24-core MPO trunk with Corning fiber OS2", Field::kVendor), "-");
}

// Runs of letters and digits are kept as they were read: what stood in other lines must not matter.
TEST(ReadLine, TheLinesBeforeDoNotMatter) {
  const std::vector<std::string> lines = {
      "5F100 adapter",         "5F100/LC adapter", "9,12,14,16 LC",    "12,5 m LC OM3", "LC,PC,9,12 cores",
      "K96032 MPO-12 12F/24F", "MPO12M/APC 12M",   "MPO12M trunk 12M", "0.35dB 17.5m",  "IL=.35 dB",
      "x.35 y 3,456 m OM4",    "2xMTP12F 2xMTP12", "4芯 MTP12 4芯",    "m003 m3 m030"};
  LineReader used(tests::words().lexicon);
  Specification fresh, again;
  for (int round = 0; round < 3; ++round)
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string& line = lines[(i * 5 + static_cast<std::size_t>(round)) % lines.size()];
      used.read(line, again);
      LineReader(tests::words().lexicon).read(line, fresh);
      for (std::size_t k = 0; k < kFields; ++k)
        EXPECT_EQ(shown(again, static_cast<Field>(k)), shown(fresh, static_cast<Field>(k)))
            << line << ": " << spell(static_cast<Field>(k));
    }
}

// The steps pass over several lines one behind the other: each line is read as if it were alone.
TEST(ReadLine, LinesReadTogetherAreReadAsAlone) {
  const std::vector<std::string_view> lines = {"MTP-12 to LC duplex breakout, OM4, 5 m",
                                               "",
                                               "for Cisco QSFP28 switches: MPO-12 trunk 24F OS2 Type B 30m",
                                               "LC-SC patch cord OM3/OM4 2 m, Cca-s1a,d1,a1",
                                               "0.35dB 17.5m",
                                               "MPO/APC \xC2\xAE female to MPO male, K96032"};
  LineReader together(tests::words().lexicon);
  std::vector<Specification> read(lines.size());
  for (std::size_t count = lines.size(); count > 0; --count) {
    together.read(std::span(lines).first(count), std::span(read).first(count));
    for (std::size_t i = 0; i < count; ++i) {
      Specification alone;
      LineReader(tests::words().lexicon).read(lines[i], alone);
      for (std::size_t k = 0; k < kFields; ++k)
        EXPECT_EQ(shown(read[i], static_cast<Field>(k)), shown(alone, static_cast<Field>(k)))
            << lines[i] << ": " << spell(static_cast<Field>(k));
      EXPECT_EQ(read[i].contradictions.size(), alone.contradictions.size()) << lines[i];
    }
  }
}

// Numbers, points and signs in every order: what no rule takes must still be passed.
TEST(ReadLine, EveryShortLineOfSignsAndDigitsIsRead) {
  constexpr std::string_view kSigns = ".1=,x-/ ";
#ifdef FERRULE_SANITIZED
  constexpr std::size_t kLongest = 4;
#else
  constexpr std::size_t kLongest = 5;
#endif
  std::string line;
  const auto all = [&](const auto& self) -> void {
    tests::read(line);
    if (line.size() == kLongest) return;
    for (const char sign : kSigns) {
      line.push_back(sign);
      self(self);
      line.pop_back();
    }
  };
  all(all);
  for (const char* hurt : {".35.4", ".1234567890 dB", "=.1.2 LC", "IL=.3333333333 dB", "\xEF\xBB\xBF.35.4", "MPO .35.4 trunk"})
    tests::read(hurt);
  EXPECT_EQ(said("0x12F MPO trunk", Field::kFibreCount), "-");
  EXPECT_EQ(said("MPO trunk, loss in dB", Field::kMaxIl), "-");
}

TEST(ReadLine, TenThousandContradictionsAndAnyBytesTakeBoundedTimeAndSpace) {
  std::string line;
  for (int i = 0; i < 10'000; ++i) line += i % 2 == 0 ? "OM3 MPO-12 F 3m " : "OM4 LC/APC 0.35dB Type B 99999999999 ";
  EXPECT_LE(tests::read(line).contradictions.size(), kFields * 16);
  std::string bytes;
  for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>((i * 7919) & 0xFF);
  tests::read(bytes);
  tests::read("");
}

}  // namespace
}  // namespace ferrule::spec
