// A check report for people: the findings as a compiler prints them, then what was checked and how it came out.
#pragma once

#include <string>

#include "api/check.h"

namespace ferrule::cli {

struct CheckTextOptions {
  bool colour = false;
  bool list_all = false;
  bool notes = false;  // show the notes, not only their number
  bool summary = true;
  bool can_list = true;  // the verb has --list
};

std::string check_text(const api::CheckReport& report, const CheckTextOptions& options = {});

// Findings alone, for verbs whose data is something else.
std::string findings_text(const diag::Findings& findings, const diag::Sources& sources, const CheckTextOptions& options);

}  // namespace ferrule::cli
