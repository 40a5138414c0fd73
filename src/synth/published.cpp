#include "synth/published.h"

#include <algorithm>
#include <fmt/format.h>

#include "synth/codes.h"
#include "synth/expand.h"
#include "synth/port_choice.h"

namespace ferrule::synth {
namespace {

std::int64_t counted_in_net(const Fabric& fabric, const Net& net, const std::string& what) {
  for (std::size_t i = 0; i < fabric.tiers.size(); ++i)
    if (fabric.tiers[i].name == what) return net.count(i);
  std::int64_t links = 0;
  for (const NetLink& link : net.links)
    if (fabric.rules[link.rule].name == what) ++links;
  return links;
}

// Ports that arrive over ports there are, when nobody asks that they divide.
std::int64_t least_devices(const Fabric& fabric, const Net& net, const std::string& tier) {
  for (std::size_t i = 0; i < fabric.tiers.size(); ++i) {
    if (fabric.tiers[i].name != tier || fabric.tiers[i].count) continue;
    const auto breaks_out = [&](const LinkRule& rule) {
      return (rule.from == i || rule.to == i) && ports_for(fabric, rule).split.legs > 1;
    };
    if (std::any_of(fabric.rules.begin(), fabric.rules.end(), breaks_out)) return 0;  // links are not receptacles there
    std::int64_t ends = 0;
    for (const NetLink& link : net.links) ends += (fabric.rules[link.rule].to == i) + (fabric.rules[link.rule].from == i);
    const std::int64_t ports = fabric.tiers[i].receptacles();
    return ports == 0 ? 0 : (ends + ports - 1) / ports;
  }
  return 0;
}

std::string words(const PublishedCheck& row) {
  std::string out;
  for (const auto& [group, size] : row.groups) out += (out.empty() ? "" : ", ") + fmt::format("{} {}", size, group);
  return out;
}

void say_difference(const Fabric& fabric, const PublishedCheck& row, const PublishedCount& count, diag::Findings& findings) {
  auto finding =
      say(findings, kPublishedDiffers, row.place,
          fmt::format("{}: {} {} are printed, the rules give {}", words(row), count.printed, count.what, count.counted));
  if (count.least > 0 && count.printed > count.counted)
    finding.note(
        fmt::format("{} suffice for the ports; {} is the fewest over which the links divide evenly", count.least, count.counted));
  finding.help("printed in " + fabric.published_in);
}

}  // namespace

std::vector<PublishedCheck> check_published(const Fabric& fabric, diag::Findings& findings) {
  std::vector<PublishedCheck> out;
  for (const PublishedRow& row : fabric.published) {
    Fabric sized = fabric;
    sized.growth.clear();  // a print is of one size, however that is reached
    PublishedCheck check;
    check.place = row.place;
    for (const auto& [group, size] : row.groups) {
      sized.groups[static_cast<std::size_t>(group)].count = size;
      check.groups.emplace_back(fabric.groups[static_cast<std::size_t>(group)].name, size);
    }
    diag::Findings own;
    const Net net = expand(sized, own);
    check.possible = !own.any_at_least(diag::Severity::kError);
    if (!check.possible)
      say(findings, kPublishedDiffers, row.place,
          fmt::format("{}: the rules cannot be met: {}", words(check), own.all().front().message));
    for (const auto& [what, printed] : row.counts) {
      if (!check.possible) break;
      check.counts.push_back({what, printed, counted_in_net(sized, net, what), least_devices(sized, net, what)});
      if (check.counts.back().counted != printed) say_difference(fabric, check, check.counts.back(), findings);
    }
    out.push_back(std::move(check));
  }
  return out;
}

}  // namespace ferrule::synth
