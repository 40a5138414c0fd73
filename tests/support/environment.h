// How many random plants, and which: FERRULE_PLANTS and FERRULE_SEED, or the usual ones.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace ferrule::test {

inline std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr || *text == '\0' ? otherwise : std::strtoull(text, nullptr, 0);
}

inline std::uint64_t seed_from_environment() { return from_environment("FERRULE_SEED", 20'240'601); }

inline std::uint64_t plants_from_environment(std::uint64_t usual, [[maybe_unused]] std::uint64_t under_sanitizers) {
#if defined(__SANITIZE_ADDRESS__) || defined(FERRULE_SANITIZED)
  usual = under_sanitizers;
#endif
  return from_environment("FERRULE_PLANTS", usual);
}

}  // namespace ferrule::test
