// The policy, the levels of rules and the waivers of a project.
#pragma once

#include "check/policy.h"
#include "lang/reader.h"
#include "syntax/node.h"

namespace ferrule::lang {

void read_policy(Reader& reader, const syntax::Node& section, check::Policy& policy);
void read_levels(Reader& reader, const syntax::Node& section, std::vector<check::RuleLevel>& levels);
void read_waivers(Reader& reader, const syntax::Node& section, std::vector<check::Waiver>& waivers);

}  // namespace ferrule::lang
