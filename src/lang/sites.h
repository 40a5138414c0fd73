// Reads the sections racks, trays, equipment and panels, from YAML and from CSV.
#pragma once

#include <utility>

#include "lang/nodes.h"
#include "lang/phases.h"
#include "lang/rack_types.h"
#include "lang/table.h"
#include "plant/measures.h"

namespace ferrule::lang {

class Sites {
 public:
  Sites(Reader& reader, Parts& parts, Nodes& nodes, Phases& phases)
      : reader_(reader), parts_(parts), nodes_(nodes), phases_(phases), rack_types_(reader) {}

  void read_rack_types(const syntax::Node& section) { rack_types_.read(section); }
  void read_racks(const syntax::Node& section);
  void read_trays(const syntax::Node& section);
  std::vector<plant::SectionMeasures> take_tray_measures() { return std::move(tray_measures_); }  // by tray
  std::vector<plant::SectionMeasures> take_drop_measures() { return std::move(drop_measures_); }  // by rack
  void read_equipment(const syntax::Node& section, const std::string& file) { read_nodes(section, file, false); }
  void read_panels(const syntax::Node& section, const std::string& file) { read_nodes(section, file, true); }

 private:
  void read_nodes(const syntax::Node& section, const std::string& file, bool panel);
  void read_node(const syntax::Pair& entry, bool panel);
  bool read_slots(const syntax::Node& entry, NodeText& out);
  bool add_ports(std::string_view names, diag::Place name_place, std::string_view part, diag::Place part_place, NodeText& out);
  void read_table(std::uint32_t source, bool panel);
  std::string space_of(const syntax::Node& entry);
  static Nodes::Offset point(const syntax::Node& node);
  static Nodes::Offset step_of(const syntax::Node& entry);
  bool draw(const syntax::Node& entry, plant::Tray& tray);
  plant::SectionMeasures measures_of(const syntax::Node& entry, std::string_view what);
  plant::SectionMeasures drop_of(const syntax::Node& rack);

  Reader& reader_;
  Parts& parts_;
  Nodes& nodes_;
  Phases& phases_;
  RackTypes rack_types_;
  std::vector<plant::SectionMeasures> tray_measures_, drop_measures_;
};

}  // namespace ferrule::lang
