#include "api/crowded_racks.h"

#include "synth/codes.h"
#include "synth/placing.h"

namespace ferrule::api {
namespace {

using Racks = std::set<std::string, std::less<>>;

void add_racks_of_tiers(const DesignReport& report, const diag::Place& place, Racks& racks) {
  for (const synth::Device& device : report.net.devices)
    if (const synth::Tier& tier = report.fabric->tiers[device.tier]; !tier.racks.empty() && tier.racks_place == place)
      for (std::string& rack : synth::racks_of_tier(*report.fabric, device)) racks.insert(std::move(rack));
}

}  // namespace

std::set<std::string, std::less<>> crowded_racks(const DesignReport& report) {
  Racks racks, all;
  for (const synth::HallRack& rack : report.hall.racks) all.insert(rack.name);
  for (const diag::Finding& finding : report.findings.all()) {
    if (finding.code != synth::kDoesNotFitRack.code) continue;
    const std::size_t before = racks.size();
    for (const synth::HallRack& rack : report.hall.racks)
      if (rack.place == finding.place) racks.insert(rack.name);
    add_racks_of_tiers(report, finding.place, racks);
    if (racks.size() == before) return all;
  }
  return racks;
}

}  // namespace ferrule::api
