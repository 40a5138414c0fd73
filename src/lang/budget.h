// How large a plant may grow from its text: ranges multiply, and a plant that nobody could lay is refused before memory is gone.
//
// Units: about 16 bytes of the finished plant.
// Shape: a short text may ask for a million links of three cables each (kAtOnce); every byte of text that is read earns one unit
//        more, up to four million links. A table earns several times what its rows cost, a few ranges earn nothing.
#pragma once

#include <algorithm>
#include <cstdint>

namespace ferrule::lang {

class Budget {
 public:
  static constexpr std::uint64_t kAtOnce = 32'000'000;
  static constexpr std::uint64_t kDefault = 120'000'000;
  static constexpr std::uint64_t kMost = std::uint64_t{1} << 40;  // no budget is as large
  explicit Budget(std::uint64_t most = kDefault) : most_(most), granted_(std::min(most, kAtOnce)), left_(granted_) {}

  void earn(std::uint64_t bytes) {
    const std::uint64_t more = spent_ ? 0 : std::min(bytes, most_ - granted_);
    granted_ += more;
    left_ += more;
  }

  // False once spent; the first refusal should be told, the others need not.
  bool take(std::uint64_t units) {
    if (units <= left_) {
      left_ -= units;
      return true;
    }
    left_ = 0;
    spent_ = true;
    return false;
  }
  bool spent() const { return spent_; }
  bool told() { return told_ ? true : (told_ = true, false); }
  std::uint64_t granted() const { return granted_; }

 private:
  std::uint64_t most_, granted_, left_;
  bool spent_ = false, told_ = false;
};

}  // namespace ferrule::lang
