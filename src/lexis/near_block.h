// One stretch of memory for tables that are read in no order, on huge pages where the system gives them: on small ones a look into a
// table also asks where its page lies, which takes as long as the look itself.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>
#include <type_traits>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace ferrule::lexis {

class NearBlock {
 public:
  explicit NearBlock(std::size_t bytes) : left_((bytes + kHuge - 1) / kHuge * kHuge) {
    next_ = static_cast<std::byte*>(std::aligned_alloc(kHuge, left_));
    if (next_ == nullptr) throw std::bad_alloc();
    memory_.reset(next_);
#ifdef __linux__
    madvise(next_, left_, MADV_HUGEPAGE);  // a wish: refusal costs only time
#endif
  }

  // A table that lives as long as the block; each begins on a line of the cache.
  template <class T>
  std::span<T> table(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= kLine);
    void* at = next_;
    if (std::align(kLine, count * sizeof(T), at, left_) == nullptr) throw std::bad_alloc();
    next_ = static_cast<std::byte*>(at) + count * sizeof(T);
    left_ -= count * sizeof(T);
    T* const first = static_cast<T*>(at);
    std::uninitialized_value_construct_n(first, count);
    return {first, count};
  }

 private:
  static constexpr std::size_t kHuge = std::size_t{2} << 20, kLine = 64;
  struct Free {
    void operator()(std::byte* memory) const { std::free(memory); }
  };
  std::unique_ptr<std::byte, Free> memory_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace ferrule::lexis
