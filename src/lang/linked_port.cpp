#include "lang/linked_port.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr int kMostLegs = 64;  // of a port; a larger number is a port's own

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The number at the end of a name, if it may be one of a range.
struct PortNumber {
  std::string_view prefix;
  std::uint32_t number = 0;
  std::uint8_t width = 0;
  bool any = false;
};
PortNumber port_number_of(std::string_view name) {
  std::size_t begin = name.size();
  while (begin > 0 && name[begin - 1] >= '0' && name[begin - 1] <= '9') --begin;
  const std::string_view digits = name.substr(begin);
  const std::optional<int> number = parse_whole(digits);
  if (!number) return {name, 0, 0, false};
  const bool padded = digits.size() > 1 && digits.front() == '0';
  return {name.substr(0, begin), static_cast<std::uint32_t>(*number), static_cast<std::uint8_t>(padded ? digits.size() : 0),
          true};
}

}  // namespace

std::optional<PortLeg> leg_of_port(std::string_view text) {
  const auto made = [&](std::size_t at, int more, bool surely) -> std::optional<PortLeg> {
    const std::optional<int> leg = parse_whole(text.substr(at + 1));
    if (!leg || *leg + more < 1 || *leg + more > kMostLegs || at == 0) return std::nullopt;
    return PortLeg{plain_port_name(text.substr(0, at)), *leg + more, surely};
  };
  if (const std::size_t slash = text.rfind('/'); slash != std::string_view::npos)
    return made(slash, 0, is_number(text.substr(0, slash)));
  std::size_t mark = text.size();
  while (mark > 0 && text[mark - 1] >= '0' && text[mark - 1] <= '9') --mark;
  if (mark < 2 || mark == text.size() || !is_number(text.substr(mark - 2, 1))) return std::nullopt;
  const bool swp = text.starts_with("swp");  // of Cumulus Linux, which numbers the parts of a port from s0
  if (text[mark - 1] == 's' && swp) return made(mark - 1, 1, true);
  if (text[mark - 1] == 'p' && text.starts_with("sw") && !swp) return made(mark - 1, 0, false);
  return std::nullopt;
}

std::optional<PortLeg> leg_by_number(std::string_view text, int receptacles) {
  const PortNumber number = port_number_of(text);
  if (!number.any || number.number == 0) return std::nullopt;
  const std::uint32_t from_nought = number.number - 1, each = static_cast<std::uint32_t>(receptacles);
  return PortLeg{plain_port_name(fmt::format("{}{}", number.prefix, from_nought / each + 1)),
                 static_cast<int>(from_nought % each) + 1, true};
}

std::string plain_port_name(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '/' || c == ':'; }, '.');
  return out;
}

std::vector<std::vector<plant::NameRun>> runs_of_names(const std::vector<std::string>& names) {
  std::vector<std::vector<plant::NameRun>> out;
  const auto follows = [&](const PortNumber& number) {
    if (out.empty()) return false;
    const plant::NameRun& last = out.back().back();
    return last.numbered && last.prefix == number.prefix && last.width == number.width &&
           number.number == last.first + last.count;
  };
  const auto like_last = [&](const PortNumber& number) {
    return !out.empty() && out.back().back().numbered && out.back().back().prefix == number.prefix &&
           out.back().back().width == number.width;
  };
  for (const std::string& name : names) {
    const PortNumber number = port_number_of(name);
    if (!number.any) {
      out.push_back({{name, {}, 0, 1, 0, false}});
    } else if (follows(number)) {
      ++out.back().back().count;
    } else {
      plant::NameRun run{std::string(number.prefix), {}, number.number, 1, number.width, true};
      if (like_last(number))
        out.back().push_back(std::move(run));
      else
        out.push_back({std::move(run)});
    }
  }
  for (std::vector<plant::NameRun>& runs : out)  // one number is no range
    if (runs.size() == 1 && runs.front().numbered && runs.front().count == 1)
      runs.front() = {runs.front().at(0), {}, 0, 1, 0, false};
  return out;
}

}  // namespace ferrule::lang
