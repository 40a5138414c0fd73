#include "api/find_end.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::api {
namespace {

using plant::kNone;

constexpr std::size_t kMostCandidates = 200'000;  // names compared for "did you mean"; a hall has more

struct LaneRange {
  int first = 0, count = 0;
};

std::optional<int> small_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > 255) return std::nullopt;
  return value;
}

// Cuts ":3" or ":1-2" off the end; nothing changes when what follows the colon is something else.
std::optional<LaneRange> cut_lanes(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view range = text.substr(colon + 1);
  const std::size_t dash = range.find('-');
  const auto first = small_number(range.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : small_number(range.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  text = text.substr(0, colon);
  return LaneRange{*first - 1, *last - *first + 1};
}

std::vector<std::string_view> segments_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t slash = text.find('/');
    parts.push_back(text.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    text.remove_prefix(slash + 1);
  }
}

class EndFinder {
 public:
  EndFinder(const plant::Plant& plant, std::string_view text) : plant_(plant), asked_(text) {}

  FoundEnd find() {
    std::string_view text = asked_;
    look_up(text, std::nullopt);
    if (found_.targets.empty()) {
      const std::optional<LaneRange> lanes = cut_lanes(text);
      if (lanes) look_up(text, lanes);
    }
    if (found_.targets.empty()) explain_miss(text);
    return std::move(found_);
  }

 private:
  void look_up(std::string_view text, std::optional<LaneRange> lanes) {
    const std::vector<std::string_view> parts = segments_of(text);
    for (const plant::Node& node : plant_.nodes)
      if (node.name == parts[0]) {
        node_ = &node;
        in_node(node, {parts.begin() + 1, parts.end()}, lanes);
      }
    if (!found_.targets.empty() || node_ != nullptr) return;
    if (!lanes && parts.size() <= 2) cable(parts);
    if (!lanes) link(text);
  }

  void in_node(const plant::Node& node, const std::vector<std::string_view>& rest, std::optional<LaneRange> lanes) {
    for (std::uint32_t r = node.first_run; r < node.first_run + node.runs; ++r) {
      const plant::Run& run = plant_.runs[r];
      // A panel that is one part needs no slot in the name.
      if (node.panel && node.runs == 1 && run.names.count == 1 && in_run(run, 0, rest, lanes)) return;
      if (rest.empty()) continue;
      const auto index = run.names.index_of(rest[0]);
      if (index && in_run(run, *index, {rest.begin() + 1, rest.end()}, lanes)) return;
    }
  }

  bool in_run(const plant::Run& run, std::uint32_t index, const std::vector<std::string_view>& rest,
              std::optional<LaneRange> lanes) {
    if (run.first_asset == kNone) return panel_port(run, index, rest);
    const std::uint32_t asset = run.first_asset + index, first = plant_.asset_first[asset];
    const std::uint32_t count = plant_.asset_first[asset + 1] - first;
    const bool port = plant_.asset_type(asset).kind == plant::Kind::kTransceiver;
    Target target{port ? TargetKind::kPort : TargetKind::kPart, {}, kNone, 0, 0};
    if (rest.empty()) {
      for (std::uint32_t c = 0; c < count; ++c) target.connectors.push_back(first + c);
    } else if (rest.size() == 1) {
      const auto face = face_named(asset, rest[0]);
      if (!face) return false;
      if (!port) target.kind = TargetKind::kPanelPort;
      target.connectors.push_back(first + *face);
    } else {
      return false;
    }
    if (lanes) {
      if (!port) return refuse("only ports have lanes");
      if (target.connectors.size() != 1)
        return refuse(fmt::format("it has {} receptacles; name one of them before the lane", count));
      target.first_lane = lanes->first;
      target.lanes = lanes->count;
      if (lanes->first + lanes->count > lanes_at(target.connectors[0]))
        return refuse(fmt::format("it has {}", counted(static_cast<std::uint64_t>(lanes_at(target.connectors[0])), "lane")));
    }
    found_.targets.push_back(std::move(target));
    return true;
  }

  bool refuse(std::string why) {
    found_.why_not = std::move(why);
    return false;
  }

  int lanes_at(std::uint32_t connector) const {
    int lanes = 0;
    for (const plant::Lane& lane : plant_.type_of(connector).lanes)
      if (lane.face == plant_.face_info(connector).index) lanes = std::max(lanes, lane.number + 1);
    return lanes;
  }

  std::optional<std::uint32_t> face_named(std::uint32_t asset, std::string_view name) const {
    const auto& faces = plant_.asset_type(asset).faces;
    for (std::uint32_t face = 0; face < faces.size(); ++face)
      if (faces[face].name == name) return face;
    // "rear1" where there is one rear, "rear" where there are several: the first.
    for (std::uint32_t face = 0; face < faces.size(); ++face)
      if (faces[face].name + "1" == name || faces[face].name == std::string(name) + "1") return face;
    return std::nullopt;
  }

  bool panel_port(const plant::Run& run, std::uint32_t index, const std::vector<std::string_view>& rest) {
    if (rest.empty() || rest.size() > 2 || (rest.size() == 2 && rest[1] != "rear")) return false;
    std::uint32_t port = 0;
    const auto [end, error] = std::from_chars(rest[0].data(), rest[0].data() + rest[0].size(), port);
    if (error != std::errc() || end != rest[0].data() + rest[0].size() || port < 1 || port > run.ports_each) return false;
    const plant::PanelPort& at = plant_.panel_ports[run.first_panel_port + index * run.ports_each + port - 1];
    Target target{TargetKind::kPanelPort, {}, kNone, 0, 0};
    const std::uint32_t plug = rest.size() == 2 ? at.rear : at.front, other = rest.size() == 2 ? at.front : at.rear;
    if (plug != kNone)
      target.connectors.push_back(plug);
    else if (other != kNone)
      target.connectors.push_back(other);
    found_.targets.push_back(std::move(target));
    return true;
  }

  void cable(const std::vector<std::string_view>& parts) {
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset) {
      if (plant_.asset_name[asset] == kNone || plant_.names.get(plant_.asset_name[asset]) != parts[0]) continue;
      Target target{TargetKind::kCable, {}, kNone, 0, 0};
      if (parts.size() == 1) {
        for (std::uint32_t c = plant_.asset_first[asset]; c < plant_.asset_first[asset + 1]; ++c) target.connectors.push_back(c);
      } else if (const auto face = face_named(asset, parts[1])) {
        target.kind = TargetKind::kCableEnd;
        target.connectors.push_back(plant_.asset_first[asset] + *face);
      } else {
        cable_ = asset;
        continue;
      }
      found_.targets.push_back(std::move(target));
      return;
    }
  }

  void link(std::string_view name) {
    for (std::uint32_t link = 0; link < plant_.link_count(); ++link)
      if (plant_.link_name(link) == name) {
        found_.targets.push_back({TargetKind::kLink, {}, link, 0, 0});
        return;
      }
  }

  void explain_miss(std::string_view text) {
    const bool said = !found_.why_not.empty();
    if (said) return;
    std::vector<std::string> names;
    const auto add = [&](std::string name) {
      if (names.size() < kMostCandidates) names.push_back(std::move(name));
    };
    if (node_ != nullptr) {
      found_.why_not = text == node_->name
                           ? fmt::format("{} is {}; name one of its ports", node_->name, node_->panel ? "a panel" : "equipment")
                           : fmt::format("{} has no such port", node_->name);
      for (std::uint32_t r = node_->first_run; r < node_->first_run + node_->runs; ++r) names_in(plant_.runs[r], add);
      if (text == node_->name) {
        found_.nearest.assign(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(names.size(), 3)));
        return;
      }
    } else if (cable_ != kNone) {
      found_.why_not = fmt::format("cable {} has no such end", plant_.asset_spelled(cable_));
      for (std::uint32_t c = plant_.asset_first[cable_]; c < plant_.asset_first[cable_ + 1]; ++c) add(plant_.spelled(c));
    } else {
      found_.why_not = "there is no port, cable or link of that name";
      all_names(text, add);
    }
    pick_nearest(text, std::move(names));
  }

  void names_in(const plant::Run& run, const auto& add) const {
    for (std::uint32_t i = 0; i < run.names.count && i < 10'000; ++i) {
      const std::string base = node_->name + "/" + run.names.at(i);
      if (run.first_asset == kNone) {
        for (std::uint32_t port = 1; port <= run.ports_each; ++port) add(base + "/" + std::to_string(port));
        continue;
      }
      add(base);
      const auto& faces = plant_.asset_type(run.first_asset + i).faces;
      if (faces.size() > 1)
        for (const plant::TypeFace& face : faces) add(base + "/" + face.name);
    }
  }

  // With a slash the name of equipment is the likelier slip; what follows the slash is kept.
  void all_names(std::string_view text, const auto& add) const {
    const std::size_t slash = text.find('/');
    const std::string rest(slash == std::string_view::npos ? "" : text.substr(slash));
    for (const plant::Node& node : plant_.nodes) add(node.name + rest);
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset)
      if (plant_.asset_name[asset] != kNone) add(std::string(plant_.names.get(plant_.asset_name[asset])) + rest);
    if (slash == std::string_view::npos)
      for (std::uint32_t link = 0; link < plant_.link_count(); ++link) add(std::string(plant_.link_name(link)));
  }

  void pick_nearest(std::string_view text, std::vector<std::string> names) {
    while (found_.nearest.size() < 3) {
      const std::optional<std::string> near = nearest(text, names);
      if (!near) return;
      found_.nearest.push_back(*near);
      std::erase(names, *near);
    }
  }

  const plant::Plant& plant_;
  std::string_view asked_;
  FoundEnd found_;
  const plant::Node* node_ = nullptr;
  std::uint32_t cable_ = kNone;
};

}  // namespace

std::string_view spell(TargetKind kind) {
  switch (kind) {
    case TargetKind::kPort: return "port";
    case TargetKind::kPanelPort: return "panel port";
    case TargetKind::kPart: return "part";
    case TargetKind::kCable: return "cable";
    case TargetKind::kCableEnd: return "cable end";
    case TargetKind::kLink: break;
  }
  return "link";
}

FoundEnd find_end(const plant::Plant& plant, std::string_view text) { return EndFinder(plant, text).find(); }

}  // namespace ferrule::api
