#include <filesystem>
#include <fmt/format.h>

#include "api/load.h"
#include "api/parse.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {

api::Exit run_parse(const Arguments& arguments, Console& console) {
  const std::unique_ptr<api::Loaded> loaded = api::load_facts(arguments.get("--data"));
  const lexis::Lexicon lexicon = lexis::Lexicon::compile(loaded->facts, loaded->findings);
  console.err(findings_text(loaded->findings, loaded->sources, {.colour = console.colour_err, .can_list = false}));
  if (!loaded->readable) return api::Exit::kUnreadable;
  const bool items = arguments.get("--format") == "items";
  const api::TakeParsed print = [&](const api::Parsed& parsed) {
    console.out(items ? api::items_text(parsed.text, lexicon) : api::parsed_json(parsed, lexicon));
  };
  const std::string what = joined(arguments.all("TEXT"), " ");
  std::error_code code;
  if (what != "-" && !std::filesystem::exists(what, code)) {
    api::parse_text(what, lexicon, print);
    return api::Exit::kClean;
  }
  const Result<void> done = api::parse_records({what, arguments.get("--column")}, lexicon, print);
  if (done) return api::Exit::kClean;
  console.err(fmt::format("error: cannot read {}: {}\n", printable(done.error().place), printable(done.error().message)));
  return api::Exit::kUnreadable;
}

}  // namespace ferrule::cli
