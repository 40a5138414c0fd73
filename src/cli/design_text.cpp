#include "cli/design_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/design_remarks.h"
#include "api/design_summary.h"
#include "api/name_ranges.h"
#include "api/price_list.h"
#include "base/text.h"
#include "cli/columns.h"

namespace ferrule::cli {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string number(std::uint64_t value) { return with_thousands(value); }

std::string tiers(const api::DesignReport& report, const synth::Fabric& fabric) {
  Rows rows{{"tier", "devices", "where"}};
  for (std::size_t i = 0; i < fabric.tiers.size(); ++i) {
    const std::vector<std::uint32_t> racks = api::racks_of_tier(report, i);
    std::string where = "no hall";
    if (racks.size() == 1) where = report.hall.racks[racks.front()].name;
    if (racks.size() > 1)
      where = fmt::format("{} to {}, {} racks", report.hall.racks[racks.front()].name, report.hall.racks[racks.back()].name,
                          racks.size());
    rows.push_back({fabric.tiers[i].name, number(report.net.count(i)), where});
  }
  return aligned(rows);
}

bool has_harnesses(const api::DesignReport& report) {
  return std::any_of(report.plan.cables.begin(), report.plan.cables.end(),
                     [](const synth::PlanCable& cable) { return cable.is_harness(); });
}

std::string dark_of(std::uint64_t dark, std::uint64_t all) {
  return all == 0 ? std::string() : fmt::format("{} of {}", number(dark), number(all));
}

std::string rules(const api::DesignReport& report, const synth::Fabric& fabric) {
  const bool harnesses = has_harnesses(report);
  Rows rows{{"rule", "links", "cords", "trunks", "dark legs", "lengths"}};
  if (harnesses) rows = {{"rule", "links", "cords", "harnesses", "dark tails", "trunks", "dark legs", "lengths"}};
  const std::vector<api::RuleSum> all = api::sums_by_rule(report);
  for (std::size_t i = 0; i < fabric.rules.size(); ++i) {
    const api::RuleSum& sum = all[i];
    const std::string lengths = sum.cables() == 0 && !report.recipes[i].recipe.copper ? std::string()
                                : !sum.shortest ? report.recipes[i].recipe.copper ? "copper" : "not known"
                                : sum.shortest == sum.longest
                                    ? spell(*sum.longest)
                                    : fmt::format("{} to {}", spell(*sum.shortest), spell(*sum.longest));
    std::vector<std::string> row{fabric.rules[i].name, number(sum.links), number(sum.cords)};
    if (harnesses) row.insert(row.end(), {number(sum.harnesses), dark_of(sum.dark_tails, sum.tails)});
    row.insert(row.end(), {number(sum.trunks), dark_of(sum.legs - sum.legs_used, sum.legs), lengths});
    rows.push_back(std::move(row));
  }
  return aligned(rows);
}

// How links are divided over two routes.
std::string routes(const api::DesignReport& report) {
  std::string out;
  const std::vector<api::RuleSum> all = api::sums_by_rule(report);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].by_route_a + all[i].by_route_b > 0)
      out += fmt::format("  {}: {} by route A, {} by route B\n", report.fabric->rules[i].name, counted(all[i].by_route_a, "link"),
                         counted(all[i].by_route_b, "link"));
  return out.empty() ? out : "\n" + out;
}

std::string remarks(const api::DesignReport& report) {
  std::string out;
  for (const std::string& line : api::design_remarks(report)) out += wrapped("  ", "note: " + printable(line));
  return out.empty() ? out : "\n" + out;
}

std::string detours(const api::DesignReport& report) {
  const api::Detours all = api::detours_of(report);
  if (all.cables == 0) return {};
  const std::string longer =
      all.together.millimetre == 0
          ? "their ways are no longer for it"
          : fmt::format("{} m of cable more, one longer by {}",
                        number(static_cast<std::uint64_t>((all.together.millimetre + 999) / 1000)), spell(all.most));
  return "\n" + wrapped("  ", fmt::format("{} led around what is full: {}", counted(all.cables, "cable"), longer));
}

