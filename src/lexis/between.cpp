#include "lexis/between.h"

#include <string_view>

#include "lexis/lexicon.h"
#include "lexis/plain_text.h"

namespace ferrule::lexis {
namespace {

constexpr std::array<std::uint16_t, 256> kGaps = [] {
  std::array<std::uint16_t, 256> gaps{};
  gaps.fill(kOtherGap);
  const auto mean = [&](std::string_view signs, std::uint16_t gap) {
    for (const char c : signs) gaps[static_cast<unsigned char>(c)] = gap;
  };
  mean("-", kHyphenGap);
  mean("/", kSlashGap);
  mean(",", kCommaGap);
  mean(";|:", kStopGap);
  mean("\n", kStopGap | kLineGap);
  mean("([{", kOpenGap);
  mean(")]}", kCloseGap);
  mean("+&", kPlusGap);
  mean("._", kDotGap);
  mean(">", kArrowGap);
  mean("<", kLessGap);
  mean("~", kTildeGap);
  mean("*", kTimesGap);
  return gaps;
}();

}  // namespace

std::uint16_t gap_of(char sign) { return kGaps[static_cast<unsigned char>(sign)]; }
bool is_skipped(char sign) { return sign == '-' || sign == '.' || sign == '_' || sign == kTrademark; }

Between between_of(const char* bytes, std::size_t size) {
  constexpr std::string_view kOfNumbers = "*:'";
  Between out;
  if (size != 0) std::memcpy(&out.bytes, bytes, size < sizeof out.bytes ? size : sizeof out.bytes);
  std::size_t signs = 0;
  char first = ' ';
  bool stopped = false;  // by a sign that phrases do not skip
  for (std::size_t i = 0; i < size; ++i) {
    const char c = bytes[i];
    out.says = static_cast<std::uint16_t>(out.says | (c == ' ' ? std::uint16_t{kBlankGap} : gap_of(c)));
    if (c == ' ') continue;
    if (c == kTrademark) out.says |= kMarkGap;
    if (signs++ == 0) first = c;
    const bool skipped = is_skipped(c);
    if (!stopped && (!skipped || c == kTrademark)) out.signs |= Lexicon::follower(static_cast<Symbol>(c));
    stopped |= !skipped;
  }
  out.lets_words = stopped ? 0 : ~std::uint64_t{0};
  if (signs == 0 || (signs == 1 && first == '-')) out.lets = Between::kTakesNumber;
  if (signs == 0) out.lets |= Between::kIsNumber | Between::kIsEnd;
  if (kOfNumbers.find(first) != std::string_view::npos) out.offers = Between::kTakesNumber;
  return out;
}

}  // namespace ferrule::lexis
