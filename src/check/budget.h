// What the channel of one way may be and is: fibre classes, reach, loss, by the stricter of its two ends.
//
// Shape:  a way has one budget; a link of the way adds its length. `longest` is the length at which the tightest of reach and loss
//         is used up, so a million links are compared with one number.
// Errors: none; what the tables do not say is an empty optional.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

struct Limit {
  const facts::Optic* optic = nullptr;
  const facts::Reach* reach = nullptr;  // row of the weakest fibre class; null when the optic has no row for a class passed
};

struct Budget {
  std::vector<std::string> classes;  // fibre classes of the parts passed, each once, in light order
  bool class_unstated = false;       // some part's class nobody stated
  std::vector<Limit> limits;         // of the near and the far optic
  std::optional<Length> longest_reach, shortest_reach;
  std::string reach_of;  // optic and class that set it
  std::optional<Loss> loss_limit;
  std::optional<Loss> connection_limit;  // of the former, what connections and splices may take together
  std::string loss_limit_of;
  std::optional<int> most_connections;
  std::optional<Loss> loss_per_connection;
  bool loss_covered = false;  // no figure for the channel, and none needed: nothing but glass, or a vendor's rule holds
  loss::WayLoss loss;
  bool at_port = false;  // light reaches a transceiver at all: else there is no budget to speak of
};

// Why there is no `loss_limit` to compare with, or what stands for it; empty when there is one.
std::string why_no_limit(const Budget& budget);

Budget budget_of(const View& view, const Way& way);
Budget budget_of(const View& view, const Way& way, const std::vector<std::string>& wavelengths_nm);  // of light of these alone

std::vector<std::string> wavelengths_of(const View& view, const Way& way);  // of both ends, each once; nm as written
loss::Assumptions assumptions_of(const View& view);

// Bundles of each way, for rules where a length decides. Made in one pass over all bundles when the first way is asked for, so a
// rule that finds no length out of bounds pays nothing.
class BundlesByWay {
 public:
  explicit BundlesByWay(const Proof& proof) : proof_(proof) {}
  std::vector<std::uint32_t> of(std::uint32_t way);  // ascending

 private:
  const Proof& proof_;
  std::vector<std::uint32_t> first_, bundles_;  // of way w: bundles_[first_[w] .. first_[w + 1])
};
Length length_of(const View& view, std::uint32_t bundle);

const facts::Optic* near_optic(const View& view, const Way& way);
const facts::Optic* far_optic(const View& view, const Way& way);

}  // namespace ferrule::check
