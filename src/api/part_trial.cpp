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

// Of one place: as many as plugs of a trunk meet there.
std::string rears(int count) { return count == 1 ? "rear" : fmt::format("rear[1-{}]", count); }
std::string rear(int leg, int count) {
  return fmt::format("{}/rear{}", leg / count + 1, count == 1 ? std::string() : std::to_string(leg % count + 1));
}

std::string port(const char* node, const synth::PortRun& run, int k) {
  return run.receptacles > 1 ? fmt::format("{}/p{}/1", node, k) : fmt::format("{}/p{}", node, k);
}

std::string equipment(const synth::PortRun& a, int ports_a, const synth::PortRun& b, int ports_b) {
  return fmt::format("equipment:\n  try-a: {{ports: {{\"p[1-{}]\": {}}}}}\n  try-b: {{ports: {{\"p[1-{}]\": {}}}}}\n", ports_a,
                     a.optic, ports_b, b.optic);
}

// Parts of a trial: new ones under a name of the trial, those of the author under their own.
class TrialParts {
 public:
  std::string add(const char* as, const std::string& part) {
    if (synth::is_name_of_author(part)) return part;
    text_ += fmt::format("  {}: {}\n", as, part);
    return as;
  }
  std::string text() const { return text_.empty() ? text_ : "parts:\n" + text_; }

 private:
  std::string text_;
};

// The head in try-a/p1, its tails in the ports of try-b, in their order.
std::string breakout_text(const lang::Design& design, const synth::Recipe& recipe, const synth::PortRun& a,
                          const synth::PortRun& b) {
  const bool structured = !recipe.trunk.empty(), cassette = recipe.far_fronts > 0;
  TrialParts parts;
  const std::string harness = recipe.harness.empty() ? std::string() : parts.add("harness", recipe.harness);
  std::string cord_a, cord_b, trunk, panel, far;
  if (structured) {
    cord_a = parts.add("cord-a", recipe.cord_a);
    trunk = parts.add("trunk", synth::filled(recipe.trunk, "legs", 1));
    panel = parts.add("panel", synth::filled(recipe.panel, "ports", 1));
  }
  if (cassette) {
    cord_b = parts.add("cord-b", recipe.cord_b);
    far = parts.add("far", recipe.far_panel);
  }
  std::string text = head_of_trial(design) + parts.text();
  text += equipment(a, 1, b, recipe.legs);
  if (structured)
    text += fmt::format("panels:\n  try-l: {{part: {}}}\n  try-r: {{slots: {{1: {}}}}}\n", panel, cassette ? far : panel);
  text += "cables:\n";
  const std::string head = port("try-a", a, 1);
  if (structured) {
    text += fmt::format("  - {{id: try-t, part: {}, length: {}, a: try-l/1/rear, b: try-r/1{}/rear}}\n", trunk, kTryLength,
                        cassette ? "" : "/1");
    text += fmt::format("  - {{id: try-1a, part: {}, length: {}, a: {}, b: try-l/1}}\n", cord_a, kTryLength, head);
  }
  std::string tails, links = "links:\n";
  for (int k = 1; k <= recipe.legs; ++k) {
    const std::string tail = port("try-b", b, k);
    tails += (k == 1 ? "" : ", ") + tail;
    if (cassette)
      text += fmt::format("  - {{id: try-{0}b, part: {3}, length: {1}, a: {2}, b: try-r/1/{0}}}\n", k, kTryLength, tail, cord_b);
    links += fmt::format("  - {{id: try-{}, a: {}, b: {}}}\n", k, synth::lanes_of(head, k, recipe.lanes_of_leg), tail);
  }
  if (!cassette)
    text += fmt::format("  - {{id: try-h, part: {}, length: {}, head: {}, legs: [{}]}}\n", harness, kTryLength,
                        structured ? "try-r/1/1" : head, tails);
  return text + links;
}

}  // namespace

