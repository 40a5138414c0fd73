// The day for which waivers are judged: --today, or the day it is here.
#pragma once

#include <string>
#include <string_view>

#include "api/exit.h"
#include "cli/arguments.h"
#include "cli/console.h"

namespace ferrule::cli {

std::string date_of(const Arguments& arguments);
bool is_date(std::string_view text);  // yyyy-mm-dd
api::Exit bad_date(Console& console, std::string_view verb, std::string_view text);

}  // namespace ferrule::cli
