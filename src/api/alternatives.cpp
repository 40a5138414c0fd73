#include "api/alternatives.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <fmt/format.h>

#include "api/optic_equals.h"
#include "api/trunk_sizes.h"
#include "base/text.h"
#include "lang/part.h"
#include "lang/port_optic.h"

namespace ferrule::api {
namespace {

using synth::Cabling;
using synth::CablingWish;

constexpr int kBases[] = {8, 12, 16, 24};

class AlternativeLister {
 public:
  AlternativeLister(const Loaded& loaded, const lang::Design& design) : loaded_(loaded), design_(design) {}

  std::vector<Alternative> list() {
    add("as-planned", "the project as it is", design_.wishes);
    for (const lang::NamedChange& own : design_.alternatives) {
      Alternative& added = add(own.name, own.say.empty() ? "as the project says" : own.say, own.wishes);
      added.optics = own.optics;
      added.left_open = own.left_open;
      added.of_author = true;
    }
    if (any_left_open())
      for (lang::LeftOpen& open : direct().left_open) open.way = open.base = false;
    else if (any_structured())
      direct();
    add_structured();
    add_modes();
    drop_taken_names();
    return std::move(out_);
  }

 private:
  Alternative& add(std::string name, std::string words, std::vector<CablingWish> wishes) {
    Alternative alternative;
    alternative.name = std::move(name);
    alternative.words = std::move(words);
    alternative.wishes = std::move(wishes);
    alternative.left_open = design_.left_open;
    for (std::size_t i = 0; i < alternative.wishes.size(); ++i) close(i, alternative);
    out_.push_back(std::move(alternative));
    return out_.back();
  }

  // An author's alternative may be called as one of ours, and then is meant.
  void drop_taken_names() {
    std::set<std::string> taken;
    std::erase_if(out_, [&](const Alternative& each) { return !taken.insert(each.name).second; });
  }

  // What an alternative says of its own is no longer open.
  void close(std::size_t rule, Alternative& alternative) const {
    const CablingWish &asked = design_.wishes[rule], &wish = alternative.wishes[rule];
    lang::LeftOpen& open = alternative.left_open[rule];
    if (wish.cabling != asked.cabling || wish.trunk_legs != asked.trunk_legs || wish.method != asked.method) open.way = false;
    if (wish.base != asked.base || wish.conversion != asked.conversion) open.way = open.base = false;
  }

  template <class Change>
  std::vector<CablingWish> with(Change change) const {
    std::vector<CablingWish> wishes = design_.wishes;
    for (CablingWish& wish : wishes) change(wish);
    return wishes;
  }

  Alternative& direct() {
    return add("direct", "a cord for each link", with([](CablingWish& wish) { wish.cabling = Cabling::kDirect; }));
  }

  bool any_left_open() const {
    return std::any_of(design_.left_open.begin(), design_.left_open.end(), [](const lang::LeftOpen& open) { return open.way; });
  }

  bool any_structured() const {
    return std::any_of(design_.wishes.begin(), design_.wishes.end(),
                       [](const CablingWish& wish) { return wish.cabling == Cabling::kStructured; });
  }
  bool all_structured() const {
    return std::all_of(design_.wishes.begin(), design_.wishes.end(),
                       [](const CablingWish& wish) { return wish.cabling == Cabling::kStructured; });
  }

  // A change of the structured rules alone; where there is none, all become structured with it.
  template <class Change>
  std::vector<CablingWish> structured_with(Change change) const {
    const bool any = any_structured();
    return with([&](CablingWish& wish) {
      if (!any) wish.cabling = Cabling::kStructured;
      if (wish.cabling == Cabling::kStructured) change(wish);
    });
  }

