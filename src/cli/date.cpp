#include "cli/date.h"

#include <ctime>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace

std::string date_of(const Arguments& arguments) { return arguments.has("--today") ? arguments.get("--today") : today(); }

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  const int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

api::Exit bad_date(Console& console, std::string_view verb, std::string_view text) {
  return usage_error(console, verb, fmt::format("--today cannot be '{}'", shortened(text, 200)), "a date looks like 2027-03-01");
}

}  // namespace ferrule::cli
