// Several files that belong together: all are written beside their places first, and take them one after the other at the end.
//
// Errors: a folder that cannot be made or written, a full disk: a Failure, and no file has changed.
#pragma once

#include <map>
#include <string>

#include "base/result.h"

namespace ferrule::cli {

// The folder is made when it is not there. Files of it that are not named are left alone.
Result<void> write_folder(const std::string& folder, const std::map<std::string, std::string, std::less<>>& files);

// The same for a plan, which takes the place of an older plan alone: a Failure where the folder has a file of these names and no design
// wrote it, a project whose fabric would be gone among them.
Result<void> write_plan(const std::string& folder, const std::map<std::string, std::string, std::less<>>& files);

}  // namespace ferrule::cli
