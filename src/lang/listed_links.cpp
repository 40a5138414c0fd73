#include "lang/listed_links.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/natural_order.h"
#include "lang/port_optic.h"
#include "lang/values.h"
#include "synth/codes.h"
#include "synth/port_choice.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kMostPorts = 10'000;     // of one device
constexpr std::size_t kMostOwnTiers = 100;     // that names give; more say that names are no kinds of device
constexpr std::size_t kMostListedRules = 500;  // pairs of tiers and optics: parts are looked for in each
constexpr std::size_t kNamedInFinding = 5;
constexpr std::string_view kCopperPort = "copper", kNameless = "device";

bool digit_char(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// "leaf2-07" of a tier called leaf: its name, numbers of groups and its own.
bool is_called_as(std::string_view name, std::string_view tier) {
  if (!name.starts_with(tier) || name.size() == tier.size()) return false;
  const std::string_view rest = name.substr(tier.size());
  return digit_char(rest.front()) && digit_char(rest.back()) &&
         std::all_of(rest.begin(), rest.end(), [](char c) { return digit_char(c) || c == '-'; });
}

// "gb-yok-04-compute01" -> "gb-yok-compute": what is left without numbers.
std::string letters_of(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && !digit_char(name[end])) ++end;
    std::string_view piece = name.substr(at, end - at);
    const auto sign = [](char c) { return c == '-' || c == '_' || c == '.' || c == ' '; };
    while (!piece.empty() && sign(piece.front())) piece.remove_prefix(1);
    while (!piece.empty() && sign(piece.back())) piece.remove_suffix(1);
    if (!piece.empty()) out += (out.empty() ? "" : "-") + std::string(piece);
    while (end < name.size() && digit_char(name[end])) ++end;
    at = end;
  }
  return out.empty() ? std::string(kNameless) : out;
}

bool any_matches(const std::vector<NamePattern>& patterns, std::string_view name) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const NamePattern& pattern) { return pattern.matches(name); });
}

// "22", "U22", "RU22".
std::optional<int> unit_of(std::string_view text) {
  for (const std::string_view mark : {"RU", "ru", "U", "u"})
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
      break;
    }
  const std::optional<int> unit = parse_whole(trim(text));
  return unit && *unit >= 1 && *unit <= 200 ? unit : std::nullopt;
}

// Links of a receptacle of `head`, where it is broken out to ports like `tail`.
int legs_between(const synth::PortRun* head, const synth::PortRun* tail) {
  if (head == nullptr || tail == nullptr) return 1;
  const synth::Breakout* const breakout = synth::breakout_between(*head, *tail);
  return breakout == nullptr ? 1 : breakout->legs;
}

}  // namespace

void ListedLinks::add(const LinkFile& file) {
  for (const LinkRow& row : file.rows) {
    if (++rows_ > kMostLinkRows) {
      if (rows_ == kMostLinkRows + 1)
        synth::say(reader_.findings, synth::kFabricTooLarge, row.place,
                   fmt::format("more than {} links in files", with_thousands(kMostLinkRows)));
      wrong_ = true;
      return;
    }
    SeenDevice *const at_a = device_of(row.a), *const at_b = device_of(row.b);
    const synth::PortRun *const kind_a = kind_of_port(at_a, row.a), *const kind_b = kind_of_port(at_b, row.b);
    std::optional<SeenEnd> a = end_of(at_a, row.a, kind_a, kind_b), b = end_of(at_b, row.b, kind_b, kind_a);
    if (!a || !b) continue;
    SeenLink link{std::move(*a), std::move(*b)};
    if (before(link.b, link.a)) std::swap(link.a, link.b);
    if (seen_
            .insert(
                fmt::format("{}/{}:{} {}/{}:{}", link.a.device, link.a.port, link.a.leg, link.b.device, link.b.port, link.b.leg))
            .second) {
      links_.push_back(std::move(link));
    } else if (!file.from_both_ends) {
      if (twice_++ == 0) twice_at_ = row.place;
    }
  }
}

// By tier, then as people count.
bool ListedLinks::before(const SeenEnd& x, const SeenEnd& y) const {
  if (x.tier != y.tier) return x.tier < y.tier;
  if (x.device != y.device) return natural_before(x.device, y.device);
  if (x.port != y.port) return natural_before(x.port, y.port);
  return x.leg < y.leg;
}

