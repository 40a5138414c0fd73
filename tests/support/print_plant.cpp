#include "support/print_plant.h"

#include <algorithm>

#include "support/build_plant.h"
#include "support/intent.h"

namespace ferrule::test {
namespace {

bool cable(const Sort& sort) {
  return sort.what != What::kTransceiver && sort.what != What::kCassette && sort.what != What::kShuffle &&
         sort.what != What::kTap;
}

// How many ends belong to side a.
int first_side(const Sort& sort) {
  const auto head = [](const End& end) { return end.name.starts_with("in") || end.name == "head"; };
  if (sort.what == What::kBreakout || sort.what == What::kConversion)
    return static_cast<int>(std::count_if(sort.ends.begin(), sort.ends.end(), head));
  return sort.what == What::kLoopback ? 1 : static_cast<int>(sort.ends.size()) / 2;
}

std::string end_name(const Sort& sort, int end) {
  if (!cable(sort)) return "f" + std::to_string(end);
  const int side_a = first_side(sort), all = static_cast<int>(sort.ends.size());
  if (end < side_a) return side_a == 1 ? "a" : "a" + std::to_string(end + 1);
  return all - side_a == 1 ? "b" : "b" + std::to_string(end - side_a + 1);
}

std::string block(const End& end, int count, std::string_view adapter) {
  std::string text = "{connector: " + listed_connector(end.connector);
  if (end.pins == Pinning::kPinned) text += ", gender: pinned";
  if (end.pins == Pinning::kUnpinned) text += ", gender: unpinned";
  if (end.cut == Cut::kFlat) text += ", polish: PC";
  if (end.cut == Cut::kAngled) text += ", polish: APC";
  if (end.cut == Cut::kAngledUp) text += ", polish: angled-up";
  if (count > 1) text += ", count: " + std::to_string(count);
  if (!adapter.empty()) text += ", adapter: " + std::string(adapter);
  return text + "}";
}

std::string map_of(const Sort& sort) {
  const plant::PartType type = type_of(sort);
  std::string text;
  for (std::uint16_t face = 0; face < type.faces.size(); ++face)
    for (int p = 0; p < type.faces[face].face.size(); ++p) {
      const plant::FarEnd far = type.far_of(face, static_cast<std::size_t>(p));
      if (!far.known() || far.face < face || (far.face == face && far.position <= p)) continue;
      text += (text.empty() ? "" : ", ") + ("\"" + end_name(sort, face)) + "." + std::to_string(p + 1) + " = " +
              end_name(sort, far.face) + "." + std::to_string(far.position + 1) + "\"";
    }
  return "[" + text + "]";
}

std::string_view kind(What what) {
  switch (what) {
    case What::kArrayCable: return "trunk";
    case What::kDuplexCord:
    case What::kSimplexCord: return "cord";
    case What::kBreakout: return "breakout";
    case What::kConversion: return "conversion";
    case What::kLoopback: return "loopback";
    case What::kTap: return "tap";
    default: return "module";
  }
}

// Type C over 10 of 12 sends 2 to 1, which is empty: no such cable can be ordered by that name.
bool every_hole_leads_on(const Sort& sort) {
  const plant::PartType type = type_of(sort);
  for (std::size_t p = 0; p < static_cast<std::size_t>(sort.ends[0].size()); ++p)
    if (sort.ends[0].fibre[p + 1] && !type.far_of(0, p).known()) return false;
  return true;
}

std::string wiring(const Sort& sort) {
  if (!sort.published) return "";
  const bool alike = sort.ends.front().connector == sort.ends.back().connector && every_hole_leads_on(sort) &&
                     !sort.map.starts_with("B32");  // of low confidence by name: unproven
  if (sort.what == What::kDuplexCord || (sort.what == What::kArrayCable && alike)) return ", polarity: " + sort.map;
  if (sort.what == What::kSimplexCord || (sort.what == What::kLoopback && sort.ends.front().connector != "MPO-24")) return "";
  return ", map: " + map_of(sort) + ", source: drawing";
}

std::string transceiver(const Sort& sort) {
  std::string text =
      "{kind: transceiver, optic: " + application_of(sort) + ", polish: " + (sort.ends[0].cut == Cut::kFlat ? "PC" : "APC");
  if (sort.name != "SR16") return text + "}";
  return text + ", lanes: {rx: [1-16], tx: [17-32]}, source: drawing}";
}

std::string_view adapter(Meeting how) { return how == Meeting::kOpposed ? "A" : how == Meeting::kAligned ? "B" : ""; }

// The part with the adapters of the joints that it takes part in.
std::string part(const PlainPlant& plain, int id) {
  const Sort& sort = plain.sort_of(id);
  if (sort.what == What::kTransceiver) return transceiver(sort);
  std::string text = "{kind: " + std::string(kind(sort.what)) + ", fibre: OM4, loss: 0.0001 dB";
  if (sort.what == What::kLoopback) {
    text += ", connector: " + block(sort.ends[0], 1, "");
  } else if (cable(sort)) {
    const int side_a = first_side(sort), side_b = static_cast<int>(sort.ends.size()) - side_a;
    text += ", a: " + block(sort.ends.front(), side_a, "") + ", b: " + block(sort.ends.back(), side_b, "");
  } else {
    text += ", faces: {";
    for (int end = 0; end < static_cast<int>(sort.ends.size()); ++end) {
      std::string_view type;
      for (const Joint& joint : plain.joints)
        if (joint.a == Plug{id, end} || joint.b == Plug{id, end}) type = adapter(joint.how);
      text += (end == 0 ? "" : ", ") + end_name(sort, end) + ": " + block(sort.ends[static_cast<std::size_t>(end)], 1, type);
    }
    text += "}";
  }
  text += wiring(sort);
  if (sort.what == What::kTap) text += ", live_loss: 0.0001 dB";
  if (sort.what == What::kTap && !sort.copies.empty() && sort.published) {
    text += ", branches: [";
    for (std::size_t i = 0; i < sort.copies.size(); ++i) {
      const Copy& copy = sort.copies[i];
      text += (i == 0 ? "\"" : ", \"") + end_name(sort, copy.end) + "." + std::to_string(copy.position) + " -> " +
              end_name(sort, copy.to_end) + "." + std::to_string(copy.to_position) + " = 0.0001 dB\"";
    }
    text += "]";
  }
  return text + "}";
}

std::string place(const PlainPlant& plain, Plug plug) {
  const std::string& name = plain.parts[static_cast<std::size_t>(plug.part)].name;
  if (plain.transceiver(plug.part)) return "X/" + name;
  return name + "/" + end_name(plain.sort_of(plug.part), plug.end);
}

bool small(const End& end) { return !end.connector.starts_with("MPO"); }

}  // namespace

void make_expressible(PlainPlant& plain) {
  for (Sort& sort : plain.sorts) {
    for (End& end : sort.ends) {
      if (end.connector.starts_with("bare")) {
        end.connector = "MPO" + end.connector.substr(4);
        end.pins = Pinning::kNotStated;
      }
      if (small(end) && end.cut == Cut::kAngledUp) end.cut = Cut::kAngled;
    }
    if (sort.what == What::kLoopback) sort.published = true;  // an unstated one is the usual one
    if (sort.what == What::kSimplexCord) sort.published = true;
    // Two lights in one fibre are refused.
    for (std::size_t i = 0; i < sort.copies.size(); ++i) {
      const Copy kept = sort.copies[i];
      sort.copies.erase(
          std::remove_if(sort.copies.begin() + static_cast<std::ptrdiff_t>(i) + 1, sort.copies.end(),
                         [&](const Copy& other) { return other.to_end == kept.to_end && other.to_position == kept.to_position; }),
          sort.copies.end());
    }
    if (sort.what == What::kTransceiver) {
      sort.ends.resize(1);
      std::erase_if(sort.lanes, [](const LaneAt& lane) { return lane.end > 0; });
      End& end = sort.ends[0];
      end.pins = small(end) ? Pinning::kWithoutPins : Pinning::kPinned;
      end.cut = end.cut == Cut::kFlat ? Cut::kFlat : small(end) ? Cut::kAngled : Cut::kAngledUp;
    } else if (cable(sort)) {
      const auto side_a = static_cast<std::size_t>(first_side(sort));
      for (std::size_t end = 0; end < sort.ends.size(); ++end) {
        const End& like = sort.ends[end < side_a ? 0 : sort.ends.size() - 1];
        sort.ends[end].pins = like.pins;
        sort.ends[end].cut = like.cut;
      }
    }
  }
  std::erase_if(plain.joints, [&](const Joint& joint) {
    for (const Plug plug : {joint.a, joint.b})
      if (plug.end >= static_cast<int>(plain.sort_of(plug.part).ends.size())) return true;
    return !cable(plain.sort_of(joint.a.part)) && !cable(plain.sort_of(joint.b.part));
  });
  for (Joint& joint : plain.joints) {
    if (joint.how == Meeting::kSplice) joint.how = Meeting::kOpposed;
    const bool module = !cable(plain.sort_of(joint.a.part)) || !cable(plain.sort_of(joint.b.part));
    if (module && joint.how == Meeting::kNotStated && (small(plain.end_of(joint.a)) || small(plain.end_of(joint.b))))
      joint.how = Meeting::kOpposed;
  }
}

std::string as_text(const PlainPlant& plain, const std::vector<LinkWanted>& links) {
  std::string parts, ports, panels, cables, couplers, text;
  const auto where = [&](Plug plug) -> std::string {
    for (const Joint& joint : plain.joints) {
      const Plug other = joint.a == plug ? joint.b : joint.b == plug ? joint.a : Plug{};
      if (other.part >= 0 && !cable(plain.sort_of(other.part))) return place(plain, other);
    }
    return "";
  };
  for (int id = 0; id < static_cast<int>(plain.parts.size()); ++id) {
    const Sort& sort = plain.sort_of(id);
    const std::string& name = plain.parts[static_cast<std::size_t>(id)].name;
    parts += "  t-" + name + ": " + part(plain, id) + "\n";
    if (sort.what == What::kTransceiver) {
      ports += (ports.empty() ? "" : ", ") + name + ": t-" + name;
    } else if (!cable(sort)) {
      panels += "  " + name + ": {slots: t-" + name + "}\n";
    } else {
      cables += "  - {id: " + name + ", part: t-" + name + ", length: 2 m";
      for (int end = 0; end < static_cast<int>(sort.ends.size()); ++end)
        if (const std::string at = where({id, end}); !at.empty()) cables += ", " + end_name(sort, end) + ": " + at;
      cables += "}\n";
    }
  }
  int count = 0;
  for (const Joint& joint : plain.joints) {
    if (!cable(plain.sort_of(joint.a.part)) || !cable(plain.sort_of(joint.b.part))) continue;
    couplers += "  - {id: K" + std::to_string(++count) + ", a: " + place(plain, joint.a) + ", b: " + place(plain, joint.b);
    couplers += std::string(joint.how == Meeting::kNotStated ? "" : ", adapter: ") + std::string(adapter(joint.how)) + "}\n";
  }
  text = "ferrule: 1\nparts:\n" + parts + "equipment: {X: {ports: {" + ports + "}}}\n";
  if (!panels.empty()) text += "panels:\n" + panels;
  if (!cables.empty()) text += "cables:\n" + cables;
  if (!couplers.empty()) text += "couplers:\n" + couplers;
  text += "links:\n";
  for (std::size_t i = 0; i < links.size(); ++i)
    text +=
        "  - {id: L" + std::to_string(i + 1) + ", a: " + place(plain, links[i].a) + ", b: " + place(plain, links[i].b) + "}\n";
  return text;
}

}  // namespace ferrule::test
