#include "lang/reader.h"

#include "base/text.h"

namespace ferrule::lang {

bool Reader::afford(std::uint64_t units, diag::Place place) {
  if (budget.take(units)) return true;
  if (!budget.told())
    say(kBadRange, place, "this makes the plant too large to hold")
        .note("a plant may take about " + with_thousands(budget.most() * 16 / 1'000'000) + " MB; what comes after is left out")
        .help("a range may be wider than it was meant to be");
  return false;
}

std::optional<std::uint32_t> Reader::open(const std::string& path, diag::Place place) {
  const Result<std::uint32_t> source = files.read(path, sources);
  if (source) {
    read_files.push_back(*source);
    return *source;
  }
  say(kInclude, place, in_quotes(path) + ": " + source.error().message)
      .unreadable()
      .help("files are named relative to the file that names them");
  return std::nullopt;
}

}  // namespace ferrule::lang