std::optional<ListedLinks::SeenEnd> ListedLinks::end_of(SeenDevice* seen, const LinkRowEnd& end, const synth::PortRun* kind,
                                                        const synth::PortRun* other) {
  if (seen == nullptr || !seen->known) return std::nullopt;
  place_device(*seen, end);
  const int legs = legs_between(kind, other);
  if (legs == 1) return port_of(*seen, end, end.port.text);
  const int receptacles = kind->receptacles;
  const std::optional<PortLeg> leg = leg_of_port(end.port.text);
  if (!leg || leg->leg > legs * receptacles) {  // which one is nowhere said
    count(unclear_[seen->device.tier], end);
    return std::nullopt;
  }
  const std::string receptacle = receptacles == 1 ? leg->stem : fmt::format("{}/{}", leg->stem, (leg->leg - 1) / legs + 1);
  std::optional<SeenEnd> found = port_of(*seen, end, receptacle);
  if (found) found->leg = (leg->leg - 1) % legs + 1;
  return found;
}

std::optional<ListedLinks::SeenEnd> ListedLinks::port_of(SeenDevice& seen, const LinkRowEnd& end, std::string_view port) {
  if (seen.node != Nodes::kAbsent) return port_of_equipment(seen, end, port);
  return seen.counted ? port_of_counted(seen, end, port) : port_of_listed(seen, end, port);
}

const synth::PortRun* ListedLinks::kind_of_type(std::uint32_t type) {
  if (type == Parts::kAbsent || type == Parts::kBroken) return nullptr;
  const auto [at, fresh] = kinds_.try_emplace(type);
  if (fresh) set_optic(reader_.facts, stock_.builder.type(type), at->second);
  return &at->second;
}

// What its optic can do; null where that is not known, which is said when the port is looked up.
const synth::PortRun* ListedLinks::kind_of_port(const SeenDevice* seen, const LinkRowEnd& end) {
  if (seen == nullptr || !seen->known) return nullptr;
  const std::optional<PortLeg> leg = leg_of_port(end.port.text);
  const std::string plain = plain_port_name(end.port.text);
  if (seen->node != Nodes::kAbsent) {
    PortRef port;
    if (stock_.nodes.find_port(seen->node, plain, port) != Nodes::Found::kYes &&
        (!leg || stock_.nodes.find_port(seen->node, leg->stem, port) != Nodes::Found::kYes))
      return nullptr;
    return kind_of_type(stock_.builder.plant().runs[port.run].type);
  }
  if (!seen->counted) {
    const std::optional<Optic> optic = optic_of(seen->device.tier, end);
    return optic && optic->good ? kind_of_type(optic->type) : nullptr;
  }
  for (const synth::PortRun& run : fabric_.tiers[seen->device.tier].ports)
    for (const plant::NameRun& names : run.names)
      if (names.index_of(plain) || (leg && names.index_of(leg->stem))) return &run;
  return nullptr;
}

ListedLinks::SeenDevice* ListedLinks::device_of(const LinkRowEnd& end) {
  const auto [at, fresh] = devices_.try_emplace(end.node.text);
  SeenDevice& seen = at->second;
  if (!fresh) {
    if (!seen.known) count(unknown_, end);
    return &seen;
  }
  seen.device.name = end.node.text;
  seen.device.place = end.node.place;
  if (const std::optional<std::string> fault = name_fault(end.node.text, false)) {
    wrong_ = true;
    reader_.say(kBadName, end.node.place, fmt::format("{} is not a name: {}", in_quotes(end.node.text), *fault));
    return &seen;
  }
  if (const std::optional<std::size_t> tier = tier_of(end, seen)) {
    seen.known = true;
    seen.device.tier = *tier;
  } else {
    count(unknown_, end);
  }
  return &seen;
}

// Where it stands, and which ports it has, the project says.
bool ListedLinks::is_equipment(const LinkRowEnd& end, SeenDevice& seen) const {
  const std::uint32_t id = stock_.nodes.find(end.node.text);
  if (id == Nodes::kAbsent || stock_.builder.plant().nodes[id].panel) return false;
  const plant::Node& node = stock_.builder.plant().nodes[id];
  seen.node = id;
  seen.device.equipment = true;
  seen.device.height = node.height;
  if (node.rack == plant::kNone) return true;
  seen.device.rack = stock_.builder.plant().racks[node.rack].name;
  seen.device.unit = node.unit;
  seen.device.rack_place = seen.device.unit_place = node.place;
  return true;
}

