#include "synth/join_listed.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"

namespace ferrule::synth {
namespace {

class ListedJoiner {
 public:
  ListedJoiner(const Fabric& fabric, const FreePorts& taken, Net& net, diag::Findings& findings)
      : fabric_(fabric), taken_(taken), net_(net), findings_(findings) {}

  bool join() {
    if (fabric_.listed.empty()) return true;
    if (net_.links.size() + fabric_.listed.size() > kMostLinks) {
      say(findings_, kFabricTooLarge, fabric_.listed.front().a.place,
          fmt::format("more than {} links", with_thousands(kMostLinks)));
      return false;
    }
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d) devices_.emplace(net_.devices[d].name, d);
    by_listed_.resize(fabric_.devices.size());
    by_tier_.resize(fabric_.tiers.size());
    std::vector<NetLink> links;
    for (const ListedLink& link : fabric_.listed) {
      const std::optional<NetPort> a = find(link.a), b = find(link.b);
      if (!a || !b) continue;
      if (a->device == b->device && a->receptacle == b->receptacle) {
        wrong_ = true;
        say(findings_, kLinkToItself, link.b.place, fmt::format("{}/{} is linked to itself", link.b.device, link.b.port))
            .help("two ports, or take the row out");
        continue;
      }
      if (claim(*a, link.a) && claim(*b, link.b)) links.push_back({static_cast<std::uint32_t>(link.rule), *a, *b});
    }
    std::sort(links.begin(), links.end(), [](const NetLink& x, const NetLink& y) {
      return std::tie(x.rule, x.a.device, x.a.receptacle, x.a.leg) < std::tie(y.rule, y.a.device, y.a.receptacle, y.a.leg);
    });
    net_.links.insert(net_.links.end(), links.begin(), links.end());
    return !wrong_;
  }

 private:
  using Ports = std::unordered_map<std::string, std::uint32_t>;

  const Ports& ports(std::uint32_t d) {
    const Device& device = net_.devices[d];
    Ports& of = device.listed == kNotListed ? by_tier_[device.tier] : by_listed_[device.listed];
    if (of.empty()) {
      const std::vector<std::string> names = port_names(ports_of(fabric_, device));
      for (std::uint32_t i = 0; i < names.size(); ++i) of.emplace(names[i], i);
    }
    return of;
  }

  std::optional<NetPort> find(const ListedEnd& end) {
    const auto device = devices_.find(end.device);
    if (device == devices_.end()) {
      wrong_ = true;
      say(findings_, kLinkEndUnknown, end.place, fmt::format("there is no device '{}'", printable(end.device)))
          .help("devices of a tier with a `count` are called by its name, their groups and number");
      return std::nullopt;
    }
    const Ports& of = ports(device->second);
    if (const auto port = of.find(end.port); port != of.end())
      return NetPort{device->second, port->second, static_cast<std::uint32_t>(end.leg)};
    wrong_ = true;
    auto finding = say(findings_, kLinkEndUnknown, end.place,
                       fmt::format("{} has no port '{}'", printable(end.device), printable(end.port)));
    if (of.count(end.port + "/1") != 0)
      finding.help(fmt::format("its optic has several receptacles: {0}/1, {0}/2", end.port));
    else if (!of.empty())
      finding.help(fmt::format("its first port is {}", port_name(ports_of(fabric_, net_.devices[device->second]), 0)));
    return std::nullopt;
  }

  // Where it is linked already: the leg, or all of its receptacle. Nothing: it is this link's.
  std::optional<diag::Place> claimed_by(const NetPort& port, diag::Place place) {
    Claims& claims = claimed_[std::uint64_t{port.device} << 32 | port.receptacle];
    if (claims.whole) return claims.whole;
    if (port.leg == 0) {
      claims.whole = place;
      return claims.legs.empty() ? std::nullopt : std::optional(claims.legs.begin()->second);
    }
    const auto [at, fresh] = claims.legs.try_emplace(port.leg, place);
    return fresh ? std::nullopt : std::optional(at->second);
  }

  bool claim(const NetPort& port, const ListedEnd& end) {
    const bool by_rule = taken_.taken(port.device, port.receptacle);
    const std::optional<diag::Place> before = claimed_by(port, end.place);
    if (!before && !by_rule) return true;
    wrong_ = true;
    auto finding = say(findings_, kPortLinkedTwice, end.place,
                       fmt::format("{}/{}{} has a link already", end.device, end.port,
                                   end.leg == 0 ? std::string() : fmt::format(", leg {},", end.leg)));
    if (by_rule)
      finding.note("a rule of the fabric takes it").help("a later port, or fewer links by rules");
    else
      finding.note(*before, "it is linked here").help("a port has one link: correct one of the two rows");
    return false;
  }

  const Fabric& fabric_;
  const FreePorts& taken_;
  Net& net_;
  diag::Findings& findings_;
  std::unordered_map<std::string, std::uint32_t> devices_;
  std::vector<Ports> by_listed_, by_tier_;
  struct Claims {
    std::optional<diag::Place> whole;
    std::map<std::uint32_t, diag::Place> legs;
  };
  std::unordered_map<std::uint64_t, Claims> claimed_;  // by receptacle
  bool wrong_ = false;
};

}  // namespace

bool join_listed(const Fabric& fabric, const FreePorts& taken, Net& net, diag::Findings& findings) {
  return ListedJoiner(fabric, taken, net, findings).join();
}

}  // namespace ferrule::synth
