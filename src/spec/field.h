// The fields of a specification: what a line of text may say of a product.
//
// Names: as in the JSON output; the two ends are connector_a and connector_b with type, gender, polish and count.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ferrule::spec {

enum class Field : std::uint8_t {
  kKind,
  kBrandTerm,
  kMtpBrandClaimed,
  kGrade,
  kProductLine,
  kFibreCount,
  kAType,
  kAGender,
  kAPolish,
  kACount,
  kBType,
  kBGender,
  kBPolish,
  kBCount,
  kFibreType,
  kMode,
  kPolarity,
  kLength,  // metres
  kJacket,
  kEuroclass,
  kColour,
  kMaxIl,  // dB
  kPmd,
  kFormFactor,
  kVendor,
  kPartNumber,
  kGlass,        // fibre type of the ITU: G.657.A1
  kMinRl,        // dB
  kLegLength,    // metres
  kDiameter,     // mm
  kArmour,       // armoured
  kPlace,        // indoor, outdoor
  kCompatible,   // what it is said to be compatible with
  kCordMap,      // of a duplex cord: A-to-B, A-to-A
  kPinOut,       // of a Type B cable over two rows
  kLegWiring,    // of a breakout: port, consecutive
  kAdapterKeys,  // of built-in adapters: A, B
  kLossBasis,    // of the maximum insertion loss
  kChangeable,   // pins or key change in the field
  kTestReport,
  kBrandWish,  // any, or equivalent
  kLast
};
inline constexpr std::size_t kFields = static_cast<std::size_t>(Field::kLast);

enum class FieldType : std::uint8_t { kText, kNumber, kTruth };

std::optional<Field> parse_field(std::string_view name);
std::string_view spell(Field field);  // "fibre_count", "connector_a.type"
FieldType type_of(Field field);
bool safety_critical(Field field);  // a wrong value gives no light, damage or an illegal installation (data/sources.md#fields)

// The same field of the other end; the field itself when it belongs to none.
Field mirrored(Field field);
constexpr Field at_end(Field of_a, bool b) {
  return b ? static_cast<Field>(static_cast<int>(of_a) + static_cast<int>(Field::kBType) - static_cast<int>(Field::kAType))
           : of_a;
}
constexpr bool of_end_b(Field field) { return field >= Field::kBType && field <= Field::kBCount; }
constexpr bool of_end_a(Field field) { return field >= Field::kAType && field <= Field::kACount; }

}  // namespace ferrule::spec
