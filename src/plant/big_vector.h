// A std::vector for the few arrays that grow with the plant and are read in no order: begins on a cache line, on huge pages when large.
//
//     line 64 bytes:  | cord a | cord b | cord a | cord b |        both ends of a cable never lie on two lines
//
// Why: following light is one cache line per cable, and with small pages one page-table walk per cable on top.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace ferrule::plant {

template <class T>
struct LineAllocator {
  using value_type = T;
  LineAllocator() = default;
  template <class U>
  LineAllocator(const LineAllocator<U>&) {}  // NOLINT: allocators convert

  static constexpr std::size_t kLine = 64, kHuge = std::size_t{2} << 20;

  T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T), page = bytes >= 2 * kHuge ? kHuge : kLine;
    void* at = std::aligned_alloc(page, (bytes + page - 1) / page * page);
    if (at == nullptr) throw std::bad_alloc();
#ifdef __linux__
    if (page == kHuge) madvise(at, (bytes + page - 1) / page * page, MADV_HUGEPAGE);  // a wish: refusal costs only time
#endif
    return static_cast<T*>(at);
  }
  void deallocate(T* at, std::size_t) { std::free(at); }
  friend bool operator==(LineAllocator, LineAllocator) { return true; }
};

template <class T>
using BigVector = std::vector<T, LineAllocator<T>>;

}  // namespace ferrule::plant
