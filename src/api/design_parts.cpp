#include "api/design_parts.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "api/better_grade.h"
#include "api/breakout_candidates.h"
#include "api/conversion_candidates.h"
#include "api/own_parts.h"
#include "api/part_candidates.h"
#include "api/part_descriptions.h"
#include "api/part_refusals.h"
#include "api/part_trial.h"
#include "base/text.h"
#include "check/check.h"
#include "lang/plan_text.h"
#include "lang/project.h"
#include "synth/codes.h"
#include "synth/part_names.h"
#include "synth/port_choice.h"

namespace ferrule::api {
namespace {

struct Judged {
  check::Verdict verdict = check::Verdict::kFaulty;
  std::string rule, why;  // of the first error
};

class Finder {
 public:
  Finder(const Loaded& loaded, const lang::Design& design, const synth::Net& net, diag::Findings& findings)
      : loaded_(loaded), design_(design), net_(net), findings_(findings) {}

  std::vector<RecipeReport> find() {
    std::vector<RecipeReport> out;
    const std::vector<Kinds> all = kinds();
    for (std::size_t i = 0; i < design_.fabric.rules.size(); ++i) out.push_back(of_rule(i, all[i]));
    return out;
  }

  // Cords at both ends of parts that lie, of all that new parts would be tried with.
  LaidCords find_cords(std::size_t index, const LaidParts& laid) {
    const Kinds of = kinds()[index];
    LaidCords found;
    const plant::PartType* near = of.a == nullptr ? nullptr : type_named(of.a->optic);
    const plant::PartType* far = of.b == nullptr ? nullptr : type_named(of.b->optic);
    if (!of.alike || near == nullptr || far == nullptr) return found;
    synth::CablingWish wish = design_.wishes[index];
    wish.cabling = synth::Cabling::kStructured;
    wish.method.clear();  // what lies decides it
    std::set<std::pair<std::string, std::string>> tried;
    if (of.breakout != nullptr && (laid.cassettes || laid.links_of_leg != 1)) return found;  // a leg would carry one link alone
    if (of.breakout != nullptr) wish.fan_out = synth::FanOut::kHarness;
    const std::vector<synth::Recipe> all = candidates(of, *near, *far, wish);
    const bool guessed = std::any_of(all.begin(), all.end(), [&](const auto& each) { return is_conversion_of(each, laid); });
    std::optional<synth::CordPair> unproven;
    for (const synth::Recipe& candidate : all) {
      const synth::CordPair cords{candidate.cord_a, of.breakout != nullptr ? candidate.harness : candidate.cord_b};
      if (!tried.emplace(cords.a, cords.b).second) continue;
      const Judged judged = judge_text(laid_trial_text(design_, cords, laid, *of.a, *of.b, of.breakout));
      if (judged.verdict == check::Verdict::kProven) {
        found.cords = cords;
        return found;
      }
      if (judged.verdict == check::Verdict::kUnproven && guessed && !unproven) unproven = cords;
      if (found.why.empty()) found.why = judged.why;
    }
    found.cords = unproven;
    return found;
  }

 private:
  // What lies is what would be bought: a map that is guessed is no worse for lying there already.
  static bool is_conversion_of(const synth::Recipe& candidate, const LaidParts& laid) {
    return !candidate.conversion.empty() && laid.rears == candidate.rears && candidate.panel == laid.near_panel &&
           candidate.panel == laid.far_panel && synth::trunk_of(candidate, laid.legs / laid.rears) == laid.trunk;
  }

  // The kinds of port that a rule joins: those of its first link, if all are alike. Of a breakout its head is `a`.
  struct Kinds {
    const synth::PortRun *a = nullptr, *b = nullptr;
    bool alike = true;
    const synth::Breakout* breakout = nullptr;
  };
  const synth::PortRun* run_of(const synth::NetPort& port) const {
    std::uint32_t left = port.receptacle;
    for (const synth::PortRun& run : synth::ports_of(design_.fabric, net_.devices[port.device])) {
      if (left < static_cast<std::uint32_t>(run.count())) return &run;
      left -= static_cast<std::uint32_t>(run.count());
    }
    return nullptr;
  }
  std::vector<Kinds> kinds() const {
    std::vector<Kinds> all(design_.fabric.rules.size());
    for (const synth::NetLink& link : net_.links) {
      const synth::PortRun *a = run_of(link.a), *b = run_of(link.b);
      if (link.b.leg > 0) std::swap(a, b);
      Kinds& of = all[link.rule];
      if (of.a == nullptr) of = {a, b, true, link.a.leg + link.b.leg > 0 ? synth::breakout_between(*a, *b) : nullptr};
      if (a->optic != of.a->optic || b->optic != of.b->optic) of.alike = false;
    }
    return all;
  }

