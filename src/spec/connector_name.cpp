#include "spec/connector_name.h"

#include <fmt/format.h>

namespace ferrule::spec {

std::string exact_connector(const Specification& s, bool b) {
  const std::string_view type = s.text(at_end(Field::kAType, b));
  const std::optional<double> fibres = s.number(Field::kFibreCount), count = s.number(at_end(Field::kACount, b));
  if (!fibres || count.value_or(1) != 1) return std::string(type);
  // 16, 24 and 32 fibres may as well be several plugs of 8 or 12.
  if (type == "MPO" && (*fibres == 8 || *fibres == 12)) return *fibres == 8 ? "MPO-8" : "MPO-12";
  const bool cord = s.text(Field::kKind) == "patch_cord" || s.text(Field::kKind) == "pigtail";
  if (cord && (type == "LC" || type == "SC") && *fibres <= 2)
    return fmt::format("{}-{}", type, *fibres == 1 ? "simplex" : "duplex");
  return std::string(type);
}

}  // namespace ferrule::spec
