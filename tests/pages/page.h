// Pages of docs/rules as tests (see README.md).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>
#include <gtest/gtest.h>

namespace ferrule::test {

// Pages whose header says `by: who`.
std::vector<std::string> pages_by(std::string_view who);

struct PageBlocks {
  std::string_view example, shown;  // how the fences of both begin: "paper", "lint"
  // What the rule of that code finds in an example, printed; `kind` is the whole text behind the fence.
  std::function<std::string(const std::string& code, const std::string& kind, const std::string& text)> find;
};

// Fails where an example shows otherwise, where the rule never fires, or fires behind "Not a finding".
void hold_page(const std::string& path, const PageBlocks& blocks);

std::string page_test_name(const testing::TestParamInfo<std::string>& info);

}  // namespace ferrule::test
