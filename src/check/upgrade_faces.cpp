#include "check/upgrade_faces.h"

#include <algorithm>

namespace ferrule::check {

bool is_array(const spec::Face& face) { return face.size() > 2; }

bool same_shape(const spec::Face& a, const spec::Face& b) { return a.rows == b.rows && a.columns == b.columns; }

std::string family_of(const facts::Facts& facts, const std::string& connector) {
  const facts::Connector* known = facts.connector(connector);
  return known == nullptr ? connector : known->family;
}

spec::Face plug_for_receptacle(const spec::Face& receptacle) {
  spec::Face plug = receptacle;
  if (plug.pins != spec::Pins::kNone) plug.pins = spec::opposite(receptacle.pins);
  if (spec::angled(plug.polish)) plug.polish = spec::Polish::kAngled;
  return plug;
}

spec::Face plug_against(const spec::Face& face) {
  spec::Face plug = face;
  if (is_array(plug)) plug.pins = spec::opposite(face.pins);
  return plug;
}

std::vector<std::string> polarities_for(const facts::Facts& facts, const spec::Face& face) {
  if (face.size() == 2) return {"A-to-B", "A-to-A"};
  std::vector<std::string> names;
  for (const facts::Permutation& map : facts.array_map_list())
    if (map.rows == face.rows && map.columns == face.columns && map.name != "C" &&
        std::find(names.begin(), names.end(), map.name) == names.end())
      names.push_back(map.name);
  return names;
}

}  // namespace ferrule::check
