// How large a plant may grow from a short text: ranges multiply, and a plant that nobody could lay is refused before memory is gone.
//
// Units: about 16 bytes of the finished plant. The default holds four million links of three cables each.
#pragma once

#include <cstdint>

namespace ferrule::lang {

class Budget {
 public:
  static constexpr std::uint64_t kDefault = 120'000'000;
  static constexpr std::uint64_t kMost = std::uint64_t{1} << 40;  // no budget is as large
  explicit Budget(std::uint64_t most = kDefault) : most_(most), left_(most) {}

  // False once spent; the first refusal should be told, the others need not.
  bool take(std::uint64_t units) {
    if (units > left_) {
      left_ = 0;
      return false;
    }
    left_ -= units;
    return true;
  }
  bool told() { return told_ ? true : (told_ = true, false); }
  std::uint64_t most() const { return most_; }

 private:
  std::uint64_t most_, left_;
  bool told_ = false;
};

}  // namespace ferrule::lang