std::string trial_text(const lang::Design& design, const synth::Recipe& recipe, const synth::PortRun& a,
                       const synth::PortRun& b) {
  if (recipe.legs > 1) return breakout_text(design, recipe, a, b);
  const int links = recipe.links_of_leg;
  const bool structured = !recipe.trunk.empty();
  TrialParts parts;
  const std::string cord_a = parts.add("cord-a", recipe.cord_a);
  std::string cord_b, trunk, panel, far_panel;
  if (structured) {
    cord_b = parts.add("cord-b", recipe.cord_b);
    trunk = parts.add("trunk", synth::filled(recipe.trunk, "legs", recipe.rears));
    panel = far_panel = parts.add("panel", synth::filled(recipe.panel, "ports", 1));
    if (!recipe.far_panel.empty()) far_panel = parts.add("far", recipe.far_panel);
  }
  std::string text = head_of_trial(design) + parts.text();
  text += equipment(a, links, b, links);
  if (structured)
    text += recipe.cassettes
                ? fmt::format("panels:\n  try-l: {{slots: {{1: {}}}}}\n  try-r: {{slots: {{1: {}}}}}\n", panel, far_panel)
                : fmt::format("panels:\n  try-l: {{part: {0}}}\n  try-r: {{part: {0}}}\n", panel);
  text += "cables:\n";
  if (structured)
    text += fmt::format("  - {{id: try-t, part: {}, length: {}, a: \"try-l/1/{}\", b: \"try-r/1/{}\"}}\n", trunk, kTryLength,
                        rears(recipe.rears), rears(recipe.rears));
  for (int k = 1; k <= links; ++k) {
    const std::string place = recipe.cassettes ? fmt::format("/1/{}", k) : fmt::format("/{}", k);
    const std::string near = port("try-a", a, k), far = port("try-b", b, k);
    if (!structured) {
      text += fmt::format("  - {{id: try-{}, part: {}, length: {}, a: {}, b: {}}}\n", k, cord_a, kTryLength, near, far);
    } else {
      text += fmt::format("  - {{id: try-{}a, part: {}, length: {}, a: {}, b: try-l{}}}\n", k, cord_a, kTryLength, near, place);
      text += fmt::format("  - {{id: try-{}b, part: {}, length: {}, a: {}, b: try-r{}}}\n", k, cord_b, kTryLength, far, place);
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
      out += fmt::format("{}{}/{}", leg == 0 ? "" : ", ", panel,
                         laid.cassettes ? rear(leg, laid.rears) : fmt::format("{}/{}/rear", leg / ports + 1, leg % ports + 1));
    return laid.legs == 1 ? out : "[" + out + "]";
  };
  const auto slots = [&](int ports) { return laid.cassettes ? laid.legs / laid.rears : (laid.legs + ports - 1) / ports; };
  TrialParts parts;
  const std::string cord_a = parts.add("cord-a", cords.a), cord_b = parts.add("cord-b", cords.b);
  const std::string trunk = parts.add("trunk", laid.trunk);
  const std::string at_near = parts.add("near", laid.near_panel), at_far = parts.add("far", laid.far_panel);
  std::string text = head_of_trial(design) + parts.text();
  text += breakout != nullptr ? equipment(a, 1, b, breakout->legs) : equipment(a, laid.links_of_leg, b, laid.links_of_leg);
  text += fmt::format("panels:\n  try-l: {{slots: {{\"[1-{}]\": {}}}}}\n  try-r: {{slots: {{\"[1-{}]\": {}}}}}\n",
                      slots(laid.near_ports), at_near, slots(laid.far_ports), at_far);
  text += fmt::format("cables:\n  - {{id: try-t, part: {}, length: {}, a: {}, b: {}}}\n", trunk, kTryLength,
                      plugs("try-l", laid.near_ports), plugs("try-r", laid.far_ports));
  std::string links = "links:\n";
  for (int k = 1; k <= laid.links_of_leg; ++k)
    text += fmt::format("  - {{id: try-{0}a, part: {3}, length: {1}, a: {2}, b: try-l/1/{0}}}\n", k, kTryLength,
                        port("try-a", a, k), cord_a);
  if (breakout != nullptr) {
    std::string tails;
    for (int k = 1; k <= breakout->legs; ++k) {
      tails += (k == 1 ? "" : ", ") + port("try-b", b, k);
      links += fmt::format("  - {{id: try-{}, a: {}, b: {}}}\n", k, synth::lanes_of(port("try-a", a, 1), k, breakout->lanes),
                           port("try-b", b, k));
    }
    return text +
           fmt::format("  - {{id: try-h, part: {}, length: {}, head: try-r/1/1, legs: [{}]}}\n", cord_b, kTryLength, tails) +
           links;
  }
  for (int k = 1; k <= laid.links_of_leg; ++k) {
    text += fmt::format("  - {{id: try-{0}b, part: {3}, length: {1}, a: {2}, b: try-r/1/{0}}}\n", k, kTryLength,
                        port("try-b", b, k), cord_b);
    links += fmt::format("  - {{id: try-{}, a: {}, b: {}}}\n", k, port("try-a", a, k), port("try-b", b, k));
  }
  return text + links;
}

}  // namespace ferrule::api
