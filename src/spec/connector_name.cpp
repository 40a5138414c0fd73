#include "spec/connector_name.h"

#include <fmt/format.h>

namespace ferrule::spec {

std::string exact_connector(const Specification& s, bool b) {
  const std::string_view type = s.text(at_end(Field::kAType, b));
  const std::optional<double> fibres = s.number(Field::kFibreCount), count = s.number(at_end(Field::kACount, b));
  if (!fibres || count.value_or(1) != 1) return std::string(type);
  if (type == "MPO")
    for (const int size : {8, 12, 16, 24, 32})
      if (*fibres == size) return fmt::format("MPO-{}", size);
  const bool cord = s.text(Field::kKind) == "patch_cord" || s.text(Field::kKind) == "pigtail";
  if (cord && (type == "LC" || type == "SC") && *fibres <= 2) return fmt::format("{}-{}", type, *fibres == 1 ? "simplex" : "duplex");
  return std::string(type);
}

}  // namespace ferrule::spec
