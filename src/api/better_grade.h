// The grade of connectors that is worth a try where loss stands in the way: the one that vendors sell beside the usual one.
// Source: data/connector_grades.csv.
#pragma once

#include <string_view>

namespace ferrule::api {

inline constexpr std::string_view kBetterGrade = "low-loss";

}  // namespace ferrule::api
