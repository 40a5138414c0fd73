// "Per core" multiplies a price by the fibres of the cable, and nobody says so twice.
#include "spec/paper/checks.h"

namespace ferrule::spec::paper {
namespace {

// Prose speaks of loss per fibre, tests per fibre; a price has its word beside it.
bool of_money(const Text& text) {
  return text.heading || text.role == Role::kPrice || text.role == Role::kQuantity || text.role == Role::kUnit ||
         text.vocabulary->speaks_of_money(text.text());
}

}  // namespace

void check_prices(const Paper& paper, Report& report) {
  for (const Text& text : paper.texts) {
    const PaperWords::Found found = text.vocabulary->per_fibre(text.text());
    const bool unit = text.role == Role::kUnit && text.vocabulary->is_fibre_unit(text.text());
    if (!unit && (found.size == 0 || !of_money(text))) continue;
    const diag::Place place =
        unit ? text.cell->place
             : text.cell->part(static_cast<std::uint32_t>(found.at), static_cast<std::uint32_t>(found.at + found.size));
    report.say(kPricePerCore, place, "counted per fibre, not per piece")
        .note("a cable of 12 fibres then costs twelve times what stands there, or its quantity is a twelfth")
        .help("ask for the price and the smallest order per piece, and write `per piece`");
  }
}

}  // namespace ferrule::spec::paper
