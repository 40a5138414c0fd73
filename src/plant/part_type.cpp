#include "plant/part_type.h"

#include <algorithm>

namespace ferrule::plant {

std::shared_ptr<Lot> lot_of(std::vector<Loss> values) {
  auto lot = std::make_shared<Lot>();
  std::sort(values.begin(), values.end());
  Wide sum = 0;
  for (const Loss value : values) sum += value.microdecibel;
  lot->mean = Loss{static_cast<std::int64_t>(sum / static_cast<Wide>(values.size()))};
  lot->rising = std::move(values);
  return lot;
}

std::string_view spell(Kind kind) {
  switch (kind) {
    case Kind::kTransceiver: return "transceiver";
    case Kind::kCord: return "cord";
    case Kind::kTrunk: return "trunk";
    case Kind::kExtension: return "extension";
    case Kind::kBreakout: return "breakout";
    case Kind::kConversion: return "conversion";
    case Kind::kCassette: return "cassette";
    case Kind::kAdapterPanel: return "adapter-panel";
    case Kind::kModule: return "module";
    case Kind::kTap: return "tap";
    case Kind::kLoopback: break;
  }
  return "loopback";
}

std::string_view spell(Joint joint) {
  switch (joint) {
    case Joint::kMdi: return "transceiver receptacle";
    case Joint::kSeat: return "receptacle";
    case Joint::kOpposed: return "Type A adapter (opposed keys)";
    case Joint::kAligned: return "Type B adapter (aligned keys)";
    case Joint::kSplice: return "splice";
    case Joint::kUnstated: return "adapter of unstated type";
    case Joint::kNone: break;
  }
  return "nothing";
}

void PartType::lay_out_map() {
  first.clear();
  std::uint32_t total = 0;
  for (const TypeFace& face : faces) {
    first.push_back(total);
    total += static_cast<std::uint32_t>(face.face.size());
  }
  far.assign(total, FarEnd{});
}

bool PartType::connect(FarEnd a, FarEnd b) {
  const auto holds = [&](FarEnd end) {
    return end.face < faces.size() && end.position < faces[end.face].face.size() && faces[end.face].face.populated[end.position];
  };
  if (a == b || !holds(a) || !holds(b) || far_of(a.face, a.position).known() || far_of(b.face, b.position).known()) return false;
  far[first[a.face] + a.position] = b;
  far[first[b.face] + b.position] = a;
  return true;
}

bool PartType::is_involution() const {
  for (std::size_t face = 0; face < faces.size(); ++face)
    for (int position = 0; position < faces[face].face.size(); ++position) {
      const FarEnd there = far_of(face, static_cast<std::size_t>(position));
      if (!there.known()) continue;
      const FarEnd back = far_of(there.face, there.position);
      if (back.face != face || back.position != position) return false;
    }
  return true;
}

}  // namespace ferrule::plant
