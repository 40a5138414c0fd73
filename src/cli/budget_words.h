// Losses and chances of distributions in words, as both texts of a budget say them.
#pragma once

#include <string>
#include <vector>

#include "api/budget.h"

namespace ferrule::cli {

std::string spell_db(double db);  // "1.12 dB", rounded up like every loss
// "0.92", "0.00013", "below 1e-8" where smaller ones are not told apart, or are of no interest.
std::string spell_chance(double chance, double not_told_apart);
std::string spell_power(double power_of_ten);                                                 // "1e-8", "0.01"
double told_apart_from(double not_told_apart, double interest);                               // the power of ten at or above both
std::string spell_margin(const std::optional<Loss>& loss, const std::optional<Loss>& limit);  // "2.27 dB", "-0.12 dB", "?"
std::string correlation_words(const api::BudgetOptions& asked);                               // "0.5, an assumption"
// Of a hall. Neither nought nor one is said of what is only near it, nor a number of what is not told apart.
std::string spell_expected(const loss::HallYield& yield, double not_told_apart);    // "0.000343", "below 1e-6"
std::string spell_none_fails(const loss::HallYield& yield, double not_told_apart);  // "0.999657", "above 0.999999"

}  // namespace ferrule::cli
