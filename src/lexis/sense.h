// What a word of a product line may mean. The words themselves are tables: data/lexicon*.csv.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ferrule::lexis {

enum class Sense : std::uint8_t {
  kNone,          // an unknown word
  kNumber,        // a number without a unit
  kRatio,         // 2x3, 1:32
  kTimes,         // 4x
  kCode,          // letters and digits that are no words: a part number, a serial number
  kMark,          // a trademark sign
  kKind,          // evidence for what the thing is: trunk, cassette, "cat6a" -> not_fibre
  kConnector,     // LC, SC, MDC
  kMulti,         // MPO, MTP
  kStyle,         // simplex, duplex, quad, uniboot
  kPolish,        // PC, UPC, APC
  kGender,        // pinned, unpinned
  kFibre,         // OM1..OM5, OS1, OS2
  kGlass,         // G.657.A1: a fibre type of the ITU
  kMode,          // SM, MM
  kPolarityWord,  // type, method, polarity: takes a letter
  kPolarity,      // a whole phrase: universal, A-type
  kJacket,        // LSZH, OFNP, PVC
  kEuroclass,     // Cca
  kGrade,         // low loss
  kLine,          // Elite
  kColour,
  kFormFactor,  // QSFP28
  kPmd,         // SR4: the suffix of an application
  kMaker,
  kTo,
  kFor,
  kCompatible,
  kWith,
  kWithout,
  kUpTo,
  kEach,
  kLeg,       // makes a length that of a leg, or a reach
  kLossWord,  // insertion loss, return loss
  kArmour,
  kPlace,    // indoor, outdoor
  kOptical,  // shows that fibre optics is spoken of
  kSplice,
  kSide,        // rear, front
  kSays,        // a phrase that states a field by itself: "cord_map=A-to-B"
  kNameWord,    // announces a name: "part number", "maker"
  kBlank,       // says nothing, and is no name either
  kUnitLength,  // units follow a number and make it a quantity
  kUnitFibre,
  kUnitPort,
  kUnitLoss,
  kUnitSpeed,
  kUnitNm,
  kUnitUm,
  kUnitMm,
  kUnitRack,
  kUnitOther,
  kLetter,  // one of A, B, C
  kLast
};

constexpr bool is_unit(Sense sense) { return sense >= Sense::kUnitLength && sense <= Sense::kUnitOther; }

constexpr std::uint64_t set_of(Sense sense) { return std::uint64_t{1} << static_cast<unsigned>(sense); }
template <class... More>
constexpr std::uint64_t set_of(Sense sense, More... more) {
  return set_of(sense) | set_of(more...);
}
static_assert(static_cast<unsigned>(Sense::kLast) < 64);

std::optional<Sense> parse_sense(std::string_view word);  // as data/lexicon.csv writes them: "unit-length"
std::string_view spell(Sense sense);

}  // namespace ferrule::lexis
