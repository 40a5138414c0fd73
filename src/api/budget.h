// What links lose, item by item, against what they may; and how likely they keep to it.
//
//     LinkBudget    of a link that was asked for: for each wavelength its pieces in light order, limit, margin, and how it spreads
//     BudgetGroup   links whose budgets are equal; the whole plant is a handful of them, the least margin first
//     HallBudget    how many links to expect above their limit at the first test, and the chance that none is
//
// Units:  Loss in whole microdecibel and exactly what `check` compares; dB as double where a name ends in _db.
// Shape:  of a link with several receptacles the pieces are those of the one with the least margin; its spread is over all of them.
//         Chances are about loss alone: a link that is faulty for another cause is counted as if that were mended.
// Errors: a link that does not exist is a finding with the nearest names, and exit code 2. Nothing is ever NaN: what has no figure
//         says why it has none.
// Source: loss/way_loss.h, loss/link_law.h
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/budget_options.h"
#include "api/check.h"
#include "check/reflections.h"
#include "loss/scatter.h"
#include "loss/yield.h"

namespace ferrule::api {

enum class PieceKind : std::uint8_t { kCable, kConnection, kSplice, kTap, kAllowance };
std::string_view spell(PieceKind kind);  // "cable", "connection", ...

struct BudgetPiece {
  PieceKind kind = PieceKind::kCable;
  std::string what;          // "C1", "C1/b to T1/a1"
  std::string described;     // "cord-b, 2 m", "MPO-12, low-loss"
  std::optional<Loss> loss;  // empty for glass whose attenuation is not known
  std::string from, source;  // the figure's row of facts
  Confidence confidence = Confidence::kHigh;
  bool assumed = false;   // the grade was not stated
  loss::Scatter scatter;  // of a cable none: glass does not vary
};

struct Spread {
  struct At {
    double fibre_db = 0, apart_db = 0, together_db = 0;
    bool fibre_told = true, link_told = true;  // false: a measured lot has too few values to tell
  };
  struct Failing {
    double fibre = 0, apart = 0, together = 0;
    double not_told_apart = 0;  // chances of the link below this are only known to be below it
  };
  std::string not_known;  // why there is no distribution; then the rest says nothing
  unsigned fibres = 0;
  std::size_t fewest_measured = 0;  // values of the smallest lot that it rests on; 0: no lot
  bool one_ferrule = false;         // fibres share ferrules: apart and together differ
  double mean_db = 0, sd_db = 0;    // of one fibre
  std::vector<At> at;               // by percentile
  std::optional<Failing> failing;   // chances to be above the limit; empty without a limit
};

struct WaveBudget {
  std::vector<std::string> wavelengths_nm;  // that share every figure
  std::vector<BudgetPiece> pieces;
  std::size_t heaviest = 0;  // index of the piece that loses most
  Length length;
  std::optional<Loss> loss, safe;  // the latter with the cabling standard's limit for figures of low confidence
  Loss in_connections;             // and splices and taps
  Loss allowances;                 // that the project keeps back
  std::optional<Loss> limit, connection_limit;
  std::string limit_of, no_limit;  // the latter: why there is none, or what stands for it
  std::vector<std::string> unknown;
  Spread spread;
};

// Connections that reflect, against what the optics at both ends ask of them.
struct ReflectionBudget {
  check::Reflections joints;
  std::string counted_by;     // optic whose loss limit depends on number and size, by a table that is not known here
  std::optional<Loss> asked;  // return loss of each connection
  std::string asked_by;
  Confidence asked_confidence = Confidence::kHigh;
};

struct LinkBudget {
  std::string id, a, b, application;
  check::Verdict verdict = check::Verdict::kUnproven;
  unsigned receptacles = 0;
  std::string receptacle;  // whose pieces are shown
  std::string no_budget;   // why there is none; then no waves
  std::vector<WaveBudget> waves;
  ReflectionBudget reflections;
};

struct BudgetGroup {
  std::uint64_t links = 0, proven = 0, unproven = 0, faulty = 0;
  std::vector<std::string> names;  // the first few
  std::string application;
  Length shortest, longest;
  int connections = 0;
  std::optional<Loss> loss, limit;  // of the longest
  std::string limit_of, why_not;    // why loss or limit is empty
  bool grade_assumed = false;       // of some connector
  bool low_confidence = false;      // some figure of the loss or of its spread
  Spread spread;                    // of the longest
};

// All fibres that links ask for, each against its limit.
struct ScreenSums {
  std::uint64_t fibres = 0;
  std::uint64_t above_limit = 0, without_margin = 0;  // in the worst case; the latter have no loss or no limit
  std::uint64_t without_chance = 0;
  std::optional<double> highest_chance;  // of one fibre to be above its limit; empty when none is known
};

struct HallBudget {
  std::uint64_t links = 0, counted = 0;  // the rest has no distribution or no limit
  loss::HallYield apart, together;
  ScreenSums screened;
  double not_told_apart = 0;  // expected failing links below this are only known to be below it
};

struct BudgetReport {
  std::unique_ptr<Loaded> loaded;
  BudgetOptions options;
  CheckCounts counts;
  std::vector<LinkBudget> links;    // asked for
  std::vector<BudgetGroup> groups;  // when none was
  std::optional<HallBudget> hall;
  std::vector<std::string> not_proven;  // names of the first few
  diag::Findings findings;              // of reading, and of links that do not exist
  Exit exit = Exit::kClean;
};

// How a percentile can be above the sum of the worst cases; empty when none is.
std::string why_above_sum(const WaveBudget& wave);

BudgetReport budget(const LoadRequest& request, const BudgetOptions& options = {});
BudgetReport budget(std::unique_ptr<Loaded> loaded, const BudgetOptions& options = {});

}  // namespace ferrule::api
