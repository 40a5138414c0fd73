// A cable whose jacket is less strict than the space it lies in asks for. Page: docs/rules/jacket-against-space.md
//
// A space asks for an NEC type (plenum: OFNP or OFCP) or for a Euroclass with its marks. Types and classes are compared within their
// scheme only: neither says anything about the other, and a material (LSZH, PVC) says nothing about either.
#include <algorithm>
#include <map>
#include <optional>
#include <fmt/format.h>

#include "base/text.h"
#include "check/standing.h"
#include "check/words.h"
#include "spec/flame_rating.h"

namespace ferrule::check {
namespace {

using JacketAnswer = spec::Answer;
using spec::Euroclass;

struct JacketVerdict {
  JacketAnswer answer = JacketAnswer::kNotKnown;
  std::string why;  // what the space asks for, or why nobody can say
};

JacketVerdict judge_jacket(const facts::Facts& facts, std::string_view jacket, std::string_view space_name) {
  const std::optional<Euroclass> wanted = spec::euroclass(facts, space_name);
  const facts::Space* space = facts.space(space_name);
  if (!wanted && space == nullptr) return {JacketAnswer::kNotKnown, "the tables do not know this space"};
  if (!wanted && space->accepted.empty()) return {JacketAnswer::kNotKnown, "no source states what this space asks for"};
  const std::string asks = wanted ? std::string(space_name) : joined(space->accepted, " or ");
  if (jacket.empty()) return {JacketAnswer::kNotKnown, fmt::format("its jacket is not stated, {} is asked for", asks)};
  JacketVerdict verdict{JacketAnswer::kNotKnown, fmt::format("{} says nothing about {}", jacket, asks)};
  for (const std::string& rating : spec::ratings(jacket)) {
    JacketAnswer answer = JacketAnswer::kNotKnown;
    if (wanted) {
      if (const std::optional<Euroclass> offered = spec::euroclass(facts, rating))
        answer = spec::compare(facts, *wanted, *offered);
    } else if (const facts::Jacket* row = facts.jacket(rating); row != nullptr && row->scheme == space->scheme) {
      const bool accepted = std::find(space->accepted.begin(), space->accepted.end(), row->type) != space->accepted.end();
      answer = accepted ? JacketAnswer::kFits : JacketAnswer::kTooLoose;
    }
    if (answer == JacketAnswer::kFits) return {answer, asks};
    if (answer == JacketAnswer::kTooLoose) verdict = {answer, asks};
  }
  return verdict;
}

// The spaces that a cable lies in: what is stated of it, else of its trays, else the policy's when it leaves its rack; and the racks'.
class Spaces {
 public:
  explicit Spaces(const View& view) : view_(view) {
    for (const plant::Rack& rack : view.plant.racks) racks_stated_ = racks_stated_ || !rack.space.empty();
    for (const plant::Tray& tray : view.plant.trays) others_stated_ = others_stated_ || !tray.space.empty();
    others_stated_ = others_stated_ || !view.plant.laying.empty();
  }

  bool any() const { return racks_stated_ || others_stated_ || !view_.settings.policy.space.empty(); }

  // Each once; valid until the next call.
  const std::vector<std::string_view>& of(const Standing& standing, std::uint32_t asset) {
    const plant::Plant& plant = view_.plant;
    found_.clear();
    if (const auto laying = plant.laying.find(asset); laying != plant.laying.end()) {
      add(laying->second.space);
      if (found_.empty())
        for (const std::uint32_t tray : laying->second.trays) add(plant.trays[tray].space);
    }
    const std::uint32_t first = plant.asset_first[asset], end = plant.asset_first[asset + 1];
    if (found_.empty() && leaves_its_rack(standing, first, end)) add(view_.settings.policy.space);
    if (racks_stated_)
      for (std::uint32_t c = first; c < end; ++c)
        if (const std::uint32_t rack = standing.rack_at(c); rack != plant::kNone) add(plant.racks[rack].space);
    return found_;
  }

 private:
  void add(std::string_view space) {
    if (!space.empty() && std::find(found_.begin(), found_.end(), space) == found_.end()) found_.push_back(space);
  }
  static bool leaves_its_rack(const Standing& standing, std::uint32_t first, std::uint32_t end) {
    std::uint32_t rack = plant::kNone;
    for (std::uint32_t c = first; c < end; ++c) {
      const std::uint32_t here = standing.rack_at(c);
      if (here != plant::kNone && rack != plant::kNone && here != rack) return true;
      if (here != plant::kNone) rack = here;
    }
    return false;
  }

  std::vector<std::string_view> found_;
  const View& view_;
  bool racks_stated_ = false, others_stated_ = false;
};

struct Case {
  JacketVerdict verdict;
  std::vector<std::uint32_t> cables;
};

}  // namespace

void jacket_against_space(const View& view, Report& report) {
  Spaces spaces(view);
  if (!spaces.any()) return;
  const Standing standing(view.plant);
  std::map<std::pair<std::uint32_t, std::string_view>, Case> cases;  // part type, space
  for (std::uint32_t asset = 0; asset < view.plant.asset_count(); ++asset) {
    if (view.plant.asset_first[asset] == view.plant.asset_first[asset + 1]) continue;
    const std::uint32_t type = view.plant.face_info(view.plant.asset_first[asset]).type;
    if (!is_cable(view.plant.types[type].kind)) continue;
    for (const std::string_view space : spaces.of(standing, asset)) {
      const auto [at, fresh] = cases.try_emplace({type, space});
      if (fresh) at->second.verdict = judge_jacket(view.facts, view.plant.types[type].jacket, space);
      if (at->second.verdict.answer != JacketAnswer::kFits) at->second.cables.push_back(asset);
    }
  }
  for (auto& [key, found] : cases) {
    const plant::PartType& type = view.plant.types[key.first];
    if (found.verdict.answer == JacketAnswer::kNotKnown)
      report.not_checked(fmt::format("jacket of {} in {}", type.name, key.second), found.verdict.why);
    if (found.verdict.answer != JacketAnswer::kTooLoose) continue;
    Report::Builder finding = report.assets(
        std::move(found.cables),
        fmt::format("{} has jacket {}, {} asks for {}", type.name, type.jacket,
                    key.second == found.verdict.why ? std::string_view("the space") : key.second, found.verdict.why));
    report.spares_links();
    if (type.place.known()) finding.note(type.place, fmt::format("{} is described here", type.name));
    finding.help(fmt::format("order {} with jacket {}", type.name, found.verdict.why));
  }
}

}  // namespace ferrule::check
