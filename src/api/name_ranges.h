// Many names in few words: T1, T2, T3, P07 as T[1-3], P07, in the ranges of the plant language.
//
// Shape:  names keep their order; a range counts up by one in one place. Joined, the ranges stand for exactly the names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ferrule::api {

class NameRanges {
 public:
  void add(std::string_view name);
  std::vector<std::string> take();  // the ranges so far; begins anew

 private:
  bool goes_on(std::string_view name);
  void close();

  std::vector<std::string> ranges_;
  std::string first_, before_, behind_;  // of the range that is open: its first name, and what stands around its number
  std::size_t width_ = 0;                // of padded numbers; 0: as they are
  unsigned long long low_ = 0, high_ = 0;
  bool open_ = false, numbered_ = false;
};

// The first few ranges and the last one: "T[1-4], U[1-4], ..., Z[1-4]".
std::string in_short(const std::vector<std::string>& ranges, std::size_t most);

}  // namespace ferrule::api
