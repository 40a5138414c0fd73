#include "plant/light.h"

#include <algorithm>
#include <array>

#include "plant/joint_map.h"

namespace ferrule::plant {
namespace {

constexpr std::uint32_t kOpen = 0xFFFF'FFFF;     // stands for "nothing mated" where a face and joint are expected
constexpr std::uint32_t kGivenUp = 0x8000'0000;  // beside a face and joint: followed no further, the start has had its share

std::uint64_t mixed(std::uint64_t key) {
  key *= 0x9E37'79B9'7F4A'7C15ull;
  return key ^ (key >> 32);
}

}  // namespace

std::string_view spell(Ending ending) {
  switch (ending) {
    case Ending::kPort: return "port";
    case Ending::kOpenEnd: return "open end";
    case Ending::kUnlit: return "no fibre";
    case Ending::kNoContact: return "no contact";
    case Ending::kUnknown: return "unknown";
    case Ending::kTooLong: return "too long";
    case Ending::kOnward: break;
  }
  return "onward";
}

Light::Light(const Plant& plant, const std::vector<PartType>& types)
    : plant_(plant), types_(types), table_(1024), mask_(table_.size() - 1) {}

std::uint32_t Light::add_lanes(std::span<const LanePosition> lanes) {
  const auto first = static_cast<std::uint32_t>(lanes_.size());
  lanes_.insert(lanes_.end(), lanes.begin(), lanes.end());
  return first;
}

std::uint32_t Light::start_of(std::uint32_t lane_set) {
  if (set_start_.size() <= lane_set) set_start_.resize(plant_.lane_sets.size(), kNone);
  if (set_start_[lane_set] != kNone) return set_start_[lane_set];
  std::vector<std::uint8_t> positions;
  for (const LaneSet::Fibre& fibre : plant_.lane_sets[lane_set].fibres) positions.push_back(fibre.position);
  return set_start_[lane_set] = start_of(plant_.lane_sets[lane_set].face, positions);
}

std::uint32_t Light::start_of(std::uint32_t face, std::span<const std::uint8_t> positions) {
  std::vector<LanePosition> lanes;
  for (std::size_t origin = 0; origin < positions.size(); ++origin)
    lanes.push_back({static_cast<std::uint8_t>(origin), positions[origin]});
  Exit exit;
  exit.face = face;
  exit.first_lane = add_lanes(lanes);
  exit.lanes = static_cast<std::uint16_t>(lanes.size());
  exits_.push_back(exit);
  return static_cast<std::uint32_t>(exits_.size() - 1);
}

void Light::grow() {
  std::vector<Slot> bigger(table_.size() * 2);
  const std::uint64_t mask = bigger.size() - 1;
  for (const Slot& slot : table_) {
    if (slot.step == kNone) continue;
    std::uint64_t at = mixed(slot.key) & mask;
    while (bigger[at].step != kNone) at = (at + 1) & mask;
    bigger[at] = slot;
  }
  table_.swap(bigger);
  mask_ = mask;
}

std::uint32_t Light::find_step(std::uint32_t exit, std::uint32_t face_joint) {
  const std::uint64_t key = static_cast<std::uint64_t>(exit) << 32 | face_joint;
  for (std::uint64_t at = mixed(key) & mask_;; at = (at + 1) & mask_) {
    if (table_[at].step == kNone) break;
    if (table_[at].key == key) return table_[at].step;
  }
  const std::uint32_t made = make_step(exit, face_joint);
  if (steps_.size() * 2 > table_.size()) grow();
  std::uint64_t at = mixed(key) & mask_;
  while (table_[at].step != kNone) at = (at + 1) & mask_;
  table_[at] = {key, made};
  return made;
}

void Light::end_here(Step& step, Ending ending, std::span<const LanePosition> lanes) {
  step.ending = ending;
  step.first_ended = add_lanes(lanes);
  step.ended = static_cast<std::uint16_t>(lanes.size());
}

// Cold path: runs once per distinct way.
std::uint32_t Light::make_step(std::uint32_t exit_id, std::uint32_t face_joint) {
  const Exit from = exits_[exit_id];
  const auto id = static_cast<std::uint32_t>(steps_.size());
  Step step;
  step.from = exit_id;
  const std::vector<LanePosition> leaving(lanes_.begin() + from.first_lane, lanes_.begin() + from.first_lane + from.lanes);
  if (face_joint == kOpen) {
    end_here(step, Ending::kOpenEnd, leaving);
    steps_.push_back(step);
    return id;
  }
  step.face = face_joint & 0x00FF'FFFF;
  step.joint = static_cast<Joint>((face_joint & ~kGivenUp) >> 24);
  if (from.hops + 1 >= kMostHops || (face_joint & kGivenUp) != 0) {
    end_here(step, Ending::kTooLong, leaving);
    steps_.push_back(step);
    return id;
  }
  const spec::Face& near = face(from.face).face;
  const spec::Face& far = face(step.face).face;
  std::vector<LanePosition> arriving;
  bool lines_up = true, known = step.joint != Joint::kUnstated || near.size() == 1;
  for (LanePosition lane : leaving) {
    const std::optional<int> met = met_position(step.joint, near, far, lane.position);
    lines_up = lines_up && met.has_value();
    if (met) arriving.push_back({lane.origin, static_cast<std::uint8_t>(*met)});
  }
  if (near.rows != far.rows || near.columns != far.columns) known = true;  // whatever the adapter, nothing meets
  if (!known || !lines_up) {
    end_here(step, known ? Ending::kNoContact : Ending::kUnknown, leaving);
    steps_.push_back(step);
    return id;
  }
  step.first_lane = add_lanes(arriving);
  step.lanes = static_cast<std::uint16_t>(arriving.size());
  pass_through(step, id);
  steps_.push_back(step);
  return id;
}

// Sends arriving lanes through the part: those of a port end here, the others leave by the faces the map names.
void Light::pass_through(Step& step, std::uint32_t step_id) {
  const std::vector<LanePosition> arriving(lanes_.begin() + step.first_lane, lanes_.begin() + step.first_lane + step.lanes);
  const FaceInfo info = plant_.faces[step.face];
  const PartType& type = types_[info.type];
  if (type.kind == Kind::kTransceiver) return end_here(step, Ending::kPort, arriving);
  if (!type.map_known) return end_here(step, Ending::kUnknown, arriving);

  struct Way {
    FarEnd to;
    LanePosition lane;
    bool branch;
  };
  std::vector<Way> ways;
  std::vector<LanePosition> unlit;
  for (LanePosition lane : arriving) {
    const FarEnd to = type.far_of(info.index, lane.position);
    if (to.known())
      ways.push_back({to, {lane.origin, to.position}, false});
    else
      unlit.push_back(lane);
    for (const Branch& branch : type.branches)
      if (branch.from_face == info.index && branch.from_position == lane.position)
        ways.push_back({branch.to, {lane.origin, branch.to.position}, true});
  }
  std::stable_sort(ways.begin(), ways.end(),
                   [](const Way& a, const Way& b) { return a.branch != b.branch ? a.branch < b.branch : a.to.face < b.to.face; });
  // The same light sent twice into the same fibre is the same light; without this, taps that meet again would double it each time.
  if (!type.branches.empty()) {
    std::vector<Way> once;
    for (const Way& way : ways)
      if (std::none_of(once.begin(), once.end(), [&](const Way& other) {
            return other.branch == way.branch && other.to == way.to && other.lane == way.lane;
          }))
        once.push_back(way);
    ways.swap(once);
  }
  step.first_exit = static_cast<std::uint32_t>(exits_.size());
  const std::uint16_t hops = static_cast<std::uint16_t>(exits_[step.from].hops + 1);
  for (std::size_t at = 0; at < ways.size();) {
    Exit exit;
    exit.step = step_id;
    exit.face = plant_.type_first_face[info.type] + ways[at].to.face;
    exit.delta = static_cast<std::int32_t>(ways[at].to.face) - static_cast<std::int32_t>(info.index);
    exit.hops = hops;
    exit.branch = ways[at].branch;
    std::vector<LanePosition> lanes;
    const std::size_t first = at;
    for (; at < ways.size() && ways[at].to.face == ways[first].to.face && ways[at].branch == ways[first].branch; ++at)
      lanes.push_back(ways[at].lane);
    exit.first_lane = add_lanes(lanes);
    exit.lanes = static_cast<std::uint16_t>(lanes.size());
    exits_.push_back(exit);
    ++step.exits;
  }
  if (!unlit.empty()) end_here(step, Ending::kUnlit, unlit);
}

Light::Last Light::meets(std::uint32_t exit, std::uint32_t face_joint) {
  const std::uint32_t id = find_step(exit, face_joint);
  const Step& step = steps_[id];
  Last last{face_joint, id, kNone, 0};
  if (step.ended == 0 && step.exits == 1 && !exits_[step.first_exit].branch) {
    last.onward = step.first_exit;
    last.delta = exits_[step.first_exit].delta;
  }
  if (last_.size() < exits_.size()) last_.resize(exits_.size());
  return last_[exit] = last;
}

// One call of follow(): some traces in flight at a time, each advanced by one joint per round.
class Light::Flight {
 public:
  Flight(Light& light, std::span<Leaf> first, std::vector<MoreLeaf>& more, Crossed* crossed)
      : light_(light), connectors_(light.plant_.connectors.data()), first_(first), more_(more), crossed_(crossed) {}

