// The wishes that a design holds to, each of which its author could give up: what is asked of cabling, lengths that are sold, where devices
// stand and how many, and how links are spread. Not among them: what must be connected, and what light does.
//
// Shape:  in the order of the file's sections: cabling, stock, limits, racks and trays, tiers, rules. A wish written for `all` is one. Counts and
//         spread decide whether ports add up, the others, and counts, whether what adds up can be built: a design is asked for one kind of
//         them, and for both where giving up all of one kind does not help.
// Errors: none.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "api/load.h"
#include "lang/design.h"

namespace ferrule::api {

struct HeldWish {
  std::string words;    // "method: A", as its author wrote it
  std::string without;  // what is done in its place: "without `method: A`"
  diag::Place place;
  std::function<void(Loaded&, lang::Design&)> relax;
  bool of_units = false;  // racks without end
  bool of_place = false;  // where devices stand
};

enum class WishesOf : std::uint8_t { kPorts, kPlant, kBoth };  // kBoth: those of ports, then what the plant has besides

std::vector<HeldWish> wishes_held(const Loaded& loaded, const lang::Design& design, WishesOf which);

// So many units more in each rack are as good as any number.
inline constexpr int kUnitsWithoutLimit = 200;

}  // namespace ferrule::api
