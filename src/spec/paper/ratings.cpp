// Flame ratings come in schemes that nothing converts: NEC types of the United States, Euroclasses of Europe. CMP and CMR are types of
// copper cable; LSZH and PVC are what a jacket is made of.
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "spec/paper/checks.h"
#include "spec/paper/mark_words.h"

namespace ferrule::spec::paper {
namespace {

struct Ratings {
  const Word* nec = nullptr;
  const Word* copper = nullptr;
  const Word* euroclass = nullptr;
  const Word* material = nullptr;
};

Ratings ratings_of(const Text& text) {
  Ratings out;
  for (const Word& word : text.words) {
    if (word.sense == Sense::kEuroclass && out.euroclass == nullptr) out.euroclass = &word;
    if (word.sense != Sense::kJacket) continue;
    const std::string written = text.written(word);
    const Word*& kind = one_of(written, {"cmp", "cmr"}) ? out.copper : word.value.starts_with("OF") ? out.nec : out.material;
    if (kind == nullptr) kind = &word;
  }
  return out;
}

bool rated(const Text& text) {
  const Ratings ratings = ratings_of(text);
  return ratings.nec != nullptr || ratings.euroclass != nullptr || ratings.copper != nullptr;
}

// Cables that were tested twice say so.
bool dual(const Text& text) {
  const std::string words = lower(text.text());
  for (const std::string_view word : {"dual rated", "dual-rated", "dual listed", "also listed", "and listed"})
    if (words.find(word) != std::string::npos) return true;
  return false;
}

void in_one_line(const Text& text, const Ratings& ratings, Report& report) {
  if (ratings.nec == nullptr || ratings.euroclass == nullptr || dual(text)) return;
  report
      .say(kRatingsMixed, text.place(*ratings.euroclass),
           fmt::format("{} and {} in one line", ratings.nec->value, ratings.euroclass->value))
      .note(text.place(*ratings.nec), "a type of the NEC")
      .label("a Euroclass")
      .note("neither implies the other: a plenum cable has no Euroclass, a B2ca cable is not plenum")
      .help("write the one that the site's law asks for; if the cable has both, write `dual rated` and ask for both papers");
}

void copper(const Text& text, const Ratings& ratings, Report& report) {
  const bool plenum = text.written(*ratings.copper) == "cmp";
  report.say(kCopperRatingOnFibre, text.place(*ratings.copper), fmt::format("{} on a line of fibre", plenum ? "CMP" : "CMR"))
      .note("CMP and CMR are types of copper communications cable")
      .help(fmt::format("write {}, if {} is what the space asks for", plenum ? "OFNP" : "OFNR", plenum ? "plenum" : "riser"));
}

void material(const Text& text, const Word& word, Report& report) {
  report.say(kMaterialIsNoRating, text.place(word), fmt::format("{} where a rating is asked for", word.value))
      .note("what a jacket is made of says nothing exact of how it burns: LSZH cables range from Eca to B2ca")
      .help("add the rating: a Euroclass with s, d and a, or OFNP, OFNR, OFN");
}

}  // namespace

void check_ratings(const Paper& paper, Report& report) {
  RowSays rated_beside(paper, rated);
  const Text *nec = nullptr, *euroclass = nullptr;  // the first product of each scheme
  for (const Product& product : paper.products) {
    const Text& text = paper.text_of(product);
    const Ratings ratings = ratings_of(text);
    in_one_line(text, ratings, report);
    if (ratings.copper != nullptr) copper(text, ratings, report);
    if (ratings.material != nullptr && !product.prose && !rated_beside(text)) material(text, *ratings.material, report);
    if (ratings.nec != nullptr && ratings.euroclass == nullptr && nec == nullptr) nec = &text;
    if (ratings.euroclass != nullptr && ratings.nec == nullptr && euroclass == nullptr) euroclass = &text;
  }
  if (nec == nullptr || euroclass == nullptr) return;
  report
      .say(kRatingsMixed, Severity::kWarning, euroclass->place(*ratings_of(*euroclass).euroclass),
           "Euroclasses here, types of the NEC elsewhere in the paper")
      .note(nec->place(*ratings_of(*nec).nec), "a type of the NEC")
      .help("one site has one law: rate every cable of a site in one scheme");
}

}  // namespace ferrule::spec::paper
