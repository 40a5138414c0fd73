// A plan that is revised, put into the one that takes its place: its panels hang and its cables lie before anything new does.
//
// Shape:  first of the plan, in their order. Panels whose units are taken hang as high as there is room. Lengths and ways are measured in
//         the hall as it is; of the plan before those stay that were longer for a reason that still holds: a full tray, few part numbers.
// Errors: those of panels and lengths.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "synth/cabling.h"
#include "synth/lengths.h"
#include "synth/panels.h"

namespace ferrule::synth {

class KeptLaying {
 public:
  KeptLaying(const CablingRequest& request, Plan& plan, Panels& panels, Lengths& lengths)
      : request_(request), plan_(plan), panels_(panels), lengths_(lengths) {}

  void lay();

  // Null: it is none of the plan that is revised.
  PlanCable* cable(std::string_view id);
  // Of the panel of this front, "A1-P1/3"; else `hung`.
  Stand stand_of(std::string_view front, const Stand& hung) const;

 private:
  void hang();
  std::multimap<std::string, std::pair<std::size_t, KeptTail>> plugged_tails() const;
  void lay_cable(const KeptCable& kept);
  std::uint32_t part_named(const std::string& name);
  std::optional<Stand> stand_of(const KeptEnd& end) const;
  bool as_it_stood(const KeptEnd& end) const;
  void keep_way(const KeptCable& kept, PlanCable& cable) const;
  std::optional<Stand> farthest_tail(const KeptCable& kept, const std::optional<Stand>& head) const;

  const CablingRequest& request_;
  Plan& plan_;
  Panels& panels_;
  Lengths& lengths_;
  std::map<std::string, std::uint32_t, std::less<>> cables_, panel_at_;  // of the plan, by name
};

// Panels that are kept come with the first of their trunks.
void set_panel_phases(Plan& plan);

// Parts that nothing of the plan is made of are not written.
void drop_unused_parts(Plan& plan);

}  // namespace ferrule::synth
