// A specification as one JSON object: the labels of a product line, and for each where it came from.
//
// Shape:  the keys of every field that a line may state, null where it does not; `fields` tells span, words, rule and confidence of
//         what is stated; then contradictions, unknown and ask. One line of text.
#pragma once

#include <string>
#include <string_view>

#include "lexis/lexicon.h"
#include "spec/fits.h"
#include "spec/needs.h"
#include "spec/specification.h"

namespace ferrule::write {

class JsonWriter;

void specification_json(JsonWriter& json, std::string_view text, const spec::Specification& specification,
                        const facts::Facts& facts, const lexis::Lexicon& lexicon, const spec::Needs& needs);

void write_fitting(JsonWriter& json, const spec::Fitting& fitting);  // verdict, turned, reasons and ask, inside an object
// {"schema": "ferrule/fits/1", "verdict": ..., "reasons": [...], "ask": [...]}
std::string fitting_json(const spec::Fitting& fitting, std::string_view required, std::string_view offered);

}  // namespace ferrule::write
