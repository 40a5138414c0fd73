#include "api/fits.h"

#include <charconv>
#include <fmt/format.h>

#include "api/catalogue.h"
#include "api/certificate_json.h"
#include "api/substitute.h"
#include "base/text.h"
#include "cli/certificate_text.h"
#include "cli/date.h"
#include "cli/fits_text.h"
#include "cli/language.h"
#include "cli/verbs.h"
#include "write/matches_json.h"
#include "write/specification_json.h"

namespace ferrule::cli {
namespace {

using api::Exit;

// What the options ask for, and what does not go together.
std::optional<Exit> misused_fits(const Arguments& arguments, Console& console) {
  const bool in = arguments.has("--in"), catalogue = arguments.has("--catalogue");
  const auto refuse = [&](const std::string& message, std::string_view help) {
    return usage_error(console, "fits", message, help);
  };
  for (const char* option : {"--require", "--brand"})
    if (in && arguments.has(option))
      return refuse(fmt::format("{} does not go with --in", option),
                    "the plant is what is required; its policy says what is said of brands");
  for (const char* option : {"--part", "--today"})
    if (!in && arguments.has(option))
      return refuse(fmt::format("{} goes with --in", option), "ferrule fits --in PROJECT --part NAME --offer LINE");
  for (const char* option : {"--column", "--limit"})
    if (!catalogue && arguments.has(option))
      return refuse(fmt::format("{} goes with --catalogue", option), "ferrule fits --require LINE --catalogue FILE");
  if (in && (!arguments.has("--part") || !arguments.has("--offer")))
    return refuse("--in takes the part and the offer", "ferrule fits --in PROJECT --part NAME --offer LINE");
  if (!in && (!arguments.has("--require") || (!catalogue && !arguments.has("--offer"))))
    return refuse("it takes two lines, or a line and a catalogue", "ferrule fits --require LINE --offer LINE");
  return std::nullopt;
}

std::optional<std::size_t> limit_of(const Arguments& arguments) {
  constexpr std::size_t kMost = 1000;
  if (!arguments.has("--limit")) return 5;
  const std::string text = arguments.get("--limit");
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit == 0 || limit > kMost) return std::nullopt;
  return limit;
}

Exit certify(const Arguments& arguments, const std::string& offer, const std::string& today, Console& console) {
  const api::Certificate certificate =
      api::substitute({{.path = arguments.get("--in"), .data = arguments.get("--data")}, arguments.get("--part"), offer, today});
  if (!certificate.why_not.empty()) {
    console.err(fmt::format("error: {}\n", printable(certificate.why_not)));
    return certificate.exit;
  }
  console.out(arguments.get("--format") == "json" ? api::certificate_json(certificate)
                                                  : certificate_text(certificate, console.colour_out));
  return certificate.exit;
}

Exit judge(const Arguments& arguments, const std::string& offer, const api::FitRequest& request, const api::Language& language,
           Console& console) {
  const api::FitReport report = api::fits({request.required, offer, request.brand}, language);
  console.out(arguments.get("--format") == "json" ? write::fitting_json(report.fitting, report.required, report.offered)
                                                  : fit_text(report, console.colour_out));
  return report.fitting.fit <= spec::Fit::kBetter ? Exit::kClean : Exit::kFindings;
}

Exit search(const Arguments& arguments, const api::Catalogue& catalogue, const api::FitRequest& request, std::size_t limit,
            const api::Language& language, Console& console) {
  const api::CatalogueReport report = api::best_of(catalogue, request, language, limit);
  console.out(arguments.get("--format") == "json" ? write::matches_json(report.required, catalogue.entries.size(),
                                                                        api::matched_entries(catalogue, report, language))
                                                  : matches_text(catalogue, report, language, console.colour_out));
  return !report.matches.empty() && report.matches.front().fitting.fit <= spec::Fit::kBetter ? Exit::kClean : Exit::kFindings;
}

}  // namespace

Exit run_fits(const Arguments& arguments, Console& console) {
  if (const std::optional<Exit> exit = misused_fits(arguments, console)) return *exit;
  const std::string today = date_of(arguments);
  if (!is_date(today)) return bad_date(console, "fits", today);
  const std::optional<std::size_t> limit = limit_of(arguments);
  if (!limit)
    return usage_error(console, "fits", fmt::format("--limit cannot be '{}'", shortened(arguments.get("--limit"), 200)),
                       "a number from 1 to 1000");
  if (arguments.has("--in") && !arguments.has("--catalogue"))
    return certify(arguments, arguments.get("--offer"), today, console);  // loads the words itself
  const std::unique_ptr<api::Language> language = language_for(arguments, console);
  if (!language->readable) return Exit::kUnreadable;
  std::unique_ptr<api::Catalogue> catalogue;
  if (arguments.has("--catalogue")) {
    diag::Findings findings;
    catalogue = api::read_catalogue(arguments.get("--catalogue"), arguments.get("--column"), *language, findings);
    show(findings, *language, console);
    if (!catalogue) return Exit::kUnreadable;
  }
  const std::string offer = api::line_of(arguments.get("--offer"), catalogue.get());
  if (arguments.has("--in")) return certify(arguments, offer, today, console);
  const api::FitRequest request{
      api::line_of(arguments.get("--require"), catalogue.get()), {}, brand_policy(arguments.get("--brand"))};
  return arguments.has("--offer") ? judge(arguments, offer, request, *language, console)
                                  : search(arguments, *catalogue, request, *limit, *language, console);
}

}  // namespace ferrule::cli
