// An upgrade in the published form: docs/schema/upgrade.schema.json; and as a long table, one row for each group and application.
#pragma once

#include <string>

#include "api/upgrade.h"

namespace ferrule::api {

std::string upgrade_json(const UpgradeReport& report);
std::string upgrade_csv(const UpgradeReport& report);

// "links L1, L2" or "trunks T1, T2", the first few, with the number of the others.
std::string group_name(const check::UpgradeGroup& group, std::size_t most);

}  // namespace ferrule::api