  void add_structured() {
    if (loaded_.plant.racks.empty()) return;  // panels have nowhere to stand
    if (!all_structured())
      add("structured", "panels in the racks, trunks between them",
          with([](CablingWish& wish) { wish.cabling = Cabling::kStructured; }));
    const std::string which = any_structured() ? "" : "panels and trunks, ";
    for (const int base : kBases) {
      const bool differs = fits_base(base) && !stated_by_all([&](const CablingWish& wish) { return wish.base == base; });
      add(fmt::format("base-{}", base), fmt::format("{}plugs of {} fibres on the trunks", which, base),
          structured_with([&](CablingWish& wish) {
            wish.base = base;
            wish.conversion.clear();
          }))
          .usual = differs;
    }
    add_conversion(which);
    for (const std::string_view method : {"A", "B", "C", "U1", "U2"}) {
      const bool differs = is_usual(method) && !stated_by_all([&](const CablingWish& wish) { return wish.method == method; });
      add(fmt::format("method-{}", method), fmt::format("{}polarity by method {}", which, method),
          structured_with([&](CablingWish& wish) { wish.method = method; }))
          .usual = differs;
    }
    for (const OfferedSize& size : trunk_sizes(loaded_, design_))
      add(fmt::format("trunks-{}", size.plugs),
          fmt::format("{}trunks of {} alone", which, counted(static_cast<std::uint64_t>(size.plugs), "plug")),
          structured_with([&](CablingWish& wish) { wish.trunk_legs = {size.plugs}; }))
          .usual = size.usual;
  }

  // Base-12 without stranded fibres, where one row of twelve is what the optics have.
  void add_conversion(const std::string& which) {
    const std::string_view name = "2x12-3x8";
    const bool asked = stated_by_all([&](const CablingWish& wish) { return wish.conversion == name; });
    const std::vector<const facts::Optic*> all = optics();
    const bool fits = std::any_of(all.begin(), all.end(), [&](const facts::Optic* optic) { return meets_fronts(*optic, name); });
    if (!fits) return;
    add(std::string(name), which + "two plugs of 12 fibres for three links of 8, in modules that convert",
        structured_with([&](CablingWish& wish) {
          wish.base = 0;
          wish.conversion = name;
        }))
        .usual = !asked;
  }
  bool meets_fronts(const facts::Optic& optic, std::string_view conversion) const {
    const facts::Connector* own = loaded_.facts.connector(optic.connector);
    const std::vector<const facts::ListedMap*> maps = loaded_.facts.conversions_of(conversion);
    const facts::Connector* front = maps.empty() ? nullptr : loaded_.facts.connector(maps.front()->b_connector);
    return own != nullptr && front != nullptr && own->family == front->family && own->rows == front->rows && is_array(optic);
  }

  template <class Same>
  bool stated_by_all(Same same) const {
    bool any = false;
    for (const CablingWish& wish : design_.wishes) {
      if (wish.cabling != Cabling::kStructured) continue;
      any = true;
      if (!same(wish)) return false;
    }
    return any;
  }

  std::vector<const facts::Optic*> optics() const {
    std::vector<const facts::Optic*> out;
    for (const synth::PortRun* run : design_.fabric.all_runs())
      if (const facts::Optic* optic = loaded_.facts.optic(run->optic);
          optic != nullptr && std::find(out.begin(), out.end(), optic) == out.end())
        out.push_back(optic);
    return out;
  }

  bool is_array(const facts::Optic& optic) const {
    const facts::Connector* connector = loaded_.facts.connector(optic.connector);
    return connector != nullptr && connector->rows * connector->columns > 2;
  }

  // Plugs of another family do not enter the optic's receptacle, and those that it has are the plan as it is.
  bool fits_base(int base) const {
    const facts::Connector* plug = loaded_.facts.connector(fmt::format("MPO-{}", base));
    if (plug == nullptr) return false;
    const std::vector<const facts::Optic*> all = optics();
    return std::any_of(all.begin(), all.end(), [&](const facts::Optic* optic) {
      const facts::Connector* own = loaded_.facts.connector(optic->connector);
      if (own == nullptr) return false;
      return is_array(*optic) ? own->family == plug->family && own->name != plug->name : has_cassette(plug->name);
    });
  }
  bool has_cassette(const std::string& connector) const {
    const auto& all = loaded_.facts.transitions();
    return std::any_of(all.begin(), all.end(), [&](const facts::Transition& one) { return one.connector == connector; });
  }

  // Method C crosses pairs, which is for duplex optics; U2 differs from B and U1 in cassettes alone.
  bool is_usual(std::string_view method) const {
    const std::vector<const facts::Optic*> all = optics();
    const bool duplex = std::any_of(all.begin(), all.end(), [&](const facts::Optic* optic) { return !is_array(*optic); });
    return duplex || (method != "C" && method != "U2");
  }

