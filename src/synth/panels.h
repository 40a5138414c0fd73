// Panels of a rack: places are taken side by side, a new panel is hung below the last when none has room.
//
// Shape:  a panel that hangs since an earlier phase is filled up, but for one with cassettes: they are bought with their panel.
// Errors: F811 once for each rack that has no unit left.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "synth/plan.h"
#include "synth/standing.h"

namespace ferrule::synth {

struct PanelPlaces {
  std::uint32_t panel = 0;  // of the plan
  int first = 1;            // port or slot
  bool cassettes = false;
};

class Panels {
 public:
  // `phases`: their names; empty when nothing is built in phases.
  Panels(Hall& hall, Plan& plan, const std::vector<std::string>& phases, diag::Findings& findings)
      : hall_(hall), plan_(plan), phases_(phases), findings_(findings) {}

  // `count` neighbouring places of a panel of `places` places.
  std::optional<PanelPlaces> take(std::uint32_t rack, std::uint32_t part, bool cassettes, int places, int count, diag::Place wish,
                                  std::uint32_t phase);

  // A panel that hangs already: what is taken later goes behind its last port in use.
  void add_standing(std::uint32_t part, const StandingPanel& panel);
  // One of a plan that is revised; `used`: up to its last port that has a plug, nothing: it takes no more. Slots that nothing feeds any
  // more are free.
  void add_kept(std::uint32_t part, const KeptPanel& panel, std::optional<int> used);
  void take_names(const std::set<std::string, std::less<>>& names) { names_ = &names; }

  // "A01-P1/[1-8]/rear"; of modules that take two plugs each, "A01-P1/[1,1,2,2]/rear[1,2,1,2]": one place for each plug.
  std::string rear(const PanelPlaces& places, int count, int rears) const;
  std::string front(const PanelPlaces& places, int link, int of_leg) const;  // of the link-th link that the places carry

 private:
  void say_full(std::uint32_t rack, bool cassettes, diag::Place wish, std::uint32_t phase);
  Hall& hall_;
  Plan& plan_;
  const std::vector<std::string>& phases_;
  diag::Findings& findings_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> open_;  // rack and part: panels
  std::map<std::uint32_t, int> hung_;                                                   // rack: how many
  std::set<std::uint32_t> full_;
  const std::set<std::string, std::less<>>* names_ = nullptr;
};

}  // namespace ferrule::synth
