#include "api/design_wishes.h"

#include <algorithm>
#include <utility>
#include <fmt/format.h>

#include "api/better_grade.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

using synth::Cabling;
using synth::CablingWish;

void reset(std::string_view key, CablingWish& wish) {
  const CablingWish usual;
  if (key == "base") wish.base = usual.base;
  if (key == "conversion") wish.conversion = usual.conversion;
  if (key == "fan_out") wish.fan_out = usual.fan_out;
  if (key == "method") wish.method = usual.method;
  if (key == "fibre") wish.fibre = usual.fibre;
  if (key == "grade") wish.grade = usual.grade;
  if (key == "jacket") wish.jacket = usual.jacket;
  if (key == "spare") wish.spare_percent = usual.spare_percent;
  if (key == "growth") wish.growth_percent = usual.growth_percent, wish.growth_planned = usual.growth_planned;
  if (key == "length") wish.length = usual.length;
  if (key == "trunks") wish.trunk_legs = usual.trunk_legs;
  if (key == "routes") wish.route = usual.route, wish.both_routes = usual.both_routes;
}

// A limit of the policy, in the text that goes over into the plant: a value that nothing breaks takes its place.
void give_up(const lang::StatedLimit& limit, std::string& text) {
  if (!limit.parts.empty()) {
    std::size_t from = text.find(limit.key + ":");
    for (const std::string& part : limit.parts) {
      from = from == std::string::npos ? from : text.find(part, from);
      if (from == std::string::npos) return;
      text.replace(from, part.size(), "0 dB");
    }
    return;
  }
  constexpr std::pair<std::string_view, std::string_view> kUnbroken[] = {
      {"max_connections", "1000"}, {"max_length", "1000 km"}, {"margin", "0 dB"}, {"margin_at", "1 %"}};
  std::size_t at = text.find(limit.key + ":");
  if (at != std::string::npos) at = text.find(limit.value, at + limit.key.size());
  if (at == std::string::npos) return;
  for (const auto& [key, value] : kUnbroken)
    if (key == limit.key) text.replace(at, limit.value.size(), value);
}

bool has_stated(const CablingWish& wish, std::string_view key, diag::Place place) {
  return std::any_of(wish.stated.begin(), wish.stated.end(),
                     [&](const synth::StatedWish& each) { return each.key == key && each.place == place; });
}

class WishLister {
 public:
  WishLister(const Loaded& loaded, const lang::Design& design) : loaded_(loaded), design_(design) {}

  std::vector<HeldWish> of_plant() {
    add_cabling();
    add_stock();
    add_limits();
    add_hall();
    for (std::size_t i = 0; i < design_.fabric.tiers.size(); ++i) add_places(i);
    for (std::size_t i = 0; i < design_.fabric.tiers.size(); ++i) add_count(i);
    return std::move(out_);
  }

  std::vector<HeldWish> of_ports() {
    for (std::size_t i = 0; i < design_.fabric.tiers.size(); ++i) add_count(i);
    for (std::size_t i = 0; i < design_.fabric.rules.size(); ++i) add_rule(i);
    return std::move(out_);
  }

 private:
  void add(std::string words, std::string without, diag::Place place, std::function<void(Loaded&, lang::Design&)> relax) {
    out_.push_back({std::move(words), std::move(without), place, std::move(relax)});
  }

  bool known(std::string_view key, diag::Place place) {
    const std::pair<std::string, diag::Place> mark{std::string(key), place};
    if (std::find(seen_.begin(), seen_.end(), mark) != seen_.end()) return true;
    seen_.push_back(mark);
    return false;
  }

  void add_cabling() {
    for (std::size_t rule = 0; rule < design_.wishes.size(); ++rule) {
      const CablingWish& wish = design_.wishes[rule];
      const auto stated = [&](std::string_view key) {
        const auto at = std::find_if(wish.stated.begin(), wish.stated.end(), [&](const auto& each) { return each.key == key; });
        return at == wish.stated.end() ? nullptr : &*at;
      };
      if (!design_.left_open[rule].way) add_way(wish, stated("as"));
      if (wish.cabling == Cabling::kStructured) {
        add_panels(wish, "panel_ports", &CablingWish::panel_ports, stated("panel_ports"));
        add_panels(wish, "panel_cassettes", &CablingWish::panel_cassettes, stated("panel_cassettes"));
      }
      for (const synth::StatedWish& each : wish.stated)
        if (forbids(each.key) && each.value != "auto" && !known(each.key, each.place)) add_stated(each);
      if (wish.grade != kBetterGrade) add_grade(wish, stated("grade"));
    }
  }