  // Traces `starts`, at most kBatch of them; the first is number `base` of the call.
  void follow(std::span<const Start> starts, std::size_t base) {
    base_ = base;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      first_[base + i] = Leaf{};
      copy_joints_[i] = 0;
      rays_[i] = {starts[i].connector, starts[i].exit, 0, static_cast<std::uint32_t>(base + i), false};
      __builtin_prefetch(&connectors_[rays_[i].connector]);
    }
    run(starts.size());
    while (!waiting_.empty()) {
      const std::size_t some = std::min(kBatch, waiting_.size());
      std::copy(waiting_.end() - static_cast<std::ptrdiff_t>(some), waiting_.end(), rays_.begin());
      waiting_.resize(waiting_.size() - some);
      run(some);
    }
  }

  static constexpr std::size_t kBatch = 64;  // enough to keep all of a core's outstanding cache misses busy

 private:
  struct Ray {
    std::uint32_t connector, exit, length, start;
    bool copied;
  };

  void run(std::size_t active) {
    while (active > 0) {
      for (std::size_t i = 0; i < active; ++i) {
        mates_[i] = connectors_[rays_[i].connector].mate;
        if (mates_[i] != kNone) __builtin_prefetch(&connectors_[mates_[i]]);
      }
      std::size_t kept = 0;
      for (std::size_t i = 0; i < active; ++i) {
        Ray ray = rays_[i];
        if (!advance(ray, mates_[i])) continue;
        __builtin_prefetch(&connectors_[ray.connector]);
        rays_[kept++] = ray;
      }
      active = kept;
    }
  }

