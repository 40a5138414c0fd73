#include "api/init.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <gtest/gtest.h>
#include <unistd.h>

#include "api/check.h"

namespace ferrule::api {
namespace {

namespace fs = std::filesystem;

class InitTest : public testing::Test {
 protected:
  InitTest() : folder_(fs::temp_directory_path() / ("ferrule-init-" + std::to_string(::getpid()))) {
    fs::create_directory(folder_);
  }
  ~InitTest() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(InitTest, WritesAProjectThatIsProven) {
  const std::string target = (folder_ / "new").string();
  const auto done = init(target);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->files.size(), 2u);
  const CheckReport report = check({.path = target, .data = ""}, {.level = diag::Severity::kWarning});
  EXPECT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.loaded->project, "new");
  EXPECT_EQ(report.counts.links, 1u);
  EXPECT_EQ(report.counts.proven, 1u);
}

TEST_F(InitTest, AnEmptyFolderStaysTheSameFolder) {
  const fs::path target = folder_ / "there", stands_in = fs::current_path();
  fs::create_directory(target);
  fs::current_path(target);
  const auto done = init(".");
  EXPECT_TRUE(done);
  EXPECT_TRUE(fs::exists("plant.yaml"));
  EXPECT_EQ(std::distance(fs::directory_iterator("."), fs::directory_iterator()), 2);
  fs::current_path(stands_in);
}

TEST_F(InitTest, AFolderThatHoldsAnythingIsLeftAlone) {
  std::ofstream(folder_ / "mine.txt") << "mine";
  const auto done = init(folder_.string());
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "the folder is not empty");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(InitTest, AFileAndAMissingParentAreRefused) {
  std::ofstream(folder_ / "file") << "x";
  EXPECT_EQ(init((folder_ / "file").string()).error().message, "there is a file of that name");
  EXPECT_FALSE(init((folder_ / "no" / "such").string()));
  EXPECT_FALSE(fs::exists(folder_ / "no"));
}

TEST_F(InitTest, ANameThatIsNoProjectNameIsMendedInTheFileOnly) {
  const std::string target = (folder_ / "mein plan!").string();
  ASSERT_TRUE(init(target));
  EXPECT_EQ(check({.path = target, .data = ""}).loaded->project, "meinplan");
}

}  // namespace
}  // namespace ferrule::api
