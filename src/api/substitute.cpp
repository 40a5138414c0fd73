#include "api/substitute.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include "api/offered_plant.h"

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

void count(Certificate& certificate, const CertifiedLink& link) {
  if (link.before != check::Verdict::kProven) {
    ++certificate.not_proven_before;
  } else if (link.after == check::Verdict::kProven) {
    ++certificate.allowed;
  } else {
    ++(link.after == check::Verdict::kFaulty ? certificate.refused : certificate.unconfirmed);
  }
}

std::vector<check::Margin> margins_of(const CheckReport& report) {
  const Loaded& loaded = *report.loaded;
  if (report.proof == nullptr) return std::vector<check::Margin>(report.verdicts.size());
  return check::margins({loaded.plant, loaded.facts, loaded.settings, *report.proof});
}

}  // namespace

Certificate substitute(const SubstitutionRequest& request) {
  Certificate out;
  out.part = request.part;
  const PartOffer offer{request.part, request.offer};
  OfferedPlant plants = with_offers(request.project, std::span(&offer, 1), request.today);
  if (!plants.why_not.empty()) {
    out.why_not = std::move(plants.why_not);
    out.exit = plants.exit;
    return out;
  }
  out.offer = plants.parts.front().described;
  out.ask = plants.parts.front().ask;
  out.project = plants.before.loaded->project;
  out.digest = sha256_of_files(*plants.before.loaded);
  const std::vector<check::Margin> margins_before = margins_of(plants.before), margins_after = margins_of(plants.after);
  for (const LinkOutcome& link : plants.links) {
    CertifiedLink certified{
        std::string(plants.before.loaded->plant.link_name(link.link)), link.before, link.after, margins_before[link.link], {}};
    if (link.link_after != plant::kNone) certified.margin_after = margins_after[link.link_after];
    count(out, certified);
    out.links.push_back(std::move(certified));
  }
  out.findings = std::move(plants.findings);
  out.before = std::move(plants.before.loaded);
  out.after = std::move(plants.after.loaded);
  out.exit = out.refused + out.unconfirmed > 0 || out.allowed == 0 ? Exit::kFindings : Exit::kClean;
  return out;
}

}  // namespace ferrule::api
