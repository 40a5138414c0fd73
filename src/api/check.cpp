#include "api/check.h"

#include <algorithm>
#include <utility>
#include <fmt/format.h>

#include "api/load_plant.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

using plant::kNone;

constexpr std::string_view kEndsOpen = "P414";  // the finding that follows most often from something that was not understood

void count_findings(const diag::Findings& findings, CheckCounts& counts) {
  for (const diag::Finding& finding : findings.all()) {
    if (!finding.waived_by.empty())
      ++counts.waived;
    else if (finding.severity == diag::Severity::kError)
      ++counts.errors;
    else if (finding.severity == diag::Severity::kWarning)
      ++counts.warnings;
    else
      ++counts.notes;
  }
  counts.not_kept = findings.suppressed();
}

void count_links(const plant::Plant& plant, const check::CheckResult& result, CheckCounts& counts) {
  counts.links = plant.link_count();
  counts.proven = result.proven;
  counts.unproven = result.unproven;
  counts.faulty = result.faulty;
  counts.ways = result.proof->ways.size();
  for (const check::Way& way : result.proof->ways) counts.fibres += std::uint64_t{way.bundles} * way.fates.size();
}

Exit exit_of(const CheckReport& report, diag::Severity level) {
  if (!report.loaded->readable || report.findings.any_unreadable()) return Exit::kUnreadable;
  return report.findings.any_at_least(level) ? Exit::kFindings : Exit::kClean;
}

// A twin-port module named without its receptacle is a link of several bundles, all on one asset.
bool names_whole_part(const plant::Plant& plant, std::uint32_t first, std::uint32_t end, bool a) {
  const auto asset = [&](std::uint32_t bundle) {
    const plant::Bundle& asked = plant.bundles[bundle];
    return plant.connectors[a ? asked.a : asked.b].asset;
  };
  for (std::uint32_t bundle = first; bundle < end; ++bundle)
    if (asset(bundle) != asset(first)) return false;
  return end - first > 1;
}

std::string spell_lanes(const plant::LaneSet& set) {
  if (set.whole) return "";
  if (set.lanes == 1) return fmt::format(":{}", set.first_lane + 1);
  return fmt::format(":{}-{}", set.first_lane + 1, set.first_lane + set.lanes);
}

void describe_lanes(const CheckReport& report, std::uint32_t bundle, int first_lane, std::vector<LaneReport>& lanes) {
  const check::Way& way = report.proof->ways[report.proof->way_of_bundle[bundle]];
  const std::vector<plant::Light::Leaf> leaves = report.proof->leaves_of(bundle);
  for (const check::Fate& fate : way.fates) {
    LaneReport lane;
    lane.lane = first_lane + fate.lane + 1;
    lane.function = fate.function;
    lane.position = fate.from + 1;
    lane.result = fate.outcome;
    if (fate.leaf < leaves.size() && leaves[fate.leaf].connector != kNone) {
      lane.arrives_end = report.loaded->plant.spelled(leaves[fate.leaf].connector);
      const bool fibre_known =
          fate.ending == plant::Ending::kPort || fate.ending == plant::Ending::kOpenEnd || fate.ending == plant::Ending::kUnlit;
      lane.arrives_position = fibre_known ? fate.to + 1 : 0;
    }
    lanes.push_back(std::move(lane));
  }
}

}  // namespace

CheckReport check(const LoadRequest& request, const CheckOptions& options) { return check(load_plant(request), options); }

CheckReport check(std::unique_ptr<Loaded> loaded, const CheckOptions& options) {
  CheckReport report;
  report.loaded = std::move(loaded);
  report.findings = std::move(report.loaded->findings);
  report.loaded->findings = {};
  const auto& read = report.findings.all();
  const auto is_error = [](const diag::Finding& finding) { return finding.severity == diag::Severity::kError; };
  const auto left_out = static_cast<std::size_t>(std::count_if(read.begin(), read.end(), is_error));
  if (report.loaded->readable) {
    check::CheckResult result = check::check(report.loaded->plant, report.loaded->facts, report.loaded->settings,
                                             {.list_all = options.list_all, .repairs = options.repairs, .today = options.today});
    for (diag::Finding& finding : result.findings) {
      if (finding.severity == diag::Severity::kOff) continue;
      if (left_out > 0 && finding.code == kEndsOpen)
        finding.notes.push_back({{},
                                 fmt::format("what {} while reading left out may be the cause: mend {} first",
                                             counted(left_out, "error"), left_out == 1 ? "it" : "them")});
      report.findings.add(std::move(finding));
    }
    count_links(report.loaded->plant, result, report.counts);
    report.proof = std::move(result.proof);
    report.verdicts = std::move(result.verdicts);
    report.not_checked = std::move(result.not_checked);
    if (left_out > 0 && report.counts.links > 0)
      report.not_checked.insert(report.not_checked.begin(),
                                {"what the reader could not make sense of",
                                 counted(left_out, "error") + " while reading; verdicts are about the rest"});
  } else {
    report.not_checked.push_back({"every link", "the project could not be read"});
  }
  report.findings.sort();
  count_findings(report.findings, report.counts);
  report.exit = exit_of(report, options.level);
  return report;
}

std::string_view spell(plant::Function function) {
  switch (function) {
    case plant::Function::kTransmit: return "transmit";
    case plant::Function::kReceive: return "receive";
    case plant::Function::kBoth: return "both";
    case plant::Function::kDark: break;
  }
  return "dark";
}

std::string spell_link_side(const plant::Plant& plant, std::uint32_t link, bool a) {
  const std::uint32_t first = plant.links[link].first_bundle, end = plant.links[link + 1].first_bundle;
  if (first == end) return "";
  const plant::Bundle& bundle = plant.bundles[first];
  const std::uint32_t connector = a ? bundle.a : bundle.b, set = a ? bundle.a_set : bundle.b_set;
  if (connector == kNone) return "any";
  if (names_whole_part(plant, first, end, a)) return plant.asset_spelled(plant.connectors[connector].asset);
  return plant.spelled(connector) + (set == kNone ? "" : spell_lanes(plant.lane_sets[set]));
}

LinkReport describe_link(const CheckReport& report, std::uint32_t link) {
  const plant::Plant& plant = report.loaded->plant;
  LinkReport out;
  out.id = plant.link_name(link);
  out.a = spell_link_side(plant, link, true);
  out.b = spell_link_side(plant, link, false);
  out.verdict = report.verdicts[link];
  int first_lane = 0;
  for (std::uint32_t bundle = plant.links[link].first_bundle; bundle < plant.links[link + 1].first_bundle; ++bundle) {
    const plant::Bundle& asked = plant.bundles[bundle];
    if (out.application.empty()) out.application = plant.type_of(asked.a).application;
    describe_lanes(report, bundle, first_lane, out.lanes);
    first_lane += plant.lane_sets[asked.a_set].lanes;
  }
  return out;
}

}  // namespace ferrule::api
