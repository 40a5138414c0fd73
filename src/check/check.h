// A plant checked: every rule run, every link given its verdict.
//
// Shape:  findings in printing order; one verdict per link. A link is faulty when light does not arrive as the intent asks or an
//         error-level finding touches it, unproven when something it rests on is unknown, else proven.
//         Waivers change what counts for the exit code, never a verdict.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "check/policy.h"
#include "check/proof.h"
#include "check/rule.h"

namespace ferrule::check {

enum class Verdict : std::uint8_t { kProven, kUnproven, kFaulty };
std::string_view spell(Verdict verdict);

struct CheckResult {
  std::unique_ptr<Proof> proof;
  std::vector<diag::Finding> findings;
  std::vector<Verdict> verdicts;  // by link
  std::vector<NotChecked> not_checked;
  std::size_t proven = 0, unproven = 0, faulty = 0;
  std::string first_unknown;  // what the first finding says that leaves links unproven; empty: none does
};

struct CheckOptions {
  bool list_all = false;  // name every subject of a finding, not the first few
  bool repairs = true;    // look for the least repair of faulty links
  std::string today;      // yyyy-mm-dd, for waivers; empty: waivers do not expire
};

CheckResult check(const plant::Plant& plant, const facts::Facts& facts, const Settings& settings,
                  const CheckOptions& options = {});

}  // namespace ferrule::check
