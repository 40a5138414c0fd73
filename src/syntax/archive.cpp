#include "syntax/archive.h"

#include <algorithm>
#include <zip.h>

namespace ferrule::syntax {

struct Archive::Handle {
  zip_t* zip = nullptr;
  ~Handle() {
    if (zip != nullptr) zip_discard(zip);  // never written back
  }
};

namespace {

constexpr std::size_t kUnpackedAtOnce = 64 << 10;

std::string words_of(zip_error_t& error) {
  std::string words = zip_error_strerror(&error);
  zip_error_fini(&error);
  return words;
}

}  // namespace

Archive::Archive(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return tl::unexpected(Failure{"", words_of(error)});
  auto handle = std::make_unique<Handle>();
  handle->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (handle->zip == nullptr) {
    zip_source_free(source);
    return tl::unexpected(Failure{"", words_of(error)});
  }
  zip_error_fini(&error);
  return Archive(std::move(handle));
}

bool Archive::has(const std::string& name) const { return zip_name_locate(handle_->zip, name.c_str(), ZIP_FL_ENC_GUESS) >= 0; }

Result<std::string> Archive::unpack(const std::string& name, std::uint64_t most) const {
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(handle_->zip, name.c_str(), 0), &zip_fclose);
  if (!file) return tl::unexpected(Failure{name, zip_strerror(handle_->zip)});
  std::string out;
  while (out.size() <= most) {
    const std::size_t before = out.size();
    out.resize(before + kUnpackedAtOnce);
    const zip_int64_t got = zip_fread(file.get(), out.data() + before, kUnpackedAtOnce);
    if (got < 0) return tl::unexpected(Failure{name, "is damaged"});
    out.resize(before + static_cast<std::size_t>(got));
    if (got == 0) return out;
  }
  return tl::unexpected(Failure{name, "unpacks to more than it may"});
}

}  // namespace ferrule::syntax