std::string parts(const api::DesignReport& report) {
  if (report.plan.parts.empty() || (report.plan.cables.empty() && report.standing != nullptr)) return {};
  const std::vector<std::uint64_t> counts = api::pieces_by_part(report);
  const bool proven =
      std::none_of(report.recipes.begin(), report.recipes.end(), [](const api::RecipeReport& found) { return found.unproven; });
  std::string out = proven ? "\n  parts, each combination proven before it was taken\n" : "\n  parts\n";
  for (std::size_t i = 0; i < report.plan.parts.size(); ++i)
    if (counts[i] > 0 || i >= report.plan.parts_standing)
      out += wrapped(fmt::format("    {} {}  ", padded(number(counts[i]), 7), report.plan.parts[i].name),
                     report.plan.parts[i].description.empty() ? "as the project describes it" : report.plan.parts[i].description);
  for (std::size_t i = 0; i < report.recipes.size(); ++i)
    if (report.recipes[i].unproven)
      out += wrapped(fmt::format("    {} is not proven: ", report.fabric->rules[i].name), report.recipes[i].why);
  return out;
}

std::string published(const api::DesignReport& report, const synth::Fabric& fabric) {
  if (report.published.empty()) return {};
  Rows rows;
  for (const synth::PublishedCheck& check : report.published) {
    std::string size, same, other;
    for (const auto& [group, count] : check.groups) size += fmt::format("{}{} {}", size.empty() ? "" : ", ", count, group);
    for (const synth::PublishedCount& count : check.counts) {
      std::string& into = count.printed == count.counted ? same : other;
      into +=
          (into.empty() ? "" : ", ") +
          (count.printed == count.counted ? fmt::format("{} {}", count.counted, count.what)
                                          : fmt::format("{} {} where {} are printed", count.counted, count.what, count.printed));
    }
    if (!check.possible) other = "the rules cannot be met";
    rows.push_back({size, other.empty() ? "as printed: " + same : other});
  }
  return fmt::format("\n  counts printed in {}\n", fabric.published_in) + aligned(rows);
}

// Whole metres, rounded up for what there is and down for what must be.
std::uint64_t metres(Length length, std::int64_t more) { return static_cast<std::uint64_t>((length.millimetre + more) / 1000); }

std::string places(const api::PlacesReport& report) {
  if (report.free == 0) return {};
  if (report.least_cost)
    return fmt::format("\n  {} placed freely, so that their cabling costs least: {} m of cable from rack to rack\n",
                       counted(report.free, "device"), number(metres(report.cable, 999)));
  return fmt::format("\n  {} placed freely: {} m of cable from rack to rack; no arrangement needs less than {} m\n",
                     counted(report.free, "device"), number(metres(report.cable, 999)), number(metres(report.least, 0)));
}

// What it costs beside what it must cost at the least, stage by stage.
std::string cost(const api::PlanCost& cost) {
  if (!cost.why_none.empty()) return wrapped("\n  cost of the cabling not known: ", cost.why_none);
  if (!cost.all) return {};
  Rows rows{{"cabling", fmt::format("costs {}", cost.currency.empty() ? "" : printable(cost.currency)), "at least", ""}};
  const auto row = [&](const std::string& what, const api::CostStage& of) {
    rows.push_back({what, spell(api::Price{of.cost}), spell(api::Price{of.least}), of.within()});
  };
  if (cost.stages.size() > 1)
    for (const api::CostStage& stage : cost.stages) row(stage.what, stage);
  row("all, with devices where they stand", *cost.all);
  if (cost.anywhere) row("all, wherever free devices stood", {"", cost.all->cost, *cost.anywhere});
  return "\n" + aligned(rows) +
         wrapped("  ",
                 fmt::format("{}{}, without optics and spares",
                             cost.by_quantity
                                 ? "by the prices of the quantities that are bought, at least: of any that a plan could take"
                                 : "by the prices of the lists",
                             cost.generic ? ", of which some are orders of magnitude, nobody's price" : ""));
}

std::string proof(const api::CheckCounts& counts, bool clean) {
  if (counts.links == 0) return "\n  no link has a fibre, so there is nothing to prove\n";
  if (counts.links == counts.proven)
    return fmt::format("\n  {}{} proven, {} followed{}\n", counts.links > 1 ? "all " : "", counted(counts.links, "link"),
                       counted(counts.fibres, "fibre"), clean ? "" : "; other faults of the plant stand in the findings");
  return fmt::format("\n  of {} {} proven, {} unproven, {} faulty\n", counted(counts.links, "link"), number(counts.proven),
                     number(counts.unproven), number(counts.faulty));
}

constexpr std::size_t kNamesShown = 6;

