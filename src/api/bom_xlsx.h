// A bill of materials as a workbook: the lines on one sheet, the totals on another.
//
// Shape:  the columns of bom_csv.h, as numbers where they are numbers; the same plant gives the same bytes.
// Errors: a Failure of write::Workbook.
#pragma once

#include <string>

#include "api/bom.h"

namespace ferrule::api {

Result<std::string> bom_xlsx(const Bom& bom);

}  // namespace ferrule::api
