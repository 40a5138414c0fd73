// How full something is through which cables go: a stretch of a tray, or a drop.
//
// Units:  square micrometres; shares in hundredths of a per cent.
// Shape:  what its cables take, held against its own section where that is stated.
// Errors: none; cables whose thickness nobody knows are counted apart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "plant/measures.h"

namespace ferrule::effort {

inline constexpr std::int64_t kFillAssumed = 4'000;  // where no limit is stated: 40 %, a rule of thumb

struct Filling {
  std::uint64_t without_diameter = 0;
  std::int64_t section_um2 = 0;
  std::int64_t least_section_um2 = 0;        // if estimated diameters are twice too thick
  std::int64_t duplex_section_um2 = 0;       // of the duplex cords that would lie there (duplex.h)
  bool diameter_estimated = false;           // of any of its cables
  std::optional<std::int64_t> own_um2 = {};  // where width and depth are stated
  std::int64_t limit = kFillAssumed;
  bool limit_assumed = true;

  // What its author states; `limit` takes the place of kFillAssumed where nothing is.
  void hold_to(const plant::SectionMeasures& stated, std::optional<std::int64_t> limit);

  std::optional<std::int64_t> fill() const { return share(section_um2); }
  std::optional<std::int64_t> duplex_fill() const { return share(duplex_section_um2); }
  bool over() const { return fill() && *fill() > limit; }
  bool bursts() const { return own_um2 && least_section_um2 > *own_um2; }  // no rule, and no estimate: it cannot hold them
  bool too_full() const { return bursts() || over(); }
  // Whatever is estimated, and by no rule of thumb.
  bool over_for_certain() const { return bursts() || (!limit_assumed && least_fill() && *least_fill() > limit); }
  // As people read them: "38 %", and "40.43 %" just above a limit of 40 %. Of one whose section is stated.
  std::string fill_spelled() const;
  std::string limit_spelled() const;
  // What may lie in it; nothing: nobody stated its section.
  std::optional<std::int64_t> most_um2() const;

 private:
  std::optional<std::int64_t> least_fill() const { return share(least_section_um2); }
  std::optional<std::int64_t> share(std::int64_t um2) const;
};

}  // namespace ferrule::effort
