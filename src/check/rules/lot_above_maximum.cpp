// explanation, examples and tests: docs/rules/lot-above-maximum.md
#include <algorithm>
#include <fmt/format.h>

#include "check/lots.h"
#include "check/rule.h"
#include "loss/way_loss.h"

namespace ferrule::check {

// The worst case is added up from what is stated; a measured joint that loses more says that this is not the worst.
void lot_above_maximum(const View& view, Report& report) {
  for (const LotOf& of : lots_of(view.plant)) {
    const std::optional<Loss> most = loss::stated_most(*of.type, *of.face, view.facts);
    const plant::Lot& lot = *of.face->lot;
    if (!most || lot.rising.back() <= *most) continue;
    const auto above = lot.rising.end() - std::upper_bound(lot.rising.begin(), lot.rising.end(), *most);
    auto finding = report.elsewhere(
        lot.highest, fmt::format("{} measured of {} ({}), above its stated maximum of {}", spell(lot.rising.back()),
                                 of.type->name, of.face->face.connector, spell(*most)));
    if (above > 1) finding.note(fmt::format("{} of {} values are above it", above, lot.rising.size()));
    if (of.type->place.known()) finding.note(of.type->place, of.type->name + " is described here");
    finding.help("send these back, or state the maximum that is true: the worst case still counts with the stated one");
  }
}

}  // namespace ferrule::check
