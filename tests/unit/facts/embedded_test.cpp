#include "facts/embedded.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>
#include <gtest/gtest.h>

namespace ferrule::facts {
namespace {

TEST(Embedded, EachFileIsByteForByteTheOneInTheTree) {
  for (const auto& [path, bytes] : embedded_files()) {
    std::ifstream file(std::string(path), std::ios::binary);
    const std::string there{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(there, bytes) << path;
  }
}

TEST(Embedded, EachTableAndPageIsThereInOrder) {
  std::set<std::string> expected;
  for (const auto& [folder, extension] : {std::pair{"data", ".csv"}, std::pair{"docs/rules", ".md"}})
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == extension && entry.path().filename() != "README.md")
        expected.insert(entry.path().generic_string());

  std::vector<std::string> found;
  for (const auto& file : embedded_files()) found.emplace_back(file.path);
  EXPECT_EQ(found, std::vector<std::string>(expected.begin(), expected.end()));
}

}  // namespace
}  // namespace ferrule::facts
