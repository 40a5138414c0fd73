// Plugs of two makers at one joint, and parts that are not of the brand that the policy asks for. Page: docs/rules/mixed-brands.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

// The maker behind a brand, so that two lines of one maker are not two brands; the brand itself when the table has no maker.
std::string maker(const facts::Facts& facts, std::string_view brand) {
  if (const facts::Table* brands = facts.table("brands"))
    for (std::size_t row = 0; row < brands->rows.size(); ++row)
      if (same_folded(brands->cell(row, "brand"), brand)) return folded(brands->cell(row, "owner"));
  return folded(brand);
}

bool is_mpo(const View& view, std::uint32_t face) {
  const facts::Connector* connector = connector_of(view, face);
  return connector != nullptr && connector->family.starts_with("mpo-");
}

// "MTP", "MTP Elite", "MTP PRO": every line of the trademark. MPO names the generic connector and asks for nothing.
bool asks_for_mtp(const Policy& policy) { return folded(policy.brand) == "mtp"; }
bool is_mtp(std::string_view brand) { return folded(brand).starts_with("mtp"); }

void report_demand(const View& view, Report& report) {
  const auto missing = [&](const Met& met, std::uint32_t face) {
    return is_mpo(view, face) && !view.plant.terminal(face) && !spliced(met) && !is_mtp(brand_of(view, face));
  };
  for (const Untold& entry : untold(view, missing)) {
    const std::string& brand = brand_of(view, entry.faces.front());
    const plant::PartType& type = view.plant.face_type(entry.faces.front());
    Report::Builder finding =
        report.joints(entry.kinds, brand.empty() ? fmt::format("brand of {} is not stated, the policy asks for MTP", type.name)
                                                 : fmt::format("{} is {}, the policy asks for MTP", type.name, brand));
    if (type.place.known()) finding.note(type.place, fmt::format("{} is described here", type.name));
    finding.help(fmt::format("order {} with MTP connectors and state brand: MTP, or set the policy's brand to MPO", type.name));
    if (view.settings.policy.mixed_brands == MixedBrands::kRefuse) report.at_least(diag::Severity::kError);
  }
}

}  // namespace

void mixed_brands(const View& view, Report& report) {
  const Policy& policy = view.settings.policy;
  if (asks_for_mtp(policy)) report_demand(view, report);
  if (policy.mixed_brands == MixedBrands::kAllowed) return;
  const auto fault = [&](const Met& met) -> std::optional<std::string> {
    const std::string &near = brand_of(view, met.near), &far = brand_of(view, met.far);
    if (near.empty() || far.empty() || spliced(met) || !latch(met) || maker(view.facts, near) == maker(view.facts, far))
      return std::nullopt;
    // What is not MTP was said above.
    if (asks_for_mtp(policy) && is_mpo(view, met.near) && !(is_mtp(near) && is_mtp(far))) return std::nullopt;
    return fmt::format("{} against {}", near, far);
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    describe(view, meeting, brand_of(view, meeting.near.front()), brand_of(view, meeting.far.front()), finding);
    finding.help("ask both makers for the loss of the mixed pair, or order both of one brand");
    if (policy.mixed_brands == MixedBrands::kRefuse) report.at_least(diag::Severity::kError);
  }
}

}  // namespace ferrule::check
