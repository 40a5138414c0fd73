#include "lang/parts.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/near_optics.h"
#include "lang/project.h"

namespace ferrule::lang {
namespace {

// Of the finished plant, in units of the budget.
std::uint64_t cost(const plant::PartType& type) {
  return 20 + type.faces.size() * 10 + type.far.size() / 4 + type.lanes.size() / 2;
}

}  // namespace

std::uint32_t Parts::keep(Part part) {
  if (!reader_.afford(cost(part.type), part.type.place)) return kBroken;
  const std::uint32_t type = builder_.add_type(std::move(part.type));
  measures_.push_back(part.measures);
  ends_.push_back(std::move(static_cast<PartEnds&>(part)));
  return type;
}

// The description, or the line of an offer that takes its place.
Parts::Described Parts::offered(const std::string& name, Described described) {
  const auto offer = std::find_if(reader_.offers.begin(), reader_.offers.end(), [&](const Offer& o) { return o.part == name; });
  if (offer == reader_.offers.end()) return described;
  offer->taken = true;
  if (const auto part = offered_parts_.find(offer->line); part != offered_parts_.end()) return part->second;
  const std::uint32_t source = reader_.sources.add("offer", offer->line);
  offer_ = {};
  offer_.kind = syntax::Node::Kind::kScalar;
  offer_.place = {source, 0, static_cast<std::uint32_t>(offer->line.size())};
  offer_.text = offer->line;
  return {&offer_, described.file};
}

void Parts::add(const std::string& name, diag::Place name_place, const syntax::Node& description, const std::string& file) {
  const std::uint32_t there = by_name_.find(name, [&](std::uint32_t id) -> std::string_view { return named_[id].name; });
  if (there != NameTable::kAbsent) {
    reader_.say(kDuplicateName, name_place, fmt::format("part {} is there already", in_quotes(name)))
        .note(named_[there].place, "first here");
    return;
  }
  const Described described = offered(name, {&description, &file});
  std::optional<Part> part = read_part(reader_, name, *described.node, *described.file);
  if (part) part->type.place = name_place;  // a bracket says nothing; the name does
  by_name_.insert(by_name_.hash(name), static_cast<std::uint32_t>(named_.size()));
  named_.push_back({name, part ? keep(std::move(*part)) : kBroken, name_place});
}

std::uint32_t Parts::find(std::string_view name) const {
  const std::uint32_t there = by_name_.find(name, [&](std::uint32_t id) -> std::string_view { return named_[id].name; });
  return there == NameTable::kAbsent ? kAbsent : named_[there].type;
}

std::uint32_t Parts::add_optic(const facts::Optic& optic) {
  const auto [entry, fresh] = optics_.try_emplace(&optic, kBroken);
  if (fresh) entry->second = keep(part_of_optic(reader_.facts, optic));
  return entry->second;
}

std::uint32_t Parts::unknown(std::string_view name, diag::Place place, bool optics_too) {
  auto builder =
      reader_.say(kUnknownPart, place, fmt::format("there is no {} {}", optics_too ? "optic or part" : "part", in_quotes(name)));
  if (!reader_.may_advise()) return kBroken;
  std::vector<std::string> known;
  for (const Named& one : named_) {
    if (known.size() >= 1000) break;
    known.push_back(one.name);
  }
  if (optics_too)
    for (const facts::Optic& optic : reader_.facts.optics()) known.push_back(optic.pmd);
  const std::vector<std::string> optics = optics_too ? near_optics(name, reader_.facts) : std::vector<std::string>();
  const std::optional<std::string> spelled = nearest(name, known);
  if (!optics.empty() && (!spelled || std::find(optics.begin(), optics.end(), *spelled) == optics.end()))
    builder.help("optics near to it: " + joined(optics, ", "));
  else if (spelled)
    suggest(builder, name, known);
  else if (optics_too)
    builder.help("an optic is called as in 10GBASE-SR; `ferrule explain SR` lists those of a kind");
  else
    builder.help(known.empty()
                     ? "describe it under `parts`"
                     : "parts: " +
                           joined(std::vector<std::string>(
                                      known.begin(), known.begin() + static_cast<long>(std::min<std::size_t>(known.size(), 8))),
                                  ", ") +
                           (known.size() > 8 ? ", ..." : ""));
  return kBroken;
}

std::uint32_t Parts::for_port(std::string_view name, diag::Place place) {
  const std::uint32_t type = find(name);
  if (type == kBroken) return kBroken;
  if (type != kAbsent) {
    if (ends_[type].kind == plant::Kind::kTransceiver) return type;
    reader_.say(kWrongValue, place,
                fmt::format("{} is {}: a port takes a transceiver", in_quotes(name), with_article(spell(ends_[type].kind))));
    return kBroken;
  }
  if (const facts::Optic* optic = reader_.facts.optic(name)) return add_optic(*optic);
  const std::vector<const facts::Optic*> several = reader_.facts.optics_named(name);
  if (several.empty()) return unknown(name, place, true);
  auto builder = reader_.say(kUnknownFact, place, fmt::format("{} may mean several optics", in_quotes(name)));
  for (const facts::Optic* one : several) builder.help("it may mean " + one->pmd);
  return kBroken;
}

std::uint32_t Parts::for_slot(std::string_view name, diag::Place place) {
  const std::uint32_t type = find(name);
  if (type == kBroken) return kBroken;
  if (type == kAbsent) return unknown(name, place, false);
  if (ends_[type].stands_in_a_slot()) return type;
  reader_.say(kWrongValue, place,
              fmt::format("{} is {}: a slot takes a cassette, an adapter panel, a module or a tap", in_quotes(name),
                          with_article(spell(ends_[type].kind))));
  return kBroken;
}

std::uint32_t Parts::for_lot(std::string_view name, diag::Place place) {
  const std::uint32_t type = find(name);
  if (type == kBroken) return kBroken;
  if (type == kAbsent) return unknown(name, place, false);
  const plant::Kind kind = ends_[type].kind;
  if (kind != plant::Kind::kTransceiver && kind != plant::Kind::kAdapterPanel) return type;
  reader_
      .say(kWrongValue, place,
           fmt::format("{} is {}: no loss is measured of it", in_quotes(name), with_article(spell(ends_[type].kind))))
      .help("a lot is of a cord, trunk, breakout, cassette or module: of the connectors at its ends");
  return kBroken;
}

std::uint32_t Parts::for_cable(std::string_view name, diag::Place place) {
  const std::uint32_t type = find(name);
  if (type == kBroken) return kBroken;
  if (type == kAbsent) return unknown(name, place, false);
  if (ends_[type].is_cable()) return type;
  reader_.say(kWrongValue, place,
              fmt::format("{} is {}, which is no cable", in_quotes(name), with_article(spell(ends_[type].kind))));
  return kBroken;
}

}  // namespace ferrule::lang
