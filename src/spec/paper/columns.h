// What the columns of a table hold, told by their headers.
//
// Shape:  headers in the languages that quotes come in; the words are a table in columns.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "syntax/table.h"

namespace ferrule::spec::paper {

enum class Role : std::uint8_t { kOther, kDescription, kPartNumber, kName, kQuantity, kPrice, kUnit };

Role role_of(std::string_view header);

// The row of the first few that looks most like a header; nothing when none does.
std::optional<std::size_t> find_header(std::span<const syntax::TableRow> rows);

}  // namespace ferrule::spec::paper
