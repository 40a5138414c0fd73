#include "lang/near_optics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kMostOptics = 4;

bool is_decimal(char c) { return c >= '0' && c <= '9'; }
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// "2x400gbase-sr4": 800 Gb/s, of the kind "sr4"; "1.6t-dr8": 1600.
struct OpticName {
  double gbps = 0;  // 0: not stated
  std::string kind;
  explicit OpticName(std::string_view name) {
    const std::string text = lower(name);
    for (std::size_t at = 0; at < text.size() && gbps == 0; ++at) {
      if (!is_decimal(text[at]) || (at > 0 && (is_decimal(text[at - 1]) || text[at - 1] == '.'))) continue;
      double rate = 0;
      const char* const end = std::from_chars(text.data() + at, text.data() + text.size(), rate).ptr;
      const std::size_t unit = static_cast<std::size_t>(end - text.data());
      if (unit >= text.size() || (text[unit] != 'g' && text[unit] != 't')) continue;
      gbps = times_before(text, at) * (text[unit] == 't' ? 1000 * rate : rate);
      const std::size_t base = text.find("base", unit);
      const std::size_t kind_at = text.find_first_not_of("- _", base == unit + 1 ? base + 4 : unit + 1);
      if (kind_at != std::string::npos) kind = text.substr(kind_at);
    }
    if (gbps == 0) kind = text;
  }

  // DR of 2xDR4.
  std::string letters() const {
    for (std::size_t at = 0; at + 1 < kind.size(); ++at)
      if (is_small_letter(kind[at]) && kind[at] != 'x') {
        std::size_t end = at;
        while (end < kind.size() && is_small_letter(kind[end])) ++end;
        if (end - at >= 2) return kind.substr(at, end - at);
        at = end;
      }
    return {};
  }

 private:
  // 2 of "2x400g".
  static double times_before(const std::string& text, std::size_t at) {
    return at >= 2 && text[at - 1] == 'x' && is_decimal(text[at - 2]) ? text[at - 2] - '0' : 1;
  }
};

double rate_of(const facts::Optic& optic) {
  double rate = 0;
  std::from_chars(optic.rate_gbps.data(), optic.rate_gbps.data() + optic.rate_gbps.size(), rate);
  return rate;
}

}  // namespace

std::vector<std::string> near_optics(std::string_view name, const facts::Facts& facts) {
  const OpticName asked(name);
  const std::string letters = asked.letters();
  std::array<std::vector<std::string>, 3> by_nearness;
  for (const facts::Optic& optic : facts.optics()) {
    const OpticName known(optic.pmd);
    const bool same_rate = asked.gbps > 0 && std::abs(rate_of(optic) - asked.gbps) < 0.5;
    const bool same_kind = !asked.kind.empty() && known.kind == asked.kind;
    if (same_rate && same_kind)
      by_nearness[0].push_back(optic.pmd);
    else if (same_rate && !letters.empty() && known.letters() == letters)
      by_nearness[1].push_back(optic.pmd);
    else if (same_kind)
      by_nearness[2].push_back(optic.pmd);
  }
  std::vector<std::string> out;
  for (const std::vector<std::string>& some : by_nearness)
    for (const std::string& pmd : some)
      if (out.size() < kMostOptics) out.push_back(pmd);
  return out;
}

}  // namespace ferrule::lang
