#include "spec/specification.h"

#include <fmt/format.h>

namespace ferrule::spec {

std::string value_text(Field field, const Reading& reading) {
  switch (type_of(field)) {
    case FieldType::kText: return std::string(reading.text);
    case FieldType::kTruth: return reading.number != 0 ? "yes" : "no";
    case FieldType::kNumber: return fmt::format("{}", reading.number);
  }
  return {};
}

}  // namespace ferrule::spec
