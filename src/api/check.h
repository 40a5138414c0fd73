// A project checked: everything that a front end can say about it. Prints nothing.
//
//     load -> check::check -> findings of both in printing order, counts, exit code
//
// Shape:  findings by place, then by code: the reader's come before the rules' at one place, so a cause stands before what follows from it.
//         Links are spelled one at a time (describe_link): a hall of a million links is never a million strings.
// Errors: none. A project that cannot be read gives a report without links whose exit code is 3.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/exit.h"
#include "api/load.h"
#include "check/check.h"

namespace ferrule::api {

struct CheckOptions {
  diag::Severity level = diag::Severity::kError;  // findings from here up make the exit code 1
  bool list_all = false;                          // keep every subject's name, not the first few
  bool repairs = true;
  std::string today = {};  // yyyy-mm-dd; empty: waivers do not expire
};

struct CheckCounts {
  std::size_t links = 0, proven = 0, unproven = 0, faulty = 0;
  std::uint64_t fibres = 0;  // followed for links
  std::size_t ways = 0;      // distinct ones among them
  std::size_t errors = 0, warnings = 0, notes = 0, waived = 0;
  std::size_t not_kept = 0;  // findings of codes that had too many
};

struct CheckReport {
  std::unique_ptr<Loaded> loaded;
  std::unique_ptr<check::Proof> proof;   // null when nothing was checked
  std::vector<check::Verdict> verdicts;  // by link
  diag::Findings findings;               // in printing order, waived ones among them
  std::vector<check::NotChecked> not_checked;
  CheckCounts counts;
  Exit exit = Exit::kClean;
};

CheckReport check(const LoadRequest& request, const CheckOptions& options = {});

// The same for a project that is in memory already.
CheckReport check(std::unique_ptr<Loaded> loaded, const CheckOptions& options = {});

struct LaneReport {
  int lane = 1;  // within the link, as printed
  plant::Function function = plant::Function::kDark;
  int position = 1;          // where it leaves the near end, as printed
  std::string arrives_end;   // "spine1/Eth1"; empty when no connector was reached
  int arrives_position = 0;  // as printed; 0 when no fibre can be named
  check::Outcome result = check::Outcome::kUnknown;
};

struct LinkReport {
  std::string id, a, b, application;  // b is "any" when the plant decides
  check::Verdict verdict = check::Verdict::kUnproven;
  std::vector<LaneReport> lanes;  // of all its receptacles, in order
};

LinkReport describe_link(const CheckReport& report, std::uint32_t link);

std::string_view spell(plant::Function function);  // "transmit", "receive", "both", "dark"

// "leaf1/Eth1", "leaf1/Eth1:3", "leaf1/Eth1/2:1-2", "any": one side of a link as an author would write it.
std::string spell_link_side(const plant::Plant& plant, std::uint32_t link, bool a);

}  // namespace ferrule::api
