#include "api/find_link.h"

#include <algorithm>
#include <optional>
#include <fmt/format.h>

#include "api/find_end.h"
#include "base/text.h"
#include "lang/codes.h"

namespace ferrule::api {
namespace {

std::optional<std::uint32_t> link_named(const plant::Plant& plant, std::string_view name) {
  for (std::uint32_t link = 0; link < plant.link_count(); ++link)
    if (plant.link_name(link) == name) return link;
  return std::nullopt;
}

std::string nearest_link(const plant::Plant& plant, std::string_view name) {
  constexpr std::size_t kMostNames = 200'000;
  std::vector<std::string> names;
  for (std::uint32_t link = 0; link < std::min(plant.link_count(), kMostNames); ++link) names.emplace_back(plant.link_name(link));
  return nearest(name, names).value_or("");
}

void report_unknown(const plant::Plant& plant, std::string_view name, const LinkAsked& asked, diag::Findings& findings) {
  const FoundEnd found = find_end(plant, name);
  const std::string quoted = shortened(name, 200);
  const std::string what = found.targets.empty()
                               ? fmt::format("cannot {} '{}': there is no link of that name", asked.doing, quoted)
                               : fmt::format("cannot {} '{}': it is {}, not a link", asked.doing, quoted,
                                             with_article(spell(found.targets.front().kind)));
  diag::Findings own;  // the answer to a question is never lost among a thousand findings of the same code
  auto finding = lang::say(own, lang::kUnknownEnd, {}, what);
  const std::string near = found.targets.empty() ? nearest_link(plant, name) : "";
  if (!near.empty())
    finding.help(fmt::format("did you mean {}?", near));
  else
    finding.help(fmt::format("a link goes by its id under links:; without a name {}", asked.without));
  findings.all().push_back(std::move(own.all().front()));
}

}  // namespace

NamedLinks find_links(const plant::Plant& plant, const std::vector<std::string>& names, const LinkAsked& asked,
                      diag::Findings& findings) {
  NamedLinks out;
  for (const std::string& name : names) {
    const std::optional<std::uint32_t> link = link_named(plant, name);
    if (!link) {
      report_unknown(plant, name, asked, findings);
      out.all_known = false;
    } else if (std::find(out.links.begin(), out.links.end(), *link) == out.links.end()) {
      out.links.push_back(*link);
    }
  }
  return out;
}

}  // namespace ferrule::api
