#include "plant/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::plant {

std::uint32_t NamePool::add(std::string_view name) {
  bytes_.append(name);
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  return static_cast<std::uint32_t>(ends_.size() - 2);
}

std::string_view NamePool::get(std::uint32_t handle) const {
  return std::string_view(bytes_).substr(ends_[handle], ends_[handle + 1] - ends_[handle]);
}

void NamePool::reserve(std::size_t names, std::size_t bytes) {
  ends_.reserve(names + 1);
  bytes_.reserve(bytes);
}

std::string NameRun::at(std::uint32_t index) const {
  if (!numbered) return prefix;
  return fmt::format("{}{:0{}}{}", prefix, first + index, static_cast<int>(width), suffix);
}

std::optional<std::uint32_t> NameRun::index_of(std::string_view name) const {
  if (!numbered) return name == prefix ? std::optional<std::uint32_t>(0) : std::nullopt;
  if (!name.starts_with(prefix) || !name.ends_with(suffix) || name.size() < prefix.size() + suffix.size() + 1)
    return std::nullopt;
  const std::string_view digits = name.substr(prefix.size(), name.size() - prefix.size() - suffix.size());
  if (digits.size() < width || digits.size() > std::max<std::size_t>(width, 10)) return std::nullopt;
  if (digits.size() > width && digits.front() == '0' && digits.size() > 1) return std::nullopt;  // "Eth01" is not "Eth1"
  std::uint64_t number = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
    if (number > 0xFFFF'FFFF) return std::nullopt;
  }
  if (number < first || number - first >= count) return std::nullopt;
  return static_cast<std::uint32_t>(number - first);
}

}  // namespace ferrule::plant
