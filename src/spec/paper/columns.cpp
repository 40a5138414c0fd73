#include "spec/paper/columns.h"

#include <algorithm>

namespace ferrule::spec::paper {

std::optional<std::size_t> find_header(std::span<const syntax::TableRow> rows, const PaperWords& words) {
  constexpr std::size_t kLookedAt = 40;  // rows
  std::optional<std::size_t> best;
  std::size_t most = 1;  // one word of a header may be a word of a title
  for (std::size_t i = 0; i < std::min(rows.size(), kLookedAt); ++i) {
    const auto count =
        static_cast<std::size_t>(std::count_if(rows[i].cells.begin(), rows[i].cells.end(), [&](const syntax::TableCell& cell) {
          return words.header(cell.text).role != Role::kOther;
        }));
    if (count <= most) continue;
    most = count;
    best = i;
  }
  return best;
}

}  // namespace ferrule::spec::paper
