// A table that names connectors and of which no line reads as a product: it was not checked, which must not look like "nothing wrong".
#include <fmt/format.h>

#include "base/text.h"
#include "spec/paper/checks.h"

namespace ferrule::spec::paper {

void check_unread(const Paper& paper, Report& report) {
  if (!paper.products.empty()) return;
  constexpr std::size_t kFewestRows = 2;
  const Text* first = nullptr;
  std::size_t rows = 0;
  std::uint32_t last = 0;
  for (const Text& text : paper.texts) {
    const bool names = !text.heading && text.of_table && (text.has(Sense::kMulti) || text.has(Sense::kConnector));
    if (!names || (first != nullptr && text.row == last)) continue;
    if (first == nullptr) first = &text;
    last = text.row;
    ++rows;
  }
  if (rows < kFewestRows) return;
  report
      .say(kNoLineRead, first->cell->place,
           fmt::format("{} of this table name connectors, and none says what the product is: none was checked as one",
                       counted(rows, "row")))
      .help("write each product as one line of text in one column (\"MPO-12 trunk, OM4, 12 fibres, Type B, 30 m\")");
}

}  // namespace ferrule::spec::paper
