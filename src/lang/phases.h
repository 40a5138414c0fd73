// The phases in which a plant is built: the top-level list `phases`, and what is in which of them.
//
// Shape:  an index into Plant::phases; kNone where nothing is written.
// Errors: L208 for a phase that is listed twice, L205 for one that is not in the list: a slip of the pen would be a phase of its own,
//         and nobody would order for it.
#pragma once

#include <string_view>

#include "lang/reader.h"
#include "plant/builder.h"
#include "syntax/node.h"

namespace ferrule::lang {

class Phases {
 public:
  Phases(Reader& reader, plant::Builder& builder) : reader_(reader), builder_(builder) {}

  void read(const syntax::Node& section);
  std::uint32_t find(std::string_view name, diag::Place place);

 private:
  Reader& reader_;
  plant::Builder& builder_;
  std::uint32_t last_ = plant::kNone;
};

}  // namespace ferrule::lang
