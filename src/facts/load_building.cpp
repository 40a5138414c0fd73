#include "facts/distinct.h"
#include "facts/loader.h"
#include "facts/price_books.h"

namespace ferrule::facts {

void Loader::load_jackets() {
  Distinct names;
  each_row("jackets", {"scheme", "type", "aliases", "may_be_replaced_by"}, [&](RowReader& row) {
    Jacket jacket;
    row.fact(jacket);
    jacket.scheme = row.required("scheme");
    jacket.type = row.required("type");
    jacket.aliases = row.list("aliases");
    jacket.may_be_replaced_by = row.list("may_be_replaced_by");
    names.add(row, "type", fmt::format("{} {}", jacket.scheme, jacket.type));
    if (row.good()) facts_.content_->jackets.push_back(std::move(jacket));
  });
}

void Loader::load_spaces() {
  Distinct names;
  each_row("spaces", {"space", "aliases", "scheme", "accepted_types"}, [&](RowReader& row) {
    Space space;
    row.fact(space);
    space.name = row.required("space");
    space.aliases = row.list("aliases");
    space.scheme = row.required("scheme");
    space.accepted = row.list("accepted_types");
    names.add(row, "space", fmt::format("{} in {}", space.name, space.scheme));
    if (row.good()) facts_.content_->spaces.push_back(std::move(space));
  });
}

// Only held against its rules here; who asks reads it from the table (price_books.h).
void Loader::load_price_books() {
  const RawTable* raw = find("price_books");
  if (raw == nullptr) return;
  if (has_columns(*raw, {"book", "cable", "currency", "upto_m", "fixed", "per_metre", "factor", "adder"}))
    read_price_segments(*raw, findings_);
}

}  // namespace ferrule::facts
