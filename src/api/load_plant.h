// The plant of a project: as its files say, or, of a fabric that nobody has cabled yet, as `design` makes it.
//
// Errors: a fabric that gives no clean plant is not readable as one; what is wrong with it is in the findings. Warnings of a design that is
//         clean are passed on.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/load.h"

namespace ferrule::api {

// `prices`: as of DesignOptions.
std::unique_ptr<Loaded> load_plant(const LoadRequest& request, const std::vector<std::string>& prices = {});

// The files of the plant that is designed of a fabric; nothing for any other project, and where there is no clean plant.
std::optional<std::map<std::string, std::string, std::less<>>> designed_files(const LoadRequest& request);

}  // namespace ferrule::api
