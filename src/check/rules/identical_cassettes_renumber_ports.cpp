// explanation, examples and tests: docs/rules/identical-cassettes-renumber-ports.md
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

// Two cassettes with the same consecutive transition around a reversing trunk: polarity is right, port n arrives at port 7-n.
void identical_cassettes_renumber_ports(const View& view, Report& report) {
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Way& way = view.proof.ways[id];
    if (way.outcome != Outcome::kPortChanged || report.claimed(id) || way.leaves.size() != 1) continue;
    const plant::PartType* first = nullptr;
    const plant::PartType* last = nullptr;
    std::string near_port, far_port;
    bool reversed = false, duplex = false;
    for (const Passed& part : passed(view, way)) {
      const plant::PartType& type = view.plant.types[part.type];
      if (type.kind == plant::Kind::kCassette) {
        if (first == nullptr) {
          first = &type;
          near_port = view.plant.face(part.in_face).name;
          duplex = view.plant.face(part.in_face).face.size() <= 2;
        } else if (part.out_face != plant::kNone) {
          last = &type;
          far_port = view.plant.face(part.out_face).name;
        }
      }
      reversed = reversed || part.joint == plant::Joint::kAligned ||
                 (type.kind == plant::Kind::kTrunk && reverses(type, view.plant.faces[part.in_face].index));
    }
    if (first == nullptr || last == nullptr || first->claims != last->claims || first->claims.empty() || !reversed ||
        near_port == far_port)
      continue;
    auto finding = report.way(
        id, fmt::format("port order changed: {} cassettes at both ends of a reversing trunk number the ports backwards",
                        first->claims));
    finding.note("way: " + spell_way(view, way))
        .note(fmt::format("port {} of the near cassette arrives at port {} of the far one", near_port, far_port))
        .note("polarity is right; only the numbers of the ports are exchanged")
        .help(
            "turn one cassette over where the part allows it (transition consecutive-flipped), or re-letter and re-plug the far "
            "ports");
    // Nobody makes modules with such a transition for parallel optics.
    if (duplex) finding.help("or use cassettes with a universal transition at both ends");
  }
}

}  // namespace ferrule::check
