// The published JSON Schema of plant.yaml, written from the same declarations that the reader checks files against.
//
// Shape: draft 4, one definition per mapping. YAML scalars that look like numbers or truth values reach a schema as such, so texts
//        take them too. What a schema cannot say (ranges that run in step, names that must exist) only the reader checks.
#pragma once

#include <string>

namespace ferrule::lang {

std::string json_schema();

}  // namespace ferrule::lang
