// A project from a text with its cables laid, as the verb would do it.
#pragma once

#include <memory>
#include <string>

#include "check/proof.h"
#include "effort/cable_sizes.h"
#include "effort/laid_cables.h"
#include "facts/labour_rates.h"
#include "reading/read_text.h"

namespace ferrule::effort {

inline constexpr const char* kParts =
    "ferrule: 1\n"
    "phases: [P1, P2]\n"
    "parts:\n"
    "  c: {kind: cord, fibre: OM4, polarity: A-to-B, diameter: 2 mm, weight: 8 g/m, ends: LC-duplex}\n"
    "  m: {kind: cord, fibre: OM4, polarity: B, ends: {connector: MPO-12, gender: unpinned, polish: PC}}\n"
    "  t: {kind: trunk, fibre: OM4, polarity: B, ends: {connector: MPO-12, gender: pinned, polish: PC}}\n"
    "  k: {kind: cassette, fibre: OM4, adapter: A, transition: universal, rear: {connector: MPO-12, gender: pinned, polish: PC}, "
    "front: {connector: LC-duplex, count: 6}}\n"
    "  p: {kind: adapter-panel, connector: MPO-12, adapter: B, count: 8}\n";

struct LaidProject {
  lang::Read read;
  std::unique_ptr<check::Proof> proof;
  std::unique_ptr<Sites> sites;
  std::unique_ptr<CableSizes> sizes;
  LaidCables laid;

  explicit LaidProject(const std::string& text) : read(lang::read_text(kParts + text)) {
    proof = check::prove(plant(), lang::test_facts());
    sites = std::make_unique<Sites>(plant());
    sizes = std::make_unique<CableSizes>(plant(), read.project->measures, lang::test_facts());
    laid = laid_cables(plant(), *proof, *sites);
  }
  const plant::Plant& plant() const { return read.plant(); }
  const plant::Measures& measures() const { return read.project->measures; }
  const LaidCable& cable(const std::string& name) const {
    for (const LaidCable& one : laid.cables)
      if (plant().asset_spelled(one.asset) == name) return one;
    return laid.cables.at(laid.cables.size());  // no such cable: the test is wrong
  }
};

}  // namespace ferrule::effort
