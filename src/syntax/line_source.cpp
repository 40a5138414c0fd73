#include "syntax/line_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "syntax/readable_text.h"

namespace ferrule::syntax {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

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
  for (std::size_t from = at_;;) {
    const void* const end = std::memchr(buffer_.data() + from, '\n', filled_ - from);
    if (end != nullptr) {
      const std::size_t stop = static_cast<std::size_t>(static_cast<const char*>(end) - buffer_.data());
      line = trimmed(at_, stop);
      at_ = stop + 1;
      return true;
    }
    from = filled_ - at_;  // fill() moves what is left to the front
    if (fill()) continue;
    if (at_ == filled_) return false;
    line = trimmed(at_, filled_);
    at_ = filled_;
    return true;
  }
}

std::string_view LineSource::trimmed(std::size_t from, std::size_t to) const {
  if (to > from && buffer_[to - 1] == '\r') --to;
  return std::string_view(buffer_).substr(from, to - from);
}

bool LineSource::fill() {
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
    filled_ -= at_;
    at_ = 0;
  }
  if (buffer_.size() - filled_ < kBlock) buffer_.resize(filled_ + std::max(kBlock, filled_));
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
