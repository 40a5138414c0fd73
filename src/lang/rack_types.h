// Templates of racks: `rack_types: {compute: {units: 48, space: plenum}}`, and `type: compute` of a rack. What a rack says of itself counts,
// else what its type says.
//
// Errors: L205 at a type that is not listed; a bad template is told where it stands, and is none.
#pragma once

#include <string>
#include <vector>

#include "lang/check_shape.h"

namespace ferrule::lang {

class RackTypes {
 public:
  explicit RackTypes(Reader& reader) : reader_(reader) {}

  void read(const syntax::Node& section);
  // A rack's entry with what its type says behind what it says itself.
  syntax::Node whole(const syntax::Node& rack);

 private:
  Reader& reader_;
  std::vector<std::pair<std::string, syntax::Node>> types_;
  std::vector<std::string> listed_;  // also those that are described wrongly
};

}  // namespace ferrule::lang
