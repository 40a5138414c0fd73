#include "api/reach.h"

#include <charconv>
#include <fmt/format.h>

#include "api/load.h"
#include "api/reach_json.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/reach_text.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  return code == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value) : std::nullopt;
}

// "4", "1..8"
bool read_connections(std::string_view text, api::ReachOptions& options) {
  const std::size_t dots = text.find("..");
  const std::optional<int> first = whole(text.substr(0, dots));
  const std::optional<int> last = dots == std::string_view::npos ? first : whole(text.substr(dots + 2));
  if (!first || !last || *first < 0 || *last < *first) return false;
  options.first = *first;
  options.last = *last;
  return true;
}

}  // namespace

Exit run_reach(const Arguments& arguments, Console& console) {
  api::ReachOptions options;
  options.application = arguments.get("--application");
  options.fibres = listed(arguments.get("--fibre"));
  options.grades = listed(arguments.get("--grade"));
  options.connector = arguments.get("--connector");
  options.attenuation = arguments.get("--attenuation");
  options.iso = arguments.get("--edition") == "iso";
  if (options.application.empty())
    return usage_error(console, "reach", "it takes an application", "ferrule reach --application 400GBASE-DR4");
  if (arguments.has("--connections") && !read_connections(arguments.get("--connections"), options))
    return usage_error(console, "reach", "--connections takes a number or a range", "ferrule reach ... --connections 1..8");
  if (arguments.has("--percentile")) {
    const Result<std::vector<api::Percentile>> asked = api::parse_percentiles(arguments.get("--percentile"));
    if (!asked)
      return usage_error(console, "reach",
                         fmt::format("--percentile cannot be '{}'", printable(shortened(asked.error().place, 40))),
                         asked.error().message);
    if (asked->size() > 1)
      return usage_error(console, "reach", "--percentile takes one here", "ferrule reach ... --percentile 99.9");
    options.percentile = asked->front();
  }
  const std::unique_ptr<api::Loaded> loaded = api::load_facts(arguments.get("--data"));
  console.err(findings_text(loaded->findings, loaded->sources, {.colour = console.colour_err, .can_list = false}));
  if (!loaded->readable) return Exit::kUnreadable;
  const Result<api::ReachAnswer> answer = api::reach(options, loaded->facts);
  if (!answer) {
    console.err(
        fmt::format("error: {}: {}\n", printable(shortened(answer.error().place, 200)), printable(answer.error().message)));
    return Exit::kFindings;
  }
  console.out(arguments.get("--format") == "json" ? api::reach_json(*answer, options) : reach_text(*answer, options));
  return Exit::kClean;
}

}  // namespace ferrule::cli
