// The hall as the designer sees it: racks with their free units, trays as lines that meet, and how long a cable is between two units.
//
// Units:  millimetres; x and y on the floor, heights above it. The lowest rack unit begins plant::kPlinth above the floor.
// Shape:  a cable goes up from its unit to its tray, along trays that meet, and down again; in one rack it goes from unit to unit.
//         Without trays it goes along x, then y, at the height `overhead`.
// Errors: F813 where trays do not connect two racks; F811 where a rack has no room.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/quantity.h"
#include "diag/source.h"
#include "plant/rack_unit.h"
#include "synth/tray_paths.h"

namespace ferrule::synth {

struct HallRack {
  std::string name;
  bool placed = false;  // somebody said where it stands
  Point at;
  int units = 0;           // 0: nobody said
  std::vector<bool> used;  // by unit, the lowest first; grows as needed
  diag::Place place;
  std::string hall;                         // of several; empty: nobody said
  std::optional<std::uint32_t> phase = {};  // in which it comes, where somebody said
  bool of_links = false;                    // only a file of links names it
};

struct Stand {  // where a device or panel stands
  std::uint32_t rack = 0;
  int unit = 0, height = 1;  // of its lowest edge, from 1
};

struct Way {
  Length length;
  std::vector<std::uint32_t> trays;  // in order
  bool known = true;                 // false: a rack without a place, or trays that do not meet
};

class Hall {
 public:
  std::vector<HallRack> racks;
  std::vector<TrayRun> trays;
  std::optional<Length> overhead;  // nothing: kAboveRacks above the higher rack
  std::optional<std::uint32_t> find(std::string_view name) const;
  void index();  // after racks and trays are there

  // The lowest free place of `height` units from `from` up, or the highest from the top down; it is taken. Nothing when there is none.
  std::optional<int> take_up(std::uint32_t rack, int height, int from = 1);
  std::optional<int> take_down(std::uint32_t rack, int height);
  bool take_at(std::uint32_t rack, int unit, int height);  // false when it is not free
  void free_at(const Stand& stand);                        // what was taken
  int free_units(std::uint32_t rack) const;

  Way way(const Stand& a, const Stand& b, Side side = Side::kAny);
  Way shortest_way(std::uint32_t rack_a, std::uint32_t rack_b, Side side = Side::kAny);  // of any two units, one in each
  // Of two racks, the shortest over stretches in which a cable may lie and drops that it may take; `turns` as of TrayPath. A rack is reached from trays that are
  // kFurtherTray further away than the nearest, too.
  Way way_around(const Stand& a, const Stand& b, Side side, const MayLie& may_lie, const MayDrop& may_drop,
                 std::vector<Point>& turns) const;

  // By which tray a drop is known: where trays meet above a rack, one way leads down from them, that of the first.
  std::uint32_t drop_of(std::uint32_t rack, std::uint32_t tray) const;

  // Of two racks between which there is no way: the gaps between trays that break it off; none where a rack reaches no tray.
  std::vector<TrayGap> gaps(std::uint32_t rack_a, std::uint32_t rack_b, Side side) const;
  bool reaches_a_tray(std::uint32_t rack, Side side) const { return route_of(side).reach[rack].any; }

  static constexpr std::int64_t kInRack = 500;       // assumed: to the side and back of a rack, for a cable within it
  static constexpr std::int64_t kAboveRacks = 500;   // assumed where nobody says how high cables run
  static constexpr std::int64_t kFurtherTray = 900;  // assumed: from one tray above a row to the one beside it
  static constexpr int kUnitsAssumed = 48;           // of a rack whose height nobody stated

 private:
  struct Reach {  // of one rack: the nearest tray, and where on it
    std::uint32_t tray = 0;
    Point on;
    std::int64_t aside = 0;  // on the floor, from the rack
    bool any = false;
  };
  bool fits(const HallRack& rack, int unit, int height) const;
  void take(HallRack& rack, int unit, int height);
  int units_of(const HallRack& rack) const { return rack.units > 0 ? rack.units : kUnitsAssumed; }
  static std::int64_t height_of(int unit) { return plant::kPlinth + unit * plant::kRackUnitUm / 1000; }
  struct Route {  // the trays of one side, and those of none
    Side side = Side::kAny;
    std::vector<Reach> reach;  // by rack
    TrayNet net;
    std::map<std::pair<std::uint32_t, std::uint32_t>, TrayPath> paths;
  };
  Reach reach(const HallRack& rack, Side side) const;
  Reach reach_of_tray(const HallRack& rack, std::uint32_t tray, Side side) const;
  std::vector<TrayEnd> ends_at(const Stand& stand, Side side, const MayDrop& may_drop) const;
  int nearest_unit(std::uint32_t rack, const Route& route) const;  // to its tray
  Route& route_of(Side side) { return routes_[static_cast<std::size_t>(side)]; }
  const Route& route_of(Side side) const { return routes_[static_cast<std::size_t>(side)]; }
  static const TrayPath& path(Route& route, std::uint32_t a, std::uint32_t b);

  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::array<Route, kSides> routes_;
};

}  // namespace ferrule::synth
