// What a rule sees, and how it reports.
//
//     void pinned_meets_pinned(const View& view, Report& report)      in check/rules/pinned_meets_pinned.cpp
//
// A rule looks at joint kinds, ways, assets or links, and reports each distinct fault once; the report fills in which joints, links
// and cables it holds for. A rule whose place is a cause of a fault (a cord of the wrong type) claims the way, so that the general
// rule about the ending (transmit meets transmit) does not say it again.
//
// The table of rules is written by the build from the headers of docs/rules/*.md.
#pragma once

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/policy.h"
#include "check/proof.h"
#include "diag/finding.h"
#include "facts/facts.h"
#include "loss/way_loss.h"
#include "plant/plant.h"

namespace ferrule::check {

struct View {
  const plant::Plant& plant;
  const facts::Facts& facts;
  const Settings& settings;
  const Proof& proof;
};

class Report;
using RuleFunction = void (*)(const View&, Report&);

struct Rule {
  std::string_view code, name;  // "M201", "pinned-meets-pinned"
  diag::Severity severity;
  RuleFunction function;
};
std::span<const Rule> rules();  // by code

// What nobody could look at, and why: unknown is not good.
struct NotChecked {
  std::string what;  // "reach of 40G-BiDi over OM2", rule name, ...
  std::string why;
};

// One reported fault and what it touches; the subjects are spelled out when all rules have run.
struct Hit {
  diag::Finding finding;
  // What it counts for a verdict: as the rule says, or more where the project says so; never less. A level changes what is printed
  // and the exit code, not what light does.
  diag::Severity weight = diag::Severity::kError;
  bool silent = false;      // of a rule that the project set to off: weighed, not printed
  bool unproven = false;    // the links touched are unproven rather than faulty
  bool parts_only = false;  // light arrives all the same: a jacket, a label
  std::vector<std::uint32_t> joint_kinds, ways, bundles, assets;
};

class Report {
 public:
  Report(const Rule& rule, diag::Severity severity, const View& view, std::vector<Hit>& hits, std::vector<bool>& claimed,
         std::vector<NotChecked>& not_checked)
      : rule_(rule), severity_(severity), view_(view), hits_(hits), claimed_(claimed), not_checked_(not_checked) {}

  using Builder = diag::Findings::Builder;

  // A fault of every joint of this kind; placed at the first of them.
  Builder joint(std::uint32_t joint_kind, std::string message);
  Builder joints(std::vector<std::uint32_t> joint_kinds, std::string message);
  // A fault of every link that goes this way; claims the way.
  Builder way(std::uint32_t way, std::string message);
  Builder ways(std::vector<std::uint32_t> ways, std::string message);
  // The same, but it says nothing about where the light ends (fibre of the wrong class): claims nothing.
  Builder along(std::vector<std::uint32_t> ways, std::string message);
  // A fault of some bundles only (a length decides).
  Builder bundles(std::vector<std::uint32_t> bundles, std::string message);
  // A fault of these cables, ports or modules, and of the links through them.
  Builder assets(std::vector<std::uint32_t> assets, std::string message);
  // A fault that touches no link.
  Builder elsewhere(diag::Place place, std::string message);

  // What was reported last makes links unproven instead of faulty, whatever its level.
  void makes_unproven() { hits_.back().unproven = true; }
  // What was reported last is about the parts alone: links through them keep their verdict.
  void spares_links() { hits_.back().parts_only = true; }
  // What was reported last counts at most as much as this (a shortage within the slack), or at least (a policy that refuses).
  void at_most(diag::Severity most) {
    hits_.back().finding.severity = std::min(hits_.back().finding.severity, most);
    hits_.back().weight = std::min(hits_.back().weight, most);
  }
  void at_least(diag::Severity least) {
    hits_.back().finding.severity = std::max(hits_.back().finding.severity, least);
    hits_.back().weight = std::max(hits_.back().weight, least);
  }
  void not_checked(std::string what, std::string why) { not_checked_.push_back({std::move(what), std::move(why)}); }
  bool claimed(std::uint32_t way) const { return claimed_[way]; }

 private:
  Builder add(diag::Place place, std::string message);
  const Rule& rule_;
  diag::Severity severity_;
  const View& view_;
  std::vector<Hit>& hits_;
  std::vector<bool>& claimed_;
  std::vector<NotChecked>& not_checked_;
};

// Words that many rules need.
std::string spell_face(const View& view, std::uint32_t face);      // "trunk b" : part type and face
std::string spell_end(const View& view, std::uint32_t connector);  // "T1/b"
const plant::TypeFace& face_of(const View& view, const JointKind& kind, bool first);
diag::Place place_of_link(const View& view, std::uint32_t bundle);
diag::Place place_of_connector(const View& view, std::uint32_t connector);
bool is_cable(plant::Kind kind);
std::uint32_t link_of_bundle(const plant::Plant& plant, std::uint32_t bundle);

}  // namespace ferrule::check
