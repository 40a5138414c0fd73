// What lies in each stretch of each tray, and whether more may.
//
//     load    ___/---\____/-----\__      cables add their section where they begin and take it away where they end
//     limit  =======================     a stretch above it is full
//
// Units:  square micrometres of section; millimetres along the tray, from its `from`. A cable that only crosses a tray lies in a millimetre
//         of it to both sides, beside those that end there.
// Shape:  a drop counts as a tray of one millimetre, numbered behind the trays.
// Errors: none. A tray without a limit has room for everything.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "synth/tray_paths.h"

namespace ferrule::synth {

struct TrayStretch {  // from here to there, which is the first millimetre behind it
  std::uint32_t tray = 0;
  std::int64_t from = 0, to = 1;
  TrayStretch(std::uint32_t of, std::int64_t one, std::int64_t other);
  bool meets(const TrayStretch& other) const { return tray == other.tray && from < other.to && other.from < to; }
  bool within(const TrayStretch& other) const { return tray == other.tray && other.from <= from && to <= other.to; }
};

TrayStretch stretch_between(const std::vector<TrayRun>& trays, std::uint32_t tray, Point from, Point to);

class TrayRoom {
 public:
  explicit TrayRoom(std::vector<std::optional<std::int64_t>> limits) : limits_(std::move(limits)), trays_(limits_.size()) {}

  std::uint32_t add_drop(std::optional<std::int64_t> limit);  // its number
  std::uint32_t count() const { return static_cast<std::uint32_t>(limits_.size()); }
  void add(const TrayStretch& stretch, std::int64_t section);  // a negative one takes away
  bool holds(const TrayStretch& stretch, std::int64_t section) const;
  bool over(const TrayStretch& stretch) const { return !holds(stretch, 0); }
  std::optional<TrayStretch> fullest_over(std::uint32_t tray) const;

 private:
  struct Loads {                         // cables begin and end at few places: racks, and where trays meet
    std::vector<std::int64_t> at, load;  // of the part from at[i] to the next; the last is empty
    std::size_t begin_at(std::int64_t place);
  };
  std::int64_t most_in(const TrayStretch& stretch) const;

  std::vector<std::optional<std::int64_t>> limits_;  // by tray
  std::vector<Loads> trays_;
};

}  // namespace ferrule::synth
