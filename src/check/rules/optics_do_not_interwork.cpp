// explanation, examples and tests: docs/rules/optics-do-not-interwork.md
#include <algorithm>
#include <fmt/format.h>

#include "check/interwork.h"
#include "check/rule.h"

namespace ferrule::check {
namespace {

std::string spell(const View& view, const Speaker& speaker) {
  const std::string& pmd = view.plant.face_type(speaker.face).application;
  return speaker.whole ? pmd : fmt::format("{} of the lanes of {}", speaker.lanes, pmd);
}

std::string spell_languages(const View& view, const Speaker& speaker) {
  std::string speaks;
  for (const Language& language : languages(view, speaker)) speaks += (speaks.empty() ? "" : ", ") + language.pmd;
  return speaks.empty() ? "nothing that is known for so many lanes" : speaks;
}

void compare_ends(const View& view, std::uint32_t id, const Speaker& near, const Speaker& far, Report& report) {
  const Interwork verdict = interwork(view, near, far);
  if (verdict == Interwork::kYes) return;
  const std::string ends = fmt::format("{} and {}", spell(view, near), spell(view, far));
  if (verdict == Interwork::kNo) {
    report.along({id}, fmt::format("{} do not interwork", ends))
        .note(fmt::format("the near end speaks {}", spell_languages(view, near)))
        .help("use optics of one application at both ends, or a breakout that data/optics.csv lists");
    return;
  }
  report
      .along({id}, verdict == Interwork::kPartDependent ? fmt::format("{} interwork with some modules only", ends)
                                                        : fmt::format("whether {} interwork is not known", ends))
      .help("ask the vendor of the modules");
  report.makes_unproven();
  report.at_most(diag::Severity::kWarning);
}

// The application that a link names must be one that the tables know of both of its ports.
void compare_application(const View& view, std::uint32_t link, std::string_view application, Report& report) {
  const facts::Optic* optic = view.facts.optic(application);
  for (std::uint32_t bundle = view.plant.links[link].first_bundle; bundle < view.plant.links[link + 1].first_bundle; ++bundle) {
    const Way& way = view.proof.ways[view.proof.way_of_bundle[bundle]];
    for (const std::optional<Speaker>& end : {std::optional(speaker_of(view, way.a_set)), far_speaker(view, way)}) {
      if (!end) continue;
      const std::vector<Language> spoken = languages(view, *end);
      const bool known = optic != nullptr && std::any_of(spoken.begin(), spoken.end(), [&](const Language& language) {
                           return language.pmd == optic->pmd && !language.part_dependent;
                         });
      if (known) continue;
      report
          .bundles({bundle},
                   fmt::format("the link names {}, and no source says that {} can run it", application, spell(view, *end)))
          .note(fmt::format("it speaks {}", spell_languages(view, *end)))
          .help("leave `application` out, or name what both ports speak");
      report.makes_unproven();
      report.at_most(diag::Severity::kWarning);
      return;
    }
  }
}

}  // namespace

void optics_do_not_interwork(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (const std::optional<Speaker> far = far_speaker(view, way))
      compare_ends(view, id, speaker_of(view, way.a_set), *far, report);
  }
  std::vector<std::uint32_t> named;
  for (const auto& [link, application] : view.plant.link_application) named.push_back(link);
  std::sort(named.begin(), named.end());
  for (const std::uint32_t link : named) compare_application(view, link, view.plant.link_application.at(link), report);
}

}  // namespace ferrule::check
