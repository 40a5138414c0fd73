// A file that is written whole or not at all: beside its place under another name, then renamed.
//
// Shape:  an existing file keeps its permissions; a link is followed to the file it names; a device or pipe is written directly.
// Errors: a folder that is not there, a place that cannot be written, a full disk: a Failure, and nothing is left behind.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ferrule::cli {

class OutputFile {
 public:
  static Result<OutputFile> open(const std::string& path);
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();  // what was not committed is removed

  void write(std::string_view text);  // a fault is kept for commit()
  Result<void> commit();

 private:
  OutputFile() = default;
  std::string asked_, target_, temporary_;
  std::FILE* file_ = nullptr;
  int failed_ = 0;
};

}  // namespace ferrule::cli
