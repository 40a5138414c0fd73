// A plant as it is, and with offers in the place of parts: every link proven in both.
//
// Shape:  `links` are those whose light passes a piece of the parts, and any other whose verdict the offers change; in the order of the
//         plant. A link that the plant with the offers no longer has, or that passes a piece longer than the offer, is faulty in it.
//         Pieces count whatever stands or lies in the plant, used by a link or not.
// Errors: a part that the project does not have, or a project that cannot be read: `why_not`, and nothing else holds.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "api/check.h"

namespace ferrule::api {

struct OfferedPart {
  PartOffer offer;
  bool of_project = false;         // the offer is another part of the project
  std::string described;           // its canonical line, or the name of the part
  std::optional<double> length_m;  // that the line states
  std::vector<std::string> ask;    // what it leaves open that decides safety
  std::uint64_t pieces = 0;        // of the part, in the plant
};

struct LinkOutcome {
  std::uint32_t link = 0, link_after = 0;  // the latter plant::kNone when it is no more
  check::Verdict before = check::Verdict::kUnproven, after = check::Verdict::kFaulty;

  bool lost() const { return before == check::Verdict::kProven && after != check::Verdict::kProven; }
};

struct OfferedPlant {
  CheckReport before, after;
  std::vector<OfferedPart> parts;
  std::vector<LinkOutcome> links;
  std::vector<diag::Finding> findings;  // that the offers brought, or brought more of; they point into after.loaded->sources
  std::string why_not;                  // lower case, no full stop; empty when all went well
  std::string help;                     // to why_not; may be empty
  Exit exit = Exit::kClean;             // to why_not
};

OfferedPlant with_offers(const LoadRequest& project, std::span<const PartOffer> offers, const std::string& today = {});

}  // namespace ferrule::api
