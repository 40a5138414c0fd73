// An LC plug in an SC receptacle, LC in MPO, a duplex plug in a simplex one, a plug in a splice. Page: docs/rules/connector-does-not-fit.md
#include <fmt/format.h>

#include "check/meetings.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

bool is_mpo(const facts::Connector& connector) { return connector.family.starts_with("mpo-"); }

}  // namespace

void connector_does_not_fit(const View& view, Report& report) {
  const auto fault = [&](const Met& met) -> std::optional<std::string> {
    const facts::Connector* near = connector_of(view, met.near);
    const facts::Connector* far = connector_of(view, met.far);
    if (near == nullptr || far == nullptr) return std::nullopt;
    if (spliced(met)) {
      if (near->family == "bare" && far->family == "bare") return std::nullopt;
      return fmt::format("{} spliced to {}: only bare fibre can be spliced", near->name, far->name);
    }
    if (near->family != far->family) {
      if (is_mpo(*near) && is_mpo(*far)) return std::nullopt;  // family-differs says why
      return fmt::format("{} does not fit {}", near->name, far->name);
    }
    if (latch(met)) return std::nullopt;
    return fmt::format("{} has {}, {} has {}", near->name,
                       spell_count(static_cast<std::uint64_t>(met.near_face().columns), "position"), far->name,
                       met.far_face().columns);
  };
  for (const Meeting& meeting : meetings(view, fault)) {
    Report::Builder finding = report.joints(meeting.kinds, sentence(view, meeting, meeting.what));
    describe(view, meeting, view.plant.face(meeting.near.front()).face.connector,
             view.plant.face(meeting.far.front()).face.connector, finding);
    if (meeting.joint == plant::Joint::kSplice)
      finding.help("give the end that is spliced connector: bare");
    else
      finding.help(
          fmt::format("order {} with {}", near_part(view, meeting), view.plant.face(meeting.far.front()).face.connector));
  }
}

}  // namespace ferrule::check
