// Files that were made to hurt: each is answered with few findings, in little time, whatever its size. The limits on time are
// loose, for sanitizers and busy machines; without the guards most of these take minutes or gigabytes.
#include <chrono>
#include <functional>
#include <gtest/gtest.h>

#include "diag/print.h"
#include "syntax/csv.h"
#include "syntax/yaml.h"

namespace ferrule::syntax {
namespace {

using std::chrono::seconds;
constexpr std::size_t kMega = 1'000'000;

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

std::string numbered(std::string_view before, std::string_view after, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out.append(before).append(std::to_string(i)).append(after);
  return out;
}

struct Hostile {
  const char* what;
  const char* code;  // of the first finding; null for text that is strange and allowed
  std::string text;
  std::size_t most_findings = 1;
};

// Reads, prints every finding, and holds both to their bounds.
void expect_bounded(const Hostile& hostile,
                    const std::function<void(const diag::Sources&, std::uint32_t, diag::Findings&)>& read) {
  diag::Sources sources;
  diag::Findings findings;
  const std::uint32_t source = sources.add("hostile", hostile.text);
  const auto begin = std::chrono::steady_clock::now();
  read(sources, source, findings);
  std::size_t printed = 0;
  for (const diag::Finding& finding : findings.all()) printed += diag::print(finding, sources).size();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, seconds(20)) << hostile.what;
  EXPECT_LE(findings.all().size() + findings.suppressed(), hostile.most_findings) << hostile.what;
  EXPECT_LE(printed, 2'000 * hostile.most_findings) << hostile.what;
  EXPECT_EQ(findings.all().empty() ? "none" : findings.all().front().code, hostile.code == nullptr ? "none" : hostile.code)
      << hostile.what;
}

TEST(Hostile, YamlStaysBounded) {
  const Hostile files[] = {
      {"opening brackets", "L106", repeated("[", kMega)},
      {"opening braces", "L106", repeated("{a: ", kMega)},
      {"lists in lists", "L106", repeated("- ", kMega)},
      {"keys in keys", "L104", repeated("? ", kMega)},
      {"brackets over lines", "L106", repeated("[\n", kMega)},
      {"alias bomb", "L104", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"},
      {"a hundred thousand anchors", "L104", numbered("a: &x", " 1\n", 100'000)},
      {"a million aliases", "L104", "[" + repeated("*a, ", kMega)},
      {"a million directives", "L104", numbered("%TAG !a", "! x\n", kMega) + "---\na: 1\n"},
      {"a million directives behind a document", "L104", "a: 1\n...\n" + numbered("%TAG !a", "! x\n", kMega) + "---\na: 1\n"},
      {"blanks that libyaml would wipe at every line", "L103",
       "a: x" + repeated(" ", 5 * kMega) + "y\n" + repeated("  z\n", kMega)},
      {"line ends that libyaml would wipe at every line", "L103", "a: x" + repeated("\n", 5 * kMega) + repeated("\n  z", kMega)},
      {"wide line ends", "L103", "a: x" + repeated("\u2028", kMega) + repeated("\n  z", kMega)},
      {"a million duplicates", "L105", repeated("a: 1\n", kMega), 1'000},
      {"duplicates in one line", "L105", "{" + repeated("a: 1, ", 100'000) + "}", 1'000},
      {"two long keys", "L105", "? " + repeated("k", kMega) + "\n: 1\n? " + repeated("k", kMega) + "\n: 1\n"},
      {"a cell of 10 MB", nullptr, "a: \"" + repeated("x", 10 * kMega) + "\"\n"},
      {"a key of 10 MB", "L103", repeated("x", 10 * kMega) + ": 1\n"},
      {"a comment of 10 MB", nullptr, "#" + repeated("x", 10 * kMega)},
      {"a long line that breaks off", "L103", "a: [" + repeated("b, ", kMega)},
      {"NULs", "L107", std::string(kMega, '\0')},
      {"no UTF-8", "L102", std::string(kMega, '\xFF')},
      {"carriage returns", nullptr, "a: 1" + repeated("\r", 1'000)},
      {"unclosed quote", "L103", "a: \"" + repeated("b\n", kMega)},
      {"unclosed quote of umlauts", "L103", "a: \"" + repeated("ü\n", kMega)},
  };
  for (const Hostile& file : files)
    expect_bounded(file, [](const diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
      (void)read_yaml(sources, source, findings);
    });
}

TEST(Hostile, CsvStaysBounded) {
  const Hostile files[] = {
      {"a cell of 10 MB", "L111", "a,b\n" + repeated("x", 10 * kMega) + ",1\n"},
      {"a quoted cell of 10 MB", "L111", "a,b\n\"" + repeated("x", 10 * kMega) + "\",1\n"},
      {"a quote that nothing closes", "L109", "a,b\n\"" + repeated("x,y\n", kMega)},
      {"only quotes", "L109", repeated("\"", kMega + 1)},
      {"doubled quotes", nullptr, "a\n\"" + repeated("\"\"", 100'000) + "\"\n"},
      {"quotes in a row that is too wide", "L108", "a,b\n" + repeated("\"\"\"\",", kMega)},
      {"a row of commas", "L108", "a,b\n" + repeated(",", 10 * kMega)},
      {"a header of commas", "L110", repeated(",", 10 * kMega)},
      {"a header of names", "L110", numbered("n", ",", kMega)},
      {"a header of one name", "L110", repeated("n,", 9'000), 1'000 + 8'000},
      {"a million ragged rows", "L108", "a,b\n" + repeated("1\n", kMega), 1'000},
      {"text behind quotes", "L109", "a,b\n" + repeated("\"1\"2,3\n", kMega), 1'000},
      {"a million blank lines", nullptr, "a,b\n" + repeated("\n", kMega)},
      {"a million comments", nullptr, "a,b\n" + repeated("#\n", kMega)},
      {"a line of blanks", nullptr, "a,b\n" + repeated(" ", 10 * kMega)},
      {"only line feeds", "L110", repeated("\n", kMega)},
      {"only carriage returns", "L110", "a,b\r" + repeated("1,2\r", kMega)},
      {"NULs", "L107", std::string(kMega, '\0')},
      {"no UTF-8", "L102", std::string(kMega, '\xFF')},
  };
  for (const Hostile& file : files)
    expect_bounded(file, [](const diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
      CsvReader reader(sources, source, findings);
      while (!reader.next().empty()) continue;
    });
}

}  // namespace
}  // namespace ferrule::syntax
