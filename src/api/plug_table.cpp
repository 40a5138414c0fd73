#include "api/plug_table.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "effort/sites.h"
#include "write/csv.h"

namespace ferrule::api {
namespace {

using plant::kNone;

class PlugTable {
 public:
  explicit PlugTable(const EffortReport& report) : report_(report), plant_(report.plant()), sites_(report.plant()) {}

  std::string make() {
    out_ = write::csv_row({"phase", "bundle", "cable", "part", "length_m", "plug", "connector", "rack", "unit", "at", "far_rack",
                           "far_unit", "far_at", "label"});
    for (const auto& [cable, bundle] : in_order()) add_cable(report_.laid.cables[cable], bundle);
    return std::move(out_);
  }

 private:
  struct End {
    std::string rack, unit, at;
  };

  // Bundles stand in the order of their phases; a cable in none of them comes behind those of its phase.
  std::vector<std::pair<std::uint32_t, const effort::CableBundle*>> in_order() const {
    std::vector<std::pair<std::uint32_t, const effort::CableBundle*>> order;
    std::vector<bool> bundled(report_.laid.cables.size());
    for (const effort::CableBundle& bundle : report_.bundles.bundles)
      for (const std::uint32_t cable : bundle.cables) {
        order.emplace_back(cable, &bundle);
        bundled[cable] = true;
      }
    for (std::uint32_t cable = 0; cable < bundled.size(); ++cable)
      if (!bundled[cable]) order.emplace_back(cable, nullptr);
    const auto phase = [this](const auto& each) { return report_.laid.cables[each.first].phase + 1; };  // none comes first
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return phase(a) < phase(b); });
    return order;
  }

  End end_of(std::uint32_t plug) const {
    End end;
    const std::uint32_t node = sites_.node_of(plug);
    if (node != kNone) {
      if (plant_.nodes[node].rack != kNone) end.rack = plant_.racks[plant_.nodes[node].rack].name;
      if (plant_.nodes[node].unit > 0) end.unit = std::to_string(plant_.nodes[node].unit);
    }
    const auto port = plant_.panel_port_at.find(plug);
    const std::uint32_t mate = plant_.connectors[plug].mate;
    if (port != plant_.panel_port_at.end())
      end.at = plant_.port_spelled(port->second, plant_.panel_ports[port->second].front == plug);
    else if (mate != kNone)
      end.at = plant_.spelled(mate);
    else if (plant_.capped.contains(plug))
      end.at = "capped " + std::string(plant_.face_of(plug).name);
    return end;
  }

  // "A1 U42 leaf1/Eth1"
  static std::string spelled(const End& end) {
    std::string out = end.rack;
    if (!end.unit.empty()) out += (out.empty() ? "U" : " U") + end.unit;
    if (!end.at.empty()) out += (out.empty() ? "" : " ") + end.at;
    return out.empty() ? "loose" : out;
  }

  void add_cable(const effort::LaidCable& cable, const effort::CableBundle* bundle) {
    const std::uint32_t first = plant_.asset_first[cable.asset], end = plant_.asset_first[cable.asset + 1];
    std::vector<std::uint32_t> a, b;
    for (std::uint32_t plug = first; plug < end; ++plug) (effort::end_a(plant_.face_of(plug)) ? a : b).push_back(plug);
    for (std::uint32_t plug = first; plug < end; ++plug) {
      const bool of_a = effort::end_a(plant_.face_of(plug));
      const std::vector<std::uint32_t>&own = of_a ? a : b, &other = of_a ? b : a;
      const auto index = static_cast<std::size_t>(std::find(own.begin(), own.end(), plug) - own.begin());
      const End here = end_of(plug);
      const End there = own.size() == other.size() ? end_of(other[index]) : of_several(other);
      out_ += write::csv_row({effort::phase_spelled(plant_, cable.phase), bundle == nullptr ? "" : bundle->name,
                              plant_.asset_spelled(cable.asset), plant_.types[cable.type].name,
                              cable.length_mm > 0 ? write::csv_thousandths(cable.length_mm) : "", plant_.face_of(plug).name,
                              plant_.face_of(plug).face.connector, here.rack, here.unit, here.at, there.rack, there.unit,
                              there.at, spelled(here) + " > " + spelled(there)});
    }
  }

  End of_several(const std::vector<std::uint32_t>& plugs) const {
    End all;
    std::size_t more = 0;
    for (const std::uint32_t plug : plugs) {
      End one = end_of(plug);
      if (all.at.empty() && all.rack.empty())
        all = std::move(one);
      else
        ++more;
    }
    if (more > 0) all.at += fmt::format(" and {} more", more);
    return all;
  }

  const EffortReport& report_;
  const plant::Plant& plant_;
  effort::Sites sites_;
  std::string out_;
};

}  // namespace

std::string plug_table(const EffortReport& report) { return PlugTable(report).make(); }

}  // namespace ferrule::api
