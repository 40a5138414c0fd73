// A ZIP archive in memory, read with guards.
//
// Errors: a Failure for what is no archive, for an entry that is damaged or encrypted, and for one that unpacks to more than
//         `most` bytes: the size that the archive states is not believed, unpacking stops there.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ferrule::syntax {

class Archive {
 public:
  static Result<Archive> open(std::string_view bytes);  // the bytes stay with the caller, as long as the archive
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  bool has(const std::string& name) const;
  Result<std::string> unpack(const std::string& name, std::uint64_t most) const;

 private:
  struct Handle;
  explicit Archive(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace ferrule::syntax
