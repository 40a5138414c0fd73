#include "syntax/line_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "syntax/readable_text.h"

namespace ferrule::syntax {
namespace {

constexpr std::size_t kReadAtOnce = std::size_t{1} << 18;

}  // namespace

Result<LineSource> LineSource::open(const std::string& path) {
  LineSource source;
  std::error_code code;
  if (path != "-" && std::filesystem::is_directory(path, code)) return tl::unexpected(Failure{path, "it is a folder"});
  source.file_.reset(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!source.file_) return tl::unexpected(Failure{path, std::strerror(errno)});
  source.decode();
  return source;
}

bool LineSource::next(std::string_view& line) {
  if (!next_raw(line)) return false;
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return true;
}

bool LineSource::append_lines(std::string& out, std::size_t least) {
  const std::size_t before = out.size();
  for (std::string_view line; out.size() - before < least && next_raw(line);) out += line;
  return out.size() > before;
}

bool LineSource::next_raw(std::string_view& line) {
  std::size_t searched = 0;  // bytes of the line that hold no end
  const void* end = nullptr;
  do {
    end = std::memchr(buffer_.data() + at_ + searched, '\n', filled_ - at_ - searched);
    searched = filled_ - at_;
  } while (end == nullptr && fill());  // which moves the line to the front
  const std::size_t stop =
      end == nullptr ? filled_ : static_cast<std::size_t>(static_cast<const char*>(end) - buffer_.data()) + 1;
  line = std::string_view(buffer_).substr(at_, stop - at_);
  at_ = stop;
  return !line.empty();
}

bool LineSource::fill() {
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
    filled_ -= at_;
    at_ = 0;
  }
  if (buffer_.size() - filled_ < kReadAtOnce) buffer_.resize(filled_ + std::max(kReadAtOnce, filled_));
  const std::size_t got = std::fread(buffer_.data() + filled_, 1, buffer_.size() - filled_, file_.get());
  filled_ += got;
  return got > 0;
}

void LineSource::decode() {
  while (filled_ < 2 && fill()) {
  }
  if (!is_utf16(std::string_view(buffer_).substr(0, filled_))) return;
  while (fill()) {
  }
  buffer_ = from_utf16(std::string_view(buffer_).substr(0, filled_));
  filled_ = buffer_.size();
}

}  // namespace ferrule::syntax
