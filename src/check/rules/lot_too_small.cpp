// explanation, examples and tests: docs/rules/lot-too-small.md
#include <fmt/format.h>

#include "base/text.h"
#include "check/lots.h"
#include "check/rule.h"
#include "loss/scatter.h"

namespace ferrule::check {

// A few values say nothing of the 97 % value that grades are told by: the part is taken as its grade says.
void lot_too_small(const View& view, Report& report) {
  for (const LotOf& of : lots_of(view.plant)) {
    const std::size_t values = of.face->lot->rising.size();
    if (values >= loss::kLeastValuesOfLot) continue;
    report
        .elsewhere(of.face->lot->first, fmt::format("{} measured of {} ({}); a 97 % value takes {}", counted(values, "value"),
                                                    of.type->name, of.face->face.connector, loss::kLeastValuesOfLot))
        .help(fmt::format("measure {} more; until then its grade stands", loss::kLeastValuesOfLot - values));
  }
}

}  // namespace ferrule::check
