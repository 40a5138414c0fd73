#include "effort/cable_sizes.h"

#include <algorithm>

#include "effort/laid_cables.h"
#include "facts/cable_sizes.h"

namespace ferrule::effort {
namespace {

const facts::CableSize* row_of(const std::vector<facts::CableSize>& rows, std::string_view kind, bool duplex,
                               std::uint32_t fibres) {
  for (const facts::CableSize& row : rows)
    if (row.kind == kind && (row.connector.empty() || duplex) && fibres <= static_cast<std::uint32_t>(row.fibres_most))
      return &row;
  return nullptr;
}

// No face of it takes more than two fibres.
bool is_duplex(const plant::PartType& type) {
  return std::all_of(type.faces.begin(), type.faces.end(), [](const plant::TypeFace& face) { return face.face.size() <= 2; });
}

SizeOfCable size_of(const facts::CableSize* row, const plant::CableMeasures& stated) {
  SizeOfCable size;
  size.diameter_um = stated.diameter_um;
  size.grams_per_km = stated.grams_per_km;
  if (row == nullptr) return size;
  size.diameter_estimated = !size.diameter_um;
  size.weight_estimated = !size.grams_per_km;
  if (!size.diameter_um) size.diameter_um = row->diameter_um;
  if (!size.grams_per_km) size.grams_per_km = row->grams_per_km;
  return size;
}

}  // namespace

std::int64_t SizeOfCable::section_um2() const {
  if (!diameter_um) return 0;
  return static_cast<std::int64_t>(static_cast<Wide>(*diameter_um) * *diameter_um * 785'398 / 1'000'000);  // pi / 4
}

CableSizes::CableSizes(const plant::Plant& plant, const plant::Measures& measures, const facts::Facts& facts) {
  const std::vector<facts::CableSize> rows = facts::cable_sizes(facts);
  for (std::uint32_t type = 0; type < plant.types.size(); ++type) {
    const plant::PartType& part = plant.types[type];
    of_type_.push_back(
        laid(part.kind) ? size_of(row_of(rows, plant::spell(part.kind), is_duplex(part), fibres_of(part)), measures.cable(type))
                        : SizeOfCable{});
  }
  duplex_ = size_of(row_of(rows, "cord", true, 2), {});
}

}  // namespace ferrule::effort
