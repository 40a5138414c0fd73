// Writes docs/loss-checks.md, or holds it against what is computed now.
//
//     loss_checks [--bless] PAGE      exit code 1: a check does not pass, or the page is another; 2: the page cannot be read or written
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <fmt/format.h>

#include "checks/checks.h"

namespace ferrule::checks {
namespace {

constexpr const char* kHead =
    R"(# The figures of loss statistics, computed again

Every published or stated figure that the loss engine must reproduce, with what it gives today. The page is written by the tests: they
compute each row, compare the page byte for byte, and fail when a figure is off by more than its tolerance. `tools/bless-checks` writes
it anew; the inputs stand in [tests/checks/](../tests/checks/), where the unit tests take them from as well.

What each letter is, and where it comes from: U Uhing et al., NAECON 1990 [UHING]; I the planning example of IBM [IBM-SM]; K lateral
offsets of multimode connections [KROPP], with the correction of [HANBERG]; E the exponential law of random offsets; G grades of
connectors read as distributions; S and M geometry of single-mode and multimode joints; A loss allocations of Ethernet [TIA-SR42]
[TIA-DR8] [TIA-LR8] [ANS583]; F Fibre Channel [IBM-MM]; N a maker's rule for two panels [NV-SC]; J a maker's power margin [EASYMAN]; T
matings that a channel supports. Keys in brackets: [data/sources.csv](../data/sources.csv).

"follows" says that the stated figure comes out within the tolerance, or that the bound holds. "does not follow" marks a published
figure that its own inputs do not give: the row shows by how much, and the test fails should it ever come out after all.

| check | what | inputs | stated | computed | difference | tolerance | result |
|---|---|---|---|---|---|---|---|
)";

std::string figures(const std::vector<double>& values, const Check& check) {
  std::string out;
  for (const double value : values) out += fmt::format("{}{:.{}f}", out.empty() ? "" : " / ", value, check.decimals);
  return check.unit.empty() ? out : out + " " + check.unit;
}

std::string verdict(const Check& check) {
  const std::string note = check.note.empty() ? "" : "; " + check.note;
  if (!passes(check)) return "**FAILS**" + note;
  return (check.claim == Claim::kDoesNotFollow ? "does not follow" : "follows") + note;
}

// Small tolerances in as many digits as they have.
std::string small(double value) { return fmt::format("{:g}", value); }

std::string row(const Check& check) {
  const bool bound = check.claim == Claim::kAtLeast || check.claim == Claim::kAtMost;
  const std::string lead = check.claim == Claim::kAtLeast ? "at least " : check.claim == Claim::kAtMost ? "at most " : "";
  return fmt::format("| {} | {} | {} | {}{} | {} | {} | {} | {} |\n", check.id, check.what, check.inputs, lead,
                     figures(check.stated, check), figures(check.computed, check),
                     bound ? "" : fmt::format("{:.{}f}", difference(check), check.decimals + 1),
                     bound                  ? ""
                     : check.tolerance == 0 ? "exact"
                                            : small(check.tolerance),
                     verdict(check));
}

int run(const std::string& page, bool bless) {
  std::string text = kHead;
  int failed = 0, off = 0;
  const std::vector<Check> checks = all_checks();
  for (const Check& check : checks) {
    text += row(check);
    off += check.claim == Claim::kDoesNotFollow ? 1 : 0;
    if (passes(check)) continue;
    ++failed;
    fmt::print(stderr, "{} {} ({}): stated {}, computed {}\n", check.id, check.what, check.inputs, figures(check.stated, check),
               figures(check.computed, check));
  }
  text += fmt::format("\n{} checks: {} follow, {} published figures do not.\n", checks.size(),
                      static_cast<int>(checks.size()) - failed - off, off);
  if (bless) {
    std::ofstream file(page, std::ios::binary);
    file << text;
    if (!file.flush()) return fmt::print(stderr, "{} cannot be written\n", page), 2;
  } else {
    std::ifstream file(page, std::ios::binary);
    if (!file) return fmt::print(stderr, "{} cannot be read; tools/bless-checks writes it\n", page), 2;
    if (std::string(std::istreambuf_iterator<char>(file), {}) != text) {
      fmt::print(stderr, "{} is not what is computed now; tools/bless-checks writes it\n", page);
      return 1;
    }
  }
  fmt::print("{} checks, {} failed\n", checks.size(), failed);
  return failed > 0 ? 1 : 0;
}

}  // namespace
}  // namespace ferrule::checks

int main(int argc, char** argv) {
  const bool bless = argc == 3 && std::string(argv[1]) == "--bless";
  if (argc != 2 && !bless) return fmt::print(stderr, "usage: loss_checks [--bless] PAGE\n"), 2;
  return ferrule::checks::run(argv[argc - 1], bless);
}
