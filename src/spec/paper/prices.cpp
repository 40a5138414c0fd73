// "Per core" multiplies a price by the fibres of the cable, and nobody says so twice.
#include "base/text.h"
#include "spec/paper/checks.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

constexpr std::string_view kPerFibre[] = {"per core", "/core",      "/ core",  "per fibre", "/fibre",    "per fiber", "/fiber",
                                          "/ fiber",  "per strand", "/strand", "/芯",       "每芯",      "pro faser", "/faser",
                                          "je faser", "pro ader",   "/ader",   "par fibre", "por fibra", "/fibra"};

struct Found {
  std::size_t at = std::string::npos, length = 0;
};

Found per_fibre(std::string_view text) {
  const std::string words = lower(text);
  for (const std::string_view word : kPerFibre)
    if (const std::size_t at = words.find(word); at != std::string::npos) return {at, word.size()};
  return {};
}

bool a_core(const Text& text) {
  return text.role == Role::kUnit && one_of(lower(text.text()), {"core", "cores", "c", "fo", "fibre", "fiber", "芯"});
}

// Prose speaks of loss per fibre, tests per fibre; a price has its word beside it.
bool of_money(const Text& text) {
  if (text.heading || text.role == Role::kPrice || text.role == Role::kQuantity || text.role == Role::kUnit) return true;
  const std::string words = lower(text.text());
  for (const std::string_view word : {"price", "moq", "usd", "eur", "cny", "rmb", "$", "€", "¥", "cost"})
    if (words.find(word) != std::string::npos) return true;
  return false;
}

}  // namespace

void check_prices(const Paper& paper, Report& report) {
  for (const Text& text : paper.texts) {
    const Found found = per_fibre(text.text());
    const bool unit = a_core(text);
    if (!unit && (found.at == std::string::npos || !of_money(text))) continue;
    const diag::Place place =
        unit ? text.cell->place
             : text.cell->part(static_cast<std::uint32_t>(found.at), static_cast<std::uint32_t>(found.at + found.length));
    report.say(kPricePerCore, place, "counted per fibre, not per piece")
        .note("a cable of 12 fibres then costs twelve times what stands there, or its quantity is a twelfth")
        .help("ask for the price and the smallest order per piece, and write `per piece`");
  }
}

}  // namespace ferrule::spec::paper
