// One text member of JSON lines.
#pragma once

#include <string>
#include <string_view>

namespace ferrule::syntax {

enum class Member { kFound, kMissing, kNoJson };

// The string under `name` of the object that `line` is.
Member text_member(std::string_view line, std::string_view name, std::string& out);

}  // namespace ferrule::syntax
