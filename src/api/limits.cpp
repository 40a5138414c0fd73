#include "api/limits.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <fmt/format.h>

#include "api/find_link.h"
#include "api/load_plant.h"
#include "api/tested_path.h"
#include "api/wave_limits.h"
#include "check/budget.h"

namespace ferrule::api {
namespace {

constexpr std::size_t kFewNames = 20;

// A test as it was found, before it is known which others share its figures.
struct Found {
  Stretch stretch;
  Configuration configuration = Configuration::kPermanent;
  std::uint32_t group = 0;
};

std::string spell_optional(const std::optional<Loss>& loss) { return loss ? fmt::format("{}", loss->microdecibel) : "?"; }

// Everything that decides a group's figures, as text.
std::string key_of(const TestGroup& group, const ApplicationNeed& need) {
  const loss::TestedPath& path = group.path;
  std::string key = fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", static_cast<int>(group.configuration), group.application,
                                group.why_none, path.mode, path.ends, path.connections, path.splices, group.two_modules,
                                need.name, spell_optional(need.channel), spell_optional(need.rest));
  for (const loss::TestedGlass& glass : path.glass) key += fmt::format("|{} {}", glass.fibre->name, glass.length.millimetre);
  for (const loss::OwnFigure& own : path.own) key += fmt::format("|{} {}", own.what, own.most.microdecibel);
  for (const auto* texts : {&path.unknown, &path.not_covered, &path.own_unknown, &need.missing, &need.wavelengths_nm})
    for (const std::string& text : *texts) key += '|' + text;
  return key;
}

void sort_and_drop_doubles(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

class Limiter {
 public:
  Limiter(const check::View& view, LimitsReport& report) : view_(view), report_(report) {
    for (facts::TestLimit& edition : facts::test_limits(view.facts)) {
      least_end_[edition.mode] = least(edition.mode, edition.reference_to_standard);
      if (!report.options.standard.empty() && edition.edition != report.options.standard) continue;
      if (std::find(report.standards.begin(), report.standards.end(), edition.name) == report.standards.end())
        report.standards.push_back(edition.name);
      editions_.push_back(std::move(edition));
    }
  }

  void add(std::uint32_t link) {
    const std::uint32_t first = view_.plant.links[link].first_bundle, end = view_.plant.links[link + 1].first_bundle;
    std::vector<std::uint32_t> groups;
    if (first == end) note(link, none("its ends were not understood", ""), groups);
    for (std::uint32_t bundle = first; bundle < end; ++bundle) add_bundle(link, bundle, groups);
    for (const std::uint32_t group : groups) {
      TestGroup& of = report_.groups[group];
      ++of.links;
      if (of.names.size() < kFewNames) of.names.emplace_back(view_.plant.link_name(link));
    }
  }

 private:
  void add_bundle(std::uint32_t link, std::uint32_t bundle, std::vector<std::uint32_t>& groups) {
    const std::uint32_t way_id = view_.proof.way_of_bundle[bundle];
    const check::Way& way = view_.proof.ways[way_id];
    bool any = false;
    for (std::size_t leaf = 0; leaf < way.leaves.size(); ++leaf) {
      if (!way.leaves[leaf].counts) continue;
      const Walk walk = walk_of(view_, bundle, way.leaves[leaf].step);
      if (!walk.arrives) continue;
      any = true;
      for (const Found& test : tests_of(way_id, leaf, walk)) note(link, walk, test, groups);
    }
    if (!any) note(link, none("its light reaches no port; `ferrule check` says why", application_of(bundle)), groups);
  }

  std::string application_of(std::uint32_t bundle) const {
    return view_.plant.type_of(view_.plant.bundles[bundle].a).application;
  }

  // Links that go the same way over the same lengths, patched alike, have the same tests.
  const std::vector<Found>& tests_of(std::uint32_t way_id, std::size_t leaf, const Walk& walk) {
    std::vector<std::uint32_t> key{way_id, static_cast<std::uint32_t>(leaf)};
    for (std::size_t part = 0; part < walk.parts(); ++part) {
      key.push_back(view_.plant.connectors[walk.at[part].entered].length_mm);
      key.push_back(walk.patch[part] ? 1 : 0);
    }
    const auto [known, fresh] = tests_.try_emplace(std::move(key));
    if (fresh) find_tests(way_id, leaf, walk, known->second);
    return known->second;
  }

  void find_tests(std::uint32_t way_id, std::size_t leaf, const Walk& walk, std::vector<Found>& tests) {
    const check::Way& way = view_.proof.ways[way_id];
    const check::Budget budget = check::budget_of(view_, way);
    const loss::WayLoss light = loss::way_loss(view_.plant, view_.proof.light, way.leaves[leaf].step, view_.facts,
                                               check::wavelengths_of(view_, way), check::assumptions_of(view_));
    const auto add = [&](const Stretch& stretch, Configuration configuration) {
      if (report_.options.configuration && *report_.options.configuration != configuration) return;
      tests.push_back({stretch, configuration, group_of(walk, stretch, configuration, way, budget, light)});
    };
    for (const Stretch& stretch : permanent_links(view_, walk)) add(stretch, Configuration::kPermanent);
    add({0, walk.parts() - 1, walk.parts() > 1 ? "" : "one cable from port to port: it has no connection that counts"},
        Configuration::kChannel);
  }

  std::uint32_t group_of(const Walk& walk, const Stretch& stretch, Configuration configuration, const check::Way& way,
                         const check::Budget& budget, const loss::WayLoss& light) {
    TestGroup group;
    group.configuration = configuration;
    group.application = view_.plant.type_of(walk.at.front().left).application;
    group.why_none = stretch.why_none;
    ApplicationNeed need;
    if (stretch.why_none.empty()) {
      group.path = tested_path(view_, walk, stretch, configuration, light);
      group.two_modules = between_modules(view_, walk, stretch);
      need = need_of(walk, stretch, configuration, group.path.mode, budget, light);
      need.wavelengths_nm = check::wavelengths_of(view_, way);
      sort_and_drop_doubles(group.path.own_unknown);
    }
    const auto [known, fresh] = groups_.emplace(key_of(group, need), static_cast<std::uint32_t>(report_.groups.size()));
    if (!fresh) return known->second;
    if (stretch.why_none.empty()) {
      group.waves = wave_limits(group.path, editions_, need, view_.settings.policy.iso_attenuation);
      if (group.waves.empty()) group.why_none = "neither its fibre nor its wavelength is known";
      if (configuration == Configuration::kChannel) group.plugs = plugs_of(group.path.mode);
    }
    report_.groups.push_back(std::move(group));
    return known->second;
  }

  // The channel's limit, and what all that lies outside the stretch may take of it. At both ends of a permanent link the test plug
  // stands in for a cord's, which may lose more: the difference counts to the cord.
  ApplicationNeed need_of(const Walk& walk, const Stretch& stretch, Configuration configuration, const std::string& mode,
                          const check::Budget& budget, const loss::WayLoss& light) const {
    ApplicationNeed need;
    need.name = budget.loss_limit_of;
    need.channel = budget.loss_limit;
    if (need.name.empty()) need.name = view_.plant.type_of(walk.at.front().left).application;
    if (!need.channel) need.missing.push_back(check::why_no_limit(budget));
    need.rest = loss::allowance_of(light);  // what ages later is not there to be measured
    if (configuration == Configuration::kChannel) return need;
    for (const std::string& what : light.unknown) need.missing.push_back("of the rest of the channel, " + what);
    Loss rest;
    Length outside;
    for (std::size_t part = 0; part < walk.parts(); ++part) {
      if (part >= stretch.first && part <= stretch.last) continue;
      const plant::Connector& entered = view_.plant.connectors[walk.at[part].entered];
      outside = outside + Length{entered.length_mm};
      if (entered.length_mm == 0 && check::is_cable(view_.plant.type_of(walk.at[part].entered).kind))
        need.missing.push_back(fmt::format("length of {} is not stated", view_.plant.asset_spelled(entered.asset)));
    }
    for (const loss::Item& item : light.items) rest = rest + share_outside(item, stretch, mode, need);
    need.rest = rest + light.glass.over(outside);
    return need;
  }

  Loss share_outside(const loss::Item& item, const Stretch& stretch, const std::string& mode, ApplicationNeed& need) const {
    const Loss most = std::max(item.stated, item.safe);
    const std::size_t first = stretch.first, last = stretch.last + 1;  // crossings
    if (item.kind == loss::ItemKind::kTap) return item.hop > first && item.hop <= last ? Loss{} : most;
    if (item.hop < first || item.hop > last) return most;
    if (item.hop > first && item.hop < last) return {};
    const auto least = least_end_.find(mode);
    if (least == least_end_.end() || !least->second) {
      need.missing.emplace_back("what a test plug is allowed is not known");
      return {};
    }
    return {std::max<std::int64_t>(most.microdecibel - least->second->microdecibel, 0)};
  }

  std::optional<Loss> least(const std::string& mode, const std::optional<Loss>& figure) const {
    const auto known = least_end_.find(mode);
    if (known == least_end_.end() || !known->second) return figure;
    return figure ? std::optional(std::min(*figure, *known->second)) : known->second;
  }

  // Two plugs of reference grade meet while the reference is set, and each meets a cord's plug when the channel is measured.
  std::optional<Loss> plugs_of(const std::string& mode) const {
    std::optional<Loss> most;
    for (const facts::TestLimit& edition : editions_) {
      if (edition.mode != mode || !edition.reference_to_standard || !edition.reference_to_reference) continue;
      const Loss both{2 * (edition.reference_to_standard->microdecibel - edition.reference_to_reference->microdecibel)};
      if (!most || both > *most) most = both;
    }
    return most;
  }

  std::uint32_t none(std::string why, std::string application) {
    TestGroup group;
    group.why_none = std::move(why);
    group.application = std::move(application);
    if (report_.options.configuration) group.configuration = *report_.options.configuration;
    const auto [known, fresh] = groups_.emplace(key_of(group, {}), static_cast<std::uint32_t>(report_.groups.size()));
    if (fresh) report_.groups.push_back(std::move(group));
    return known->second;
  }

  void note(std::uint32_t link, std::uint32_t group, std::vector<std::uint32_t>& groups) {
    ++report_.groups[group].tests;
    report_.tests.push_back({link, group, "", ""});
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }

  void note(std::uint32_t link, const Walk& walk, const Found& test, std::vector<std::uint32_t>& groups) {
    note(link, test.group, groups);
    if (!test.stretch.why_none.empty()) return;
    if (!report_.options.points && !report_.groups[test.group].from.empty()) return;
    LinkTest& made = report_.tests.back();
    made.from = test_point(view_.plant, walk, test.stretch, test.configuration, true);
    made.to = test_point(view_.plant, walk, test.stretch, test.configuration, false);
    TestGroup& group = report_.groups[test.group];
    if (!group.from.empty()) return;
    group.from = made.from;
    group.to = made.to;
  }

  const check::View view_;
  LimitsReport& report_;
  std::vector<facts::TestLimit> editions_;                // that are shown
  std::map<std::string, std::optional<Loss>> least_end_;  // by mode, of all editions
  std::map<std::vector<std::uint32_t>, std::vector<Found>> tests_;
  std::map<std::string, std::uint32_t> groups_;
};

std::vector<std::uint32_t> links_asked(LimitsReport& report) {
  std::vector<std::uint32_t> all;
  if (report.options.links.empty()) {
    all.resize(report.loaded->plant.link_count());
    std::iota(all.begin(), all.end(), 0u);
    return all;
  }
  NamedLinks named = find_links(report.loaded->plant, report.options.links,
                                {.doing = "limit", .without = "all links get their limits"}, report.findings);
  if (!named.all_known) report.exit = Exit::kUsage;
  return named.links;
}

void name_not_proven(const CheckReport& checked, const std::vector<std::uint32_t>& links, LimitsReport& report) {
  for (const std::uint32_t link : links) {
    if (checked.verdicts[link] == check::Verdict::kProven) continue;
    ++report.not_proven_count;
    // Limits for a link that cannot work are no clean answer: it counts as it does for check.
    if (checked.verdicts[link] == check::Verdict::kFaulty && report.exit == Exit::kClean) report.exit = Exit::kFindings;
    if (report.not_proven.size() < kFewNames) report.not_proven.emplace_back(report.loaded->plant.link_name(link));
  }
}

}  // namespace

std::string_view spell(Configuration configuration) {
  return configuration == Configuration::kPermanent ? "permanent" : "channel";
}

std::string spell_limit(const TestFigure& figure) {
  if (!figure.limit) return "?";
  constexpr std::int64_t kHundredth = 10'000;
  return spell(figure.id == "application" ? Loss{figure.limit->microdecibel / kHundredth * kHundredth} : *figure.limit);
}

std::vector<std::string> editions(const facts::Facts& facts) {
  std::vector<std::string> names;
  for (const facts::TestLimit& limit : facts::test_limits(facts))
    if (std::find(names.begin(), names.end(), limit.edition) == names.end()) names.push_back(limit.edition);
  return names;
}

LimitsReport limits(const LoadRequest& request, const LimitsOptions& options) { return limits(load_plant(request), options); }

LimitsReport limits(std::unique_ptr<Loaded> loaded, const LimitsOptions& options) {
  LimitsReport report;
  report.options = options;
  report.findings = loaded->findings;
  report.findings.sort();
  CheckReport checked = check(std::move(loaded), {.repairs = false});
  report.loaded = std::move(checked.loaded);
  report.counts = checked.counts;
  if (checked.proof == nullptr) {
    report.exit = Exit::kUnreadable;
    return report;
  }
  const check::View view{report.loaded->plant, report.loaded->facts, report.loaded->settings, *checked.proof};
  const std::vector<std::uint32_t> links = links_asked(report);
  Limiter limiter(view, report);
  for (const std::uint32_t link : links) limiter.add(link);
  name_not_proven(checked, links, report);
  if (report.exit == Exit::kClean && report.findings.any_at_least(diag::Severity::kError)) report.exit = Exit::kFindings;
  return report;
}

}  // namespace ferrule::api
