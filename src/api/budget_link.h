// One link's budget in full: its pieces in light order for each wavelength.
#pragma once

#include "api/budget_book.h"

namespace ferrule::api {

LinkBudget budget_of_link(BudgetBook& book, std::uint32_t link, check::Verdict verdict);

}  // namespace ferrule::api
