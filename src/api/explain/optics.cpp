#include <algorithm>
#include <fmt/format.h>

#include "api/explain/drawing.h"
#include "api/explain/tellers.h"
#include "base/text.h"

namespace ferrule::api::telling {
namespace {

using facts::LaneFunction;
using facts::LanePosition;
using facts::Optic;

std::string mode_spelled(std::string_view mode) {
  return mode == "SM" ? "single-mode" : mode == "MM" ? "multimode" : "mode not stated";
}

std::string counted(int count, std::string_view one) { return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s"); }

std::string brief(const Optic& optic) {
  const std::string rate = optic.rate_gbps.empty() ? "" : fmt::format("{} Gb/s, ", optic.rate_gbps);
  const std::string faces = optic.receptacles > 1 ? fmt::format("{} x ", optic.receptacles) : "";
  return fmt::format("{}{}, {}{} {}, {}, {}", rate, mode_spelled(optic.mode), faces, optic.connector,
                     optic.polish.empty() ? "polish not stated" : optic.polish, counted(optic.lanes, "lane"),
                     optic.standard.empty() ? "standard not stated" : optic.standard);
}

std::string function_spelled(const LanePosition& at) {
  if (at.function == LaneFunction::kBoth) return fmt::format("{}{}", at.side, at.lane);
  return fmt::format("{}{}", at.function == LaneFunction::kTransmit ? "Tx" : "Rx", at.lane);
}

// What each hole of one receptacle does; "." where no light is.
Cells functions(const std::vector<const LanePosition*>& lanes, int receptacle, std::size_t size) {
  Cells cells(size, ".");
  for (const LanePosition* at : lanes)
    if (at->receptacle == receptacle && static_cast<std::size_t>(at->position) < size)
      cells[static_cast<std::size_t>(at->position)] = function_spelled(*at);
  return cells;
}

Cells hole_names(const facts::Connector& connector) {
  if (connector.rows == 1 && connector.columns == 2 && connector.pins == false) return {"L", "R"};
  Cells names;
  for (int p = 1; p <= connector.rows * connector.columns; ++p) names.push_back(std::to_string(p));
  return names;
}

std::string draw_lanes(const Optic& optic, const facts::Connector& connector, const std::vector<const LanePosition*>& lanes) {
  const Cells names = hole_names(connector);
  const Line holes{connector.pins == false ? "bore" : "plug position", names};
  std::vector<Cells> layouts;
  for (int r = 1; r <= optic.receptacles; ++r) layouts.push_back(functions(lanes, r, names.size()));
  const bool alike = std::all_of(layouts.begin(), layouts.end(), [&](const Cells& cells) { return cells == layouts.front(); });
  std::string text;
  const auto per_block = static_cast<std::size_t>(connector.columns);
  for (std::size_t i = 0; i < (alike ? 1 : layouts.size()); ++i) {
    if (optic.receptacles > 1)
      text += alike ? fmt::format("each of {} receptacles\n", optic.receptacles) : fmt::format("receptacle {}\n", i + 1);
    text += draw({holes, {"module does", layouts[i]}}, per_block);
  }
  return text;
}

void add_light(const Optic& optic, Explanation& to) {
  add(to, "standard", optic.standard, optic);
  if (!optic.rate_gbps.empty()) add(to, "rate", optic.rate_gbps + " Gb/s", optic);
  std::string media =
      fmt::format("{}, {}, {}", mode_spelled(optic.mode), counted(optic.fibres_used, "fibre"), counted(optic.lanes, "lane"));
  if (optic.bidirectional) media += ", both directions on every fibre";
  if (optic.wavelengths_per_fibre > 1) media += fmt::format(", {} wavelengths per fibre", optic.wavelengths_per_fibre);
  add(to, "media", media, optic);
  if (!optic.wavelengths_nm.empty()) add(to, "wavelengths", joined(optic.wavelengths_nm, ", ") + " nm", optic);
}

// Where it is stated that receptacles are pinned: the row of the term.
void add_pins(const Query& query, const facts::Connector& connector, Explanation& to) {
  if (!connector.pins) return;
  if (!*connector.pins) return add(to, "pins", connector.name + " has no guide pins", connector);
  const facts::Table* terms = query.facts.table("terms");
  for (std::size_t row = 0; terms != nullptr && row < terms->rows.size(); ++row)
    if (terms->cell(row, "term") == "receptacle")
      add_value(to, "pins", "the receptacle is pinned, so the plug that enters it is unpinned", *terms, row);
}

void add_face(const Query& query, const Optic& optic, Explanation& to) {
  const std::string count = optic.receptacles > 1 ? fmt::format("{} x ", optic.receptacles) : "";
  add(to, "receptacle", count + optic.connector, optic);
  add(to, "also made with", joined(optic.connector_alternatives, ", "), optic);
  if (const facts::Connector* connector = query.facts.connector(optic.connector)) add_pins(query, *connector, to);
  std::string polish = optic.polish.empty() ? "not stated" : optic.polish == "angled" ? "angled (APC)" : optic.polish;
  if (!optic.polish_alternatives.empty()) polish += "; also " + joined(optic.polish_alternatives, ", ");
  if (!optic.polish_notes.empty()) polish += "; " + optic.polish_notes;
  add(to, "polish", polish, optic);
}

void add_lanes(const Query& query, const Optic& optic, Explanation& to) {
  const auto lanes = query.facts.lane_map(optic.lane_map);
  if (lanes.empty()) {
    to.facts.push_back(
        {"lane positions", "not found: links of this optic stay unproven until a project states its own map", "", std::nullopt});
  } else {
    const auto least = [&](Confidence LanePosition::*which) {
      Confidence low = Confidence::kHigh;
      for (const LanePosition* at : lanes) low = std::min(low, at->*which);
      return low;
    };
    const bool both_ways = lanes.front()->function == LaneFunction::kBoth;
    add(to, "transmit and receive",
        both_ways ? "TR transmits what RT receives; which side is TR, as drawn" : "which positions do which, as drawn",
        *lanes.front(), least(&LanePosition::groups));
    add(to, "lane order", "which lane is on which of them, as drawn", *lanes.front(), least(&LanePosition::order));
    if (const facts::Connector* connector = query.facts.connector(optic.connector); connector != nullptr && connector->modelled())
      to.drawing = draw_lanes(optic, *connector, lanes);
  }
  if (optic.lanes * optic.receptacles <= 1) return;
  const std::string reorder = !optic.lanes_reorder ? "not known: a link with permuted lanes counts as faulty"
                              : *optic.lanes_reorder
                                  ? "yes, the receiver puts permuted lanes in order; a breakout still needs each in place"
                                  : "no, every lane has to arrive in its place";
  add(to, "lanes re-order", reorder, optic);
}

std::string reach_spelled(const facts::Reach& reach) {
  std::string text = reach.longest ? "up to " + spell(*reach.longest) : "length not stated";
  if (reach.shortest) text += ", at least " + spell(*reach.shortest);
  text += reach.channel_loss ? ", channel loss at most " + spell(*reach.channel_loss) : ", channel loss not stated";
  if (reach.connection_loss) text += ", of which " + spell(*reach.connection_loss) + " for connections";
  if (reach.most_connections && reach.loss_per_connection)
    text += fmt::format("; at most {} joints of at most {} each", *reach.most_connections, spell(*reach.loss_per_connection));
  return text;
}

void add_breakouts(const Optic& optic, Explanation& to) {
  std::vector<std::string> always, some;
  for (const facts::Breakout& b : optic.breakouts) {
    (b.part_dependent ? some : always).push_back(fmt::format("{} x {}", b.count, b.pmd));
    to.see_also.push_back(b.pmd);
  }
  add(to, "breakouts", joined(always, ", "), optic);
  add(to, "breakouts of some parts", joined(some, ", "), optic);
  if (optic.breakouts.empty()) add(to, "breakouts", optic.breakout_notes, optic);
}

Explanation tell(const Query& query, const Optic& optic) {
  Explanation e;
  e.title = optic.pmd;
  e.kind = "optic";
  if (!optic.aliases.empty()) e.text = "Also called " + joined(optic.aliases, ", ") + ".";
  add_light(optic, e);
  add_face(query, optic, e);
  add_lanes(query, optic, e);
  for (const facts::Reach& reach : optic.reaches) add(e, "over " + reach.fibre_class, reach_spelled(reach), reach);
  add_breakouts(optic, e);
  add(e, "one receptacle speaks", optic.port_application, optic);
  if (optic.most_connections)
    add(e, "connections", fmt::format("at most {} for the reflectance rule", *optic.most_connections), optic);
  add(e, "reflectance", optic.reflectance_notes, optic);
  add(e, "notes", optic.notes, optic);
  e.see_also.push_back(optic.connector);
  std::sort(e.see_also.begin(), e.see_also.end());
  e.see_also.erase(std::unique(e.see_also.begin(), e.see_also.end()), e.see_also.end());
  return e;
}

Explanation tell_choice(const Query& query, const std::vector<const Optic*>& found) {
  Explanation e;
  e.title = query.text;
  e.kind = "optics";
  e.text = fmt::format("{} names {} optics. Be more exact: ask for one of them by its name.", query.text, found.size());
  for (const Optic* optic : found) {
    add(e, optic->pmd, brief(*optic), *optic);
    e.see_also.push_back(optic->pmd);
  }
  return e;
}

}  // namespace

void optics(const Query& query, Out& out) {
  constexpr std::size_t kFewEnoughToTell = 2;
  const auto found = query.facts.optics_named(query.text);
  if (found.size() > 1) out.push_back(tell_choice(query, found));
  if (found.size() > kFewEnoughToTell) return;
  for (const Optic* optic : found) out.push_back(tell(query, *optic));
}

}  // namespace ferrule::api::telling
