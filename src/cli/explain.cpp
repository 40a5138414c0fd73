#include "api/explain.h"

#include <fmt/format.h>

#include "api/explain_json.h"
#include "api/load.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/explain_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {

api::Exit run_explain(const Arguments& arguments, Console& console) {
  // `ferrule explain type b` and `ferrule explain "type b"` ask the same.
  const std::string query = joined(arguments.all("QUERY"), " ");
  const std::unique_ptr<api::Loaded> loaded = api::load_facts(arguments.get("--data"));
  console.err(findings_text(loaded->findings, loaded->sources, {.colour = console.colour_err, .can_list = false}));
  if (!loaded->readable) return api::Exit::kUnreadable;
  const std::vector<api::Explanation> found = api::explain(loaded->facts, query);
  const std::vector<std::string> near = found.empty() ? api::names_near(loaded->facts, query) : std::vector<std::string>();
  if (arguments.get("--format") == "json")
    console.out(api::explain_json(query, found, near));
  else if (found.empty())
    console.err(nothing_known_text(query, near));
  else
    console.out(explain_text(found, {.colour = console.colour_out}));
  return found.empty() ? api::Exit::kFindings : api::Exit::kClean;
}

}  // namespace ferrule::cli
