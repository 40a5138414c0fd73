// Which row of a table is its header.
#pragma once

#include <optional>
#include <span>

#include "spec/paper/paper_words.h"
#include "syntax/table.h"

namespace ferrule::spec::paper {

// The row of the first few that looks most like a header; nothing when none does.
std::optional<std::size_t> find_header(std::span<const syntax::TableRow> rows, const PaperWords& words);

}  // namespace ferrule::spec::paper