  // A port's optic may be written by another of its names.
  const plant::PartType* type_named(const std::string& written) const {
    const facts::Optic* optic = loaded_.facts.optic(written);
    const auto is_part = [&](const plant::PartType& type) {
      return type.name == written && type.kind == plant::Kind::kTransceiver;
    };
    const bool part = std::any_of(loaded_.plant.types.begin(), loaded_.plant.types.end(), is_part);
    const std::string& name = part || optic == nullptr ? written : optic->pmd;
    for (const plant::PartType& type : loaded_.plant.types)
      if (type.name == name && type.kind == plant::Kind::kTransceiver) return &type;
    return nullptr;
  }

  // Racks that only a file of links names.
  bool racks_of_files() const {
    return std::any_of(design_.fabric.devices.begin(), design_.fabric.devices.end(),
                       [](const synth::ListedDevice& device) { return !device.rack.empty(); });
  }

  // Of its first receptacle.
  static int lit_fibres(const plant::PartType& type) {
    std::set<std::uint16_t> positions;
    for (const plant::Lane& lane : type.lanes)
      if (lane.face == 0) positions.insert(lane.position);
    return static_cast<int>(positions.size());
  }

  // A channel of any fibre that its optic may have is as long.
  Length shortest_of(const std::string& name) const {
    Length shortest;
    if (const facts::Optic* optic = loaded_.facts.optic(name))
      for (const facts::Reach& reach : optic->reaches) shortest = std::max(shortest, reach.shortest.value_or(Length{}));
    return shortest;
  }

  RecipeReport of_rule(std::size_t index, const Kinds& kinds) {
    const synth::LinkRule& rule = design_.fabric.rules[index];
    const synth::CablingWish& wish = design_.wishes[index];
    RecipeReport report;
    const synth::PortRun *const a = kinds.a, *const b = kinds.b;
    if (!kinds.alike) {
      synth::say(findings_, synth::kPortsDoNotAddUp, rule.place, fmt::format("{} meets ports of more than one optic", rule.name))
          .help("ports are taken in written order: put those of this rule together, or make two rules with `up`");
      return report;
    }
    report.recipe.copper = a == nullptr || (a->optic.empty() && b->optic.empty());  // null: the rule makes no link
    if (report.recipe.copper) return report;
    if (a->optic.empty() || b->optic.empty()) {
      synth::say(findings_, synth::kNoPartFits, rule.place,
                 fmt::format("{} joins a copper port and {}", rule.name, a->optic.empty() ? b->optic : a->optic))
          .help("an optic at both ends, or copper at both");
      return report;
    }
    if (wish.cabling == synth::Cabling::kStructured && loaded_.plant.racks.empty() && !racks_of_files()) {
      synth::say(findings_, synth::kNoPartFits, wish.place,
                 fmt::format("{} is to go over panels, and there is no rack for them to stand in", rule.name))
          .help("`racks` with their places, and `racks` of the tiers; or direct cords (`as: direct`)");
      return report;
    }
    const plant::PartType *near = type_named(a->optic), *far = type_named(b->optic);
    if (near == nullptr || far == nullptr) {
      synth::say(findings_, synth::kNoPartFits, rule.place, fmt::format("nothing is known of an optic that {} joins", rule.name))
          .help("name an optic of data/optics.csv, or a part of kind transceiver");
      return report;
    }
    report.fibres = lit_fibres(kinds.breakout != nullptr ? *far : *near);
    const Length shortest = std::max(shortest_of(a->optic), shortest_of(b->optic));
    PartRefusals reasons;
    for (const synth::Recipe& candidate : candidates(kinds, *near, *far, wish)) {
      ++report.tried;
      const Judged judged = judge(candidate, *a, *b);
      if (judged.verdict == check::Verdict::kProven) {
        report.recipe = candidate;
        report.recipe.shortest = shortest;
        report.unproven = false;
        take_own_parts(report, kinds, wish);
        if (wish.cabling == synth::Cabling::kStructured)
          report.recipe.in_rack = cord_in_rack(kinds, *near, *far, wish, candidate.cord_a);
        return report;
      }
      if (judged.verdict == check::Verdict::kUnproven && !report.unproven) {
        report.recipe = candidate;
        report.recipe.shortest = shortest;
        report.unproven = true;
        report.why = judged.why;
      }
      if (judged.verdict == check::Verdict::kFaulty) reasons.add(judged.rule, judged.why);
    }
    if (report.unproven && wish.cabling == synth::Cabling::kStructured)
      report.recipe.in_rack = cord_in_rack(kinds, *near, *far, wish, report.recipe.cord_a);
    const bool by_loss = report.unproven || reasons.any_by_loss();
    const bool better_grade = by_loss && proven_with_better_grade(kinds, *near, *far, wish);
    if (report.unproven && better_grade) report.why += fmt::format("; with `grade: {}` it is proven", kBetterGrade);
    if (!report.unproven) refuse(rule, wish, *near, *far, kinds.breakout, report.tried, reasons, better_grade);
    return report;
  }

