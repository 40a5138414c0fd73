#include "api/compare.h"

#include "cli/comparison_text.h"
#include "cli/language.h"
#include "cli/verbs.h"
#include "write/comparison_json.h"

namespace ferrule::cli {

using api::Exit;

Exit run_compare(const Arguments& arguments, Console& console) {
  const std::vector<std::string> lines = arguments.all("LINE");
  if (lines.size() < 2) return usage_error(console, "compare", "it takes two lines and more", "ferrule compare LINE LINE...");
  const std::unique_ptr<api::Language> language = language_for(arguments, console);
  if (!language->readable) return Exit::kUnreadable;
  const api::Comparison comparison = api::compare(lines, *language);
  console.out(arguments.get("--format") == "json" ? write::comparison_json(comparison.lines, comparison.fields)
                                                  : comparison_text(comparison));
  return Exit::kClean;
}

}  // namespace ferrule::cli
