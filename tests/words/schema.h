// A document held against a published schema of docs/schema.
#pragma once

#include <string>

namespace ferrule::tests {

// Empty when the document is as the schema says; otherwise which keyword is broken and where.
std::string why_not(const std::string& schema_file, const std::string& document);

}  // namespace ferrule::tests