std::string named(const char* how, const char* what, const std::vector<std::string>& names) {
  if (names.empty()) return {};
  api::NameRanges ranges;
  for (const std::string& name : names) ranges.add(name);
  return wrapped(fmt::format("    {:<19} {} ", how, counted(names.size(), what)),
                 printable(api::in_short(ranges.take(), kNamesShown)));
}

std::string standing(const api::DesignReport& report) {
  if (report.standing == nullptr) return {};
  const api::StandingReport& of = report.standing->report;
  const api::Added added = api::added_by(report);
  std::string out = fmt::format("\n  {}: {}, {}, {}, {}, {}\n", of.revised ? "the plan before" : "what stands", of.project,
                                counted(of.devices, "device"), counted(of.panels, "panel"), counted(of.cables, "cable"),
                                counted(of.links, "link"));
  out += fmt::format("    kept                {} and {} of the fabric{}\n", counted(of.devices_kept, "device"),
                     counted(of.links_kept, "link"), of.revised ? "" : ", as they are");
  if (of.links_cabled_anew > 0)
    out += fmt::format("    cabled anew         {} in the same ports: other parts are asked for than they had\n",
                       counted(of.links_cabled_anew, "link"));
  out += named("changed", "device", of.devices_changed) + named("changed", "panel", of.panels_changed) +
         named("changed", "cable", of.cables_changed);
  if (of.trunks_lit > 0)
    out += fmt::format("    re-used             dark legs of {} for {}\n", counted(of.trunks_lit, "trunk"),
                       counted(of.links_over_dark_legs, "new link"));
  if (!report.plan.plugs.empty())
    out += fmt::format("    re-used             {} of harnesses for as many new links\n",
                       counted(report.plan.plugs.size(), "dark tail"));
  if (!added.any())
    out += "    added               nothing\n";
  else
    out += fmt::format(
        "    added               {}, {}, {}{}, {}, {}{}\n", counted(added.devices, "device"), counted(added.links, "link"),
        counted(added.cords, "cord"),
        added.harnesses == 0 ? std::string()
                             : fmt::format(", {} harness{}", number(added.harnesses), added.harnesses == 1 ? "" : "es"),
        counted(added.trunks, "trunk"), counted(added.panels, "panel"),
        report.fabric->phases.size() == 1 && !of.revised ? ", in phase " + report.fabric->phases.front() : std::string());
  const char* left = of.revised ? "taken out" : "stands, not needed";
  return out + named(left, "device", of.devices_left) + named(left, "panel", of.panels_left) +
         named(left, "cable", of.cables_left) + named(left, "link", of.links_left);
}

constexpr std::ptrdiff_t kAfterCords = 4;  // column of harnesses

std::string phases(const api::DesignReport& report) {
  if (report.phases.empty()) return {};
  const bool harnesses = has_harnesses(report);
  Rows rows{{"phase", "devices", "links", "cords", "panels", "trunks", "links over earlier trunks", "links proven when it ends"}};
  if (harnesses) rows.front().insert(rows.front().begin() + kAfterCords, "harnesses");
  for (const api::PhaseReport& phase : report.phases) {
    rows.push_back({phase.name, number(phase.devices), number(phase.links), number(phase.cords), number(phase.panels),
                    number(phase.trunks),
                    phase.links_over_old_trunks == 0
                        ? std::string()
                        : fmt::format("{}, in {} of them", number(phase.links_over_old_trunks), number(phase.old_trunks)),
                    fmt::format("{} of {}", number(phase.proven), number(phase.standing))});
    if (harnesses) rows.back().insert(rows.back().begin() + kAfterCords, number(phase.harnesses));
  }
  return "\n" + aligned(rows);
}

}  // namespace

std::string design_text(const api::DesignReport& report) {
  const synth::Fabric& fabric = *report.fabric;
  std::string out = fmt::format("{}: {}, {}, {}\n\n", report.loaded->project, counted(report.net.devices.size(), "device"),
                                counted(report.net.links.size(), "link"), counted(report.plan.cables.size(), "cable"));
  for (const std::string& choice : report.choices) out += wrapped("  ", choice) + "\n";
  out += tiers(report, fabric) + "\n" + rules(report, fabric) + routes(report) + remarks(report) + detours(report) +
         standing(report) + phases(report) + places(report.places) + parts(report) + cost(report.cost) +
         published(report, fabric) + proof(report.check.counts, report.exit == api::Exit::kClean);
  return out;
}

}  // namespace ferrule::cli
