// What every part of the reader has at hand.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "facts/facts.h"
#include "lang/budget.h"
#include "lang/codes.h"
#include "lang/files.h"

namespace ferrule::spec {
class LineReader;
}

namespace ferrule::lang {

struct Offer;
struct Words;  // the product language, loaded when the first part is a line of text

struct Reader {
  diag::Sources& sources;
  const facts::Facts& facts;
  diag::Findings& findings;
  Files& files;
  Budget budget;
  std::vector<std::uint32_t> read_files;  // source ids, in the order they were opened
  std::shared_ptr<Words> words = nullptr;
  int advice_left = 200;
  std::span<Offer> offers = {};                              // each takes the place of a part's description
  std::map<std::string, int, std::less<>> group_sizes = {};  // of the fabric, in the place of those written

  diag::Findings::Builder say(const Code& code, diag::Place place, std::string message) {
    return lang::say(findings, code, place, std::move(message));
  }

  // Looking for the nearest name among thousands is for the first mistakes of a run, not for the millionth.
  bool may_advise() { return advice_left > 0 && advice_left-- > 0; }

  // Takes from the budget; past its end says so once, and the plant will not be built.
  bool afford(std::uint64_t units, diag::Place place);

  void took(std::uint32_t source);  // a file of the project was read

  // Reads lines of text that describe parts.
  spec::LineReader& lines();

  // Opens the file that `path` names at `place`; says what is wrong when it cannot.
  std::optional<std::uint32_t> open(const std::string& path, diag::Place place);
};

}  // namespace ferrule::lang
