#include "lang/halls.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/check_shape.h"
#include "lang/keys.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

std::pair<Length, Length> corner(const syntax::Node& node) {
  return {parse_place(node.items[0].text).value_or(Length{}), parse_place(node.items[1].text).value_or(Length{})};
}

}  // namespace

void Halls::read(const syntax::Node& section) {
  for (const syntax::Pair& pair : section.pairs) {
    listed_.emplace_back(pair.key);
    if (!fits_name(reader_, pair.key, pair.key_place, false) || !fits(reader_, pair.value, keys::kHallEntry, pair.key)) continue;
    const auto [x1, y1] = corner(*value(pair.value, "from"));
    const auto [x2, y2] = corner(*value(pair.value, "to"));
    if (x1 == x2 || y1 == y2) {
      reader_.say(kWrongValue, place_of(pair.value, "to"), "a hall without area").help("two corners that face each other");
      continue;
    }
    halls_.push_back(
        {std::string(pair.key), pair.key_place, std::min(x1, x2), std::max(x1, x2), std::min(y1, y2), std::max(y1, y2)});
  }
}

const Halls::Hall* Halls::named(const std::string& name) const {
  const auto at = std::find_if(halls_.begin(), halls_.end(), [&](const Hall& hall) { return hall.name == name; });
  return at == halls_.end() ? nullptr : &*at;
}

void Halls::judge_names(const syntax::Node& racks) {
  if (listed_.empty()) return;
  for (const syntax::Pair& pair : racks.pairs) {
    const std::string_view hall = text(pair.value, "hall");
    if (hall.empty() || std::find(listed_.begin(), listed_.end(), hall) != listed_.end()) continue;
    auto builder = reader_.say(kUnknownEnd, place_of(pair.value, "hall"), fmt::format("there is no hall {}", in_quotes(hall)));
    if (reader_.may_advise() && nearest(hall, listed_))
      suggest(builder, hall, listed_);
    else
      builder.help("`halls` lists " + printable(shortened(joined(listed_, ", "), 200)));
  }
}

void Halls::say_outside(const std::string& what, diag::Place place, const Hall& hall) {
  reader_.say(kOutsideHall, place, fmt::format("{} is outside of hall {}", what, hall.name))
      .note(hall.place, fmt::format("{} reaches from {} to {} along x, and from {} to {} along y", hall.name, spell(hall.left),
                                    spell(hall.right), spell(hall.low), spell(hall.high)))
      .help("correct where it stands, its `step`, its `hall`, or the corners of the hall");
}

void Halls::judge(const plant::Plant& plant) {
  if (halls_.empty()) return;
  for (const plant::Rack& rack : plant.racks) {
    if (!rack.placed) continue;
    const bool anywhere = rack.hall.empty() &&
                          std::any_of(halls_.begin(), halls_.end(), [&](const Hall& hall) { return hall.holds(rack.x, rack.y); });
    const Hall* hall = rack.hall.empty() ? &halls_.front() : named(rack.hall);
    if (anywhere || hall == nullptr || hall->holds(rack.x, rack.y)) continue;
    say_outside(fmt::format("rack {} at [{}, {}]", rack.name, spell(rack.x), spell(rack.y)), rack.place, *hall);
  }
  for (const plant::Tray& tray : plant.trays) {
    const Hall* hall = tray.hall.empty() ? nullptr : named(tray.hall);
    if (!tray.drawn || hall == nullptr) continue;
    if (hall->holds(tray.from_x, tray.from_y) && hall->holds(tray.to_x, tray.to_y)) continue;
    say_outside(fmt::format("an end of tray {}", tray.name), tray.place, *hall);
  }
}

}  // namespace ferrule::lang
