#include "cli/output_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <gtest/gtest.h>
#include <unistd.h>

namespace ferrule::cli {
namespace {

namespace fs = std::filesystem;

class OutputFileTest : public testing::Test {
 protected:
  OutputFileTest() : folder_(fs::temp_directory_path() / ("ferrule-output-" + std::to_string(::getpid()))) {
    fs::create_directory(folder_);
  }
  ~OutputFileTest() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string text(const std::string& name) const {
    std::ifstream file(path(name));
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  void put(const std::string& name, const std::string& what) { std::ofstream(path(name)) << what; }

  fs::path folder_;
};

TEST_F(OutputFileTest, IsThereWholeOnceCommitted) {
  auto file = OutputFile::open(path("out.txt"));
  ASSERT_TRUE(file);
  file->write("one\n");
  file->write("two\n");
  EXPECT_FALSE(fs::exists(path("out.txt")));
  EXPECT_TRUE(file->commit());
  EXPECT_EQ(text("out.txt"), "one\ntwo\n");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFileTest, WhatWasNotCommittedLeavesTheOldFileAndNothingElse) {
  put("out.txt", "old");
  {
    auto file = OutputFile::open(path("out.txt"));
    ASSERT_TRUE(file);
    file->write("new");
  }
  EXPECT_EQ(text("out.txt"), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFileTest, KeepsThePermissionsOfAnExistingFile) {
  put("out.txt", "old");
  fs::permissions(path("out.txt"), fs::perms(0640));
  auto file = OutputFile::open(path("out.txt"));
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->commit());
  EXPECT_EQ(fs::status(path("out.txt")).permissions(), fs::perms(0640));
}

TEST_F(OutputFileTest, FollowsALinkToTheFileThatItNames) {
  put("real.txt", "old");
  fs::create_symlink("real.txt", path("link.txt"));
  auto file = OutputFile::open(path("link.txt"));
  ASSERT_TRUE(file);
  file->write("new");
  EXPECT_TRUE(file->commit());
  EXPECT_TRUE(fs::is_symlink(path("link.txt")));
  EXPECT_EQ(text("real.txt"), "new");
}

TEST_F(OutputFileTest, ADeviceIsWrittenAndNotReplaced) {
  auto file = OutputFile::open("/dev/null");
  ASSERT_TRUE(file);
  file->write("gone");
  EXPECT_TRUE(file->commit());
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(OutputFileTest, AFullDiskIsAFailure) {
  auto file = OutputFile::open("/dev/full");
  ASSERT_TRUE(file);
  file->write("too much");
  const Result<void> done = file->commit();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "No space left on device");
}

TEST_F(OutputFileTest, RefusesAFolderAndAFolderThatIsNotThere) {
  const auto folder = OutputFile::open(folder_.string());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().message, "it is a folder");
  const auto missing = OutputFile::open(path("no/out.txt"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "there is no folder " + path("no"));
}

}  // namespace
}  // namespace ferrule::cli
