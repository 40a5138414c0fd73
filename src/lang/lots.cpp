#include "lang/lots.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/keys.h"
#include "lang/project.h"
#include "lang/table.h"

namespace ferrule::lang {
namespace {

constexpr std::int64_t kMost = 100'000'000;  // 100 dB: a broken fibre, or another unit

// "0.12" or "0.12 dB"; what is none is said at the place.
std::optional<Loss> loss_of(Reader& reader, std::string_view text, diag::Place place) {
  std::string_view number = trim(text);
  if (number.ends_with("dB")) number = trim(number.substr(0, number.size() - 2));
  const std::optional<std::int64_t> micro = parse_decimal(number, 6);
  if (micro && *micro >= 0 && *micro <= kMost) return Loss{*micro};
  auto finding = reader.say(kWrongValue, place,
                            fmt::format("loss is {}, not dB from 0 to 100; the row is left out", in_quotes(shortened(text, 60))));
  if (micro && *micro < 0)
    finding.help("a joint that gains light was measured against a bad reference: measure again, or leave the row out");
  else
    finding.help("write the loss of one mated connection in dB: 0.12");
  return std::nullopt;
}

}  // namespace

std::string Lots::name_of(std::string_view connector) const {
  const facts::Connector* const known = reader_.facts.connector(connector);
  return known == nullptr ? std::string(connector) : known->name;
}

Lots::Of Lots::look_up(std::string_view part, diag::Place part_place, std::string_view connector, diag::Place connector_place) {
  const bool offered =
      std::any_of(reader_.offers.begin(), reader_.offers.end(), [&](const Offer& offer) { return offer.part == part; });
  if (offered) return {};  // the lot is of the part that the offer replaces
  const std::uint32_t type = parts_.for_lot(part, part_place);
  if (type == Parts::kBroken) return {};
  std::vector<std::string> own;
  for (const plant::TypeFace& face : builder_.type(type).faces)
    if (const facts::Connector* const known = reader_.facts.connector(face.face.connector);
        known != nullptr && std::find(own.begin(), own.end(), known->name) == own.end())  // bare fibre is none
      own.push_back(known->name);
  if (connector.empty()) {
    if (own.size() == 1) return {type, own.front()};
    reader_
        .say(kMissingKey, part_place,
             own.empty() ? fmt::format("{} has no connector that is known", in_quotes(part))
                         : fmt::format("{} has {}: which was measured?", in_quotes(part), joined(own, " and ")))
        .help("add a column `connector`: " + (own.empty() ? std::string("MPO-12") : own.front()));
    return {};
  }
  const std::string name = name_of(connector);
  if (std::find(own.begin(), own.end(), name) != own.end()) return {type, name};
  reader_.say(kWrongValue, connector_place,
              fmt::format("{} has no connector {}, it has {}", in_quotes(part), in_quotes(connector),
                          own.empty() ? std::string("none that is known") : joined(own, " and ")));
  return {};
}

const Lots::Of& Lots::find(std::string_view part, diag::Place part_place, std::string_view connector,
                           diag::Place connector_place) {
  const auto [found, fresh] = known_.try_emplace({std::string(part), std::string(connector)});
  if (fresh) found->second = look_up(part, part_place, connector, connector_place);
  return found->second;
}

void Lots::add_table(std::uint32_t source) {
  Table table(reader_, source, keys::kLotTable);
  while (table.next()) {
    const std::optional<Loss> loss = loss_of(reader_, table.text("loss"), table.place("loss"));
    const Of& of = find(table.text("part"), table.place("part"), table.text("connector"), table.place("connector"));
    if (!loss || of.type == Parts::kBroken) continue;
    if (!reader_.afford(2, table.place("part"))) return;
    values_[{of.type, of.connector}].push_back({*loss, table.place("loss")});
  }
}

void Lots::finish() {
  for (const auto& [of, values] : values_) {
    std::vector<Loss> losses;
    losses.reserve(values.size());
    for (const Value& value : values) losses.push_back(value.loss);
    const std::shared_ptr<plant::Lot> lot = plant::lot_of(std::move(losses));
    const auto lower = [](const Value& a, const Value& b) { return a.loss < b.loss; };
    lot->first = values.front().place;
    lot->highest = std::max_element(values.begin(), values.end(), lower)->place;  // the first of equal ones
    for (plant::TypeFace& face : builder_.plant().types[of.first].faces)
      if (name_of(face.face.connector) == of.second) face.lot = lot;
  }
}

}  // namespace ferrule::lang
