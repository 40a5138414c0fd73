// The published schema and the reader come from one table, and agree on what is a plant.
#include "lang/schema.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "reading/read_text.h"
#include "syntax/yaml.h"

namespace ferrule::lang {
namespace {

constexpr const char* kPublished = "docs/schema/plant.schema.json";

// YAML as an editor would hand it to a schema: plain scalars by the core schema, the rest as strings.
rapidjson::Value as_json(const syntax::Node& node, rapidjson::Document::AllocatorType& memory) {
  rapidjson::Value out;
  const auto text = [&](const std::string& from) {
    return rapidjson::Value(from.c_str(), static_cast<rapidjson::SizeType>(from.size()), memory);
  };
  switch (node.kind) {
    case syntax::Node::Kind::kEmpty: break;
    case syntax::Node::Kind::kSequence:
      out.SetArray();
      for (const syntax::Node& item : node.items) out.PushBack(as_json(item, memory), memory);
      break;
    case syntax::Node::Kind::kMapping:
      out.SetObject();
      for (const syntax::Pair& pair : node.pairs) out.AddMember(text(pair.key), as_json(pair.value, memory), memory);
      break;
    case syntax::Node::Kind::kScalar: {
      char* end = nullptr;
      const double number = std::strtod(node.text.c_str(), &end);
      if (node.quoted || node.text.empty()) {
        out = text(node.text);
      } else if (node.text == "true" || node.text == "false") {
        out.SetBool(node.text == "true");
      } else if (node.text.find_first_not_of("0123456789") == std::string::npos && node.text.size() < 10) {
        out.SetInt(std::atoi(node.text.c_str()));
      } else if (end == node.text.c_str() + node.text.size()) {
        out.SetDouble(number);
      } else {
        out = text(node.text);
      }
    }
  }
  return out;
}

bool schema_takes(const std::string& yaml, std::string& why) {
  static const rapidjson::Document schema_text = [] {
    rapidjson::Document document;
    document.Parse(json_schema().c_str());
    return document;
  }();
  static const rapidjson::SchemaDocument schema(schema_text);
  diag::Sources sources;
  diag::Findings findings;
  const auto node = syntax::read_yaml(sources, sources.add("plant.yaml", yaml), findings);
  if (!node) return false;
  rapidjson::Document document;
  const rapidjson::Value value = as_json(*node, document.GetAllocator());
  rapidjson::SchemaValidator validator(schema);
  if (value.Accept(validator)) return true;
  rapidjson::StringBuffer at;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
  why = std::string(at.GetString()) + " fails " + validator.GetInvalidSchemaKeyword();
  return false;
}

TEST(Schema, TheFileInDocsIsWhatTheDeclarationsSay) {
  if (std::getenv("FERRULE_BLESS") != nullptr) std::ofstream(kPublished) << json_schema();
  std::ifstream file(kPublished);
  const std::string published{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(published, json_schema()) << "FERRULE_BLESS=1 writes it anew";
}

TEST(Schema, IsJson) {
  rapidjson::Document document;
  document.Parse(json_schema().c_str());
  EXPECT_FALSE(document.HasParseError());
}

// A definition that is not there takes everything, and nobody is told.
TEST(Schema, EveryDefinitionThatIsReferredToIsThere) {
  const std::string text = json_schema();
  rapidjson::Document document;
  document.Parse(text.c_str());
  constexpr std::string_view kBefore = "\"#/definitions/";
  std::size_t found = 0;
  for (std::size_t at = text.find(kBefore); at != std::string::npos; at = text.find(kBefore, at), ++found) {
    at += kBefore.size();
    const std::string name = text.substr(at, text.find('"', at) - at);
    EXPECT_TRUE(document["definitions"].HasMember(name.c_str())) << name;
  }
  EXPECT_GT(found, 30u);
}

// Of the form only: codes L201 to L203, L206 and L210 are what a schema can see.
bool reader_takes(const std::string& yaml) {
  const Read read = read_text(yaml, {{"t.csv", "id,part,a,b\n"}, {"l.csv", "id,a,b\n"}});
  for (const diag::Finding& finding : read.findings.all())
    for (const char* code : {"L201", "L202", "L203", "L206", "L210"})
      if (finding.code == code) return false;
  return true;
}

TEST(Schema, AgreesWithTheReaderOnWhatIsWellFormed) {
  struct Row {
    const char* yaml;
    bool good;
  };
  const std::string cord = "parts: {c: {kind: cord, polarity: A-to-B, ends: LC-duplex}}\n";
  for (const auto& [body, good] : std::initializer_list<Row>{
           {"", true},
           {"project: hall-1\n", true},
           {"project: 7\n", true},
           {"projekt: hall-1\n", false},
           {"project: [a]\n", false},
           {"cables:\nlinks:\n", true},
           {"cables: t.csv\nlinks: [l.csv]\n", true},
           {"cables: {id: C1}\n", false},
           {"racks: {A01: {at: [0 m, 12.6 m], units: 48, space: plenum}, \"B[01-12]\":}\n", true},
           {"racks: {A01: {at: [0 m]}}\n", false},
           {"racks: {\"A[1-2]\": {at: [-1.2 m, 0 m], step: [-0.6 m, 0 m]}}\n", true},
           {"trays: {T1: {height: -1 m}}\n", false},
           {"racks: {A01: {at: [0, 1 m]}}\n", false},
           {"racks: {A01: {units: 0}}\n", false},
           {"racks: {A01: {units: \"48\"}}\n", true},
           {"racks: {A/1: {}}\n", false},
           {"trays: {T1: {length: 20 m}, T2: {length: 65.6 ft}}\n", true},
           {"trays: {T1: {length: 20}}\n", false},
           {"equipment: {e: {u: 1, ports: {\"p[1-2]\": 10GBASE-SR, q: 10GBASE-SR}}}\n", true},
           {"equipment: {e: {u: one}}\n", false},
           {"equipment: {e: {ports: [10GBASE-SR]}}\n", false},
           {"panels: {p: {slots: {1: k}}, q: {part: k}, r: {slots: k}}\n", true},
           {"panels: {p: {slot: {1: k}}}\n", false},
           {"parts: {c: LC duplex patch cord A-to-B}\n", true},
           {"parts: {c: {kind: cord, polarity: A-to-B, ends: {connector: LC-duplex, gender: no}}}\n", false},
           {"parts: {c: {kind: chord}}\n", false},
           {"parts: {c: {polarity: B}}\n", false},
           {"parts: {c: {kind: cord, polarity: A-to-B, ends: LC-duplex, loss: 0.35 dB}}\n", true},
           {"parts: {c: {kind: cord, polarity: A-to-B, ends: LC-duplex, loss: 0.35}}\n", false},
           {"parts: {c: {kind: cord, polarity: A-to-B, ends: LC-duplex, method: B}}\n", false},
           {"parts: {k: {kind: cassette, rear: MPO-12, front: {connector: LC-duplex, count: 6}, transition: universal, turnable: "
            "true}}\n",
            true},
           {"parts: {k: {kind: cassette, rear: MPO-12}}\n", false},
           {"parts: {k: {kind: cassette, rear: MPO-12, front: LC-duplex, turnable: yes}}\n", false},
           {"parts: {b: {kind: breakout, head: MPO-12, leg: {connector: LC-duplex, count: 4}, wiring: port}}\n", true},
           {"parts: {t: {kind: transceiver, optic: 400GBASE-DR4, lanes: {tx: [12,11,10,9], rx: 1-4}, source: data sheet}}\n",
            true},
           {"parts: {t: {kind: transceiver, optic: 400GBASE-DR4, lanes: {tx: [0], rx: 1-4}}}\n", false},
           {"parts: {m: {kind: module, faces: {\"r[1-2]\": LC-duplex}, map: [\"r1.1-2 = r2.1-2\"], source: drawing}}\n", true},
           {"parts: {l: {kind: loopback, connector: MPO-12}}\n", true},
           {"parts: {p: {kind: adapter-panel, connector: MPO-12, adapter: A, count: 6}}\n", true},
           {"parts: {p: {kind: adapter-panel, adapter: A}}\n", false},
           {"splices: [{id: S1, a: T1/b, b: T2/a, kind: fusion}]\n", true},
           {"splices: [{id: S1, a: T1/b, b: T2/a, kind: glue}]\n", false},
           {"couplers: [{id: K1, a: T1/b, b: T2/a, adapter: A}]\n", true},
           {"couplers: [{id: K1, a: T1/b}]\n", false},
           {"links: [{id: L1, a: e/p, b: any}]\n", true},
           {"links: [{id: L1, a: e/p, b: any, one_way: 1}]\n", false},
           {"links: [{id: L1, a: e/p}]\n", false},
           {"policy: {brand: MTP, mixed_brands: refuse, slack: 1 m, max_connections: 4, separate_routes: true}\n", true},
           {"policy: {brand: MTX}\n", false},
           {"rules: {M201: warning, mixed-brands: \"off\"}\n", true},
           {"rules: {M201: loud}\n", false},
           {"waivers: [{rule: X608, for: all, reason: r, owner: o, until: 2027-03-01}]\n", true},
           {"waivers: [{rule: X608, for: [L1, T4], reason: r, owner: o}]\n", true},
           {"waivers: [{rule: X608, for: all, reason: r}]\n", false},
           {"waivers: [{rule: X608, for: all, reason: r, owner: o, until: soon}]\n", false},
       }) {
    const std::string yaml = std::string("ferrule: 1\n") + body;
    std::string why;
    EXPECT_EQ(schema_takes(yaml, why), good) << body << why;
    EXPECT_EQ(reader_takes(yaml), good) << body << read_text(yaml).said();
  }
  for (const auto& [entry, good] : std::initializer_list<Row>{
           {"{id: C1, part: c, length: 2 m, a: e/p, b: f/p}", true},
           {"{id: C1, part: c, a: , b: ~}", true},
           {"{id: \"C[1-2]\", part: c, a: [e/p, e/q], b1: f/p, route: [T1], side: A, label: x, space: plenum}", true},
           {"{id: C1, part: c, side: C}", false},
           {"{id: C1, part: c, length: long}", false},
           {"{id: C1, part: c, length: 0 m}", false},
           {"{id: C1, part: c, length: 0.00 m}", false},
           {"{id: C1, part: c, length: 0.05 m, slack: 0 m}", true},
           {"{id: C1, part: c, length: .5 m}", true},
           {"{id: C1, part: c, length: 10 m}", true},
           {"{id: C1}", false},
           {"{id: C1, part: c, b0: f/p}", false},
       }) {
    const std::string yaml = "ferrule: 1\n" + cord + "cables: [" + entry + "]\n";
    std::string why;
    EXPECT_EQ(schema_takes(yaml, why), good) << entry << why;
    EXPECT_EQ(reader_takes(yaml), good) << entry << read_text(yaml).said();
  }
}

}  // namespace
}  // namespace ferrule::lang
