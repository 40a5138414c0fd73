#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "api/explain/drawing.h"
#include "api/explain/tellers.h"
#include "base/text.h"

namespace ferrule::api::telling {
namespace {

using facts::Connector;
using facts::Fibre;
using facts::Jacket;

void add_users(const facts::Facts& facts, const Connector& connector, Explanation& to) {
  constexpr std::size_t kMostNamed = 12;
  std::vector<std::string> users;
  for (const facts::Optic& optic : facts.optics())
    if (optic.connector == connector.name) users.push_back(optic.pmd);
  if (users.empty()) return;
  const std::size_t count = users.size();
  if (count > kMostNamed) users.resize(kMostNamed);
  std::string text = joined(users, ", ");
  if (count > kMostNamed) text += fmt::format(" and {} more", count - kMostNamed);
  to.facts.push_back({"optics", text, "", std::nullopt});
}

std::string face_spelled(const Connector& connector) {
  if (!connector.modelled()) return "not known: the name is recognised, a part with it is not modelled";
  std::string text = connector.rows == 1 ? fmt::format("one row of {}", connector.columns)
                                         : fmt::format("{} rows of {}", connector.rows, connector.columns);
  const auto filled = static_cast<int>(connector.populated.size());
  if (filled != connector.rows * connector.columns) text += fmt::format(", {} of them with a fibre", filled);
  return text;
}

Explanation tell(const facts::Facts& facts, const Connector& connector) {
  Explanation e;
  e.title = connector.name;
  e.kind = "connector";
  if (!connector.aliases.empty()) e.text = "Also called " + joined(connector.aliases, ", ") + ".";
  if (connector.modelled() && connector.columns > 1 && connector.pins == true)
    e.drawing = fmt::format("plug end face, key up (key {})\n{}", connector.key, draw_face(connector));
  add(e, "face", face_spelled(connector), connector);
  add(e, "family", connector.family + ", mates within the family where the rows agree", connector);
  add(e, "key", connector.key, connector);
  if (connector.pins)
    add(e, "guide pins", *connector.pins ? "one side of a mating is pinned, the other is not" : "none", connector);
  add(e, "standard", connector.interface_standard, connector);
  add(e, "notes", connector.notes, connector);
  add_users(facts, connector, e);
  for (const Connector& other : facts.connectors())
    if (other.family == connector.family && other.name != connector.name) e.see_also.push_back(other.name);
  return e;
}

std::string attenuation_spelled(const std::unordered_map<int, Attenuation>& by_window) {
  std::string text;
  for (const auto& [window, attenuation] : std::map<int, Attenuation>(by_window.begin(), by_window.end()))
    text += fmt::format("{}{:.2f} dB/km at {} nm", text.empty() ? "" : ", ",
                        static_cast<double>(attenuation.microdecibel_per_km) / 1e6, window);
  return text;
}

void add_bandwidths(const facts::Table& table, std::size_t row, Explanation& to) {
  std::string text;
  for (const std::string& column : table.header) {
    const std::size_t at = column.find("_bw_") != std::string::npos ? column.find("_bw_") + 4
                           : column.starts_with("emb_")             ? 4
                                                                    : 0;
    if (at == 0 || table.cell(row, column).empty()) continue;
    const std::string window = column.substr(at, column.find("nm") - at);
    text += fmt::format("{}{} MHz km at {} nm{}", text.empty() ? "" : ", ", table.cell(row, column), window,
                        column.starts_with("emb_") ? " (effective)" : "");
  }
  add_value(to, "modal bandwidth", text, table, row);
}

void add_fibre_row(const facts::Facts& facts, const Fibre& fibre, Explanation& to) {
  const facts::Table* table = facts.table("fibres");
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    if (table->cell(row, "fibre_class") != fibre.name) continue;
    add_cell(to, "status", *table, row, "status");
    add_cell(to, "fibre type", *table, row, "iec_type");
    add_bandwidths(*table, row, to);
    add_cell(to, "jacket", *table, row, "jacket_colour");
    add_cell(to, "how sure", *table, row, "confidence_notes");
    add_cell(to, "notes", *table, row, "notes");
  }
}

// Which classes may stand in for this one, and for which it may.
void add_substitutes(const facts::Facts& facts, const Fibre& fibre, Explanation& to) {
  for (const Fibre& other : facts.fibres()) {
    const facts::FibreSubstitution* rule = facts.substitution(fibre.name, other.name);
    if (rule == nullptr || other.name == fibre.name) continue;
    add(to, other.name + " instead", rule->verdict + (rule->why.empty() ? "" : ": " + rule->why), *rule);
  }
}

Explanation tell(const facts::Facts& facts, const Fibre& fibre) {
  Explanation e;
  e.title = fibre.name;
  e.kind = "fibre class";
  if (!fibre.aliases.empty()) e.text = "Also called " + joined(fibre.aliases, ", ") + ".";
  const bool single = fibre.mode == "SM";
  add(e, "mode", single ? "single-mode" : "multimode", fibre);
  if (!fibre.core_um.empty()) add(e, "core", fibre.core_um + " um", fibre);
  add(e, "attenuation, TIA", attenuation_spelled(fibre.tia), fibre);
  add(e, "attenuation, ISO", attenuation_spelled(fibre.iso), fibre);
  add_fibre_row(facts, fibre, e);
  add_substitutes(facts, fibre, e);
  return e;
}

Explanation tell(const facts::Facts& facts, const Jacket& jacket) {
  Explanation e;
  e.title = jacket.type;
  e.kind = "jacket";
  e.text = meaning(facts, jacket.type);
  if (!jacket.aliases.empty()) e.text += (e.text.empty() ? "Also called " : " Also called ") + joined(jacket.aliases, ", ") + ".";
  add(e, "scheme", jacket.scheme, jacket);
  if (const facts::Table* table = facts.table("jackets"))
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
      if (table->cell(row, "type") != jacket.type || table->cell(row, "scheme") != jacket.scheme) continue;
      const std::string_view conductive = table->cell(row, "conductive");
      if (!conductive.empty()) add_value(e, "conductive", conductive == "y" ? "yes: metal needs bonding" : "no", *table, row);
      add_cell(e, "notes", *table, row, "notes");
    }
  if (jacket.scheme == "NEC" || jacket.scheme == "CPR")
    add(e, "may be replaced by", jacket.may_be_replaced_by.empty() ? "nothing else" : joined(jacket.may_be_replaced_by, ", "),
        jacket);
  std::vector<std::string> replaces;
  for (const Jacket& other : facts.jackets())
    if (other.scheme == jacket.scheme && std::find(other.may_be_replaced_by.begin(), other.may_be_replaced_by.end(),
                                                   jacket.type) != other.may_be_replaced_by.end())
      replaces.push_back(other.type);
  add(e, "may replace", joined(replaces, ", "), jacket);
  for (const facts::Space& space : facts.spaces())
    if (std::find(space.accepted.begin(), space.accepted.end(), jacket.type) != space.accepted.end())
      add(e, "accepted in", space.name, space);
  return e;
}

}  // namespace

void connectors(const Query& query, Out& out) {
  for (const Connector& connector : query.facts.connectors())
    if (query.is(connector.name) || query.is_any(connector.aliases)) out.push_back(tell(query.facts, connector));
}

void fibres(const Query& query, Out& out) {
  for (const Fibre& fibre : query.facts.fibres())
    if (query.is(fibre.name) || query.is_any(fibre.aliases)) out.push_back(tell(query.facts, fibre));
}

void jackets(const Query& query, Out& out) {
  for (const Jacket& jacket : query.facts.jackets())
    if (query.is(jacket.type) || query.is_any(jacket.aliases)) out.push_back(tell(query.facts, jacket));
}

void spaces(const Query& query, Out& out) {
  for (const facts::Space& space : query.facts.spaces()) {
    if (!query.is(space.name) && !query.is_any(space.aliases)) continue;
    Explanation e;
    e.title = space.name;
    e.kind = "space";
    e.text = "Where a cable lies decides which jacket it needs.";
    add(e, space.scheme + " types accepted", space.accepted.empty() ? "rule not found" : joined(space.accepted, ", "), space);
    e.see_also = space.accepted;
    out.push_back(std::move(e));
  }
}

}  // namespace ferrule::api::telling
