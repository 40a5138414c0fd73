// Losses and chances of distributions in words, as both texts of a budget say them.
#pragma once

#include <string>

#include "api/budget.h"

namespace ferrule::cli {

std::string spell_db(double db);          // "1.12 dB", rounded up like every loss
std::string spell_chance(double chance);  // "0.92", "0.00013", "below 1e-8": less is not told apart
std::string spell_margin(const std::optional<Loss>& loss, const std::optional<Loss>& limit);  // "2.27 dB", "-0.12 dB", "?"
std::string correlation_words(const api::BudgetOptions& asked);                               // "0.5, an assumption"

}  // namespace ferrule::cli
