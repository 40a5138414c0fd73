#include "facts/distinct.h"
#include "facts/loader.h"

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
    if (row.good()) facts_.jackets_.push_back(std::move(jacket));
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
    if (row.good()) facts_.spaces_.push_back(std::move(space));
  });
}

}  // namespace ferrule::facts