std::optional<std::size_t> ListedLinks::tier_of(const LinkRowEnd& end, SeenDevice& seen) {
  if (!own_) own_ = fabric_.tiers.empty();
  const bool stands = is_equipment(end, seen);
  if (*own_) return own_tier(end);
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const TierMatch& match = matches_[i];
    if (match.devices.empty() && match.types.empty()) continue;
    if ((match.devices.empty() || any_matches(match.devices, end.node.text)) &&
        (match.types.empty() || any_matches(match.types, end.type.text)))
      return i;
  }
  for (std::size_t i = 0; i < fabric_.tiers.size(); ++i)
    if (!fabric_.tiers[i].listed && is_called_as(end.node.text, fabric_.tiers[i].name)) {
      if (stands) break;
      seen.counted = true;
      return i;
    }
  return stands ? std::optional(own_tier(end)) : std::nullopt;
}

std::size_t ListedLinks::own_tier(const LinkRowEnd& end) {
  std::string name = end.type.text;
  if (name.empty() || name_fault(name, false)) name = letters_of(end.node.text);
  const auto [at, fresh] = own_tiers_.try_emplace(name, fabric_.tiers.size());
  if (!fresh) return at->second;
  while (fabric_.tier(name) != nullptr) name += "-standing";  // beside tiers that were written
  if (own_tiers_.size() == kMostOwnTiers + 1) {
    wrong_ = true;
    synth::say(reader_.findings, synth::kFabricTooLarge, end.node.place,
               fmt::format("names and types of devices make more than {} tiers", kMostOwnTiers))
        .help("say which devices are alike: tiers: {leaf: {devices: \"*-lf-*\", ports: {...}}}");
  }
  synth::Tier tier;
  tier.name = name;
  tier.place = end.node.place;
  tier.listed = true;
  fabric_.tiers.push_back(std::move(tier));
  matches_.emplace_back();
  return at->second;
}

void ListedLinks::place_device(SeenDevice& seen, const LinkRowEnd& end) {
  synth::ListedDevice& device = seen.device;
  const auto differs = [&](const LinkCell& cell, const std::string& before, diag::Place place, std::string_view what) {
    wrong_ = true;
    synth::say(reader_.findings, synth::kSaidTwoWays, cell.place,
               fmt::format("{} stands {} {} here, and {} {} elsewhere", device.name, what, cell.text, what, before))
        .note(place, "it is said here")
        .help("a device stands in one place: correct one of the rows");
  };
  if (!end.rack.empty()) {
    if (device.rack.empty()) {
      if (const std::optional<std::string> fault = name_fault(end.rack.text, false)) {
        wrong_ = true;
        reader_.say(kBadName, end.rack.place, fmt::format("{} is not a name: {}", in_quotes(end.rack.text), *fault));
        return;
      }
      device.rack = end.rack.text;
      device.rack_place = end.rack.place;
    } else if (device.rack != end.rack.text) {
      return differs(end.rack, device.rack, device.rack_place, "in rack");
    }
  }
  if (end.unit.empty()) return;
  const std::optional<int> unit = unit_of(end.unit.text);
  if (!unit) {
    wrong_ = true;
    reader_.say(kWrongValue, end.unit.place, fmt::format("{} is no rack unit", in_quotes(end.unit.text)))
        .help("a number from 1: the lowest unit of the device");
  } else if (device.unit == 0) {
    device.unit = *unit;
    device.unit_place = end.unit.place;
  } else if (device.unit != *unit) {
    differs(end.unit, std::to_string(device.unit), device.unit_place, "at unit");
  }
}

// Ports of a tier with a count are those of its rules: which it is, and whether it is there, is seen when they are joined.
std::optional<ListedLinks::SeenEnd> ListedLinks::port_of_counted(const SeenDevice& seen, const LinkRowEnd& end,
                                                                 std::string_view port) const {
  SeenEnd out{seen.device.name, std::string(port), {}, seen.device.tier, end.port.place};
  const auto find = [&](const std::string& stem, int leg) {
    for (const synth::PortRun& run : fabric_.tiers[seen.device.tier].ports)
      for (const plant::NameRun& names : run.names)
        if (names.index_of(stem) && (leg > 0) == (run.receptacles > 1)) {
          out.optic = run.optic;
          out.port = leg > 0 ? fmt::format("{}/{}", stem, leg) : stem;
          return true;
        }
    return false;
  };
  if (find(plain_port_name(port), 0)) return out;
  if (const std::optional<PortLeg> leg = leg_of_port(port)) find(leg->stem, leg->leg);
  return out;
}

