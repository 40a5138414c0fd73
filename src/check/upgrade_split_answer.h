// Links that split on the way and one application: the answer while they stay split, by the transceivers that could stand at their ports
// and the cords at either side. Ending the split is for whoever asks.
#pragma once

#include "check/upgrade.h"
#include "check/upgrade_bench.h"
#include "check/upgrade_split.h"

namespace ferrule::check {

class SplitAnswerer {
 public:
  SplitAnswerer(const View& view, PartShop& shop, Bench& bench) : view_(view), shop_(shop), bench_(bench) {}

  Answer answer(const Cut& cut, const facts::Optic& application, const PartTraits& traits);

 private:
  struct Search;
  void as_it_is(Search& search);
  void changes(const PartTraits& traits, const std::string& regrade, Search& search);
  void take(const Cut& cut, const facts::Optic& splitter, const Trial& trial, Search& search) const;
  void give_up(Search& search) const;

  const View& view_;
  PartShop& shop_;
  Bench& bench_;
};

// Of links that stay split and the same with the split ended, none of them proven as it is: what to say.
Answer better_of(Answer split, Answer whole);

}  // namespace ferrule::check
