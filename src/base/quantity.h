// Lengths and losses as whole numbers of one unit each, so that sums are exact and print the same everywhere.
//
// Units:  Length in millimetres, Loss in microdecibel, Attenuation in microdecibel per kilometre.
// Errors: parse_* return nothing when the text is not a quantity or would overflow; they never guess a unit.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ferrule {

__extension__ typedef __int128 Wide;  // for products that leave 64 bits; gcc and clang both have it

struct Length {
  std::int64_t millimetre = 0;
  friend constexpr auto operator<=>(Length, Length) = default;
  friend constexpr Length operator+(Length a, Length b) { return {a.millimetre + b.millimetre}; }
  friend constexpr Length operator-(Length a, Length b) { return {a.millimetre - b.millimetre}; }
};

struct Loss {
  std::int64_t microdecibel = 0;
  friend constexpr auto operator<=>(Loss, Loss) = default;
  friend constexpr Loss operator+(Loss a, Loss b) { return {a.microdecibel + b.microdecibel}; }
  friend constexpr Loss operator*(int count, Loss one) { return {count * one.microdecibel}; }
};

constexpr double in_db(Loss loss) { return static_cast<double>(loss.microdecibel) / 1e6; }  // for chances and bars, not for sums

struct Attenuation {
  std::int64_t microdecibel_per_km = 0;
  friend constexpr auto operator<=>(Attenuation, Attenuation) = default;
  // Loss of `length` of this cable, rounded up to a whole microdecibel.
  constexpr Loss over(Length length) const {
    const Wide product = static_cast<Wide>(microdecibel_per_km) * length.millimetre;
    return {static_cast<std::int64_t>((product + 999'999) / 1'000'000)};
  }
};

// "30 m", "250 cm", "98.4ft", "12in", "0.5 km"; the unit is required. Feet and inches are exact (304.8 mm), rounded to
// the nearest millimetre. Negative lengths are not lengths.
std::optional<Length> parse_length(std::string_view text);

// A plain decimal number ("0.35", "10000") scaled by 10^digits and rounded half up; no exponent, no sign but '-'.
std::optional<std::int64_t> parse_decimal(std::string_view text, int digits);

std::string spell(Length length);  // "30 m", "0.5 m", "12.192 m"
std::string spell(Loss loss);      // "1.92 dB": two decimals, rounded up

}  // namespace ferrule
