// How rules spell lists and positions, so that all of them speak alike.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

std::string spell_list(std::span<const std::string> words);          // "a", "a and b", "a, b and c"
std::string spell_positions(std::span<const int> positions);         // 0-based, ascending: "position 3", "positions 5-8 and 12"
std::string spell_count(std::uint64_t count, std::string_view one);  // "1 cable", "2,044 cables"
std::string spell_faces(const View& view,
                        std::span<const std::uint32_t> faces);  // of one type: "trunk a and b"; many: "trunk (24 ends)"

// Brand and grade of a face: its own, else its part's; empty when nobody said.
const std::string& brand_of(const View& view, std::uint32_t face);
const std::string& grade_of(const View& view, std::uint32_t face);

const facts::Connector* connector_of(const View& view, std::uint32_t face);
bool has_pins(const View& view, std::uint32_t face);  // a multi-fibre connector with guide pins

// Findings of one rule that each name their own cause (a label, a rack unit) are written out this often; the rest are counted.
constexpr std::size_t kMostAlike = 100;

}  // namespace ferrule::check
