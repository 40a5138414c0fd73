#include "cli/effort_ways.h"

#include <algorithm>
#include <string_view>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/effort_words.h"

namespace ferrule::cli {
namespace {

using plant::kNone;

class WaysText {
 public:
  explicit WaysText(const api::EffortReport& report) : report_(report), plant_(report.plant()) {}

  std::string write() {
    if (report_.trays.empty() && !any_sized_drop()) return {};
    std::string out = trays();
    out += drops();
    return out += remarks();  // of what was told
  }

 private:
  std::string trays() {
    if (report_.trays.empty()) return {};
    TableRows rows{{"trays", "cables", "at most side by side", "section", "fill", "limit", "weight", "duplex fill"}};
    for (std::size_t i = 0; i < report_.trays.size(); ++i) {
      const effort::TrayLoad& load = report_.trays[i];
      if (rows.size() > kMostRows) break;
      TableRow row{printable(plant_.trays[i].name), whole(load.cables), whole(load.side_by_side) + stretch(i)};
      add_filling(row, load, load.cables > 0);
      row.insert(row.end() - 1, load.cables == 0 ? ""
                                                 : at_least(load.without_weight) + kilograms_a_metre(load.grams_per_km) +
                                                       star(load.weight_estimated));
      estimated_ = estimated_ || load.weight_estimated;
      unknown_ = unknown_ || load.without_weight > 0;
      rows.push_back(std::move(row));
    }
    std::string out = "\n" + figures_table(rows, 1) + more(report_.trays.size() + 1 - rows.size(), "tray");
    if (std::none_of(plant_.trays.begin(), plant_.trays.end(), [](const plant::Tray& tray) { return tray.drawn; }))
      out += wrapped("  ", "No tray is drawn (`from`, `to`): each cable is taken to lie in all of it.");
    return out + laid_nowhere();
  }

  bool any_sized_drop() const {
    return std::any_of(report_.drops.begin(), report_.drops.end(), [](const effort::DropLoad& drop) { return drop.own_um2; });
  }

  // The fullest first, of racks that say how large their drops are.
  std::string drops() {
    std::vector<const effort::DropLoad*> fullest;
    for (const effort::DropLoad& drop : report_.drops)
      if (drop.own_um2) fullest.push_back(&drop);
    if (fullest.empty()) return {};
    std::stable_sort(fullest.begin(), fullest.end(),
                     [](const effort::DropLoad* a, const effort::DropLoad* b) { return *a->fill() > *b->fill(); });
    TableRows rows{{"drops, the fullest first", "from tray", "cables", "section", "fill", "limit", "duplex fill"}};
    for (const effort::DropLoad* drop : fullest) {
      if (rows.size() > kMostRows) break;
      TableRow row{printable(plant_.racks[drop->rack].name),
                   drop->tray == kNone ? "none named" : printable(plant_.trays[drop->tray].name), whole(drop->cables)};
      add_filling(row, *drop, true);
      rows.push_back(std::move(row));
    }
    return "\n" + figures_table(rows, 2) + more(fullest.size() + 1 - rows.size(), "drop");
  }

  // Section, fill, limit and the fill by duplex cords.
  void add_filling(TableRow& row, const effort::Filling& filling, bool any) {
    const bool guess = filling.diameter_estimated;
    estimated_ = estimated_ || guess;
    assumed_ = assumed_ || (filling.limit_assumed && filling.fill());
    no_section_ = no_section_ || !filling.own_um2;
    unknown_ = unknown_ || filling.without_diameter > 0;
    const std::string least = at_least(filling.without_diameter);
    row.push_back(any ? least + square_millimetres(filling.section_um2) + star(guess) : "");
    row.push_back(filling.fill() ? least + percent(*filling.fill()) + star(guess) : "?");
    row.push_back(filling.fill() ? percent(filling.limit) + (filling.limit_assumed ? "+" : "") : "");
    row.push_back(filling.duplex_fill() ? percent(*filling.duplex_fill()) + "*" : "?");
  }

  std::string remarks() const {
    std::string out;
    if (estimated_)
      out += wrapped("  ",
                     "* thickness or weight of some cables by order of magnitude, authors' estimate of low confidence "
                     "(data/cable_sizes.csv); `diameter` and `weight` of a part take its place");
    if (assumed_) out += wrapped("  ", "+ no limit is stated: `fill` of a tray or drop, or --fill");
    if (no_section_) out += wrapped("  ", "? a tray needs `width` and `depth` before its fill can be told");
    if (unknown_)
      out += wrapped("  ", "\"at least\": some cables are of a thickness or weight that nobody states and no estimate covers");
    return out;
  }

  static std::string at_least(std::uint64_t unknown) { return unknown > 0 ? "at least " : ""; }
  static std::string star(bool estimated) { return estimated ? "*" : ""; }

  static std::string more(std::size_t hidden, std::string_view what) {
    return hidden == 0 ? std::string()
                       : wrapped("  ", fmt::format("and {} more: --format csv --table {}s", counted(hidden, what), what));
  }

  std::string stretch(std::size_t i) const {
    const effort::TrayLoad& load = report_.trays[i];
    const plant::Tray& tray = plant_.trays[i];
    if (!tray.drawn || load.cables == 0 || load.side_by_side == load.cables) return {};
    return fmt::format(" ({} to {})", spell(Length{load.from_mm}), spell(Length{load.to_mm}));
  }

  std::string laid_nowhere() const {
    std::uint64_t without = 0;
    for (const effort::LaidCable& cable : report_.laid.cables) {
      const auto laying = plant_.laying.find(cable.asset);
      const bool leaves = cable.racks_a != cable.racks_b;
      if (leaves && (laying == plant_.laying.end() || laying->second.trays.empty())) ++without;
    }
    if (without == 0) return {};
    return wrapped("  ", fmt::format("{} between racks without a `route`: in no tray here", counted(without, "cable")));
  }

  const api::EffortReport& report_;
  const plant::Plant& plant_;
  bool estimated_ = false, assumed_ = false, no_section_ = false, unknown_ = false;  // in what is told
};

}  // namespace

std::string ways_text(const api::EffortReport& report) { return WaysText(report).write(); }

}  // namespace ferrule::cli
