// From a name to a number, where the names live elsewhere (a pool, a vector of nodes): open addressing, eight bytes per name.
//
// Speed: one probe, mostly; the hash is keyed with a number drawn when the table is made, so nobody can write names that collide.
#pragma once

#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>

#include "plant/big_vector.h"

namespace ferrule::lang {

class NameTable {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFF'FFFF;

  NameTable() : secret_((static_cast<std::uint64_t>(std::random_device{}()) << 32 | std::random_device{}()) | 1), slots_(64) {}

  void reserve(std::size_t names) {
    std::size_t size = slots_.size();
    while (size * 3 < names * 4) size *= 2;
    if (size > slots_.size()) grow(size);
  }

  std::uint64_t hash(std::string_view name) const {
    std::uint64_t h = secret_ ^ name.size() * 0x9E37'79B9'7F4A'7C15ull;
    while (name.size() >= 8) {
      std::uint64_t word;
      std::memcpy(&word, name.data(), 8);
      h = mixed(h ^ word);
      name.remove_prefix(8);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, name.data(), name.size());
    return mixed(h ^ word);
  }
  void prefetch(std::uint64_t h) const { __builtin_prefetch(&slots_[h & (slots_.size() - 1)]); }

  // The number stored under this hash for which `same(id)` holds.
  template <class Same>
  std::uint32_t find_if(std::uint64_t h, Same same) const {
    for (std::size_t at = h & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.id == kAbsent) return kAbsent;
      if (slot.tag == tag(h) && same(slot.id)) return slot.id;
    }
  }
  // The number stored for `name`; `name_of(id)` gives the name behind a number.
  template <class NameOf>
  std::uint32_t find(std::string_view name, NameOf name_of) const {
    return find_if(hash(name), [&](std::uint32_t id) { return name_of(id) == name; });
  }

  // The caller has made sure that the name is not there.
  void insert(std::uint64_t h, std::uint32_t id) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow(slots_.size() * 2);
    place(h & (slots_.size() - 1), {tag(h), id});
    ++used_;
  }
  std::size_t size() const { return used_; }

 private:
  // Slots keep the low 32 bits of the hash, which both place and recognise a name; tables never exceed 2^32 slots.
  struct Slot {
    std::uint32_t tag = 0, id = kAbsent;
  };
  static std::uint32_t tag(std::uint64_t h) { return static_cast<std::uint32_t>(h); }

  std::uint64_t mixed(std::uint64_t value) const {
    value *= secret_;
    value = (value ^ (value >> 32)) * 0xE703'7ED1'A0B4'28DBull;
    return value ^ (value >> 29);
  }
  void place(std::size_t at, Slot slot) {
    while (slots_[at].id != kAbsent) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
  void grow(std::size_t size) {
    plant::BigVector<Slot> old(size);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.id != kAbsent) place(slot.tag & (slots_.size() - 1), slot);
  }

  std::uint64_t secret_;
  plant::BigVector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace ferrule::lang
