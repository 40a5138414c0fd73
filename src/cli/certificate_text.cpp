#include "cli/certificate_text.h"

#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/fits_text.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

// The first few names, and how many more.
std::string names_of(const std::vector<api::CertifiedLink>& links, auto wanted) {
  constexpr std::size_t kFew = 8;
  std::string out;
  std::size_t count = 0;
  for (const api::CertifiedLink& link : links) {
    if (!wanted(link)) continue;
    if (++count <= kFew) out += (count > 1 ? ", " : "") + printable(link.id);
  }
  return count > kFew ? out + fmt::format(" and {} more", with_thousands(count - kFew)) : out;
}

std::string spell_loss(const std::optional<Loss>& loss) { return loss ? ferrule::spell(*loss) : "not known"; }

// What the links of a group lose at worst, before and with the offer: the three commonest answers.
std::string losses_of(const std::vector<api::CertifiedLink>& links, auto wanted) {
  constexpr std::size_t kFew = 3;
  std::map<std::string, std::size_t> counts;
  for (const api::CertifiedLink& link : links) {
    if (!wanted(link) || (!link.margin_before.loss && !link.margin_after.loss)) continue;
    std::string line =
        fmt::format("channel loss {} -> {}", spell_loss(link.margin_before.loss), spell_loss(link.margin_after.loss));
    if (const std::optional<Loss>& limit = link.margin_after.limit)
      line += fmt::format(", limit {} ({})", ferrule::spell(*limit), printable(link.margin_after.limit_of));
    ++counts[line];
  }
  std::vector<std::pair<std::size_t, std::string>> lines;
  lines.reserve(counts.size());
  for (const auto& [line, count] : counts) lines.emplace_back(count, line);
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (std::size_t i = 0; i < std::min(lines.size(), kFew); ++i)
    out += std::string(22, ' ') + lines[i].second +
           (lines.size() > 1 ? fmt::format(": {}", counted(lines[i].first, "link")) : "") + "\n";
  return out;
}

}  // namespace

std::string certificate_text(const api::Certificate& c, bool colour) {
  using check::Verdict;
  const auto was_proven = [](const api::CertifiedLink& link) { return link.before == Verdict::kProven; };
  std::string out = "substitution certificate\n\n";
  out += fmt::format("  project   {}\n  digest    sha256:{}\n  part      {}\n  offer     {}\n\n", printable(c.project), c.digest,
                     printable(c.part), printable(c.offer));
  const auto group = [&](std::size_t count, std::string_view word, spec::Fit fit, std::string_view meaning, auto wanted) {
    if (count == 0) return;
    out += painted(fit, padded(fmt::format("  {} {}", with_thousands(count), word), 22), colour) + std::string(meaning) + "\n";
    for (const std::string& part : wrap(names_of(c.links, wanted), 76)) out += std::string(22, ' ') + part + "\n";
    out += losses_of(c.links, wanted);
  };
  out += fmt::format("{} the part:\n", c.links.size() == 1 ? "1 link uses" : with_thousands(c.links.size()) + " links use");
  group(c.allowed, "allowed", spec::Fit::kSame, "proven with the offer in the part's place",
        [&](const api::CertifiedLink& l) { return was_proven(l) && l.after == Verdict::kProven; });
  group(c.refused, "refused", spec::Fit::kNo, "light does not arrive as the link asks, or not within reach and loss",
        [&](const api::CertifiedLink& l) { return was_proven(l) && l.after == Verdict::kFaulty; });
  group(c.unconfirmed, "unconfirmed", spec::Fit::kCannotConfirm, "rests on something that the offer does not say",
        [&](const api::CertifiedLink& l) { return was_proven(l) && l.after == Verdict::kUnproven; });
  group(c.not_proven_before, "not proven before", spec::Fit::kConditional, "with the part as it is; the offer is not to blame",
        [&](const api::CertifiedLink& l) { return !was_proven(l); });
  if (!c.findings.empty()) out += "\nwhy:\n";
  for (const diag::Finding& finding : c.findings)
    out += fmt::format(
        "  {} {}{}\n", finding.code, printable(finding.message),
        finding.subject_kind.empty() ? "" : fmt::format(" ({})", counted(finding.all_subjects(), finding.subject_kind)));
  if (!c.ask.empty()) out += "\n" + list("ask", c.ask);
  return out + "\nvalid for the files of this digest; a changed plant needs a new certificate\n";
}

}  // namespace ferrule::cli
