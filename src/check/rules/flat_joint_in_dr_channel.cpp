// explanation, examples and tests: docs/rules/flat-joint-in-dr-channel.md
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "check/reflections.h"
#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// How much loss so many reflections leave is a table that these facts do not have: such a channel is for somebody to look at.
void flat_joint_in_dr_channel(const View& view, Report& report) {
  struct Found {
    std::vector<std::uint32_t> ways;
    int most = 0;
  };
  std::map<std::string, Found> found;  // by optic
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    const facts::Optic* const optic = reflection_rule(view, way).counted;
    if (optic == nullptr) continue;
    const int flat = reflections_of(view, way).flat;
    if (flat == 0) continue;
    Found& of = found[optic->pmd];
    of.ways.push_back(id);
    of.most = std::max(of.most, flat);
  }
  for (auto& [pmd, of] : found) {
    const std::string way = spell_way(view, view.proof.ways[of.ways.front()]);
    report
        .along(std::move(of.ways), fmt::format("{} in a channel of {}, whose loss limit depends on what they reflect",
                                               counted(static_cast<std::uint64_t>(of.most), "flat connection"), pmd))
        .note("way: " + way)
        .help("order these connectors angled (APC), or have it looked at by somebody who has the standard's table");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
