#include "syntax/yaml.h"

#include <initializer_list>
#include <gtest/gtest.h>

namespace ferrule::syntax {
namespace {

struct YamlReading {
  diag::Sources sources;
  diag::Findings findings;
  std::optional<Node> root;

  explicit YamlReading(std::string text) { root = read_yaml(sources, sources.add("x.yaml", std::move(text)), findings); }
  std::string_view at(const diag::Place& place) const { return sources.text(place); }
  const Node& value(std::string_view key) const { return root->find(key)->value; }
};

// The tree in one line: words as they are, quoted ones in quotes, [items], {key: value}, ~ for nothing.
std::string spelled(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Node::Kind::kEmpty: return "~";
    case Node::Kind::kScalar: return node.quoted ? "'" + node.text + "'" : node.text;
    case Node::Kind::kSequence:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + spelled(item);
      return "[" + out + "]";
    case Node::Kind::kMapping: break;
  }
  for (const Pair& pair : node.pairs) out += (out.empty() ? "" : ", ") + pair.key + ": " + spelled(pair.value);
  return "{" + out + "}";
}

TEST(ReadYaml, MakesTheTreeThatWasWritten) {
  struct Row {
    const char *text, *tree;
  };
  for (auto [text, tree] : std::initializer_list<Row>{
           {"", "~"},
           {"# only a comment\n", "~"},
           {"word", "word"},
           {"a: 1\nb: [x, y, {c: d}]\n", "{a: 1, b: [x, y, {c: d}]}"},
           {"- 1\n- - 2\n  - 3\n-\n", "[1, [2, 3], ~]"},
           {"a:\nb: ''\nc: \"\"\n", "{a: ~, b: '', c: ''}"},
           {"country: NO\nratio: 1e3\ntime: 12:30\nnothing: null\n", "{country: NO, ratio: 1e3, time: 12:30, nothing: null}"},
           {"note: |\n  two\n  lines\n", "{note: 'two\nlines\n'}"},
           {"note: >-\n  one\n  line\n", "{note: 'one line'}"},
           {"\"Eth[1-32]\": 10GBASE-SR", "{Eth[1-32]: 10GBASE-SR}"},
           {"%YAML 1.1\n---\na: 1\n...\n# end\n...\n", "{a: 1}"},
           {"\xEF\xBB\xBF"
            "a: 1\r\nb: 2\r\n",
            "{a: 1, b: 2}"},
           {"'<<': a quoted one is a key like any other", "{<<: a quoted one is a key like any other}"},
           {"a: it's 12\" wide", "{a: it's 12\" wide}"}}) {
    const YamlReading reading(text);
    EXPECT_TRUE(reading.findings.all().empty()) << text;
    ASSERT_TRUE(reading.root) << text;
    EXPECT_EQ(spelled(*reading.root), tree);
  }
}

TEST(ReadYaml, PlacesAreBytesAndHoldQuotes) {
  const YamlReading r("größe: \"äö\" # ü\nliste: [ eins , zwei]\nleer:\nblock: |\n  x\n  y\nende: zwei Worte  # z\n");
  ASSERT_TRUE(r.findings.all().empty());
  EXPECT_EQ(r.at(r.root->find("größe")->key_place), "größe");
  EXPECT_EQ(r.at(r.value("größe").place), "\"äö\"");
  EXPECT_EQ(r.at(r.value("liste").place), "[");
  EXPECT_EQ(r.at(r.value("liste").items[0].place), "eins");
  EXPECT_EQ(r.at(r.value("liste").items[1].place), "zwei");
  EXPECT_EQ(r.value("leer").place.length, 0u);
  EXPECT_EQ(r.value("leer").place.offset, r.root->find("leer")->key_place.offset + 5);
  EXPECT_EQ(r.at(r.value("block").place), "|\n  x\n  y");
  EXPECT_EQ(r.at(r.value("ende").place), "zwei Worte");
}

TEST(ReadYaml, PlacesCountTheByteOrderMark) {
  const YamlReading r(
      "\xEF\xBB\xBF"
      "a: wört");
  EXPECT_EQ(r.root->pairs[0].key_place.offset, 3u);
  EXPECT_EQ(r.at(r.root->pairs[0].value.place), "wört");
}

TEST(ReadYaml, RefusesWithACodeAndAPlace) {
  struct Row {
    std::string text;
    const char *code, *at, *message;
  };
  for (const auto& [text, code, at, message] : std::initializer_list<Row>{
           {"a: 1\na: 2\n", "L105", "2:1", "key 'a' appears twice"},
           {"b: {c: 1, c: 2}\n", "L105", "1:11", "key 'c' appears twice"},
           {"'a': 1\n\"a\": 2\n", "L105", "2:1", "key 'a' appears twice"},
           {"a: &x 1\n", "L104", "1:4", "an anchor, &x"},
           {"a: *x\n", "L104", "1:4", "an alias, *x"},
           {"&x a: 1\n", "L104", "1:1", "an anchor, &x"},
           {"a: !!str 1\n", "L104", "1:4", "a tag, !!str"},
           {"a: !<tag:x> [1]\n", "L104", "1:4", "a tag, !<tag:x>"},
           {"a: &x {b: 1}\n", "L104", "1:4", "an anchor, &x"},
           {"<<: {a: 1}\n", "L104", "1:1", "a merge key, <<"},
           {"? [a]\n: b\n", "L104", "1:3", "a list or mapping as a key"},
           {"{[a]: b}\n", "L104", "1:2", "a list or mapping as a key"},
           {"a: 1\n---\nb: 2\n", "L104", "2:1", "a second document begins here"},
           {"a: 1\n...\nb: 2\n", "L104", "3:1", "a second document begins here"},
           {"%TAG ! tag:x\n---\na: 1\n", "L104", "1:1", "a directive, %TAG ! tag:x"},
           {"#\r%TAG ! tag:x\n---\na: 1\n", "L104", "1:3", "a directive, %TAG ! tag:x"},
           {"[a]\n: b\n", "L103", "2:1", "text behind the end of the document"},
           {"a\n:", "L103", "2:1", "text behind the end of the document"},  // found by the fuzzer: a place behind the text
           {"a: [1, 2\n", "L103", "2:1", "did not find expected ',' or ']'"},
           {"ä: b: c\n", "L103", "1:5", "mapping values are not allowed in this context"},
           {"a:\t@b\n", "L103", "1:4", "found character that cannot start any token"},
           {"a: \"ö\n", "L103", "2:1", "found unexpected end of stream"},
           {"ä: \x01\n", "L103", "1:4", "control characters are not allowed"},
           {std::string("a: \0b", 5), "L107", "1:4", "a NUL byte"},
           {"gr\xF6\xDF"
            "e: 1\n",
            "L102", "1:3", "byte 0xF6 is not UTF-8"},
           {"\xFF\xFE"
            "a\xFF",
            "L102", "1:1", "byte 0xFF is not UTF-8"}}) {
    const YamlReading r(text);
    ASSERT_EQ(r.findings.all().size(), 1u) << text;
    const diag::Finding& finding = r.findings.all().front();
    const diag::LineColumn place = r.sources.line_column(finding.place);
    EXPECT_EQ(finding.code, code) << text;
    EXPECT_EQ(finding.message, message) << text;
    EXPECT_EQ(std::to_string(place.line) + ":" + std::to_string(place.column), at) << text;
    EXPECT_TRUE(finding.unreadable) << text;
    EXPECT_FALSE(finding.help.empty() && finding.code != "L103") << text;
  }
}

TEST(ReadYaml, ADuplicateKeepsTheFirstAndPointsAtIt) {
  const YamlReading r("a: 1\nb: 2\na: [3, {c: 4}]\nd: 5\n");
  EXPECT_EQ(spelled(*r.root), "{a: 1, b: 2, d: 5}");
  ASSERT_EQ(r.findings.all().size(), 1u);
  EXPECT_EQ(r.findings.all()[0].notes[0].place.offset, 0u);
}

TEST(ReadYaml, DuplicatesAreFoundAmongManyKeys) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "k" + std::to_string(i * 37 % 100) + ": x\n";
  const YamlReading clean(text);
  EXPECT_TRUE(clean.findings.all().empty());
  const YamlReading r(text + "k50: x\n");
  ASSERT_EQ(r.findings.all().size(), 1u);
  EXPECT_EQ(r.findings.all()[0].message, "key 'k50' appears twice");
}

TEST(ReadYaml, KeepsWhatWasReadBeforeTheFault) {
  EXPECT_EQ(spelled(*YamlReading("a: 1\nb: [2, *x, 3]\n").root), "{a: 1, b: [2, ~]}");
  EXPECT_EQ(spelled(*YamlReading("a: 1\nb: \"c").root), "{a: 1}");
  EXPECT_FALSE(YamlReading("*x").root);
  EXPECT_FALSE(YamlReading("@").root);
}

TEST(ReadYaml, SixtyFourLevelsAreEnough) {
  const auto nested = [](int levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_TRUE(YamlReading(nested(64)).findings.all().empty());
  const YamlReading r(nested(65));
  ASSERT_EQ(r.findings.all().size(), 1u);
  EXPECT_EQ(r.findings.all()[0].code, "L106");
  EXPECT_EQ(r.sources.line_column(r.findings.all()[0].place).column, 65u);
}

}  // namespace
}  // namespace ferrule::syntax
