// One function per verb: asks api, prints, and says how it ended.
#pragma once

#include "api/exit.h"
#include "base/result.h"
#include "cli/arguments.h"
#include "cli/console.h"

namespace ferrule::cli {

api::Exit run_check(const Arguments& arguments, Console& console);    // check.cpp
api::Exit run_trace(const Arguments& arguments, Console& console);    // trace.cpp
api::Exit run_budget(const Arguments& arguments, Console& console);   // budget.cpp
api::Exit run_limits(const Arguments& arguments, Console& console);   // limits.cpp
api::Exit run_parse(const Arguments& arguments, Console& console);    // parse_lines.cpp
api::Exit run_fits(const Arguments& arguments, Console& console);     // fits.cpp
api::Exit run_compare(const Arguments& arguments, Console& console);  // compare.cpp
api::Exit run_lint(const Arguments& arguments, Console& console);     // lint.cpp
api::Exit run_explain(const Arguments& arguments, Console& console);  // explain.cpp
api::Exit run_reach(const Arguments& arguments, Console& console);    // reach.cpp
api::Exit run_upgrade(const Arguments& arguments, Console& console);  // upgrade.cpp
api::Exit run_build(const Arguments& arguments, Console& console);    // build.cpp
api::Exit run_design(const Arguments& arguments, Console& console);   // design.cpp
api::Exit run_bom(const Arguments& arguments, Console& console);      // bom.cpp
api::Exit run_effort(const Arguments& arguments, Console& console);   // effort.cpp
api::Exit run_init(const Arguments& arguments, Console& console);     // init.cpp
api::Exit run_help(const Arguments& arguments, Console& console);     // run.cpp

// A verb that exists but was used wrongly: the message, and how to learn more.
api::Exit usage_error(Console& console, std::string_view verb, std::string_view message, std::string_view help = {});

// The file or folder that was asked for cannot be written.
api::Exit cannot_write(Console& console, const Failure& failure);

}  // namespace ferrule::cli
