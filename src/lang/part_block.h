// A connector block: {connector: MPO-12, gender: pinned, polish: PC, count: 2}, or the connector's name alone.
#pragma once

#include "lang/part.h"

namespace ferrule::lang {

struct Block {
  plant::TypeFace face;  // without a name
  int count = 1;
  bool counted = false;  // the author said how many
  diag::Place place;
};

std::optional<Block> read_block(Reader& reader, const syntax::Node& node);

// The connector of that name as a face, all its positions populated. Says what is wrong when there is none, or when its
// arrangement is not known.
std::optional<spec::Face> read_connector(Reader& reader, std::string_view name, diag::Place place);

// Type A or B adapter; nothing (said) for any other word.
std::optional<plant::Joint> read_adapter(Reader& reader, const syntax::Node& mapping, std::string_view key);

// Adds block.count faces named prefix + "1".. or, when there is one and it may go without number, the prefix alone.
void add_faces(plant::PartType& type, const Block& block, const std::string& prefix, bool bare_when_one);

spec::Polish polish_of(std::string_view word);
std::string shape_of(const spec::Face& face);  // "1 x 12"

}  // namespace ferrule::lang
