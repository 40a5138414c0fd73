// Whatever the bytes: read_yaml ends, every place lies inside the text, nothing read is refused silently, and every finding prints.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "diag/print.h"
#include "syntax/yaml.h"

namespace diag = ferrule::diag;
namespace syntax = ferrule::syntax;

namespace {

void hold(bool truth) {
  if (!truth) std::abort();
}

void hold_place(const diag::Place& place, const diag::Sources& sources) {
  hold(place.known() && place.offset + std::uint64_t{place.length} <= sources.text(place.source).size());
}

void hold_node(const syntax::Node& node, const diag::Sources& sources, int depth) {
  hold(depth <= 64);
  hold_place(node.place, sources);
  if (node.is_scalar() && !node.quoted && std::all_of(node.text.begin(), node.text.end(), [](char c) { return c > ' '; }))
    hold(sources.text(node.place) == node.text);  // one plain ASCII word stands at its place as it is
  for (const syntax::Node& item : node.items) hold_node(item, sources, depth + 1);
  for (const syntax::Pair& pair : node.pairs) {
    hold_place(pair.key_place, sources);
    hold(node.pairs.size() > 100 || node.find(pair.key) == &pair);  // keys are unique
    hold_node(pair.value, sources, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  diag::Sources sources;
  const std::uint32_t source = sources.add("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  diag::Findings findings;
  const auto root = syntax::read_yaml(sources, source, findings);
  hold(root.has_value() || findings.any_unreadable());
  if (root) hold_node(*root, sources, 0);
  for (const diag::Finding& finding : findings.all()) {
    hold(finding.unreadable);
    hold_place(finding.place, sources);
    for (const diag::Note& note : finding.notes) hold(!note.place.known() || (hold_place(note.place, sources), true));
    hold(!diag::print(finding, sources).empty());
  }
  return 0;
}
