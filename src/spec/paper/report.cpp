#include "spec/paper/report.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::spec::paper {

diag::Findings::Builder Report::say(const Rule& rule, Severity severity, diag::Place place, std::string message) {
  const auto [known, first] = known_.try_emplace({rule.code, message}, list_.size());
  if (!first) {
    std::vector<diag::Place>& places = places_[known->second];
    if (places.back() != place) places.push_back(place);
    spare_ = {};
    return diag::Findings::Builder(spare_);
  }
  places_.push_back({place});
  diag::Finding& finding = list_.emplace_back();
  finding.code = rule.code;
  finding.name = rule.name;
  finding.severity = severity;
  finding.place = place;
  finding.message = std::move(message);
  return diag::Findings::Builder(finding);
}

std::string where(const diag::Sources& sources, diag::Place place) {
  const std::string cell = sources.cell(place);
  return cell.empty() ? fmt::format("line {}", sources.line_column(place).line) : cell;
}

void Report::give_to(diag::Findings& findings) {
  for (std::size_t i = 0; i < list_.size(); ++i) {
    diag::Finding& finding = list_[i];
    if (places_[i].size() > 1) {
      finding.subject_kind = "place";
      for (const diag::Place& place : places_[i]) finding.subjects.push_back(where(place));
      finding.subjects.erase(std::unique(finding.subjects.begin(), finding.subjects.end()), finding.subjects.end());
      if (finding.subjects.size() < 2) finding.subjects.clear();
    }
    findings.add(std::move(finding));
  }
}

}  // namespace ferrule::spec::paper
