// Reads the section `fabric`: groups, tiers and links, how it grows, and the counts that somebody published of it.
//
// Shape:  groups, tiers (fabric_tier.h), rules (link_rule.h), then files of links (link_file.h), which may add tiers of their own.
// Errors: findings as everywhere in the language; what is wrong with a part of it leaves the fabric out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lang/listed_links.h"
#include "lang/parts.h"
#include "syntax/node.h"

namespace ferrule::lang {

struct FabricSection {
  const syntax::Node& node;
  const std::string& path;  // of the file that it stands in
};

// `phases`: those of the project, in their order. `stock`: the equipment of the project, which files of links may name.
std::optional<synth::Fabric> read_fabric(Reader& reader, Parts& parts, const Stock& stock, const std::vector<std::string>& phases,
                                         const FabricSection& section);

}  // namespace ferrule::lang