  bool proven_with_better_grade(const Kinds& kinds, const plant::PartType& near, const plant::PartType& far,
                                const synth::CablingWish& wish) const {
    if (wish.grade == kBetterGrade) return false;
    synth::CablingWish better = wish;
    better.grade = kBetterGrade;
    const std::vector<synth::Recipe> all = candidates(kinds, near, far, better);
    return std::any_of(all.begin(), all.end(), [&](const synth::Recipe& candidate) {
      return judge(candidate, *kinds.a, *kinds.b).verdict == check::Verdict::kProven;
    });
  }

  // Parts that the author describes take the place of new ones, each where the whole is proven with it as well.
  void take_own_parts(RecipeReport& report, const Kinds& kinds, const synth::CablingWish& wish) const {
    synth::Recipe& recipe = report.recipe;
    for (std::string synth::Recipe::*cord : {&synth::Recipe::cord_a, &synth::Recipe::cord_b}) {
      if ((recipe.*cord).empty()) continue;
      for (const std::string& own : own_cords(loaded_.plant.types, wish)) {
        synth::Recipe with = recipe;
        with.*cord = own;
        const Judged judged = judge(with, *kinds.a, *kinds.b);
        refuse_own(report, own, judged);
        if (judged.verdict != check::Verdict::kProven) continue;
        recipe = std::move(with);
        break;
      }
    }
    if (recipe.through_panels() && recipe.far_fronts == 0)
      for (const auto& [legs, own] : own_trunks(loaded_.plant.types, wish, synth::most_legs(recipe, wish) * recipe.rears)) {
        if (legs % recipe.rears != 0 || recipe.own_trunks.contains(legs / recipe.rears)) continue;
        const Judged judged = judge_with_trunk(recipe, legs, own, kinds);
        refuse_own(report, own, judged);
        if (judged.verdict == check::Verdict::kProven) recipe.own_trunks.emplace(legs / recipe.rears, own);
      }
    for (const std::string* taken : {&recipe.cord_a, &recipe.cord_b}) report.own_refused.erase(*taken);
  }

  // What has another connector is for something else.
  void refuse_own(RecipeReport& report, const std::string& own, const Judged& judged) const {
    const auto& types = loaded_.plant.types;
    const auto type = std::find_if(types.begin(), types.end(), [&](const plant::PartType& each) { return each.name == own; });
    const bool meets = type != types.end() && type->faces.front().face.connector == report.recipe.connector;
    if (meets && judged.verdict != check::Verdict::kProven) report.own_refused.emplace(own, judged.why);
  }

  Judged judge_with_trunk(const synth::Recipe& recipe, int legs, const std::string& trunk, const Kinds& kinds) const {
    const std::string panel = synth::filled(recipe.panel, "ports", 1);
    const LaidParts laid{panel,
                         trunk,
                         recipe.far_panel.empty() ? panel : recipe.far_panel,
                         1,
                         1,
                         legs,
                         recipe.links_of_leg,
                         recipe.cassettes,
                         recipe.rears};
    const synth::CordPair cords{recipe.cord_a, kinds.breakout != nullptr ? recipe.harness : recipe.cord_b};
    return judge_text(laid_trial_text(design_, cords, laid, *kinds.a, *kinds.b, kinds.breakout));
  }

  // What may join the optics of a rule, near end first.
  std::vector<synth::Recipe> candidates(const Kinds& kinds, const plant::PartType& near, const plant::PartType& far,
                                        const synth::CablingWish& wish) const {
    return kinds.breakout == nullptr ? part_candidates(loaded_.facts, loaded_.plant.types, near, far, wish)
                                     : breakout_candidates(loaded_.facts, loaded_.plant.types, near, far, *kinds.breakout, wish);
  }

  // A link that stays in a rack needs no panels: the first cord, or harness, that is proven, or else one that rests on something unknown.
  std::string cord_in_rack(const Kinds& kinds, const plant::PartType& near, const plant::PartType& far,
                           const synth::CablingWish& wish, const std::string& otherwise) const {
    synth::CablingWish direct = wish;
    direct.cabling = synth::Cabling::kDirect;
    std::string unproven;
    for (const std::string& own : kinds.breakout == nullptr ? own_cords(loaded_.plant.types, wish) : std::vector<std::string>()) {
      synth::Recipe recipe;
      recipe.cord_a = own;
      if (judge(recipe, *kinds.a, *kinds.b).verdict == check::Verdict::kProven) return own;
    }
    for (const synth::Recipe& candidate : candidates(kinds, near, far, direct)) {
      const std::string& cable = kinds.breakout != nullptr ? candidate.harness : candidate.cord_a;
      const check::Verdict verdict = judge(candidate, *kinds.a, *kinds.b).verdict;
      if (verdict == check::Verdict::kProven) return cable;
      if (verdict == check::Verdict::kUnproven && unproven.empty()) unproven = cable;
    }
    return unproven.empty() ? otherwise : unproven;
  }

