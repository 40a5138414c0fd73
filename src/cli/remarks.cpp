#include "cli/remarks.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

constexpr std::size_t kLinksInWords = 3;

}  // namespace

std::string paragraph(std::string_view text) {
  std::string out;
  for (const std::string& line : wrap(text, kTextWidth)) out += line + "\n";
  return out;
}

std::string few(const std::vector<std::string>& names, std::uint64_t all, std::size_t most) {
  const std::vector<std::string> first(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most)));
  std::string text = printable(joined(first, ", "));
  if (all > first.size()) text += fmt::format(" and {} more", with_thousands(all - first.size()));
  return text;
}

void Remarks::add(const std::vector<std::string>& names, std::uint64_t links, const std::string& text) {
  if (text.empty()) return;
  const auto known = std::find_if(all_.begin(), all_.end(), [&](const Remark& remark) { return remark.text == text; });
  Remark& remark = known == all_.end() ? all_.emplace_back() : *known;
  remark.text = text;
  remark.links += links;
  remark.names.insert(remark.names.end(), names.begin(), names.end());
}

std::string Remarks::text() const {
  std::string out;
  for (const Remark& remark : all_)
    out += paragraph(fmt::format("{}: {}", few(remark.names, remark.links, kLinksInWords), remark.text));
  return out;
}

}  // namespace ferrule::cli
