// The figures that budgets are made of, computed once for each way and wavelength and kept: a hall has few ways.
//
// Shape:  references stay good as long as the book. Not for several threads at once.
// Errors: a Result whose place is the item that has no distribution, as of loss::WayLaws.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "api/budget.h"
#include "check/fibre_runs.h"
#include "check/margins.h"
#include "loss/link_law.h"
#include "loss/way_law.h"

namespace ferrule::api {

struct WayFigures {
  check::Budget budget;
  check::RunsOfWay runs;
};

// All lit fibres of a link, ready to be asked.
struct LinkFibres {
  std::vector<loss::FibreRun> runs;
  unsigned fibres = 0;
  bool one_ferrule = false;
  bool limited = true;              // every run has a limit
  std::size_t fewest_measured = 0;  // values of the smallest lot; 0: no lot
  double fibre_not_told = 0,
         link_not_told = 0;   // chances that the smallest lots are too small to tell, of a fibre and of the link
  double not_told_apart = 0;  // chances that the link fails: smaller ones are not told apart
};

class BudgetBook {
 public:
  BudgetBook(const check::View& view, const BudgetOptions& options)
      : view_(view), options_(options), laws_(view.settings.policy.law) {}

  const check::View& view() const { return view_; }
  const BudgetOptions& options() const { return options_; }

  const WayFigures& way(std::uint32_t way, const std::string& wavelength_nm = {});  // empty: the worst of all its wavelengths
  const WayFigures& of_bundle(std::uint32_t bundle, const std::string& wavelength_nm = {});
  check::Margin margin(std::uint32_t bundle);
  // The one with the least margin; the link has bundles.
  std::uint32_t tightest_bundle(std::uint32_t link);

  Result<LinkFibres> fibres_of_bundle(std::uint32_t bundle);  // alone, at the worst of all its wavelengths
  Result<loss::ChannelDistribution> joints_of(const loss::WayLoss& way) { return laws_.of(way, Loss{}); }  // without glass
  Result<LinkFibres> fibres(std::uint32_t link, const std::string& wavelength_nm = {});
  Spread::Failing failing(const LinkFibres& link) const;
  Spread spread(std::uint32_t link, const std::string& wavelength_nm = {});

 private:
  Result<void> add_bundle(std::uint32_t bundle, const std::string& wavelength_nm, LinkFibres& link);
  Result<Spread::At> at(const LinkFibres& link, double share) const;

  check::View view_;
  const BudgetOptions& options_;
  loss::WayLaws laws_;
  std::map<std::pair<std::uint32_t, std::string>, WayFigures> known_;
};

}  // namespace ferrule::api
