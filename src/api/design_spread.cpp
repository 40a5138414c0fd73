#include "api/design_spread.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"
#include "synth/placing.h"

namespace ferrule::api {
namespace {

bool any_drop_too_full(const DesignReport& report) {
  const auto& all = report.findings.all();
  return std::any_of(all.begin(), all.end(), [](const diag::Finding& one) { return one.code == synth::kDropTooFull.code; });
}

// By tier: how many stand in a rack at most, now and when they are shared out.
struct Share {
  int now = 0, even = 0;
};

std::map<std::uint32_t, Share> shares_of(const DesignReport& report) {
  const synth::Fabric& fabric = *report.fabric;
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> in_rack;                    // by tier and rack
  std::map<std::pair<std::uint32_t, std::vector<std::string>>, std::uint64_t> rows;  // by tier and the racks that it may stand in
  for (std::uint32_t d = 0; d < report.net.devices.size() && d < report.plan.stands.size(); ++d) {
    const std::uint32_t tier = report.net.devices[d].tier;
    if (fabric.tiers[tier].racks.empty() || fabric.tiers[tier].per_rack > 0) continue;
    if (report.plan.stands[d]) ++in_rack[{tier, report.plan.stands[d]->rack}];
    ++rows[{tier, synth::racks_of_tier(fabric, report.net.devices[d])}];
  }
  std::map<std::uint32_t, Share> out;
  for (const auto& [where, count] : in_rack) out[where.first].now = std::max(out[where.first].now, count);
  for (const auto& [row, count] : rows) {
    const std::uint64_t racks = row.second.size();
    out[row.first].even = std::max(out[row.first].even, static_cast<int>((count + racks - 1) / racks));
  }
  std::erase_if(out, [](const auto& tier) { return tier.second.even == 0 || tier.second.even >= tier.second.now; });
  return out;
}

std::string words_of(const std::map<std::uint32_t, Share>& shares, const lang::Design& design) {
  std::vector<std::string> out;
  for (const auto& [tier, share] : shares)
    out.push_back(
        fmt::format("at most {} of {} in a rack, not {}", share.even, printable(design.fabric.tiers[tier].name), share.now));
  return joined(out, "; ");
}

}  // namespace

DesignReport design_spread(std::unique_ptr<Loaded> loaded, const std::function<DesignReport(std::unique_ptr<Loaded>)>& design) {
  const diag::Findings findings = loaded->findings;
  const std::shared_ptr<const lang::Design> asked = loaded->design;
  DesignReport packed = design(std::move(loaded));
  if (asked == nullptr || !any_drop_too_full(packed)) return packed;
  const std::map<std::uint32_t, Share> shares = shares_of(packed);
  if (shares.empty()) return packed;
  auto spread = std::make_shared<lang::Design>(*asked);
  for (const auto& [tier, share] : shares) spread->fabric.tiers[tier].per_rack = share.even;
  std::unique_ptr<Loaded> again = std::move(packed.loaded);
  again->findings = findings;
  again->design = std::move(spread);
  DesignReport other = design(std::move(again));
  if (other.exit != Exit::kClean || any_drop_too_full(other)) {
    packed.loaded = std::move(other.loaded);
    packed.loaded->design = asked;
    return packed;
  }
  other.loaded->design = asked;
  other.choices.push_back(words_of(shares, *asked) + ": packed into fewer racks, their cables are more than a drop holds");
  return other;
}

}  // namespace ferrule::api
