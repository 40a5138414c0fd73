// Which joints, links and cables a fault holds for: spelled out for people, listed by number for the verdicts.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "check/bundle_index.h"
#include "check/rule.h"

namespace ferrule::check {

constexpr std::size_t kFewSubjects = 20;  // names kept per finding unless all are asked for; the count is always whole

struct Touched {
  // Hits that name assets or bundles, with the links they touch (hits on ways and joint kinds are judged by way).
  std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> links_of_hit;
};

Touched name_subjects(const View& view, std::vector<Hit>& hits, std::size_t most);

// Links whose light passes a plug whose place another plug claims as well (the reader says where).
std::vector<std::uint32_t> links_in_dispute(const plant::Plant& plant);

// Links whose light passes through an asset: traced outwards from every fibre of it. Ascending.
std::vector<std::uint32_t> links_through(const plant::Plant& plant, std::uint32_t asset, const BundleIndex& index);
// The same of a hole of an adapter panel, which is no asset.
std::vector<std::uint32_t> links_through(const plant::Plant& plant, const plant::PanelPort& port, const BundleIndex& index);

}  // namespace ferrule::check
