// A plant as its author wrote it, taken apart so that it can be written again with more in it: rows stay rows, in their order.
//
//     equipment.csv, panels.csv, cables.csv, links.csv    tables, several of one kind behind each other
//     parts                                               by name, each on one line
//     what stands in YAML (nodes, cables, links, joints)   sections of one further file
//
// Shape:  cells and entries are the author's, but for layout: comments go, mappings stand on one line. Racks and trays are not here: the
//         plant has them by name. Policy, rules and waivers are not either: what is demanded of a design its own project says.
//         What lies in further tables (lots, maps of parts) is not carried over, and `not_carried` says where they are named.
// Errors: findings of reading, those that read_project says as well.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/finding.h"
#include "facts/facts.h"
#include "lang/files.h"

namespace ferrule::lang {

struct WrittenTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells each as there are columns
};

struct Written {
  std::vector<std::pair<std::string, std::string>> parts;  // name, description on one line
  WrittenTable equipment, panels, cables, links;
  std::vector<diag::Place> not_carried;                      // where further tables are named
  std::map<std::string, std::string, std::less<>> sections;  // key, what stands below it in YAML, a line for each entry
};

// Is there something of that name in this section already? It is left out then. Of a range the first name is asked.
using IsThere = std::function<bool(std::string_view section, std::string_view name)>;

// `path`: a project's folder or file; or, when there are texts, the name of one of them. Nothing when it cannot be read.
std::optional<Written> read_written(const std::string& path, const Texts* texts, const IsThere& there, diag::Sources& sources,
                                    const facts::Facts& facts, diag::Findings& findings);

// Empty where the table has no such column.
std::string cell_of(const WrittenTable& table, const std::vector<std::string>& row, std::string_view column);

// A cell of a CSV file, in quotes where it needs them.
std::string csv_cell(std::string_view text);

}  // namespace ferrule::lang
