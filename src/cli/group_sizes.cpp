#include "cli/group_sizes.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

constexpr std::size_t kMostDigits = 6;

std::optional<int> number(const std::string& text) {
  const bool digits = !text.empty() && text.size() <= kMostDigits && text.find_first_not_of("0123456789") == std::string::npos;
  const int value = digits ? std::stoi(text) : 0;
  return value > 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<api::Exit> read_group_sizes(const Arguments& arguments, std::string_view verb, Console& console,
                                          std::map<std::string, int, std::less<>>& sizes) {
  for (const std::string& text : arguments.all("--set")) {
    const std::size_t sign = text.find('=');
    const std::optional<int> size = sign == std::string::npos ? std::nullopt : number(text.substr(sign + 1));
    if (!size)
      return usage_error(console, verb, fmt::format("--set cannot be '{}'", printable(shortened(text, 200))),
                         "GROUP=NUMBER: --set su=4");
    sizes[text.substr(0, sign)] = *size;
  }
  return std::nullopt;
}

}  // namespace ferrule::cli
