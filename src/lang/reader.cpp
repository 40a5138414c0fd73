#include "lang/reader.h"

#include "base/text.h"
#include "spec/read_line.h"

namespace ferrule::lang {

bool Reader::afford(std::uint64_t units, diag::Place place) {
  if (budget.take(units)) return true;
  if (!budget.told())
    say(kBadRange, place, "this makes the plant too large to hold")
        .note("a text of this size may ask for about " + with_thousands(budget.granted() * 16 / 1'000'000) +
              " MB; nothing is checked")
        .help("a range may be wider than it was meant to be; a plant as large as this comes from tables");
  return false;
}

struct Words {
  std::shared_ptr<const lexis::Lexicon> lexicon;
  spec::LineReader lines;
  explicit Words(std::shared_ptr<const lexis::Lexicon> compiled) : lexicon(std::move(compiled)), lines(*lexicon) {}
};

spec::LineReader& Reader::lines() {
  if (!words) words = std::make_shared<Words>(lexis::Lexicon::shared(facts, sources, findings));
  return words->lines;
}

void Reader::took(std::uint32_t source) {
  read_files.push_back(source);
  budget.earn(sources.text(source).size());
}

std::optional<std::uint32_t> Reader::open(const std::string& path, diag::Place place) {
  const Result<std::uint32_t> source = files.read(path, sources);
  if (source) {
    took(*source);
    return *source;
  }
  say(kInclude, place, in_quotes(path) + ": " + source.error().message)
      .unreadable()
      .help("files are named relative to the file that names them");
  return std::nullopt;
}

}  // namespace ferrule::lang
