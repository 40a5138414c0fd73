#include "words/words.h"

#include "spec/read_line.h"

namespace ferrule::tests {
namespace {

Words load() {
  Words out;
  out.facts = facts::Facts::load(out.sources, {}, out.findings);
  out.lexicon = lexis::Lexicon::compile(out.facts, out.sources, {}, out.findings);
  out.needs = spec::Needs::load(out.facts, out.findings);
  out.paper_words = spec::paper::PaperWords::load(out.facts, out.findings);
  return out;
}

}  // namespace

const Words& words() {
  static const Words the = load();
  return the;
}

spec::Specification read(std::string_view line) {
  static spec::LineReader reader(words().lexicon);  // that a used one reads like a new one is a test of its own
  spec::Specification out;
  reader.read(line, out);
  return out;
}

}  // namespace ferrule::tests
