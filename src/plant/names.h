// Many short names in one block of memory, and numbered runs of names that are never stored one by one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferrule::plant {

// Appends names and hands out small handles. Views are valid until the next add.
class NamePool {
 public:
  std::uint32_t add(std::string_view name);
  std::string_view get(std::uint32_t handle) const;
  void reserve(std::size_t names, std::size_t bytes);

 private:
  std::string bytes_;
  std::vector<std::uint32_t> ends_{0};
};

// "Eth[1-32]": prefix Eth, first 1, count 32; "P[01-12]" keeps its width of 2. A plain name is a run of one without number.
struct NameRun {
  std::string prefix, suffix;
  std::uint32_t first = 0, count = 1;
  std::uint8_t width = 0;  // zero-padded digits
  bool numbered = false;

  std::string at(std::uint32_t index) const;
  std::optional<std::uint32_t> index_of(std::string_view name) const;
};

}  // namespace ferrule::plant
