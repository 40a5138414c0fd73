#include "api/part_trial.h"

#include <fmt/format.h>

#include "lang/plan_text.h"
#include "synth/fans.h"
#include "synth/part_names.h"

namespace ferrule::api {
namespace {

constexpr const char* kTryLength = "3 m";  // the design's own lengths are judged when it is whole

std::string head_of_trial(const lang::Design& design) {
  std::string text = "ferrule: 1\n" + design.head;
  if (!design.given.empty()) text += "include: [" + lang::given_names(design) + "]\n";
  return text;
}

std::string port(const char* node, const synth::PortRun& run, int k) {
  return run.receptacles > 1 ? fmt::format("{}/p{}/1", node, k) : fmt::format("{}/p{}", node, k);
}

std::string equipment(const synth::PortRun& a, int ports_a, const synth::PortRun& b, int ports_b) {
  return fmt::format("equipment:\n  try-a: {{ports: {{\"p[1-{}]\": {}}}}}\n  try-b: {{ports: {{\"p[1-{}]\": {}}}}}\n", ports_a,
                     a.optic, ports_b, b.optic);
}

// The head in try-a/p1, its tails in the ports of try-b, in their order.
std::string breakout_text(const lang::Design& design, const synth::Recipe& recipe, const synth::PortRun& a,
                          const synth::PortRun& b) {
  const bool structured = !recipe.trunk.empty(), cassette = recipe.far_fronts > 0;
  const bool own_harness = synth::is_name_of_author(recipe.harness), own_far = synth::is_name_of_author(recipe.far_panel);
  std::string parts;
  if (!recipe.harness.empty() && !own_harness) parts += "  harness: " + recipe.harness + "\n";
  if (structured)
    parts += "  cord-a: " + recipe.cord_a + "\n  trunk: " + synth::filled(recipe.trunk, "legs", 1) +
             "\n  panel: " + synth::filled(recipe.panel, "ports", 1) + "\n";
  if (cassette) parts += "  cord-b: " + recipe.cord_b + "\n";
  if (cassette && !own_far) parts += "  far: " + recipe.far_panel + "\n";
  std::string text = head_of_trial(design) + (parts.empty() ? parts : "parts:\n" + parts);
  text += equipment(a, 1, b, recipe.legs);
  if (structured)
    text += fmt::format("panels:\n  try-l: {{part: panel}}\n  try-r: {{slots: {{1: {}}}}}\n", own_far    ? recipe.far_panel
                                                                                              : cassette ? "far"
                                                                                                         : "panel");
  text += "cables:\n";
  const std::string head = port("try-a", a, 1);
  if (structured) {
    text += fmt::format("  - {{id: try-t, part: trunk, length: {}, a: try-l/1/rear, b: try-r/1{}/rear}}\n", kTryLength,
                        cassette ? "" : "/1");
    text += fmt::format("  - {{id: try-1a, part: cord-a, length: {}, a: {}, b: try-l/1}}\n", kTryLength, head);
  }
  std::string tails, links = "links:\n";
  for (int k = 1; k <= recipe.legs; ++k) {
    const std::string tail = port("try-b", b, k);
    tails += (k == 1 ? "" : ", ") + tail;
    if (cassette)
      text += fmt::format("  - {{id: try-{0}b, part: cord-b, length: {1}, a: {2}, b: try-r/1/{0}}}\n", k, kTryLength, tail);
    links += fmt::format("  - {{id: try-{}, a: {}, b: {}}}\n", k, synth::lanes_of(head, k, recipe.lanes_of_leg), tail);
  }
  if (!cassette)
    text += fmt::format("  - {{id: try-h, part: {}, length: {}, head: {}, legs: [{}]}}\n",
                        own_harness ? recipe.harness : "harness", kTryLength, structured ? "try-r/1/1" : head, tails);
  return text + links;
}

}  // namespace

std::string trial_text(const lang::Design& design, const synth::Recipe& recipe, const synth::PortRun& a,
                       const synth::PortRun& b) {
  if (recipe.legs > 1) return breakout_text(design, recipe, a, b);
  const int links = recipe.links_of_leg;
  std::string text = head_of_trial(design) + "parts:\n  cord-a: " + recipe.cord_a + "\n";
  const bool structured = !recipe.trunk.empty();
  if (structured)
    text += "  cord-b: " + recipe.cord_b + "\n  trunk: " + synth::filled(recipe.trunk, "legs", 1) +
            "\n  panel: " + synth::filled(recipe.panel, "ports", 1) + "\n";
  text += equipment(a, links, b, links);
  if (structured)
    text += recipe.cassettes ? "panels:\n  try-l: {slots: {1: panel}}\n  try-r: {slots: {1: panel}}\n"
                             : "panels:\n  try-l: {part: panel}\n  try-r: {part: panel}\n";
  text += "cables:\n";
  if (structured)
    text += fmt::format("  - {{id: try-t, part: trunk, length: {}, a: try-l/1/rear, b: try-r/1/rear}}\n", kTryLength);
  for (int k = 1; k <= links; ++k) {
    const std::string place = recipe.cassettes ? fmt::format("/1/{}", k) : fmt::format("/{}", k);
    const std::string near = port("try-a", a, k), far = port("try-b", b, k);
    if (!structured) {
      text += fmt::format("  - {{id: try-{}, part: cord-a, length: {}, a: {}, b: {}}}\n", k, kTryLength, near, far);
    } else {
      text += fmt::format("  - {{id: try-{}a, part: cord-a, length: {}, a: {}, b: try-l{}}}\n", k, kTryLength, near, place);
      text += fmt::format("  - {{id: try-{}b, part: cord-b, length: {}, a: {}, b: try-r{}}}\n", k, kTryLength, far, place);
    }
  }
  text += "links:\n";
  for (int k = 1; k <= links; ++k)
    text += fmt::format("  - {{id: try-{}, a: {}, b: {}}}\n", k, port("try-a", a, k), port("try-b", b, k));
  return text;
}

std::string laid_trial_text(const lang::Design& design, const synth::CordPair& cords, const LaidParts& laid,
                            const synth::PortRun& a, const synth::PortRun& b, const synth::Breakout* breakout) {
  const auto plugs = [&](const char* panel, int ports) {
    std::string out;
    for (int leg = 0; leg < laid.legs; ++leg)
      out += (leg == 0 ? "" : ", ") + (laid.cassettes ? fmt::format("{}/{}/rear", panel, leg + 1)
                                                      : fmt::format("{}/{}/{}/rear", panel, leg / ports + 1, leg % ports + 1));
    return laid.legs == 1 ? out : "[" + out + "]";
  };
  const auto slots = [&](int ports) { return laid.cassettes ? laid.legs : (laid.legs + ports - 1) / ports; };
  std::string text = head_of_trial(design);
  const bool own = synth::is_name_of_author(cords.b);
  text += fmt::format("parts:\n  cord-a: {}\n{}  trunk: {}\n  near: {}\n  far: {}\n", cords.a,
                      own ? std::string() : fmt::format("  cord-b: {}\n", cords.b), laid.trunk, laid.near_panel, laid.far_panel);
  text += breakout != nullptr ? equipment(a, 1, b, breakout->legs) : equipment(a, laid.links_of_leg, b, laid.links_of_leg);
  text += fmt::format("panels:\n  try-l: {{slots: {{\"[1-{}]\": near}}}}\n  try-r: {{slots: {{\"[1-{}]\": far}}}}\n",
                      slots(laid.near_ports), slots(laid.far_ports));
  text += fmt::format("cables:\n  - {{id: try-t, part: trunk, length: {}, a: {}, b: {}}}\n", kTryLength,
                      plugs("try-l", laid.near_ports), plugs("try-r", laid.far_ports));
  std::string links = "links:\n";
  for (int k = 1; k <= laid.links_of_leg; ++k)
    text += fmt::format("  - {{id: try-{0}a, part: cord-a, length: {1}, a: {2}, b: try-l/1/{0}}}\n", k, kTryLength,
                        port("try-a", a, k));
  if (breakout != nullptr) {
    std::string tails;
    for (int k = 1; k <= breakout->legs; ++k) {
      tails += (k == 1 ? "" : ", ") + port("try-b", b, k);
      links += fmt::format("  - {{id: try-{}, a: {}, b: {}}}\n", k, synth::lanes_of(port("try-a", a, 1), k, breakout->lanes),
                           port("try-b", b, k));
    }
    return text +
           fmt::format("  - {{id: try-h, part: {}, length: {}, head: try-r/1/1, legs: [{}]}}\n", own ? cords.b : "cord-b",
                       kTryLength, tails) +
           links;
  }
  for (int k = 1; k <= laid.links_of_leg; ++k) {
    text += fmt::format("  - {{id: try-{0}b, part: cord-b, length: {1}, a: {2}, b: try-r/1/{0}}}\n", k, kTryLength,
                        port("try-b", b, k));
    links += fmt::format("  - {{id: try-{}, a: {}, b: {}}}\n", k, port("try-a", a, k), port("try-b", b, k));
  }
  return text + links;
}

}  // namespace ferrule::api