  void refuse(const synth::LinkRule& rule, const synth::CablingWish& wish, const plant::PartType& near,
              const plant::PartType& far, const synth::Breakout* breakout, int tried, const PartRefusals& reasons,
              bool better_grade) {
    auto finding = synth::say(findings_, synth::kNoPartFits, wish.place,
                              fmt::format("no parts join {} and {} as {} is to be cabled", near.name, far.name, rule.name));
    const std::string &a = near.faces.front().face.connector, &b = far.faces.front().face.connector;
    const spec::Face& face = near.faces.front().face;
    const bool regroups = is_array(face) && needs_conversion(PartDescriptions(loaded_.facts, near.mode, wish), face, wish);
    if (tried == 0 && breakout != nullptr && regroups)
      finding.note(fmt::format("links of a breakout go over no conversion: plugs of their trunks are those of {}", a));
    else if (tried == 0 && breakout != nullptr && wish.base == 0)
      finding.note(fmt::format("no harness of {} to {} x {} is known, nor described in the project", a, breakout->legs, b));
    else if (tried == 0 && breakout == nullptr && a != b)
      finding.note(fmt::format("their connectors differ: {} and {}", a, b));
    else if (tried == 0 && regroups)
      finding.note(why_no_conversion(loaded_.facts, face, wish));
    else if (tried == 0 && is_array(face))
      finding.note(fmt::format("Method {} is for duplex optics: it crosses pairs, which permutes the lanes of {}", wish.method,
                               near.name));
    else if (tried == 0)
      finding.note(fmt::format("no cassette for {} is known that follows these wishes", a));
    else
      for (const std::string& note : reasons.notes(tried)) finding.note(note);
    if (better_grade)
      finding.help(fmt::format("`grade: {}` under `cabling`: parts of that grade are proven, as was tried", kBetterGrade));
    else if (tried == 0 && regroups)
      finding.help(
          breakout != nullptr
              ? "no `base` and no `conversion` for this rule"
              : "`base` and `conversion` left out, or a module that does it under `parts`, with its map and its `source`");
    else
      finding.help("other optics, or other wishes under `cabling`");
  }

  Judged judge(const synth::Recipe& recipe, const synth::PortRun& a, const synth::PortRun& b) const {
    return judge_text(trial_text(design_, recipe, a, b));
  }

  Judged judge_text(const std::string& text) const {
    diag::Sources sources;
    diag::Findings findings;
    lang::Texts given;
    for (std::size_t i = 0; i < design_.given.size(); ++i)
      given.emplace(lang::given_name(i), "ferrule: 1\n" + design_.given[i].parts);
    const std::optional<lang::Project> project =
        lang::read_project_text("trial", text, given, sources, loaded_.facts, findings, lang::Budget(), &words_);
    Judged judged;
    take_first_error(findings.all(), judged);
    if (!project || !judged.why.empty()) return judged;
    const check::CheckResult result =
        check::check(project->plant, loaded_.facts, project->settings, {.list_all = false, .repairs = false, .today = {}});
    take_first_error(result.findings, judged);
    if (judged.why.empty() && result.faulty == 0)
      judged.verdict = result.unproven == 0 ? check::Verdict::kProven : check::Verdict::kUnproven;
    if (judged.why.empty() && result.unproven > 0) judged.why = first_reason(result);
    return judged;
  }

  static void take_first_error(const std::vector<diag::Finding>& findings, Judged& judged) {
    for (const diag::Finding& finding : findings)
      if (finding.severity == diag::Severity::kError && finding.waived_by.empty()) {
        judged.rule = finding.name;
        judged.why = finding.message;
        return;
      }
  }

  static std::string first_reason(const check::CheckResult& result) {
    return result.first_unknown.empty() ? "something that it rests on is not known" : result.first_unknown;
  }

  const Loaded& loaded_;
  const lang::Design& design_;
  const synth::Net& net_;
  mutable lang::KeptWords words_;  // of the author's parts, compiled once for all trials
  diag::Findings& findings_;
};

}  // namespace

std::vector<RecipeReport> find_recipes(const Loaded& loaded, const lang::Design& design, const synth::Net& net,
                                       diag::Findings& findings) {
  return Finder(loaded, design, net, findings).find();
}

LaidCords find_cords(const Loaded& loaded, const lang::Design& design, const synth::Net& net, std::size_t rule,
                     const LaidParts& laid) {
  diag::Findings none;
  return Finder(loaded, design, net, none).find_cords(rule, laid);
}

}  // namespace ferrule::api
