// What the project demands beyond physics, and which findings it accepts for a while.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/quantity.h"
#include "check/order_policy.h"
#include "diag/finding.h"
#include "loss/allowance.h"
#include "loss/joint_loss.h"

namespace ferrule::check {

enum class MixedBrands { kAllowed, kWarn, kRefuse };

struct Policy {
  std::string brand;  // "MPO", "MTP"; empty or "any": no demand
  MixedBrands mixed_brands = MixedBrands::kWarn;
  bool iso_attenuation = false;  // false: TIA-568.3 figures
  std::string space;             // for cables that leave their rack; empty: not stated
  bool separate_routes = false;  // A and B routes may not share a tray
  std::optional<int> max_connections;
  std::optional<Length> max_length;       // of a channel
  std::optional<Loss> margin;             // that a channel keeps below its limit, at worst or at `margin_at`
  std::optional<std::int64_t> margin_at;  // the share of fibres that keep it, in hundredths of a per cent; empty: at worst
  Length slack;
  std::string method;                       // "A", "B", "C", "U1", "U2": a claim to test; empty: none is named
  std::vector<loss::Allowance> allowances;  // of every channel
  loss::LawKind law = loss::LawKind::kGamma;
  std::string grade = "standard";  // assumed for joints whose grade nobody states
  OrderPolicy ordering;
};

struct RuleLevel {
  std::string rule;  // code or name
  diag::Severity severity = diag::Severity::kError;
  diag::Place place;
};

struct Waiver {
  std::string rule, reason, owner;
  std::vector<std::string> subjects;  // empty: all
  std::string until;                  // yyyy-mm-dd, empty: no end
  diag::Place place;
};

struct Settings {
  Policy policy;
  std::vector<RuleLevel> levels;
  std::vector<Waiver> waivers;
};

}  // namespace ferrule::check
