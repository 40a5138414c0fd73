// Lines of a file or of standard input ("-"), whatever their length, without the whole file in memory.
//
// Shape:     views without their line end, valid until the next call.
// Encodings: bytes as they are, NULs too: a line is read whatever it holds; a file that begins with the mark of UTF-16 is held whole
//            and turned into UTF-8.
// Errors:    a folder, or a file that cannot be opened, is a Failure.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ferrule::syntax {

class LineSource {
 public:
  static Result<LineSource> open(const std::string& path);
  bool next(std::string_view& line);
  bool append_lines(std::string& out, std::size_t least);  // whole ones, with their ends; false when there was none left

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != nullptr && file != stdin) std::fclose(file);
    }
  };

  bool next_raw(std::string_view& line);  // with its end
  bool fill();
  void decode();

  std::unique_ptr<std::FILE, Close> file_;
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
};

}  // namespace ferrule::syntax
