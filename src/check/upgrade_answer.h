// One channel and one application: the answer, found by trying changes in the order of their effort and proving each.
#pragma once

#include <optional>

#include "check/upgrade.h"

namespace ferrule::check {

class Answerer {
 public:
  Answerer(const View& view, const PartMaker& maker)
      : view_(view), shop_(view.plant, view.facts, maker), bench_(view.facts, view.settings) {}

  Answer answer(const Chain& chain, const facts::Optic& optic);
  // Of links that split on the way, set up together; `chains` are the ways that one fibre of each goes: with the split ended, a channel
  // has to be proven over each of them.
  Answer answer(const Cut& cut, const std::vector<Chain>& chains, const facts::Optic& optic);
  // What glass and length alone forbid, of a channel that splits on the way as well.
  std::optional<std::string> never(const Chain& chain, const facts::Optic& optic);
  std::size_t trials() const { return bench_.trials(); }

 private:
  struct Search;
  Search search_for(const Chain& chain, const facts::Optic& optic);
  bool as_it_is(Search& search);
  std::optional<std::string> never(const Search& search) const;
  std::optional<std::string> never(const Cut& cut, const std::vector<Chain>& chains, const facts::Optic& optic);
  Answer answer_whole(const std::vector<Chain>& chains, const facts::Optic& optic);
  int proven_ports(const Plan& plan, const Search& search);
  bool try_plans(const std::vector<Plan>& plans, Search& search);
  bool try_changes(Search& search);
  static PartTraits cleaner_traits(const Search& search);
  void try_grades(Search& search);
  void take(const Plan& plan, const Trial& trial, Search& search);
  void give_up(Search& search) const;

  const View& view_;
  PartShop shop_;
  Bench bench_;
};

// The class of the fibre that the channel is of, and its weakest reach for an optic.
std::string fibre_of(const Chain& chain);
std::string fibre_of(const Cut& cut);

}  // namespace ferrule::check
