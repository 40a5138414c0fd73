// How many panels hang in each rack when devices stand so, before any is hung.
//
//     links  -->  pairs of racks  -->  trunks  -->  panels of each rack
//
// Units:  a panel has one rack unit.
// Shape:  counted as cables are laid (synth/cabling.h), all phases at once, and sizes of trunks by pieces. It is an estimate: what stands
//         already and prices may make it another number.
// Errors: none.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "api/design_parts.h"
#include "lang/design.h"
#include "synth/expand.h"

namespace ferrule::api {

class PanelCount {
 public:
  PanelCount(const lang::Design& design, const synth::Net& net, const std::vector<RecipeReport>& recipes);

  bool any() const { return !bundles_.empty(); }  // something goes over panels
  std::size_t bundles() const { return bundles_.size(); }

  // `rack`: of each device; kNowhere: none. Rules whose trunks fit no panel have none.
  std::vector<int> panels(const std::vector<std::uint32_t>& rack, std::size_t racks) const;

  static constexpr std::uint32_t kNowhere = 0xFFFF'FFFF;

 private:
  struct Bundle {  // legs between two devices
    std::uint32_t rule = 0, a = 0, b = 0;
    int links = 0;
  };
  struct Joined {  // the same between two racks
    std::uint32_t rule = 0, a = 0, b = 0;
    int links = 0;
  };
  struct Kinds {  // of panels at both ends of a rule's trunks
    std::size_t near = 0, far = 0;
  };
  void add_kinds(const RecipeReport& found, const synth::CablingWish& wish);
  std::size_t kind_of(const std::string& panel, int places);
  std::vector<Joined> joined(const std::vector<std::uint32_t>& rack) const;
  int legs_of(const Joined& of) const;
  const std::vector<int>& trunks_for(std::uint32_t rule, int legs) const;

  const lang::Design& design_;
  const std::vector<RecipeReport>& recipes_;
  std::vector<Bundle> bundles_;
  std::vector<Kinds> kinds_;  // by rule
  std::vector<std::pair<std::string, int>> panels_;
  mutable std::map<std::pair<std::uint32_t, int>, std::vector<int>> trunks_;  // by rule and legs
};

}  // namespace ferrule::api
