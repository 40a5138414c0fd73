#include "check/route_length.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace ferrule::check {
namespace {

using plant::kNone;
using plant::Plant;
using plant::Tray;

// The least way along one axis over ranges, in their order: all places from `low` to `high` are reached by it.
class AxisWay {
 public:
  void visit(Length one, Length other, std::int64_t more = 0) {
    const std::int64_t from = std::min(one, other).millimetre - more, to = std::max(one, other).millimetre + more;
    const std::int64_t up = begun_ ? std::max<std::int64_t>(0, from - high_) : 0;
    const std::int64_t down = begun_ ? std::max<std::int64_t>(0, low_ - to) : 0;
    way_ += up + down;
    low_ = up > 0 ? from : down > 0 ? to : begun_ ? std::max(low_, from) : from;
    high_ = up > 0 ? from : down > 0 ? to : begun_ ? std::min(high_, to) : to;
    begun_ = true;
  }
  void begin_anywhere() { begun_ = false; }
  std::int64_t way() const { return way_; }

 private:
  std::int64_t low_ = 0, high_ = 0, way_ = 0;
  bool begun_ = false;
};

class Walk {
 public:
  Walk(const Plant& plant, Length beside) : plant_(plant), beside_(beside.millimetre) {}

  void visit_rack(std::uint32_t rack) {
    if (rack == kNone || !plant_.racks[rack].placed) return begin_anywhere();
    x_.visit(plant_.racks[rack].x, plant_.racks[rack].x, beside_);
    y_.visit(plant_.racks[rack].y, plant_.racks[rack].y, beside_);
  }

  void visit_tray(std::uint32_t index) {
    const Tray& tray = plant_.trays[index];
    if (!tray.drawn) {
      begin_anywhere();
      whole_ = whole_ && tray.length.has_value();
      more_ += tray.length.value_or(Length{}).millimetre;
      height_ = 0;
      return;
    }
    x_.visit(tray.from_x, tray.to_x);
    y_.visit(tray.from_y, tray.to_y);
    if (height_ > 0 && tray.height.millimetre > 0) more_ += std::abs(height_ - tray.height.millimetre);
    height_ = tray.height.millimetre;
    drawn_ = true;
  }

  // From where the cable is plugged, or from anywhere in the rack, to the height of the tray.
  void climb(const CableEnd& end, std::uint32_t index) {
    const Tray& tray = plant_.trays[index];
    if (end.rack == kNone || !tray.drawn || tray.height.millimetre == 0) return;
    const plant::Rack& rack = plant_.racks[end.rack];
    const std::optional<Heights> stands = end.node == kNone ? heights_of(rack) : heights_of(plant_.nodes[end.node], rack);
    if (!stands) return;
    more_ += std::max({std::int64_t{0}, tray.height.millimetre - stands->high, stands->low - tray.height.millimetre});
  }

  RouteLength length() const { return {x_.way() + y_.way() + more_, whole_ && !(drawn_ && loose_end_)}; }

 private:
  void begin_anywhere() {
    x_.begin_anywhere();
    y_.begin_anywhere();
    loose_end_ = true;
  }

  const Plant& plant_;
  std::int64_t beside_;
  AxisWay x_, y_;
  std::int64_t more_ = 0, height_ = 0;
  bool whole_ = true, drawn_ = false, loose_end_ = false;
};

RouteLength walked(const Plant& plant, const plant::Laying& laying, const CableEnd& from, const CableEnd& to, Length beside) {
  Walk walk(plant, beside);
  walk.visit_rack(from.rack);
  walk.climb(from, laying.trays.front());
  for (const std::uint32_t tray : laying.trays) walk.visit_tray(tray);
  walk.climb(to, laying.trays.back());
  walk.visit_rack(to.rack);
  return walk.length();
}

// A cable that lies in a tray whose length is stated lies in all of it, also where the tray is drawn besides.
RouteLength stated(const Plant& plant, const plant::Laying& laying) {
  RouteLength out;
  for (const std::uint32_t tray : laying.trays) {
    const std::optional<Length>& length = plant.trays[tray].length;
    out.millimetre += length.value_or(Length{}).millimetre;
    out.whole = out.whole && length.has_value();
  }
  return out;
}

}  // namespace

RouteLength route_length(const Plant& plant, const plant::Laying& laying, const Standing::Ends& ends, Length beside) {
  const RouteLength one = walked(plant, laying, ends.a, ends.b, beside), other = walked(plant, laying, ends.b, ends.a, beside);
  const RouteLength drawn = one.millimetre <= other.millimetre ? one : other, by_length = stated(plant, laying);
  return {std::max(drawn.millimetre, by_length.millimetre), drawn.whole || by_length.whole};
}

namespace {

std::int64_t gap_to(const Tray& tray, Length from_x, Length to_x, Length from_y, Length to_y) {
  AxisWay x, y;
  x.visit(from_x, to_x);
  x.visit(tray.from_x, tray.to_x);
  y.visit(from_y, to_y);
  y.visit(tray.from_y, tray.to_y);
  return x.way() + y.way();
}

}  // namespace

std::int64_t gap_between_mm(const Tray& a, const Tray& b) { return gap_to(b, a.from_x, a.to_x, a.from_y, a.to_y); }

std::int64_t gap_between_mm(const plant::Rack& rack, const Tray& tray) { return gap_to(tray, rack.x, rack.x, rack.y, rack.y); }

}  // namespace ferrule::check
