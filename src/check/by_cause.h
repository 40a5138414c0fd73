// Ways sorted by what is to be said of them, so that one cause becomes one finding however many ways share it.
//
// Shape: causes in order of first appearance; each way once per cause when added in order.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

class ByCause {
 public:
  struct Cause {
    std::string text, source;
    std::vector<std::uint32_t> ways;
  };

  void add(std::string text, std::uint32_t way, const std::string& source = {}) {
    const auto [found, fresh] = known_.emplace(text + '\n' + source, causes_.size());
    if (fresh) causes_.push_back({std::move(text), source, {}});
    std::vector<std::uint32_t>& ways = causes_[found->second].ways;
    if (ways.empty() || ways.back() != way) ways.push_back(way);
  }
  const std::vector<Cause>& causes() const { return causes_; }

 private:
  std::vector<Cause> causes_;
  std::unordered_map<std::string, std::size_t> known_;
};

}  // namespace ferrule::check
