// What the rows of a table could not say: each remark once, with the links that it is about.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferrule::cli {

std::string paragraph(std::string_view text);  // wrapped to 100 columns, each line ended

// "L1, L2, L3 and 2,041 more"
std::string few(const std::vector<std::string>& names, std::uint64_t all, std::size_t most);

class Remarks {
 public:
  void add(const std::vector<std::string>& names, std::uint64_t links, const std::string& text);  // an empty text is none
  std::string text() const;

 private:
  struct Remark {
    std::string text;
    std::vector<std::string> names;
    std::uint64_t links = 0;
  };
  std::vector<Remark> all_;
};

}  // namespace ferrule::cli
