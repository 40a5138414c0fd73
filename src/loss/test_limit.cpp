#include "loss/test_limit.h"

#include <algorithm>
#include <fmt/format.h>

#include "loss/way_loss.h"

namespace ferrule::loss {
namespace {

constexpr std::string_view kEnd = "end", kConnection = "connection", kSplice = "splice";

void note_missing(TestSum& sum, std::string what) {
  if (std::find(sum.missing.begin(), sum.missing.end(), what) == sum.missing.end()) sum.missing.push_back(std::move(what));
}

void add_term(TestSum& sum, std::string_view what, int count, Loss each) {
  const auto same = std::find_if(sum.terms.begin(), sum.terms.end(),
                                 [&](const TestTerm& term) { return term.what == what && term.each == each; });
  if (same != sum.terms.end())
    same->count += count;
  else
    sum.terms.push_back({std::string(what), count, each});
}

void add_allowance(TestSum& sum, std::string_view what, int count, const std::optional<Loss>& each,
                   const facts::TestLimit& edition) {
  if (count == 0) return;
  if (!each)
    return note_missing(sum, fmt::format("what {} allows {} is not known", edition.name,
                                         what == kEnd ? "the first and last connection" : fmt::format("a {}", what)));
  add_term(sum, what, count, *each);
}

void add_glass(TestSum& sum, const TestedPath& path, std::string_view wavelength_nm, bool iso) {
  for (const std::string& what : path.unknown) note_missing(sum, what);
  for (const TestedGlass& part : path.glass) {
    const std::optional<Attenuation> figure = attenuation(*part.fibre, wavelength_nm, iso);
    if (!figure) {
      note_missing(
          sum, fmt::format("attenuation of {} at {} nm is not known ({})", part.fibre->name, wavelength_nm, iso ? "ISO" : "TIA"));
      continue;
    }
    sum.glass.push_back({part.fibre->name, part.length, *figure});
    sum.confidence = std::min(sum.confidence, part.fibre->confidence);
  }
}

const TestTerm* term(const TestSum& sum, std::string_view what) {
  const auto found = std::find_if(sum.terms.begin(), sum.terms.end(), [&](const TestTerm& t) { return t.what == what; });
  return found == sum.terms.end() ? nullptr : &*found;
}

}  // namespace

Length TestedPath::length() const {
  Length sum;
  for (const TestedGlass& part : glass) sum = sum + part.length;
  return sum;
}

std::optional<Loss> TestSum::limit() const {
  if (!missing.empty()) return std::nullopt;
  Loss sum;
  for (const TestTerm& term : terms) sum = sum + term.count * term.each;
  for (const GlassTerm& part : glass) sum = sum + part.glass.over(part.length);
  return sum;
}

TestSum limit_by_edition(const TestedPath& path, const facts::TestLimit& edition, std::string_view wavelength_nm) {
  TestSum sum;
  sum.confidence = edition.confidence;
  add_allowance(sum, kEnd, path.ends, edition.reference_to_standard, edition);
  add_allowance(sum, kConnection, path.connections, edition.connection, edition);
  add_allowance(sum, kSplice, path.splices, edition.splice, edition);
  for (const std::string& what : path.not_covered) note_missing(sum, fmt::format("cabling standards allow nothing for {}", what));
  add_glass(sum, path, wavelength_nm, edition.iso_attenuation);
  return sum;
}

TestSum limit_by_own_figures(const TestedPath& path, std::string_view wavelength_nm, bool iso_attenuation) {
  TestSum sum;
  for (const OwnFigure& figure : path.own) {
    add_term(sum, figure.what, 1, figure.most);
    sum.confidence = std::min(sum.confidence, figure.confidence);
  }
  for (const std::string& what : path.own_unknown) note_missing(sum, what);
  add_glass(sum, path, wavelength_nm, iso_attenuation);
  return sum;
}

std::optional<LengthBased> length_based(const TestSum& sum, bool two_modules) {
  const TestTerm* const ends = term(sum, kEnd);
  const TestTerm* const between = term(sum, kConnection);
  const TestTerm* const splices = term(sum, kSplice);
  if (!sum.missing.empty() || sum.glass.size() != 1) return std::nullopt;
  LengthBased out;
  out.glass = sum.glass.front().glass;
  if (splices != nullptr) {
    out.splice = splices->each;
    out.splices = splices->count;
  }
  if (ends != nullptr && between != nullptr && ends->each != between->each) {
    if (!two_modules || ends->count != 2 || between->count != 2) return std::nullopt;
    out.modules = true;
    out.count = 2;
    out.each = ends->each + between->each;
    return out;
  }
  out.count = (ends != nullptr ? ends->count : 0) + (between != nullptr ? between->count : 0);
  out.each = ends != nullptr ? ends->each : between != nullptr ? between->each : Loss{};
  return out;
}

}  // namespace ferrule::loss