  // Takes a ray across one joint and through the part behind it; false when nothing of it goes on.
  bool advance(Ray& ray, std::uint32_t mate) {
    if (mate == kNone) {
      emit(ray, light_.find_step(ray.exit, kOpen), ray.connector);
      return false;
    }
    const std::uint32_t given_up = ray.copied && ++copy_joints_[ray.start - base_] > kMostCopyJoints ? kGivenUp : 0;
    const std::uint32_t face_joint = connectors_[mate].face_joint | given_up;
    Last met = light_.last_[ray.exit];
    if (met.face_joint != face_joint) met = light_.meets(ray.exit, face_joint);
    if (crossed_ != nullptr) crossed_->cross(met.step, ray.connector, mate);
    ray.length += connectors_[mate].length_mm;
    if (ray.length < connectors_[mate].length_mm)
      ray.length = kNone;  // beyond 4,294 km: longer than any reach, never short again
    if (met.onward == kNone) return split(ray, met.step, mate);
    ray.connector = mate + static_cast<std::uint32_t>(met.delta);
    ray.exit = met.onward;
    return true;
  }

  // Where some lanes end, or leave by several faces: the first way on stays in this ray, the others wait.
  bool split(Ray& ray, std::uint32_t step_id, std::uint32_t mate) {
    const Step& step = light_.steps_[step_id];
    if (step.ended > 0) emit(ray, step_id, mate);
    const Ray entered = ray;
    for (std::uint16_t exit = 0; exit < step.exits; ++exit) {
      const Exit& onward = light_.exits_[step.first_exit + exit];
      const Ray next{mate + static_cast<std::uint32_t>(onward.delta), step.first_exit + exit, entered.length, entered.start,
                     entered.copied || onward.branch};
      if (exit == 0)
        ray = next;
      else
        waiting_.push_back(next);
    }
    return step.exits > 0;
  }

  void emit(const Ray& ray, std::uint32_t step, std::uint32_t connector) {
    const Leaf leaf{step, connector, ray.length};
    if (first_[ray.start].step == kNone)
      first_[ray.start] = leaf;
    else
      more_.push_back({ray.start, leaf});
  }

  Light& light_;
  const Connector* connectors_;
  std::span<Leaf> first_;
  std::vector<MoreLeaf>& more_;
  Crossed* crossed_;
  std::size_t base_ = 0;
  std::array<Ray, kBatch> rays_;
  std::array<std::uint32_t, kBatch> mates_;
  std::array<std::uint32_t, kBatch> copy_joints_;  // crossed so far by copies of the start in this slot
  std::vector<Ray> waiting_;                       // further ways of splits
};

void Light::follow(std::span<const Start> starts, std::span<Leaf> first, std::vector<MoreLeaf>& more, Crossed* crossed) {
  last_.resize(exits_.size());
  Flight flight(*this, first, more, crossed);
  for (std::size_t base = 0; base < starts.size(); base += Flight::kBatch)
    flight.follow(starts.subspan(base, std::min(Flight::kBatch, starts.size() - base)), base);
}

std::vector<std::uint32_t> Light::way_to(std::uint32_t step) const {
  std::vector<std::uint32_t> way;
  for (std::uint32_t at = step; at != kNone; at = exits_[steps_[at].from].step) way.push_back(at);
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace ferrule::plant