// Ports of equipment are the project's: a part, and its receptacles.
std::optional<ListedLinks::SeenEnd> ListedLinks::port_of_equipment(SeenDevice& seen, const LinkRowEnd& end,
                                                                   std::string_view named) {
  const auto find = [&](const std::string& stem, int leg) -> std::optional<SeenEnd> {
    PortRef port;
    if (stock_.nodes.find_port(seen.node, stem, port) != Nodes::Found::kYes) return std::nullopt;
    const std::uint32_t type = stock_.builder.plant().runs[port.run].type;
    const Optic optic{stock_.builder.type(type).name, std::max(1, parts_.receptacles(type)), true, type};
    if (leg > optic.receptacles || (leg == 0) != (optic.receptacles == 1)) return std::nullopt;
    return keep_port(seen, end, optic, stem, leg);
  };
  if (std::optional<SeenEnd> found = find(plain_port_name(named), 0)) return found;
  if (const std::optional<PortLeg> leg = leg_of_port(named))
    if (std::optional<SeenEnd> found = find(leg->stem, leg->leg)) return found;
  wrong_ = true;
  auto finding = synth::say(reader_.findings, synth::kLinkEndUnknown, end.port.place,
                            fmt::format("{} has no port {}", seen.device.name, in_quotes(end.port.text)));
  suggest(finding, end.port.text, stock_.nodes.some_ports(seen.node));
  finding.help("it is equipment of the project, which says its ports; a receptacle of several is port/1, port/2");
  return std::nullopt;
}

std::optional<ListedLinks::SeenEnd> ListedLinks::port_of_listed(SeenDevice& seen, const LinkRowEnd& end, std::string_view port) {
  const std::size_t tier = seen.device.tier;
  const std::optional<Optic> optic = optic_of(tier, end);
  if (!optic) {
    count(without_optic_[tier], end);
    return std::nullopt;
  }
  if (!optic->good) return std::nullopt;
  std::optional<PortLeg> leg = leg_of_port(port);
  if (optic->receptacles == 1) {
    const bool of_several = leg && leg->surely && !optic->name.empty();
    if (!of_several) return keep_port(seen, end, *optic, plain_port_name(port), 0);
    count(unclear_[tier], end);
    return std::nullopt;
  }
  if (!leg && matches_[tier].through_receptacles) leg = leg_by_number(port, optic->receptacles);
  if (leg && leg->leg <= optic->receptacles) return keep_port(seen, end, *optic, leg->stem, leg->leg);
  count(unclear_[tier], end);
  return std::nullopt;
}

std::optional<ListedLinks::SeenEnd> ListedLinks::keep_port(SeenDevice& seen, const LinkRowEnd& end, const Optic& optic,
                                                           const std::string& stem, int leg) {
  if (const std::optional<std::string> fault = name_fault(stem, false)) {
    wrong_ = true;
    reader_.say(kBadName, end.port.place, fmt::format("{} is not a name: {}", in_quotes(stem), *fault));
    return std::nullopt;
  }
  const auto said = [](const Optic& which) { return which.name.empty() ? std::string(kCopperPort) : which.name; };
  const auto [at, fresh] = seen.ports.try_emplace(stem, SeenPort{optic, end.port.place});
  if (!fresh && at->second.optic.name != optic.name) {
    wrong_ = true;
    synth::say(reader_.findings, synth::kSaidTwoWays, end.port.place,
               fmt::format("{}/{} has {} here, and {} elsewhere", seen.device.name, stem, said(optic), said(at->second.optic)))
        .note(at->second.place, "it is said here")
        .help("a port has one optic: correct one of the rows");
    return std::nullopt;
  }
  if (fresh && seen.ports.size() > kMostPorts) {
    wrong_ = true;
    if (seen.ports.size() == kMostPorts + 1)
      synth::say(reader_.findings, synth::kFabricTooLarge, end.port.place,
                 fmt::format("{} has more than {} ports", seen.device.name, with_thousands(kMostPorts)));
    return std::nullopt;
  }
  return SeenEnd{seen.device.name, leg > 0 ? fmt::format("{}/{}", stem, leg) : stem, optic.name, seen.device.tier,
                 end.port.place};
}

