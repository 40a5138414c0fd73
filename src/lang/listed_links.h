// Links of files as links of a fabric: which tier a device is of, which optic is in a port, and where the file says that it stands.
//
// Shape:  a device is of the first tier whose `devices` and `type` fit; of a tier with a count when it is called as those are; when it is
//         equipment of the project, or the fabric has no tiers, of one that is called by its type, or by the letters of its name. Devices, ports and links come out in
//         the order of their names, so that the order of rows changes nothing. A link that stands twice counts once.
//         A port is broken out when the optics of a link say so (port_optic.h): then its name ends in the leg, swp1s0 or Ethernet1/1/2.
// Errors: F842 a device of no tier, F843 a port whose optic nobody states, F846 a device at two places, F847 a port of several receptacles
//         without saying which; L2xx at names and units that are none. What has one cause is one finding, with the first and how many.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lang/link_row.h"
#include "lang/linked_port.h"
#include "lang/name_pattern.h"
#include "lang/nodes.h"
#include "synth/fabric.h"

namespace ferrule::lang {

struct PortMatch {  // a key under `ports`
  NamePattern names;
  std::string optic;  // empty: copper
  int receptacles = 1;
  std::uint32_t type = Parts::kAbsent;  // of a transceiver
};

struct TierMatch {  // by tier; of a tier with a count empty
  std::vector<NamePattern> devices, types;
  std::vector<PortMatch> ports;
  bool through_receptacles = false;  // ports are numbered through the receptacles of all optics
};

struct Stock {  // equipment of the project
  const Nodes& nodes;
  const plant::Builder& builder;
};

class ListedLinks {
 public:
  ListedLinks(Reader& reader, Parts& parts, const Stock& stock, synth::Fabric& fabric, std::vector<TierMatch>& matches)
      : reader_(reader), parts_(parts), stock_(stock), fabric_(fabric), matches_(matches) {}

  void add(const LinkFile& file);

  // Puts tiers, devices, rules and links into the fabric; false when something was wrong.
  bool finish();

 private:
  struct Optic {
    std::string name;
    int receptacles = 1;
    bool good = true;
    std::uint32_t type = Parts::kAbsent;
  };
  struct SeenPort {
    Optic optic;
    diag::Place place;
  };
  struct SeenDevice {
    synth::ListedDevice device;
    bool counted = false;                 // of a tier with a count
    bool known = false;                   // it is of a tier
    std::uint32_t node = Nodes::kAbsent;  // of the project's equipment
    std::map<std::string, SeenPort> ports;
  };
  struct SeenEnd {
    std::string device, port, optic;
    std::size_t tier = 0;
    diag::Place place;
    int leg = 0;  // of a port that is broken out, from 1; 0: all of it
  };
  struct SeenLink {
    SeenEnd a, b;
  };
  struct Many {  // findings with one cause
    diag::Place place;
    std::string first;
    std::uint64_t count = 0;
    std::vector<std::string> devices;
  };

  // `kind`, `other`: what the optics there and at the other end can do: they decide whether the port is broken out.
  std::optional<SeenEnd> end_of(SeenDevice* seen, const LinkRowEnd& end, const synth::PortRun* kind, const synth::PortRun* other);
  std::optional<SeenEnd> port_of(SeenDevice& seen, const LinkRowEnd& end, std::string_view port);
  const synth::PortRun* kind_of_port(const SeenDevice* seen, const LinkRowEnd& end);
  const synth::PortRun* kind_of_type(std::uint32_t type);
  SeenDevice* device_of(const LinkRowEnd& end);
  std::optional<std::size_t> tier_of(const LinkRowEnd& end, SeenDevice& seen);
  bool is_equipment(const LinkRowEnd& end, SeenDevice& seen) const;
  std::size_t own_tier(const LinkRowEnd& end);
  void place_device(SeenDevice& seen, const LinkRowEnd& end);
  std::optional<SeenEnd> port_of_counted(const SeenDevice& seen, const LinkRowEnd& end, std::string_view port) const;
  std::optional<SeenEnd> port_of_equipment(SeenDevice& seen, const LinkRowEnd& end, std::string_view port);
  std::optional<SeenEnd> port_of_listed(SeenDevice& seen, const LinkRowEnd& end, std::string_view port);
  std::optional<Optic> optic_of(std::size_t tier, const LinkRowEnd& end);
  Optic optic_named(const LinkCell& cell);
  std::optional<SeenEnd> keep_port(SeenDevice& seen, const LinkRowEnd& end, const Optic& optic, const std::string& stem, int leg);
  void count(Many& many, const LinkRowEnd& end);
  void say_many();
  void add_devices();
  void add_links();
  std::size_t rule_of(const SeenLink& link, bool& turned);
  bool before(const SeenEnd& x, const SeenEnd& y) const;

  Reader& reader_;
  Parts& parts_;
  const Stock& stock_;
  synth::Fabric& fabric_;
  std::vector<TierMatch>& matches_;
  std::unordered_map<std::string, SeenDevice> devices_;
  std::unordered_map<std::string, Optic> optics_;
  std::unordered_map<std::uint32_t, synth::PortRun> kinds_;  // by transceiver: a run of such ports
  std::vector<SeenLink> links_;
  std::unordered_set<std::string> seen_;
  std::map<std::string, std::size_t> rules_;
  std::map<std::string, std::size_t> own_tiers_;
  std::optional<bool> own_;  // tiers are made of what the files say
  std::size_t rows_ = 0;
  std::uint64_t twice_ = 0;
  diag::Place twice_at_;
  Many unknown_;
  std::map<std::size_t, Many> without_optic_, unclear_;  // by tier
  bool wrong_ = false;
};

}  // namespace ferrule::lang
