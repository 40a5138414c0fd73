#include "effort/counts.h"

#include <algorithm>
#include <map>

namespace ferrule::effort {
namespace {

using plant::kNone;

// What the connectors of one part of a type add; asked once for each type, counted many times.
enum class Where : std::uint8_t { kPlug, kSocket, kPort };

class Counter {
 public:
  Counter(const plant::Plant& plant, const LaidCables& laid) : plant_(plant), laid_(laid) {}

  Counts all() {
    std::vector<std::uint64_t> assets(plant_.types.size());
    for (std::uint32_t asset = 0; asset < plant_.asset_count(); ++asset)
      if (plant_.asset_first[asset] < plant_.asset_first[asset + 1]) ++assets[plant_.face_info(plant_.asset_first[asset]).type];
    for (std::size_t type = 0; type < assets.size(); ++type) count_type(plant_.types[type], assets[type]);
    count_panels();
    count_cables();
    counts_.links = plant_.link_count();
    for (const plant::Bundle& bundle : plant_.bundles) counts_.link_fibres += plant_.lane_sets[bundle.a_set].fibres.size();
    for (auto& [name, one] : connectors_) counts_.connectors.push_back(std::move(one));
    return std::move(counts_);
  }

 private:
  ConnectorCount& of(const spec::Face& face) {
    ConnectorCount& one = connectors_[face.connector];
    one.connector = face.connector;
    return one;
  }

  void count_type(const plant::PartType& type, std::uint64_t number) {
    if (number == 0) return;
    const Where where = type.kind == plant::Kind::kTransceiver                   ? Where::kPort
                        : laid(type.kind) || type.kind == plant::Kind::kLoopback ? Where::kPlug
                                                                                 : Where::kSocket;
    for (const plant::TypeFace& face : type.faces) {
      ConnectorCount& one = of(face.face);
      (where == Where::kPort ? one.ports : where == Where::kPlug ? one.plugs : one.sockets) += number;
      if (where == Where::kPlug) one.ferrules += number * static_cast<std::uint64_t>(ferrules_of(face.face));
    }
  }

  void count_panels() {
    for (const plant::Run& run : plant_.runs) {
      if (!plant_.nodes[run.node].panel) continue;
      const plant::PartType& type = plant_.types[run.type];
      if (run.first_asset == kNone) {
        const std::uint64_t ports = std::uint64_t{run.names.count} * run.ports_each;
        of(type.faces.front().face).adapters += ports;
        counts_.panel_ports += ports;
        counts_.panel_fibres += ports * static_cast<std::uint64_t>(type.faces.front().face.count());
        continue;
      }
      for (const plant::TypeFace& face : type.faces) {
        if (face.name.starts_with("rear")) continue;
        counts_.panel_ports += run.names.count;
        counts_.panel_fibres += run.names.count * static_cast<std::uint64_t>(face.face.count());
      }
    }
  }

  void count_cables() {
    counts_.cables = laid_.cables.size();
    for (const LaidCable& cable : laid_.cables) {
      const plant::PartType& type = plant_.types[cable.type];
      const std::uint32_t fibres = fibres_of(type);
      counts_.fibres += fibres;
      counts_.lit += std::min(fibres, cable.lit);
      counts_.length_mm += cable.length_mm;
      if (cable.length_mm == 0) ++counts_.without_length;
      if (cable.lit == 0) continue;
      ++counts_.used_cables;
      counts_.used_plugs += type.faces.size();
    }
  }

  const plant::Plant& plant_;
  const LaidCables& laid_;
  Counts counts_;
  std::map<std::string, ConnectorCount, std::less<>> connectors_;
};

}  // namespace

int ferrules_of(const spec::Face& face) { return face.size() <= 2 ? std::max(face.size(), 1) : 1; }

Counts count(const plant::Plant& plant, const LaidCables& laid) { return Counter(plant, laid).all(); }

}  // namespace ferrule::effort