  void add_modes() {
    const std::vector<const facts::Optic*> all = optics();
    for (const auto& [mode, name, glass] : {std::tuple(kMultimodeWord, "multimode", "multimode glass"),
                                            std::tuple(kSinglemodeWord, "single-mode", "single-mode glass")}) {
      const std::string_view wanted = mode;
      if (std::all_of(all.begin(), all.end(), [&](const facts::Optic* optic) { return optic->mode == wanted; })) continue;
      // A fibre class that was wished is of the other mode.
      Alternative& added = add(name, glass, with([](CablingWish& wish) { wish.fibre.clear(); }));
      std::vector<std::string> swaps;
      for (const synth::PortRun* run : design_.fabric.all_runs()) swap(run->optic, wanted, added, swaps);
      if (!swaps.empty()) added.words += ": " + joined(swaps, ", ");
    }
  }

  void swap(const std::string& written, std::string_view mode, Alternative& into, std::vector<std::string>& swaps) const {
    if (written.empty() || into.optics.contains(written)) return;
    const facts::Optic* optic = loaded_.facts.optic(written);
    if (optic == nullptr) {
      into.why_not = fmt::format("{} is a part of the project; which part is its equal is for `alternatives`", written);
      return;
    }
    if (optic->mode == mode) return;
    const facts::Optic* equal = equal_optic(loaded_.facts, *optic, mode);
    if (equal == nullptr) {
      into.why_not = fmt::format("data/optics.csv knows no equal of {}: same speed, as many receptacles, {}", optic->pmd,
                                 mode == kMultimodeWord ? "multimode" : "single-mode");
      return;
    }
    into.optics.emplace(written, equal->pmd);
    swaps.push_back(fmt::format("{} for {}", equal->pmd, written));
  }

  const Loaded& loaded_;
  const lang::Design& design_;
  std::vector<Alternative> out_;
};

std::vector<std::string> names_of(const std::vector<Alternative>& all) {
  std::vector<std::string> names;
  for (const Alternative& each : all) names.push_back(each.name);
  return names;
}

}  // namespace

std::vector<Alternative> alternatives_of(const Loaded& loaded, const lang::Design& design) {
  return AlternativeLister(loaded, design).list();
}

Result<ChosenAlternatives> choose_alternatives(const Loaded& loaded, const lang::Design& design,
                                               const std::vector<std::string>& names) {
  std::vector<Alternative> all = alternatives_of(loaded, design);
  const bool usual = names.size() == 1 && names.front() == kUsualAlternatives;
  if (usual && !design.alternatives.empty()) {
    std::erase_if(all, [&](const Alternative& each) { return !each.of_author && each.name != all.front().name; });
    return ChosenAlternatives{std::move(all), "the project as it is, and those that it names under `alternatives`"};
  }
  if (usual) std::erase_if(all, [](const Alternative& each) { return !each.usual; });
  if (usual || (names.size() == 1 && names.front() == kAllAlternatives))
    return ChosenAlternatives{std::move(all), "the project as it is, and what else is usual for such a fabric"};
  ChosenAlternatives chosen{{}, "as asked"};
  for (const std::string& name : names) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Alternative& each) { return each.name == name; });
    if (at == all.end()) {
      const std::vector<std::string> known = names_of(all);
      const std::optional<std::string> near = nearest(name, known);
      return tl::unexpected(Failure{
          name, fmt::format("{}this fabric has {}", near ? fmt::format("did you mean '{}'? ", *near) : "", joined(known, ", "))});
    }
    const auto same = [&](const Alternative& each) { return each.name == name; };
    if (std::none_of(chosen.alternatives.begin(), chosen.alternatives.end(), same)) chosen.alternatives.push_back(*at);
  }
  return chosen;
}

void apply_alternative(const Alternative& alternative, Loaded& loaded) {
  auto design = std::make_shared<lang::Design>(*loaded.design);
  design->wishes = alternative.wishes;
  design->left_open = alternative.left_open;
  for (synth::PortRun* run : design->fabric.all_runs()) {
    const auto other = alternative.optics.find(run->optic);
    if (other == alternative.optics.end()) continue;
    run->optic = other->second;
    const auto known = std::find_if(loaded.plant.types.begin(), loaded.plant.types.end(),
                                    [&](const plant::PartType& type) { return type.name == run->optic; });
    const facts::Optic* optic = loaded.facts.optic(run->optic);
    if (known != loaded.plant.types.end()) {
      lang::set_optic(loaded.facts, *known, *run);
    } else if (optic != nullptr) {
      loaded.plant.types.push_back(lang::part_of_optic(loaded.facts, *optic).type);
      lang::set_optic(loaded.facts, loaded.plant.types.back(), *run);
    }
  }
  loaded.design = std::move(design);
}

}  // namespace ferrule::api
