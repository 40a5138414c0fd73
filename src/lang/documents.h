// The YAML files of a project: the first one and what it includes, each read once.
#pragma once

#include <deque>

#include "lang/reader.h"
#include "syntax/node.h"

namespace ferrule::lang {

struct Document {
  std::string path;
  syntax::Node root;
};

// Nothing when the first file cannot be read as a plant. Included files that cannot be are said and left out.
std::optional<std::deque<Document>> read_documents(Reader& reader, const std::string& path);

}  // namespace ferrule::lang
