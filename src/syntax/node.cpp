#include "syntax/node.h"

#include <algorithm>

namespace ferrule::syntax {

const Pair* Node::find(std::string_view key) const {
  const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& p) { return p.key == key; });
  return pair == pairs.end() ? nullptr : &*pair;
}

}  // namespace ferrule::syntax
