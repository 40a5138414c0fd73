// Gathers what the checks say: the same words said of many lines are one finding with many places.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diag/finding.h"
#include "spec/paper/rules.h"

namespace ferrule::spec::paper {

std::string where(const diag::Sources& sources, diag::Place place);  // "line 12", "Sheet1!C12"

class Report {
 public:
  explicit Report(const diag::Sources& sources) : sources_(sources) {}

  diag::Findings::Builder say(const Rule& rule, diag::Place place, std::string message) {
    return say(rule, rule.severity, place, std::move(message));
  }
  // What is built on belongs to the first of equal findings; of the others only the place is kept.
  diag::Findings::Builder say(const Rule& rule, Severity severity, diag::Place place, std::string message);

  std::string where(diag::Place place) const { return paper::where(sources_, place); }
  void give_to(diag::Findings& findings);  // in the order of their places

 private:
  const diag::Sources& sources_;
  std::vector<diag::Finding> list_;
  std::vector<std::vector<diag::Place>> places_;  // of each finding
  std::map<std::pair<std::string_view, std::string>, std::size_t> known_;
  diag::Finding spare_;
};

}  // namespace ferrule::spec::paper
