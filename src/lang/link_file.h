// A file of links, whatever it is: a workbook, CSV, a topology file or a graph. Told apart by what is in it, not by its name.
//
// Errors: those of the readers (L1xx, F841); F841 at `named` when nothing in the file says links, or when a sheet that was asked for is not
//         there. A sheet without links beside sheets with some is passed over.
#pragma once

#include "facts/link_columns.h"
#include "lang/link_row.h"
#include "lang/reader.h"

namespace ferrule::lang {

struct LinkFileRequest {
  std::string path;
  diag::Place named;                                        // in the project
  std::vector<std::pair<std::string, diag::Place>> sheets;  // of a workbook; none: all of them
};

LinkFile read_link_file(Reader& reader, const facts::LinkWords& words, const LinkFileRequest& request);

}  // namespace ferrule::lang
