// The verb lint: papers in, what is wrong with their words out. Prints nothing.
//
// Shape:  one PaperReport per file, in the order given; findings of all of them by place.
// Errors: a file that cannot be read is a finding marked unreadable; a column that no table has is named in `columns_missing`.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "api/exit.h"
#include "api/load.h"
#include "spec/paper/lint.h"

namespace ferrule::api {

struct LintRequest {
  std::vector<std::string> paths;
  std::string data;
};

struct LintOptions {
  std::string column{};  // of descriptions; empty: found by its cells
  spec::paper::Policy policy{};
  diag::Severity level = diag::Severity::kError;  // what makes the exit code 1
};

struct PaperReport {
  std::string path;
  std::size_t tables = 0;            // sheets of a workbook; 1 for others
  std::vector<std::string> columns;  // of descriptions
  bool prose = false;
  bool column_found = true;  // false: the column asked for is not there
  spec::paper::Census census;
};

struct LintReport {
  std::unique_ptr<Loaded> loaded;   // sources, findings
  std::vector<PaperReport> papers;  // those that could be read
  std::size_t errors = 0, warnings = 0, notes = 0;
  Exit exit = Exit::kClean;
};

LintReport lint(const LintRequest& request, const LintOptions& options = {});
std::string lint_json(const LintReport& report);  // schema ferrule/lint/1

}  // namespace ferrule::api
