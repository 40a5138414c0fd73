#include <charconv>

#include "base/text.h"
#include "facts/distinct.h"
#include "facts/loader.h"

namespace ferrule::facts {
namespace {

constexpr int kMostLanes = 64, kMostReceptacles = 16;

// "4x100GBASE-DR", "2x400GBASE-DR4" (two of 400GBASE-DR4)
std::optional<Breakout> parse_breakout(std::string_view text) {
  Breakout breakout;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), breakout.count);
  if (error != std::errc() || breakout.count < 1 || breakout.count > kMostLanes) return std::nullopt;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (rest.size() < 2 || rest.front() != 'x') return std::nullopt;
  breakout.pmd = rest.substr(1);
  return breakout;
}

void read_breakouts(RowReader& row, std::string_view column, bool part_dependent, std::vector<Breakout>& out) {
  for (const std::string& text : row.list(column)) {
    std::optional<Breakout> breakout = parse_breakout(text);
    if (!breakout) {
      row.bad(column, fmt::format("'{}' is not a breakout like 4x100GBASE-DR", printable(text)));
      continue;
    }
    breakout->part_dependent = part_dependent;
    out.push_back(std::move(*breakout));
  }
}

void read_light(RowReader& row, Optic& optic) {
  optic.lanes = row.required_number("lanes", 1, kMostLanes);
  optic.receptacles = row.required_number("receptacles", 1, kMostReceptacles);
  optic.wavelengths_per_fibre = row.required_number("wavelengths_per_fibre", 1, kMostLanes);
  optic.fibres_used = row.required_number("fibres_used", 1, kMostPositions);
  optic.bidirectional = row.yes_no("bidirectional").value_or(false);
  optic.wavelengths_nm = row.list("wavelengths_nm");
  optic.lanes_reorder = row.yes_no("lanes_reorder");
  optic.most_connections = row.number("max_connections_reflectance", 1, 1000);
  if (!optic.bidirectional && optic.lanes * 2 != optic.fibres_used)
    row.bad("fibres_used", fmt::format("{} lanes that are not bidirectional use {} fibres, not {}", optic.lanes, optic.lanes * 2,
                                       optic.fibres_used));
}

void read_face(RowReader& row, Optic& optic) {
  optic.connector = row.required("mdi_connector");
  optic.connector_alternatives = row.list("mdi_alternatives");
  optic.lane_map = row.text("lane_map");
  optic.polish = row.text("polish");
  optic.polish_notes = row.text("polish_notes");
  optic.polish_alternatives = row.list("polish_alternatives");
  optic.port_application = row.text("port_application");
}

Optic read_optic(RowReader& row) {
  Optic optic;
  row.fact(optic);
  optic.pmd = row.required("pmd");
  optic.aliases = row.list("aliases");
  optic.rate_gbps = row.text("rate_gbps");
  optic.standard = row.text("standard");
  optic.mode = row.one_of("mode", {"MM", "SM"});
  read_light(row, optic);
  read_face(row, optic);
  read_breakouts(row, "breakouts", false, optic.breakouts);
  read_breakouts(row, "breakouts_part_dependent", true, optic.breakouts);
  optic.breakout_notes = row.text("breakout_notes");
  optic.reflectance_notes = row.text("reflectance_notes");
  optic.reflections_counted = row.yes_no("reflections_counted").value_or(false);
  optic.return_loss = row.decibel("return_loss_min_dB");
  if (!row.text("reflectance_confidence").empty()) optic.reflectance_confidence = row.confidence("reflectance_confidence");
  optic.notes = row.text("notes");
  return optic;
}

std::optional<LaneFunction> parse_function(std::string_view word) {
  if (word == "tx") return LaneFunction::kTransmit;
  if (word == "rx") return LaneFunction::kReceive;
  if (word == "both") return LaneFunction::kBoth;
  return std::nullopt;
}

LanePosition read_lane_position(RowReader& row) {
  LanePosition at;
  row.fact(at);
  at.receptacle = row.required_number("receptacle", 1, kMostReceptacles);
  at.lane = row.required_number("lane", 1, kMostLanes);
  at.position = row.position("position", kMostPositions);
  at.side = row.text("side");
  at.groups = row.confidence("group_confidence");
  at.order = row.confidence("order_confidence");
  at.function = parse_function(row.one_of("function", {"tx", "rx", "both"})).value_or(LaneFunction::kTransmit);
  const bool sided = at.side == "TR" || at.side == "RT";
  if (sided != (at.function == LaneFunction::kBoth))
    row.bad("side", "a position for both directions is TR or RT, no other has a side");
  return at;
}

}  // namespace

void Loader::load_optics() {
  Distinct names;
  each_row("optics",
           {"pmd", "mode", "lanes", "receptacles", "wavelengths_per_fibre", "bidirectional", "wavelengths_nm", "fibres_used",
            "mdi_connector", "lane_map", "polish", "lanes_reorder", "breakouts"},
           [&](RowReader& row) {
             Optic optic = read_optic(row);
             names.add(row, "pmd", optic.pmd);
             if (!row.good()) return;
             const auto index = static_cast<std::uint32_t>(facts_.content_->optics.size());
             facts_.content_->optic_index.add_name(optic.pmd, index);
             for (const std::string& alias : optic.aliases) facts_.content_->optic_index.add_alias(alias, index);
             facts_.content_->optics.push_back(std::move(optic));
           });
}

void Loader::load_reaches() {
  Distinct keys;
  each_row("optic_reach", {"pmd", "fibre_class", "reach_max_m", "channel_loss_max_dB"}, [&](RowReader& row) {
    Reach reach;
    row.fact(reach);
    const std::string pmd = row.required("pmd");
    reach.fibre_class = row.required("fibre_class");
    reach.longest = row.metres("reach_max_m");
    reach.shortest = row.metres("reach_min_m");
    reach.channel_loss = row.decibel("channel_loss_max_dB");
    reach.connection_loss = row.decibel("connection_loss_max_dB");
    reach.most_connections = row.number("connections_max", 1, 1000);
    reach.loss_per_connection = row.decibel("connection_each_max_dB");
    keys.add(row, "pmd", fmt::format("the reach of {} over {}", pmd, reach.fibre_class));
    if (!row.good()) return;
    for (Optic& optic : facts_.content_->optics)
      if (optic.pmd == pmd) return optic.reaches.push_back(std::move(reach));
    row.complain("D105", "dangling-reference", "pmd", fmt::format("optics.csv has no {}", printable(pmd)));
  });
}

void Loader::load_lane_maps() {
  Distinct keys;
  std::vector<std::string> broken;
  each_row("lane_positions",
           {"lane_map", "receptacle", "lane", "function", "position", "side", "group_confidence", "order_confidence"},
           [&](RowReader& row) {
             const std::string name = row.required("lane_map");
             LanePosition at = read_lane_position(row);
             keys.add(row, "position", fmt::format("position {} of receptacle {} of {}", at.position + 1, at.receptacle, name));
             if (row.good())
               facts_.content_->lane_maps[name].push_back(std::move(at));
             else
               broken.push_back(name);
           });
  for (const std::string& name : broken) facts_.content_->lane_maps.erase(name);
}

}  // namespace ferrule::facts
