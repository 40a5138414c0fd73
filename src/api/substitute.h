// An offer put into a plant in the place of a part: every link that uses the part is proven again, and the answer is a certificate.
//
// Shape:  a link is allowed when it is proven with the offer, refused when it is faulty, unconfirmed when it rests on something that the
//         offer does not say. Links that were not proven before the offer are counted apart: no offer is to blame for them.
//         Each has its worst-case channel loss and limit, before and after.
//         `digest` is the SHA-256 of the project's files in reading order; the certificate holds for exactly these.
// Errors: the project does not have the part, or cannot be read: `why_not`, and no certificate.
#pragma once

#include <string>
#include <vector>

#include "api/check.h"
#include "check/margins.h"

namespace ferrule::api {

struct SubstitutionRequest {
  LoadRequest project;
  std::string part, offer;
  std::string today;  // for waivers
};

struct CertifiedLink {
  std::string id;
  check::Verdict before = check::Verdict::kUnproven, after = check::Verdict::kUnproven;
  check::Margin margin_before, margin_after;
};

struct Certificate {
  std::string project, digest, part, offer;  // the offer as a canonical line
  std::vector<CertifiedLink> links;          // as of OfferedPlant
  std::size_t allowed = 0, refused = 0, unconfirmed = 0, not_proven_before = 0;
  std::vector<diag::Finding> findings;  // that the offer brought
  std::vector<std::string> ask;
  std::unique_ptr<Loaded> before, after;  // what the findings point into
  std::string why_not;                    // lower case, no full stop; empty when there is a certificate
  Exit exit = Exit::kClean;
};

Certificate substitute(const SubstitutionRequest& request);

}  // namespace ferrule::api
