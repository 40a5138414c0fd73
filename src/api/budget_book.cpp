#include "api/budget_book.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::api {

const WayFigures& BudgetBook::way(std::uint32_t way, const std::string& wavelength_nm) {
  const auto [found, fresh] = known_.try_emplace({way, wavelength_nm});
  if (fresh) {
    const check::Way& light = view_.proof.ways[way];
    const std::vector<std::string> wavelengths =
        wavelength_nm.empty() ? check::wavelengths_of(view_, light) : std::vector<std::string>{wavelength_nm};
    found->second = {check::budget_of(view_, light, wavelengths), check::runs_of(view_, light, wavelengths)};
  }
  return found->second;
}

const WayFigures& BudgetBook::of_bundle(std::uint32_t bundle, const std::string& wavelength_nm) {
  return way(view_.proof.way_of_bundle[bundle], wavelength_nm);
}

check::Margin BudgetBook::margin(std::uint32_t bundle) {
  return check::margin_of(of_bundle(bundle).budget, check::length_of(view_, bundle));
}

std::uint32_t BudgetBook::tightest_bundle(std::uint32_t link) {
  const std::uint32_t first = view_.plant.links[link].first_bundle, end = view_.plant.links[link + 1].first_bundle;
  std::uint32_t tightest = first;
  for (std::uint32_t bundle = first + 1; bundle < end; ++bundle)
    if (check::tighter(margin(bundle), margin(tightest))) tightest = bundle;
  return tightest;
}

namespace {

// Of n measured values none tells what one joint in n does: such chances of a fibre are not told, nor are those of a link whose worst
// fibre would have to be told by them.
void rest_on_lots(const check::RunOfFibres& run, LinkFibres& link) {
  std::size_t fewest = 0;
  for (const loss::Item& item : run.loss.items)
    if (item.scatter.values > 0) fewest = fewest == 0 ? item.scatter.values : std::min(fewest, item.scatter.values);
  if (fewest == 0) return;
  link.fewest_measured = link.fewest_measured == 0 ? fewest : std::min(link.fewest_measured, fewest);
  link.fibre_not_told = std::max(link.fibre_not_told, 1 / static_cast<double>(fewest));
  link.link_not_told += static_cast<double>(run.fibres) / static_cast<double>(fewest);
}

}  // namespace

Result<void> BudgetBook::add_bundle(std::uint32_t bundle, const std::string& wavelength_nm, LinkFibres& link) {
  const WayFigures& figures = of_bundle(bundle, wavelength_nm);
  if (!figures.runs.light_arrives) return tl::unexpected(Failure{"", "light of some fibres reaches no port"});
  const std::vector<plant::Light::Leaf> leaves = view_.proof.leaves_of(bundle);
  for (const check::RunOfFibres& run : figures.runs.runs) {
    const Loss glass = run.loss.glass.over(Length{leaves[run.leaf].length_mm});
    Result<loss::ChannelDistribution> channel = laws_.of(run.loss, glass);
    if (!channel) return tl::unexpected(channel.error());
    link.runs.push_back({std::move(*channel), run.fibres, run.one_ferrule, in_db(figures.budget.loss_limit.value_or(Loss{}))});
    link.not_told_apart += loss::kNotToldApart * static_cast<double>(run.fibres * run.loss.items.size());
    rest_on_lots(run, link);
    link.one_ferrule = link.one_ferrule || (run.one_ferrule && run.fibres > 1);
  }
  link.fibres += figures.runs.fibres;
  link.limited = link.limited && figures.budget.loss_limit.has_value();
  return {};
}

Result<LinkFibres> BudgetBook::fibres_of_bundle(std::uint32_t bundle) {
  LinkFibres out;
  if (const Result<void> added = add_bundle(bundle, {}, out); !added) return tl::unexpected(added.error());
  return out;
}

Result<LinkFibres> BudgetBook::fibres(std::uint32_t link, const std::string& wavelength_nm) {
  LinkFibres out;
  for (std::uint32_t bundle = view_.plant.links[link].first_bundle; bundle < view_.plant.links[link + 1].first_bundle; ++bundle)
    if (const Result<void> added = add_bundle(bundle, wavelength_nm, out); !added) return tl::unexpected(added.error());
  if (out.runs.empty()) return tl::unexpected(Failure{"", "no fibre of it is lit"});
  return out;
}

Spread::Failing BudgetBook::failing(const LinkFibres& link) const {
  Spread::Failing out;
  out.not_told_apart = std::min(std::max(link.not_told_apart, link.link_not_told), 1.0);
  for (const loss::FibreRun& run : link.runs) out.fibre = std::max(out.fibre, run.channel.chance_above(run.limit_db));
  out.apart = loss::chance_link_fails(link.runs, 0);
  out.together = loss::chance_link_fails(link.runs, options_.correlation);
  return out;
}

Result<Spread::At> BudgetBook::at(const LinkFibres& link, double share) const {
  const Result<double> apart = loss::quantile_of_link_db(link.runs, share, 0);
  const Result<double> together = loss::quantile_of_link_db(link.runs, share, options_.correlation);
  if (!apart || !together) return tl::unexpected(!apart ? apart.error() : together.error());
  Spread::At out{0, *apart, *together};
  constexpr double kRounding = 1e-9;
  out.fibre_told = 1 - share + kRounding >= link.fibre_not_told;
  out.link_told = 1 - share + kRounding >= link.link_not_told;
  for (const loss::FibreRun& run : link.runs) {
    const Result<double> one = run.channel.quantile_db(share);
    if (!one) return tl::unexpected(one.error());
    out.fibre_db = std::max(out.fibre_db, *one);
  }
  return out;
}

Spread BudgetBook::spread(std::uint32_t link, const std::string& wavelength_nm) {
  Spread out;
  const Result<LinkFibres> lit = fibres(link, wavelength_nm);
  if (!lit) {
    const Failure& why = lit.error();
    out.not_known = why.place.empty() ? why.message : fmt::format("{}: {}", why.place, why.message);
    return out;
  }
  out.fibres = lit->fibres;
  out.one_ferrule = lit->one_ferrule;
  out.fewest_measured = lit->fewest_measured;
  const auto heavier = [](const loss::FibreRun& a, const loss::FibreRun& b) { return a.channel.mean_db() < b.channel.mean_db(); };
  const auto worst = std::max_element(lit->runs.begin(), lit->runs.end(), heavier);
  out.mean_db = worst->channel.mean_db();
  out.sd_db = worst->channel.sd_db();
  for (const Percentile& percentile : options_.percentiles) {
    const Result<Spread::At> values = at(*lit, percentile.share);
    if (!values) return out.not_known = fmt::format("{} %: {}", percentile.text, values.error().message), out;
    out.at.push_back(*values);
  }
  if (lit->limited) out.failing = failing(*lit);
  return out;
}

}  // namespace ferrule::api