  // A better one, which costs money and nothing else.
  void add_grade(const CablingWish& wish, const synth::StatedWish* stated) {
    const diag::Place place = stated != nullptr ? stated->place : wish.place;
    if (known("a better grade", place)) return;
    const bool said = stated != nullptr;
    add(said ? written("grade", wish.grade) : "no grade, which nobody changed", fmt::format("with `grade: {}`", kBetterGrade),
        place, [place, said](Loaded&, lang::Design& design) {
          for (CablingWish& each : design.wishes)
            if (said ? has_stated(each, "grade", place) : each.place == place) each.grade = kBetterGrade;
        });
  }

  // Costs only choose, and ways and panels are told by themselves.
  static bool forbids(std::string_view key) {
    return key != "as" && !key.starts_with("panel_") && key != "part_number_cost" && key != "trunk_cost";
  }

  static std::string written(std::string_view key, const std::string& value) {
    return fmt::format("{}: {}", key, printable(value));
  }

  void add_stated(const synth::StatedWish& each) {
    const std::string value = each.key == "trunks" ? "[" + each.value + "]" : each.value;
    add(written(each.key, value), fmt::format("without `{}`", written(each.key, value)), each.place,
        [key = each.key, place = each.place](Loaded&, lang::Design& design) {
          for (CablingWish& wish : design.wishes)
            if (has_stated(wish, key, place)) reset(key, wish);
          if (key == "most_parts")
            for (lang::LeftOpen& open : design.left_open) open.most_parts.reset();
        });
  }

  // Direct in the place of structured, or the other way; which of them holds where nothing is said is a wish as well.
  void add_way(const CablingWish& wish, const synth::StatedWish* stated) {
    const bool structured = wish.cabling == Cabling::kStructured;
    if (!structured && loaded_.plant.racks.empty()) return;  // panels have nowhere to stand
    const diag::Place place = stated != nullptr ? stated->place : wish.place;
    if (known("as", place)) return;
    const bool said = stated != nullptr;
    add(structured ? "as: structured"
        : said     ? "as: direct"
                   : "as: direct, which nobody changed",
        structured ? "with direct cords" : "with panels and trunks", place,
        [place, said, structured](Loaded&, lang::Design& design) {
          for (CablingWish& each : design.wishes)
            if (said ? has_stated(each, "as", place) : each.place == place)
              each.cabling = structured ? Cabling::kDirect : Cabling::kStructured;
        });
  }

  void add_panels(const CablingWish& wish, std::string_view key, int CablingWish::*places, const synth::StatedWish* stated) {
    const diag::Place place = stated != nullptr ? stated->place : wish.place;
    if (known(key, place)) return;
    const int twice = wish.*places * 2;
    const bool said = stated != nullptr;
    add(fmt::format("{}: {}{}", key, wish.*places, said ? "" : ", which nobody changed"),
        fmt::format("with `{}: {}`", key, twice), place, [place, key, places, said, twice](Loaded&, lang::Design& design) {
          for (CablingWish& each : design.wishes)
            if (said ? has_stated(each, key, place) : each.place == place) each.*places = twice;
        });
  }

  void add_stock() {
    for (const auto& [kind, stock] : loaded_.settings.policy.ordering.stock_lengths) {
      if (kind != "cord" && kind != "trunk" && kind != "breakout") continue;
      const auto place = design_.stock_places.find(kind);
      add(fmt::format("stock_lengths: {}: {}", kind, stock.spelled()), fmt::format("with {}s of any length", kind),
          place == design_.stock_places.end() ? diag::Place{} : place->second, [name = kind](Loaded& loaded, lang::Design&) {
            auto& all = loaded.settings.policy.ordering.stock_lengths;
            if (const auto at = all.find(name); at != all.end()) all.erase(at);
          });
    }
  }

  void add_limits() {
    for (const lang::StatedLimit& limit : design_.limits)
      add(fmt::format("policy: {}: {}", limit.key, printable(limit.value)), fmt::format("without `policy: {}`", limit.key),
          limit.place, [limit](Loaded& loaded, lang::Design& design) {
            if (limit.key == "method") loaded.settings.policy.method.clear();
            for (std::string* text : {&design.policy, &design.head}) give_up(limit, *text);
          });
  }

