// The repository's files that travel inside the program: data/*.csv and the rule pages
// docs/rules/*.md, byte for byte.
//
// Shape:  sorted by path; `path` is relative to the repository, "data/optics.csv",
// "docs/rules/same-pins-meet.md". Errors: none. A file is there or it is not; what it says is
// judged by whoever reads it. The build writes the definition (cmake/EmbedData.cmake): an edited
// file is inside the next build.
#pragma once

#include <span>
#include <string_view>

namespace ferrule::facts {

struct EmbeddedFile {
  std::string_view path;
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace ferrule::facts
