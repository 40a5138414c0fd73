#include "api/panel_count.h"

#include <algorithm>
#include <set>

#include "synth/fans.h"
#include "synth/laid_trunks.h"
#include "synth/trunks.h"

namespace ferrule::api {

PanelCount::PanelCount(const lang::Design& design, const synth::Net& net, const std::vector<RecipeReport>& recipes)
    : design_(design), recipes_(recipes) {
  for (std::size_t rule = 0; rule < recipes.size(); ++rule) add_kinds(recipes[rule], design.wishes[rule]);
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, int> links;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> heads;  // of breakouts: one leg carries all their links
  for (const synth::NetLink& link : net.links) {
    const synth::Recipe& recipe = recipes[link.rule].recipe;
    if (design.wishes[link.rule].cabling != synth::Cabling::kStructured || !recipe.through_panels()) continue;
    const synth::NetPort &head = synth::head_of(link), &tail = synth::tail_of(link);
    if (!recipe.breaks_out())
      ++links[{link.rule, link.a.device, link.b.device}];
    else if (heads.emplace(link.rule, head.device, head.receptacle).second)
      ++links[{link.rule, head.device, tail.device}];
  }
  for (const auto& [ends, count] : links) bundles_.push_back({std::get<0>(ends), std::get<1>(ends), std::get<2>(ends), count});
}

void PanelCount::add_kinds(const RecipeReport& found, const synth::CablingWish& wish) {
  const synth::Recipe& recipe = found.recipe;
  const std::size_t near = kind_of(recipe.panel, synth::near_places(recipe, wish));
  kinds_.push_back({near, recipe.far_panel.empty() ? near : kind_of(recipe.far_panel, synth::far_places(recipe, wish))});
}

std::size_t PanelCount::kind_of(const std::string& panel, int places) {
  const std::pair<std::string, int> kind{panel, places};
  const auto at = std::find(panels_.begin(), panels_.end(), kind);
  if (at != panels_.end()) return static_cast<std::size_t>(at - panels_.begin());
  panels_.push_back(kind);
  return panels_.size() - 1;
}

// In the order in which they are laid.
std::vector<PanelCount::Joined> PanelCount::joined(const std::vector<std::uint32_t>& rack) const {
  std::vector<Joined> out;
  out.reserve(bundles_.size());
  for (const Bundle& bundle : bundles_) {
    std::uint32_t a = rack[bundle.a], b = rack[bundle.b];
    if (a == b || a == kNowhere || b == kNowhere) continue;
    if (recipes_[bundle.rule].recipe.far_fronts == 0 && a > b) std::swap(a, b);
    out.push_back({bundle.rule, a, b, bundle.links});
  }
  std::sort(out.begin(), out.end(), [](const Joined& one, const Joined& other) {
    // Not std::tie: this is the innermost loop of a search for room, and where nothing is inlined it takes a third of that.
    return one.rule != other.rule ? one.rule < other.rule : one.a != other.a ? one.a < other.a : one.b < other.b;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (kept > 0 && out[kept - 1].rule == out[i].rule && out[kept - 1].a == out[i].a && out[kept - 1].b == out[i].b)
      out[kept - 1].links += out[i].links;
    else
      out[kept++] = out[i];
  }
  out.resize(kept);
  return out;
}

int PanelCount::legs_of(const Joined& of) const {
  const synth::CablingWish& wish = design_.wishes[of.rule];
  const int per_leg = recipes_[of.rule].recipe.links_of_leg, now = (of.links + per_leg - 1) / per_leg;
  return synth::legs_for(of.links, per_leg, wish.spare_percent) + (now * wish.growth_percent + 99) / 100;
}

const std::vector<int>& PanelCount::trunks_for(std::uint32_t rule, int legs) const {
  const auto [at, fresh] = trunks_.try_emplace({rule, legs});
  const synth::CablingWish& wish = design_.wishes[rule];
  const synth::Recipe& recipe = recipes_[rule].recipe;
  if (fresh) at->second = synth::choose_trunks(legs, synth::trunk_places(recipe, wish), synth::most_legs(recipe, wish));
  return at->second;
}

std::vector<int> PanelCount::panels(const std::vector<std::uint32_t>& rack, std::size_t racks) const {
  std::vector<int> hung(racks);
  std::vector<std::vector<int>> left(racks * panels_.size());  // places of each panel, by rack and kind
  const auto take = [&](std::uint32_t in, std::size_t kind, int size) {
    std::vector<int>& open = left[in * panels_.size() + kind];
    const auto at = std::find_if(open.begin(), open.end(), [&](int places) { return places >= size; });
    if (at != open.end()) {
      *at -= size;
      return;
    }
    open.push_back(panels_[kind].second - size);
    ++hung[in];
  };
  for (Joined each : joined(rack)) {
    const bool both = design_.wishes[each.rule].both_routes;  // halves share no trunk
    const int links = each.links;
    for (const int part : {both ? (links + 1) / 2 : links, both ? links / 2 : 0}) {
      each.links = part;
      if (part == 0) continue;
      for (const int size : trunks_for(each.rule, legs_of(each))) {
        take(each.a, kinds_[each.rule].near, size);
        take(each.b, kinds_[each.rule].far, size);
      }
    }
  }
  return hung;
}

}  // namespace ferrule::api
