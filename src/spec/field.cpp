#include "spec/field.h"

#include <array>

namespace ferrule::spec {
namespace {

struct Row {
  std::string_view name;
  FieldType type;
  bool safety;
};
constexpr std::array<Row, kFields> kRows{{
    {"kind", FieldType::kText, true},
    {"brand_term", FieldType::kText, false},
    {"mtp_brand_claimed", FieldType::kTruth, false},
    {"grade", FieldType::kText, false},
    {"product_line", FieldType::kText, false},
    {"fibre_count", FieldType::kNumber, true},
    {"connector_a.type", FieldType::kText, true},
    {"connector_a.gender", FieldType::kText, true},
    {"connector_a.polish", FieldType::kText, true},
    {"connector_a.count", FieldType::kNumber, true},
    {"connector_b.type", FieldType::kText, true},
    {"connector_b.gender", FieldType::kText, true},
    {"connector_b.polish", FieldType::kText, true},
    {"connector_b.count", FieldType::kNumber, true},
    {"fibre_type", FieldType::kText, true},
    {"mode", FieldType::kText, true},
    {"polarity", FieldType::kText, true},
    {"length_m", FieldType::kNumber, false},
    {"jacket", FieldType::kText, true},
    {"euroclass", FieldType::kText, true},
    {"colour", FieldType::kText, false},
    {"max_il_db", FieldType::kNumber, false},
    {"pmd", FieldType::kText, false},
    {"form_factor", FieldType::kText, false},
    {"vendor", FieldType::kText, false},
    {"part_number", FieldType::kText, false},
    {"glass", FieldType::kText, false},
    {"min_rl_db", FieldType::kNumber, false},
    {"leg_length_m", FieldType::kNumber, false},
    {"diameter_mm", FieldType::kNumber, false},
    {"armour", FieldType::kText, false},
    {"place", FieldType::kText, false},
    {"compatible_with", FieldType::kText, false},
    {"cord_map", FieldType::kText, true},
    {"pin_out", FieldType::kText, true},
    {"leg_wiring", FieldType::kText, true},
    {"adapter_keys", FieldType::kText, true},
    {"loss_basis", FieldType::kText, false},
    {"changeable", FieldType::kText, false},
    {"test_report", FieldType::kText, false},
    {"brand_wish", FieldType::kText, false},
}};

}  // namespace

std::string_view spell(Field field) { return kRows[static_cast<std::size_t>(field)].name; }
std::optional<Field> parse_field(std::string_view name) {
  for (std::size_t i = 0; i < kRows.size(); ++i)
    if (kRows[i].name == name) return static_cast<Field>(i);
  return std::nullopt;
}

FieldType type_of(Field field) { return kRows[static_cast<std::size_t>(field)].type; }
bool safety_critical(Field field) { return kRows[static_cast<std::size_t>(field)].safety; }

Field mirrored(Field field) {
  constexpr int kApart = static_cast<int>(Field::kBType) - static_cast<int>(Field::kAType);
  if (of_end_a(field)) return static_cast<Field>(static_cast<int>(field) + kApart);
  if (of_end_b(field)) return static_cast<Field>(static_cast<int>(field) - kApart);
  return field;
}

}  // namespace ferrule::spec
