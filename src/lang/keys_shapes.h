// What values of the plant language look like, wherever they stand: scalars, words, lists (see shape.h).
#pragma once

#include "lang/shape.h"

namespace ferrule::lang::keys {

// Scalars.
inline constexpr Shape kText{.takes = Takes::kText};
inline constexpr Shape kName{.takes = Takes::kName};
inline constexpr Shape kNames{.takes = Takes::kNames};
inline constexpr Shape kEnd{.takes = Takes::kEnd, .may_be_empty = true};
inline constexpr Shape kLinkEnd{.takes = Takes::kEnd};
inline constexpr Shape kYesNo{.takes = Takes::kYesNo};
inline constexpr Shape kLength{.takes = Takes::kLength};
inline constexpr Shape kCableLength{.takes = Takes::kLength, .least = 1};
inline constexpr Shape kLoss{.takes = Takes::kLoss};
inline constexpr Shape kDate{.takes = Takes::kDate};
inline constexpr Shape kSpare{.takes = Takes::kSpare};
inline constexpr Shape kShare{.takes = Takes::kShare};
inline constexpr Shape kDiameter{.takes = Takes::kDiameter};
inline constexpr Shape kWeight{.takes = Takes::kWeight};
inline constexpr Shape kVersion{.takes = Takes::kWhole, .least = 1, .most = 1};
inline constexpr Shape kUnits{.takes = Takes::kWhole, .least = 1, .most = 200};
inline constexpr Shape kUnit{.takes = Takes::kWhole, .least = 1, .most = 200};
inline constexpr Shape kCount{.takes = Takes::kWhole, .least = 1, .most = 1024};
inline constexpr Shape kReceptacles{.takes = Takes::kWhole, .least = 1, .most = 8};
inline constexpr Shape kFibres{.takes = Takes::kWhole, .least = 1, .most = 100'000};
inline constexpr std::string_view kMethodWords[] = {"A", "B", "C", "U1", "U2"};
inline constexpr Shape kMethod{.takes = Takes::kWord, .words = kMethodWords};
inline constexpr Shape kConnections{.takes = Takes::kWhole, .least = 0, .most = 1000};
inline constexpr Shape kSpan{.takes = Takes::kSpan};

inline constexpr std::string_view kPinWords[] = {"pinned", "unpinned", "male", "female"};
inline constexpr Shape kGender{.takes = Takes::kWord, .words = kPinWords};
inline constexpr std::string_view kPolishWords[] = {"PC", "UPC", "APC", "flat", "angled", "angled-up"};
inline constexpr Shape kPolish{.takes = Takes::kWord, .words = kPolishWords};
inline constexpr std::string_view kPinoutWords[] = {"R", "P"};
inline constexpr Shape kPinout{.takes = Takes::kWord, .words = kPinoutWords};
inline constexpr std::string_view kMixedWords[] = {"allowed", "warn", "refuse"};
inline constexpr Shape kMixed{.takes = Takes::kWord, .words = kMixedWords};
inline constexpr std::string_view kLossWords[] = {"worst-case"};
inline constexpr Shape kLossWord{.takes = Takes::kWord, .words = kLossWords};
inline constexpr std::string_view kAttenuationWords[] = {"TIA", "ISO"};
inline constexpr Shape kAttenuation{.takes = Takes::kWord, .words = kAttenuationWords};
inline constexpr std::string_view kLawWords[] = {"gamma", "lognormal"};
inline constexpr Shape kLaw{.takes = Takes::kWord, .words = kLawWords};
inline constexpr std::string_view kBrandWords[] = {"MPO", "MTP", "any"};
inline constexpr Shape kBrandWord{.takes = Takes::kWord, .words = kBrandWords};
inline constexpr std::string_view kSideWords[] = {"A", "B"};
inline constexpr Shape kSide{.takes = Takes::kWord, .words = kSideWords};
inline constexpr std::string_view kSpliceWords[] = {"fusion", "mechanical"};
inline constexpr Shape kSpliceWord{.takes = Takes::kWord, .words = kSpliceWords};
inline constexpr std::string_view kLevelWords[] = {"error", "warning", "note", "off"};

// Lists and alternatives.
inline constexpr Shape kTexts{.takes = Takes::kList, .item = &kText};
inline constexpr Shape kNameList{.takes = Takes::kList, .item = &kName};
inline constexpr Shape kEnds{.takes = Takes::kList, .most = 1024, .item = &kEnd};
inline constexpr const Shape* kEndOrEndsOf[] = {&kEnd, &kEnds};
inline constexpr Shape kEndOrEnds{.takes = Takes::kEither, .either = kEndOrEndsOf, .may_be_empty = true};
inline constexpr Shape kSpans{.takes = Takes::kList, .most = 128, .item = &kSpan};
inline constexpr const Shape* kPositionsOf[] = {&kSpan, &kSpans};
inline constexpr Shape kPositions{.takes = Takes::kEither, .either = kPositionsOf};
inline constexpr Shape kPlace{.takes = Takes::kPlace};
inline constexpr Shape kPoint{.takes = Takes::kList, .least = 2, .most = 2, .item = &kPlace};
inline constexpr const Shape* kMapOf[] = {&kText, &kTexts};
inline constexpr Shape kMap{.takes = Takes::kEither, .either = kMapOf};
inline constexpr const Shape* kSubjectsOf[] = {&kText, &kTexts};
inline constexpr Shape kSubjects{.takes = Takes::kEither, .either = kSubjectsOf};
inline constexpr const Shape* kRouteOf[] = {&kName, &kNameList};
inline constexpr Shape kRoute{.takes = Takes::kEither, .either = kRouteOf};

}  // namespace ferrule::lang::keys
