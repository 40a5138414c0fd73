#include "diag/finding.h"

#include <algorithm>
#include <tuple>

namespace ferrule::diag {

std::string_view spell(Severity severity) {
  switch (severity) {
    case Severity::kOff: return "off";
    case Severity::kNote: return "note";
    case Severity::kWarning: return "warning";
    case Severity::kError: break;
  }
  return "error";
}

Findings::Builder Findings::add(std::string code, std::string name, Severity severity, Place place, std::string message) {
  Finding finding;
  finding.code = std::move(code);
  finding.name = std::move(name);
  finding.severity = severity;
  finding.place = place;
  finding.message = std::move(message);
  const std::size_t before = list_.size();
  add(std::move(finding));
  if (list_.size() > before) return Builder(list_.back());
  spare_ = {};
  return Builder(spare_);
}

void Findings::add(Finding finding) {
  auto count = std::find_if(counts_.begin(), counts_.end(), [&](const auto& entry) { return entry.first == finding.code; });
  if (count == counts_.end()) count = counts_.insert(count, {finding.code, 0});
  if (++count->second > kMostPerCode) {
    ++suppressed_;
    return;
  }
  list_.push_back(std::move(finding));
}

bool Findings::any_at_least(Severity severity) const {
  return std::any_of(list_.begin(), list_.end(), [&](const Finding& f) { return f.waived_by.empty() && f.severity >= severity; });
}

bool Findings::any_unreadable() const {
  return std::any_of(list_.begin(), list_.end(), [](const Finding& f) { return f.unreadable; });
}

void Findings::sort() {
  std::stable_sort(list_.begin(), list_.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.place, a.code, a.message) < std::tie(b.place, b.code, b.message);
  });
  // One fault is told once, whoever looked at that place again.
  const auto same = [](const Finding& a, const Finding& b) {
    return a.place.known() &&
           std::tie(a.place, a.code, a.message, a.label, a.subjects) == std::tie(b.place, b.code, b.message, b.label, b.subjects);
  };
  list_.erase(std::unique(list_.begin(), list_.end(), same), list_.end());
}

}  // namespace ferrule::diag
