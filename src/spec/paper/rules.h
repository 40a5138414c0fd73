// What can be wrong with the words of a paper, each with its code for ever. Each has its page: docs/rules/<name>.md.
#pragma once

#include <string_view>

#include "diag/finding.h"

namespace ferrule::spec::paper {

using diag::Severity;

struct Rule {
  std::string_view code, name;
  Severity severity;  // of most of its findings; a check may say another
};

inline constexpr Rule kOneThingTwoNames{"W701", "one-thing-two-names", Severity::kWarning};
inline constexpr Rule kOneNameTwoThings{"W702", "one-name-two-things", Severity::kWarning};
inline constexpr Rule kBothBrandWords{"W703", "both-brand-words", Severity::kNote};
inline constexpr Rule kBrandWithoutNeed{"W704", "brand-without-need", Severity::kNote};
inline constexpr Rule kBrandMissing{"W705", "brand-missing", Severity::kError};
inline constexpr Rule kBrandWithoutOwner{"W706", "brand-without-owner", Severity::kWarning};
inline constexpr Rule kLikenessIsNoBrand{"W707", "likeness-is-no-brand", Severity::kWarning};
inline constexpr Rule kMethodOfACable{"W708", "method-of-a-cable", Severity::kWarning};
inline constexpr Rule kPolarityWithoutObject{"W709", "polarity-without-object", Severity::kWarning};
inline constexpr Rule kLineWithoutPins{"W710", "line-without-pins", Severity::kWarning};
inline constexpr Rule kLineWithoutPolish{"W711", "line-without-polish", Severity::kNote};
inline constexpr Rule kTypeBWithoutPinout{"W712", "type-b-24-without-pinout", Severity::kWarning};
inline constexpr Rule kLossWordWithoutFigure{"W713", "loss-word-without-figure", Severity::kWarning};
inline constexpr Rule kLossWithoutBasis{"W714", "loss-without-basis", Severity::kWarning};
inline constexpr Rule kRatingsMixed{"W715", "ratings-mixed", Severity::kError};
inline constexpr Rule kCopperRatingOnFibre{"W716", "copper-rating-on-fibre", Severity::kError};
inline constexpr Rule kMaterialIsNoRating{"W717", "material-is-no-rating", Severity::kNote};
inline constexpr Rule kPricePerCore{"W718", "price-per-core", Severity::kWarning};
inline constexpr Rule kLineTwice{"W719", "line-twice", Severity::kWarning};
inline constexpr Rule kCodeAgainstWords{"W720", "code-against-words", Severity::kWarning};
inline constexpr Rule kUnitsOfLengthMixed{"W721", "units-of-length-mixed", Severity::kNote};
inline constexpr Rule kLengthAgainstLength{"W722", "length-against-length", Severity::kError};
inline constexpr Rule kLineContradictsItself{"W723", "line-contradicts-itself", Severity::kError};
inline constexpr Rule kPolishAgainstUse{"W724", "polish-against-use", Severity::kWarning};
inline constexpr Rule kEncodingGuessed{"W725", "encoding-guessed", Severity::kNote};
inline constexpr Rule kNoLineRead{"W726", "no-line-read", Severity::kError};

}  // namespace ferrule::spec::paper
