#include "api/substitute.h"

#include <algorithm>
#include <optional>
#include <set>
#include <fmt/format.h>
#include <openssl/evp.h>

#include "api/language.h"
#include "check/bundle_index.h"
#include "check/subjects.h"
#include "spec/canonical.h"
#include "spec/read_line.h"

namespace ferrule::api {
namespace {

std::string sha256_of_files(const Loaded& loaded) {
  EVP_MD_CTX* const context = EVP_MD_CTX_new();
  EVP_DigestInit_ex(context, EVP_sha256(), nullptr);
  for (const std::uint32_t file : loaded.files) {
    const std::string_view text = loaded.sources.text(file);
    const std::string head = fmt::format("{} ", text.size());  // so that a border between files cannot move unseen
    EVP_DigestUpdate(context, head.data(), head.size());
    EVP_DigestUpdate(context, text.data(), text.size());
  }
  unsigned char bytes[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_DigestFinal_ex(context, bytes, &size);
  EVP_MD_CTX_free(context);
  std::string out;
  for (unsigned int i = 0; i < size; ++i) out += fmt::format("{:02x}", bytes[i]);
  return out;
}

// Links whose light passes a part of that name, in the order of the plant, and among them those through a piece longer than `offered`.
struct Use {
  std::set<std::uint32_t> links, too_short;
  std::uint32_t longest_mm = 0;
};
Use uses_of(const plant::Plant& plant, std::string_view part, std::optional<double> offered_m) {
  constexpr double kRounding = 1.01;  // between feet and metres
  const check::BundleIndex index(plant);
  Use use;
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    if (plant.asset_type(asset).name != part) continue;
    const std::vector<std::uint32_t> through = check::links_through(plant, asset, index);
    use.links.insert(through.begin(), through.end());
    const std::uint32_t length = plant.connectors[plant.asset_first[asset]].length_mm;
    if (!offered_m || length <= *offered_m * 1000 * kRounding) continue;
    use.too_short.insert(through.begin(), through.end());
    use.longest_mm = std::max(use.longest_mm, length);
  }
  for (const plant::Run& run : plant.runs) {
    if (run.first_panel_port == plant::kNone || plant.types[run.type].name != part) continue;
    for (std::uint32_t port = 0; port < run.names.count * run.ports_each; ++port) {
      const std::vector<std::uint32_t> through =
          check::links_through(plant, plant.panel_ports[run.first_panel_port + port], index);
      use.links.insert(through.begin(), through.end());
    }
  }
  return use;
}

// Findings that were not there without the offer, each once.
std::vector<diag::Finding> brought(const CheckReport& before, const CheckReport& after) {
  std::set<std::string> known;
  for (const diag::Finding& finding : before.findings.all()) known.insert(finding.code + finding.message);
  std::vector<diag::Finding> out;
  for (const diag::Finding& finding : after.findings.all())
    if (finding.severity != diag::Severity::kNote && known.insert(finding.code + finding.message).second) out.push_back(finding);
  return out;
}

void count(Certificate& certificate, const LinkOutcome& link) {
  if (link.before != check::Verdict::kProven) {
    ++certificate.not_proven_before;
  } else if (link.after == check::Verdict::kProven) {
    ++certificate.allowed;
  } else {
    ++(link.after == check::Verdict::kFaulty ? certificate.refused : certificate.unconfirmed);
  }
}

// What the offer leaves open that decides safety.
std::optional<double> read_offer(Certificate& certificate, const SubstitutionRequest& request) {
  const std::unique_ptr<Language> language = load_language(request.project.data);
  spec::LineReader reader(language->lexicon);
  spec::Specification offer;
  reader.read(request.offer, offer);
  certificate.offer = spec::canonical(offer);
  for (const spec::Need* need : language->needs.open(offer))
    if (need->need_class == spec::NeedClass::kSafety && need->fields.front() != spec::Field::kLength)
      certificate.ask.push_back(need->question);
  return offer.number(spec::Field::kLength);
}

std::vector<check::Margin> margins_of(const CheckReport& report) {
  const Loaded& loaded = *report.loaded;
  if (report.proof == nullptr) return std::vector<check::Margin>(report.verdicts.size());
  return check::margins({loaded.plant, loaded.facts, loaded.settings, *report.proof});
}

void too_short(Certificate& certificate, const Use& use, double offered_m) {
  diag::Finding finding;
  finding.code = "S801";
  finding.name = "offer-too-short";
  finding.message = fmt::format("the offer is {} m long, and the plant has pieces of {} of up to {} m", offered_m,
                                certificate.part, use.longest_mm / 1000.0);
  finding.subject_kind = "link";
  finding.subject_count = use.too_short.size();
  certificate.findings.push_back(std::move(finding));
}

Certificate refuse(Certificate certificate, std::string why, Exit exit) {
  certificate.why_not = std::move(why);
  certificate.exit = exit;
  return certificate;
}

}  // namespace

Certificate substitute(const SubstitutionRequest& request) {
  Certificate out;
  out.part = request.part;
  const std::optional<double> length = read_offer(out, request);
  const CheckOptions options{.repairs = false, .today = request.today};
  CheckReport before = check(load(request.project), options);
  if (before.exit == Exit::kUnreadable)
    return refuse(std::move(out), "the project cannot be read: run ferrule check on it", Exit::kUnreadable);
  const PartOffer offer{request.part, request.offer};
  std::unique_ptr<Loaded> offered = load(request.project, &offer);
  if (!offered->offer_taken)
    return refuse(std::move(out), fmt::format("the project has no part '{}'", request.part), Exit::kUsage);
  CheckReport after = check(std::move(offered), options);
  out.project = before.loaded->project;
  out.digest = sha256_of_files(*before.loaded);
  const Use use = uses_of(before.loaded->plant, request.part, length);
  // A line that gives no part leaves cables out, and the links of the two plants are those of the same intent all the same.
  const std::vector<check::Margin> margins_before = margins_of(before), margins_after = margins_of(after);
  for (const std::uint32_t link : use.links) {
    LinkOutcome outcome;
    outcome.id = before.loaded->plant.link_name(link);
    outcome.before = before.verdicts[link];
    outcome.margin_before = margins_before[link];
    if (link < after.verdicts.size()) {
      outcome.after = after.verdicts[link];
      outcome.margin_after = margins_after[link];
    }
    if (use.too_short.contains(link)) outcome.after = check::Verdict::kFaulty;
    count(out, outcome);
    out.links.push_back(std::move(outcome));
  }
  out.findings = brought(before, after);
  if (!use.too_short.empty()) too_short(out, use, *length);
  out.before = std::move(before.loaded);
  out.after = std::move(after.loaded);
  out.exit = out.refused + out.unconfirmed > 0 || out.allowed == 0 ? Exit::kFindings : Exit::kClean;
  return out;
}

}  // namespace ferrule::api