  void add_hall() {
    const plant::Plant& plant = loaded_.plant;
    if (!plant.racks.empty())
      add("units of the racks", "with more units in the racks", plant.racks.front().place,
          [](Loaded& loaded, lang::Design& design) {
            for (plant::Rack& rack : loaded.plant.racks) rack.units = kUnitsWithoutLimit;
            design.racks_of_any_height = true;
          });
    if (!plant.racks.empty()) out_.back().of_units = true;
    const auto first_sized = [](const std::vector<plant::SectionMeasures>& all) {
      return static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [](const auto& one) { return one.sized(); }) -
                                      all.begin());
    };
    const std::size_t sized = first_sized(loaded_.measures.trays), with_drop = first_sized(loaded_.measures.drops);
    if (sized < loaded_.measures.trays.size())
      add("width of the trays", "with wider trays", plant.trays[sized].place,
          [](Loaded&, lang::Design& design) { design.trays_of_any_size = true; });
    if (with_drop < loaded_.measures.drops.size())
      add("width of the drops", "with wider drops into the racks", plant.racks[with_drop].place,
          [](Loaded&, lang::Design& design) { design.drops_of_any_size = true; });
    const auto drawn = std::find_if(plant.trays.begin(), plant.trays.end(), [](const plant::Tray& tray) { return tray.drawn; });
    if (drawn != plant.trays.end())
      add("cables in trays", "with cables that need no tray", drawn->place, [](Loaded& loaded, lang::Design&) {
        for (plant::Tray& tray : loaded.plant.trays) tray.drawn = false;
      });
  }

  template <class Relax>
  void change_tier(std::size_t index, std::string words, std::string without, diag::Place place, Relax relax) {
    add(std::move(words), std::move(without), place,
        [index, relax](Loaded&, lang::Design& design) { relax(design.fabric.tiers[index]); });
  }

  // Of a tier that others lead to: those where links begin are what the fabric is for.
  void add_count(std::size_t index) {
    const synth::Tier& tier = design_.fabric.tiers[index];
    const auto& rules = design_.fabric.rules;
    const bool led_to = std::any_of(rules.begin(), rules.end(), [&](const synth::LinkRule& rule) { return rule.to == index; });
    if (tier.count && led_to)
      change_tier(index, fmt::format("count of {}: {}", tier.name, *tier.count),
                  fmt::format("with as many {} as the links need", tier.name), tier.count_place,
                  [](synth::Tier& each) { each.count.reset(); });
  }

  void add_places(std::size_t index) {
    const synth::Tier& tier = design_.fabric.tiers[index];
    const std::size_t first = out_.size();
    if (!tier.racks.empty() && loaded_.plant.racks.size() > 1)
      change_tier(index, fmt::format("racks of {}", tier.name), fmt::format("with {} wherever there is room", tier.name),
                  tier.racks_place, [](synth::Tier& each) { each.racks.clear(); });
    if (tier.per_rack > 0)
      change_tier(index, fmt::format("per_rack of {}: {}", tier.name, tier.per_rack),
                  fmt::format("with as many {} in a rack as fit", tier.name), tier.racks_place,
                  [](synth::Tier& each) { each.per_rack = 0; });
    if (tier.unit > 1)
      change_tier(index, fmt::format("u of {}: {}", tier.name, tier.unit), fmt::format("with {} in any unit", tier.name),
                  tier.racks_place, [](synth::Tier& each) { each.unit = 0; });
    for (std::size_t i = first; i < out_.size(); ++i) out_[i].of_place = true;
  }

  void add_rule(std::size_t index) {
    const synth::LinkRule& rule = design_.fabric.rules[index];
    const auto change = [&](std::string words, std::string without, diag::Place place, void (*relax)(synth::LinkRule&)) {
      add(std::move(words), std::move(without), place,
          [index, relax](Loaded&, lang::Design& design) { relax(design.fabric.rules[index]); });
    };
    if (!rule.uneven)
      change(fmt::format("even spread of {}", rule.name), "with `uneven: true`", rule.place,
             [](synth::LinkRule& each) { each.uneven = true; });
    if (rule.up || rule.each)
      change(rule.up ? fmt::format("up: {}", *rule.up) : fmt::format("each: {}", *rule.each),
             fmt::format("with as many links of {} as there are ports", rule.name), rule.amount_place, [](synth::LinkRule& each) {
               each.up.reset();
               each.each.reset();
             });
    if (rule.rail)
      change("rail: true", fmt::format("without `rail` of {}", rule.name), rule.place,
             [](synth::LinkRule& each) { each.rail = false; });
  }

  const Loaded& loaded_;
  const lang::Design& design_;
  std::vector<HeldWish> out_;
  std::vector<std::pair<std::string, diag::Place>> seen_;
};

}  // namespace

std::vector<HeldWish> wishes_held(const Loaded& loaded, const lang::Design& design, WishesOf which) {
  if (which == WishesOf::kPorts) return WishLister(loaded, design).of_ports();
  std::vector<HeldWish> plant = WishLister(loaded, design).of_plant();
  if (which == WishesOf::kPlant) return plant;
  std::vector<HeldWish> both = WishLister(loaded, design).of_ports();
  for (HeldWish& wish : plant)
    if (std::none_of(both.begin(), both.end(), [&](const HeldWish& each) { return each.words == wish.words; }))
      both.push_back(std::move(wish));
  return both;
}

}  // namespace ferrule::api
