#include "cli/output_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>
#include <sys/stat.h>
#include <unistd.h>

namespace ferrule::cli {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> refused(const std::string& path, const std::string& why) { return tl::unexpected(Failure{path, why}); }

// As open(2) would have given a new file, which mkstemp(3) does not.
mode_t mode_of(const fs::path& target) {
  struct stat there {};
  if (stat(target.c_str(), &there) == 0) return there.st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::string& path) {
  std::error_code error;
  fs::path target(path);
  const fs::path real = fs::canonical(target, error);
  if (!error) target = real;
  const fs::file_status status = fs::status(target, error);
  if (fs::is_directory(status)) return refused(path, "it is a folder");
  if (target.filename().empty()) return refused(path, "it names no file");
  OutputFile out;
  out.asked_ = path;
  out.target_ = target.string();
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    out.file_ = std::fopen(out.target_.c_str(), "wb");
    if (out.file_ == nullptr) return refused(path, std::strerror(errno));
    return out;
  }
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, error)) return refused(path, "there is no folder " + folder.string());
  out.temporary_ = (folder / (".ferrule-XXXXXX")).string();
  const int handle = mkstemp(out.temporary_.data());
  if (handle < 0) {
    out.temporary_.clear();
    return refused(path, std::strerror(errno));
  }
  if (fchmod(handle, mode_of(target)) != 0) out.failed_ = errno;
  out.file_ = fdopen(handle, "wb");
  if (out.file_ == nullptr) {
    const int why = errno;
    close(handle);
    return refused(path, std::strerror(why));
  }
  return out;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : asked_(std::move(other.asked_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::exchange(other.file_, nullptr)),
      failed_(other.failed_) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr) std::fclose(file_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size() && failed_ == 0) failed_ = errno;
}

Result<void> OutputFile::commit() {
  if (std::fflush(file_) != 0 && failed_ == 0) failed_ = errno;
  if (std::fclose(std::exchange(file_, nullptr)) != 0 && failed_ == 0) failed_ = errno;
  if (failed_ == 0 && !temporary_.empty() && std::rename(temporary_.c_str(), target_.c_str()) != 0) failed_ = errno;
  if (failed_ != 0) return refused(asked_, std::strerror(failed_));
  temporary_.clear();
  return {};
}

}  // namespace ferrule::cli
