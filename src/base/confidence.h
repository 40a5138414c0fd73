// How sure a fact is, and what that allows: low never decides a result, medium and high may.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ferrule {

enum class Confidence : std::uint8_t { kLow, kMedium, kHigh };

constexpr std::string_view spell(Confidence confidence) {
  return confidence == Confidence::kHigh ? "high" : confidence == Confidence::kMedium ? "medium" : "low";
}

constexpr std::optional<Confidence> parse_confidence(std::string_view word) {
  if (word == "high") return Confidence::kHigh;
  if (word == "medium") return Confidence::kMedium;
  if (word == "low") return Confidence::kLow;
  return std::nullopt;
}

}  // namespace ferrule
