// The shortest way along trays that meet: where two cross, or one ends on another, a cable may change over. Where trays are full, the
// shortest of those with room.
//
// Units:  millimetres; a change between trays of unlike height adds the difference.
// Shape:  trays run along x or y. The meetings are found once; a path is asked for by pair. A route has the trays of its side and those
//         of none; where nobody asks for a route, all count.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.h"
#include "diag/source.h"

namespace ferrule::synth {

struct Point {
  std::int64_t x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

enum class Side : std::uint8_t { kAny, kA, kB };  // of two routes that are laid apart
constexpr std::size_t kSides = 3;
constexpr Side side_of(std::string_view word) { return word == "A" ? Side::kA : word == "B" ? Side::kB : Side::kAny; }
constexpr std::string_view spell(Side side) { return side == Side::kA ? "A" : side == Side::kB ? "B" : ""; }

struct TrayRun {
  std::string name;
  Point from, to;
  std::int64_t height = 0;
  diag::Place place;
  Side side = Side::kAny;
  std::string hall = {};  // whose racks reach it; empty: all
};

constexpr bool carries(const TrayRun& tray, Side side) {
  return side == Side::kAny || tray.side == Side::kAny || tray.side == side;
}

struct TrayPath {
  std::int64_t along = -1;  // -1: the trays do not connect
  std::vector<std::uint32_t> trays;
  std::vector<Point> turns;  // where it comes onto the first, changes over, and leaves the last: one more than trays
};

struct TrayEnd {  // where a cable may come onto the trays, or leave them
  std::uint32_t tray = 0;
  Point at;
  std::int64_t beside = 0;  // of its way, from there to where it is plugged
};

struct TrayGap {  // between two trays that do not meet
  std::uint32_t from = 0, to = 0;
  std::int64_t apart = 0;  // along x and along y together
};

// What is to be bridged from one tray to another, in order: the gaps that are least in sum. None where they connect.
std::vector<TrayGap> gaps_on_the_way(const std::vector<TrayRun>& trays, Side side, std::uint32_t from, std::uint32_t to);

// May a cable lie in this stretch of a tray?
using MayLie = std::function<bool(std::uint32_t tray, Point from, Point to)>;
// May it come down from this tray into this rack?
using MayDrop = std::function<bool(std::uint32_t rack, std::uint32_t tray)>;

class TrayNet {
 public:
  TrayNet() = default;
  explicit TrayNet(const std::vector<TrayRun>& trays, Side side = Side::kAny);
  TrayPath path(std::uint32_t from, Point start, std::uint32_t to, Point end) const;
  // From any of some places to any of others, what is beside the trays counted in.
  TrayPath path(const std::vector<TrayEnd>& from, const std::vector<TrayEnd>& to, const MayLie& may_lie) const;

 private:
  struct Meeting {  // the way from one tray onto another
    std::uint32_t onto = 0;
    Point at;
    std::int64_t climb = 0;
    std::uint32_t id = 0;
  };
  std::vector<std::vector<Meeting>> meetings_;  // by tray
  std::uint32_t count_ = 0;
};

}  // namespace ferrule::synth
