#include "cli/budget_swap.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/budget_change.h"
#include "api/budget_change_json.h"
#include "api/catalogue.h"
#include "base/text.h"
#include "cli/budget_change_text.h"
#include "cli/check_text.h"
#include "cli/language.h"

namespace ferrule::cli {
namespace {

using api::Exit;

Exit refuse_swap(Console& console, const std::string& message, std::string_view help) {
  return usage_error(console, "budget", message, help);
}

std::optional<Exit> misused_with_swap(const Arguments& arguments, Console& console) {
  if (arguments.has("LINK"))
    return refuse_swap(console, "--swap shows every link that the part touches: name none",
                       "ferrule budget PATH --swap PART=OFFER");
  if (arguments.get("--format") == "svg")
    return refuse_swap(console, "--swap is told as text or json", "drawings are of links: ferrule budget PATH LINK --format svg");
  if (arguments.has("--output")) return refuse_swap(console, "--output goes with --format svg", {});
  return std::nullopt;
}

// "trunk=12F MTP trunk OM4": the part ends at the first sign.
std::optional<Exit> read_swaps(const Arguments& arguments, const api::Catalogue* catalogue, std::vector<api::Swap>& swaps,
                               Console& console) {
  for (const std::string& text : arguments.all("--swap")) {
    const std::size_t sign = text.find('=');
    const std::string part(trim(text.substr(0, sign)));
    const std::string offer = sign == std::string::npos ? std::string() : std::string(trim(text.substr(sign + 1)));
    if (part.empty() || offer.empty())
      return refuse_swap(console, fmt::format("--swap cannot be '{}'", shortened(text, 200)),
                         "PART=OFFER: a part of the plant, and a line or another part to take its place");
    if (std::any_of(swaps.begin(), swaps.end(), [&](const api::Swap& swap) { return swap.offer.part == part; }))
      return refuse_swap(console, fmt::format("part '{}' is swapped twice", shortened(part, 200)),
                         "swaps are made together; compare offers one run after the other");
    swaps.push_back({{part, api::line_of(offer, catalogue)}, offer});
  }
  return std::nullopt;
}

}  // namespace

Exit run_swap(const Arguments& arguments, const api::BudgetOptions& options, Console& console) {
  if (const std::optional<Exit> exit = misused_with_swap(arguments, console)) return *exit;
  std::unique_ptr<api::Language> language;
  std::unique_ptr<api::Catalogue> catalogue;
  if (arguments.has("--catalogue")) {
    language = language_for(arguments, console);
    if (!language->readable) return Exit::kUnreadable;
    diag::Findings findings;
    catalogue = api::read_catalogue(arguments.get("--catalogue"), {}, *language, findings);
    show(findings, *language, console);
    if (!catalogue) return Exit::kUnreadable;
  }
  api::ChangeRequest request;
  request.project = {.path = arguments.get("PATH"), .data = arguments.get("--data")};
  request.prices = {arguments.get("--prices"), arguments.all("--price"), arguments.all("--offer-price")};
  request.options = options;
  if (const std::optional<Exit> exit = read_swaps(arguments, catalogue.get(), request.swaps, console)) return *exit;
  const api::BudgetChange change = api::budget_change(request);
  console.err(findings_text(change.price_findings, *change.price_sources, {.colour = console.colour_err, .can_list = false}));
  if (!change.why_not.empty()) {
    console.err(fmt::format("error: {}\n", printable(change.why_not)));
    if (!change.help.empty()) console.err(fmt::format("help: {}\n", printable(change.help)));
  }
  if (change.after == nullptr) return change.exit;
  console.out(arguments.get("--format") == "json" ? api::budget_change_json(change)
                                                  : budget_change_text(change, {.colour = console.colour_out}));
  return change.exit;
}

}  // namespace ferrule::cli
