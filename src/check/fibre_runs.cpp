#include "check/fibre_runs.h"

#include "check/budget.h"

namespace ferrule::check {

RunsOfWay runs_of(const View& view, const Way& way, const std::vector<std::string>& wavelengths_nm) {
  RunsOfWay out;
  std::vector<unsigned> fibres(way.leaves.size());
  for (const Fate& fate : way.fates) {
    if (fate.ending != plant::Ending::kPort || fate.leaf >= fibres.size()) continue;
    ++fibres[fate.leaf];
    ++out.fibres;
  }
  out.light_arrives = out.fibres > 0 && out.fibres == way.fates.size();
  for (std::size_t leaf = 0; leaf < fibres.size(); ++leaf) {
    if (fibres[leaf] == 0) continue;
    RunOfFibres run{
        leaf, fibres[leaf], false,
        loss::way_loss(view.plant, view.proof.light, way.leaves[leaf].step, view.facts, wavelengths_nm, assumptions_of(view))};
    for (const loss::Item& item : run.loss.items) run.one_ferrule = run.one_ferrule || item.many_fibres;
    out.runs.push_back(std::move(run));
  }
  return out;
}

}  // namespace ferrule::check