std::optional<ListedLinks::Optic> ListedLinks::optic_of(std::size_t tier, const LinkRowEnd& end) {
  if (!end.optic.empty()) return optic_named(end.optic);
  const std::optional<PortLeg> leg = leg_of_port(end.port.text);
  for (const PortMatch& port : matches_[tier].ports)
    if (port.names.matches(end.port.text) || port.names.matches(plain_port_name(end.port.text)) ||
        (leg && port.names.matches(leg->stem)))
      return Optic{port.optic, port.receptacles, true, port.type};
  return std::nullopt;
}

ListedLinks::Optic ListedLinks::optic_named(const LinkCell& cell) {
  const auto [at, fresh] = optics_.try_emplace(cell.text);
  if (!fresh) return at->second;
  Optic& optic = at->second;
  if (same_ignoring_case(cell.text, kCopperPort)) return optic;
  optic.name = cell.text;
  const std::uint32_t type = parts_.for_port(cell.text, cell.place);
  optic.type = type;
  optic.good = type != Parts::kBroken && type != Parts::kAbsent;
  if (optic.good)
    optic.receptacles = std::max(1, parts_.receptacles(type));
  else
    wrong_ = true;
  return optic;
}

void ListedLinks::count(Many& many, const LinkRowEnd& end) {
  wrong_ = true;
  if (many.count++ == 0) {
    many.place = (&many == &unknown_) ? end.node.place : end.port.place;
    many.first = end.node.text + "/" + end.port.text;
  }
  if (many.devices.size() <= kNamedInFinding &&
      std::find(many.devices.begin(), many.devices.end(), end.node.text) == many.devices.end())
    many.devices.push_back(end.node.text);
}

namespace {

std::string some_of(std::vector<std::string> devices) {
  std::sort(devices.begin(), devices.end(), natural_before);
  const bool more = devices.size() > kNamedInFinding;
  if (more) devices.resize(kNamedInFinding);
  for (std::string& name : devices) name = printable(shortened(name, 60));
  return joined(devices, ", ") + (more ? " and others" : "");
}

}  // namespace

void ListedLinks::say_many() {
  if (unknown_.count > 0)
    synth::say(reader_.findings, synth::kLinkEndUnknown, unknown_.place,
               fmt::format("{} is of no tier", printable(shortened(unknown_.devices.front(), 60))))
        .note(fmt::format("{} at such devices: {}", counted(unknown_.count, "link end"), some_of(unknown_.devices)))
        .help("a tier with `devices`, such as \"leaf*\", or with `type`, takes them; or leave all tiers out");
  for (const auto& [tier, many] : without_optic_)
    synth::say(reader_.findings, synth::kOpticNotStated, many.place,
               fmt::format("nothing says which optic is in {}", printable(shortened(many.first, 120))))
        .note(fmt::format("{} of tier {} {} none: {}", counted(many.count, "port"), printable(fabric_.tiers[tier].name),
                          many.count == 1 ? "has" : "have", some_of(many.devices)))
        .help(fmt::format("tiers: {}: {{devices: \"...*\", ports: {{\"*\": 400GBASE-DR4}}}}, or a column `optic` in the file",
                          printable(fabric_.tiers[tier].name)));
  for (const auto& [tier, many] : unclear_)
    synth::say(reader_.findings, synth::kReceptacleUnclear, many.place,
               fmt::format("which receptacle {} is cannot be told", printable(shortened(many.first, 120))))
        .note(
            "1/2 and swp1s1 are the second of one port; its optic has to have as many receptacles, or to break out to the optic "
            "at the other end")
        .note(fmt::format("{} of tier {}: {}", counted(many.count, "port"), printable(fabric_.tiers[tier].name),
                          some_of(many.devices)))
        .help(
            "another optic for these ports; or `numbered: receptacles` where ports are counted through the receptacles of all "
            "optics");
}

bool ListedLinks::finish() {
  say_many();
  if (wrong_) return false;
  if (twice_ > 0)
    synth::say(reader_.findings, {synth::kPortLinkedTwice.code, synth::kPortLinkedTwice.name, diag::Severity::kWarning},
               twice_at_,
               fmt::format("{} the same link as another row, and {} once",
                           twice_ == 1 ? "this row is" : fmt::format("{} rows are", twice_), twice_ == 1 ? "counts" : "count"));
  add_devices();
  add_links();
  return !wrong_;
}

