// The table of commands as text for people, as a manual page, and as completions for a shell.
#pragma once

#include <string>

#include "cli/commands.h"

namespace ferrule::cli {

std::string usage_line(const Command& command);  // "ferrule check PATH [OPTIONS]"
std::string help_text(const Command& command);
std::string program_help();
std::string manual_page(std::string_view version);  // roff, man(7)
std::string bash_completion();

}  // namespace ferrule::cli
