// A channel set up by itself and judged: the row of parts between two transceivers of an application, proven as `check` proves a plant.
//
// Shape:  `copies` rows side by side, one for each receptacle of the transceiver. A piece whose `out` is left open leaves where the
//         light of the near end leaves it.
// Errors: a row that cannot be put together (a plug that its neighbour has no place for) is faulty, with the reason.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/check.h"
#include "check/margins.h"
#include "check/upgrade_chain.h"
#include "check/upgrade_cut.h"

namespace ferrule::check {

struct Row {
  std::vector<Piece> pieces;
  plant::Joint last = plant::Joint::kMdi;
};

struct Trial {
  Verdict verdict = Verdict::kFaulty;
  std::string why;             // of the first finding against it; empty when proven
  std::string ask;             // what to do about it
  bool arrives = false;        // every lane as it should and every contact holds: only fibre, reach or loss is against it
  bool loss_only = false;      // nothing but loss is against it
  bool grade_assumed = false;  // nobody stated the grade of some connector, and the policy's was taken
  Margin margin;
  // Only loss is against it: what each of so many connections might lose at most. Nothing when no figure would do.
  std::optional<Loss> each_at_most;
  int connections = 0;
};

class Bench {
 public:
  Bench(const facts::Facts& facts, const Settings& settings) : facts_(facts), settings_(settings) {}

  Trial judge(const plant::PartType& near, const plant::PartType& far, const Row& row, int copies);
  // Several links together, as they lie or changed; of several the worst counts. `copies` stand side by side on the same ports.
  Trial judge(const Cut& cut, int copies);
  std::size_t trials() const { return trials_; }

 private:
  Trial set_up(const plant::PartType& near, const plant::PartType& far, const Row& row, int copies) const;
  Trial weigh(const plant::Plant& plant) const;

  const facts::Facts& facts_;
  const Settings& settings_;
  std::size_t trials_ = 0;
  std::unordered_map<std::string, Trial> known_;  // ports of one cassette come to the same rows once it has gone
};

}  // namespace ferrule::check