void ListedLinks::add_devices() {
  for (auto& [name, seen] : devices_) {
    if (!seen.known || seen.counted) continue;
    std::vector<std::string> names;
    for (const auto& [port, of] : seen.ports) names.push_back(port);
    std::sort(names.begin(), names.end(), natural_before);
    for (std::size_t begin = 0; begin < names.size();) {  // stretches of one optic
      const SeenPort& first = seen.ports.at(names[begin]);
      std::size_t end = begin;
      std::vector<std::string> alike;
      while (end < names.size() && seen.ports.at(names[end]).optic.name == first.optic.name) alike.push_back(names[end++]);
      for (std::vector<plant::NameRun>& runs : runs_of_names(alike)) {
        synth::PortRun run;
        run.names = std::move(runs);
        run.optic = first.optic.name;
        if (const synth::PortRun* kind = kind_of_type(first.optic.type)) {
          run.receptacles = kind->receptacles;
          run.speaks = kind->speaks;
          run.breakouts = kind->breakouts;
        }
        run.place = first.place;
        seen.device.ports.push_back(std::move(run));
      }
      begin = end;
    }
    fabric_.devices.push_back(std::move(seen.device));
  }
  std::sort(fabric_.devices.begin(), fabric_.devices.end(), [](const synth::ListedDevice& x, const synth::ListedDevice& y) {
    return x.tier != y.tier ? x.tier < y.tier : natural_before(x.name, y.name);
  });
}

void ListedLinks::add_links() {
  std::sort(links_.begin(), links_.end(),
            [this](const SeenLink& x, const SeenLink& y) { return before(x.a, y.a) || (!before(y.a, x.a) && before(x.b, y.b)); });
  for (SeenLink& link : links_) {
    bool turned = false;
    if (rules_.size() > kMostListedRules) {
      wrong_ = true;
      synth::say(reader_.findings, synth::kFabricTooLarge, link.a.place,
                 fmt::format("the links join more than {} pairs of tiers and optics", kMostListedRules))
          .help("fewer tiers: devices of one kind in each");
      return;
    }
    const std::size_t rule = rule_of(link, turned);
    synth::ListedEnd a{std::move(link.a.device), std::move(link.a.port), link.a.place, link.a.leg},
        b{std::move(link.b.device), std::move(link.b.port), link.b.place, link.b.leg};
    if (turned) std::swap(a, b);
    fabric_.listed.push_back({rule, std::move(a), std::move(b)});
  }
}

// The rule of a link: one that was written between its tiers, or one for its tiers and optics. `turned`: it begins at the other end.
std::size_t ListedLinks::rule_of(const SeenLink& link, bool& turned) {
  for (std::size_t i = 0; i < fabric_.rules.size() && !fabric_.rules[i].listed; ++i) {
    const synth::LinkRule& rule = fabric_.rules[i];
    turned = rule.from == link.b.tier && rule.to == link.a.tier;
    if (turned || (rule.from == link.a.tier && rule.to == link.b.tier)) return i;
  }
  turned = link.a.tier == link.b.tier && link.b.optic < link.a.optic;
  const SeenEnd &from = turned ? link.b : link.a, &to = turned ? link.a : link.b;
  const auto [at, fresh] =
      rules_.try_emplace(fmt::format("{} {} {} {}", from.tier, to.tier, from.optic, to.optic), fabric_.rules.size());
  if (!fresh) return at->second;
  synth::LinkRule rule;
  rule.like = fabric_.tiers[from.tier].name + "-" + fabric_.tiers[to.tier].name;
  rule.name = rule.like;
  const auto taken = [&](const synth::LinkRule& other) { return other.name == rule.name; };
  for (int n = 2; std::any_of(fabric_.rules.begin(), fabric_.rules.end(), taken); ++n)
    rule.name = fmt::format("{}-{}", rule.like, n);
  rule.place = rule.amount_place = from.place;
  rule.from = from.tier;
  rule.to = to.tier;
  rule.listed = true;
  fabric_.rules.push_back(std::move(rule));
  return at->second;
}

}  // namespace ferrule::lang
