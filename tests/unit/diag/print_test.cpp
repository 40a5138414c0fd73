#include "diag/print.h"

#include <gtest/gtest.h>

#include "diag/excerpt.h"

namespace ferrule::diag {
namespace {

struct Printed {
  Sources sources;
  Findings findings;

  std::uint32_t file(std::string name, std::string text) { return sources.add(std::move(name), std::move(text)); }
  Place at(std::uint32_t source, std::string_view word) const {
    return {source, static_cast<std::uint32_t>(sources.text(source).find(word)), static_cast<std::uint32_t>(word.size())};
  }
  std::string text(const PrintOptions& options = {}) const { return print(findings.all().front(), sources, options); }
};

TEST(Print, LooksLikeTheHeaderSays) {
  Printed p;
  const auto plant = p.file("plant.yaml", "cables:\n\n  - {id: C4, part: pinned-cord, a: T1/b}\n");
  const auto parts = p.file("parts.yaml", "\n\n  pinned-cord: {kind: cord}\n");
  Finding& finding =
      p.findings.add("M201", "same-pins-meet", Severity::kError, p.at(plant, "T1/b"), "T1.b meets C4.a, both pinned")
          .label("C4.a is pinned here")
          .note(p.at(plant, "C4"), "C4 is this cord")
          .note(p.at(parts, "pinned-cord"), "and so is every cord of this part")
          .note("pins meet pins")
          .help("order C4.a as unpinned")
          .finding();
  finding.subject_kind = "joint";
  finding.subjects = {"T1.b", "T2.b", "T3.b", "T4.b"};
  EXPECT_EQ(p.text(), R"(error[M201]: T1.b meets C4.a, both pinned
  --> plant.yaml:3:36
   |
 3 |   - {id: C4, part: pinned-cord, a: T1/b}
   |                                    ^^^^ C4.a is pinned here
   |          -- C4 is this cord
  ::: parts.yaml:3:3
   |
 3 |   pinned-cord: {kind: cord}
   |   ----------- and so is every cord of this part
   = note: pins meet pins
   = note: 4 joints: T1.b, T2.b, T3.b, ... (--list shows all)
   = help: order C4.a as unpinned
)");
  EXPECT_NE(p.text({.list_all = true}).find("4 joints: T1.b, T2.b, T3.b, T4.b\n"), std::string::npos);
}

TEST(Print, AFindingWithoutAPlaceHasNoArrow) {
  Printed p;
  p.findings.add("F1", "f", Severity::kWarning, {}, "seen").help("do").finding().waived_by = "ann: planned";
  EXPECT_EQ(p.text(), "warning[F1] (waived): seen\n   = help: do\n   = waived: ann: planned\n");
}

TEST(Print, NoNameCanMoveTheCursorOrChangeColours) {
  Printed p;
  const auto source = p.file("a\x1b[2J.yaml", "id: \x1b[31mred\u202E\xFF\n");
  p.findings.add("F1", "f", Severity::kError, p.at(source, "red"), "\x1b]0;title\a").label("\r").note("\n").help("\b");
  for (char c : p.text()) EXPECT_TRUE(static_cast<unsigned char>(c) >= ' ' || c == '\n');
  EXPECT_EQ(p.text().find("\u202E"), std::string::npos);
}

TEST(Print, ColourOnlyAddsEscapes) {
  Printed p;
  const auto source = p.file("a", "id: 1\n");
  p.findings.add("F1", "f", Severity::kError, p.at(source, "id"), "seen").label("here").help("do");
  const std::string coloured = p.text({.colour = true});
  std::string plain;
  for (std::size_t at = 0; at < coloured.size(); ++at) {
    if (coloured[at] == '\x1b')
      at = coloured.find('m', at);
    else
      plain += coloured[at];
  }
  EXPECT_EQ(plain, p.text());
  EXPECT_NE(coloured, plain);
}

TEST(Print, StaysShortWhateverTheFileHolds) {
  Printed p;
  const auto source = p.file("a", "k: " + std::string(10'000'000, 'x') + " end");
  p.findings.add("F1", "f", Severity::kError, {source, 9'000'000, 900'000}, std::string(5'000'000, 'm'))
      .label(std::string(5'000'000, 'l'));
  EXPECT_LT(p.text().size(), 6'000u);
}

TEST(Print, APlaceAtTheEndOfTheTextIsShown) {
  Printed p;
  const auto source = p.file("a", "a: [1\n");
  p.findings.add("F1", "f", Severity::kError, {source, 6, 0}, "seen");
  EXPECT_EQ(p.text(), "error[F1]: seen\n  --> a:2:1\n   |\n 2 |\n   | ^\n");
}

struct Row {
  std::string line;
  std::size_t begin, length;
  std::string text;
  std::size_t column, width;
};

TEST(Excerpt, CountsColumnsAsATerminalDoes) {
  for (const auto& [line, begin, length, text, column, width] : std::initializer_list<Row>{{"abc", 1, 1, "abc", 1, 1},
                                                                                           {"\tab", 1, 2, "    ab", 4, 2},
                                                                                           {"größe: x", 9, 1, "größe: x", 7, 1},
                                                                                           {"名前: x", 0, 6, "名前: x", 0, 4},
                                                                                           {"e\u0301x", 3, 1, "e\u0301x", 1, 1},
                                                                                           {"a\x1b"
                                                                                            "b",
                                                                                            2, 1, "a\\u{001B}b", 9, 1},
                                                                                           {"abc", 3, 5, "abc", 3, 1},
                                                                                           {"abc", 900, 5, "abc", 3, 1},
                                                                                           {"abc", 1, 900, "abc", 1, 2},
                                                                                           {"", 0, 0, "", 0, 1}}) {
    const Excerpt cut = excerpt(line, begin, length);
    EXPECT_EQ(cut.text, text);
    EXPECT_EQ(cut.column, column) << text;
    EXPECT_EQ(cut.width, width) << text;
  }
}

TEST(Excerpt, CutsALongLineAroundThePlace) {
  const std::string line = std::string(5'000, 'a') + "HERE" + std::string(5'000, 'b');
  const Excerpt cut = excerpt(line, 5'000, 4);
  EXPECT_LE(columns(cut.text), 121u);
  EXPECT_TRUE(cut.text.starts_with("…a") && cut.text.ends_with("b…"));
  EXPECT_EQ(cut.column, 51u);
  EXPECT_EQ(cut.width, 4u);
  EXPECT_EQ(cut.text.find("HERE"), 50 + std::string_view("…").size());
}

TEST(Excerpt, CutsBetweenWholeCharacters) {
  std::string line;
  for (int i = 0; i < 2'000; ++i) line += "é名";
  const Excerpt cut = excerpt(line, 2'500, 5);
  EXPECT_EQ(cut.text.find("\\x"), std::string::npos);
  EXPECT_LE(columns(cut.text), 121u);
}

TEST(Print, NamesTheCellOfASheet) {
  Sources sources;
  const std::uint32_t sheet = sources.add_sheet("book.xlsx", "Prices", "a\tbad", {{0, 1, 1}, {2, 1, 2}});
  Findings findings;
  findings.add("W1", "w", Severity::kNote, {sheet, 2, 3}, "seen");
  EXPECT_EQ(print(findings.all()[0], sources),
            "note[W1]: seen\n"
            "  --> book.xlsx:Prices!B1\n"
            "   |\n"
            " 1 | a    bad\n"
            "   |      ^^^\n");
}

}  // namespace
}  // namespace ferrule::diag
