#include "lang/files.h"

#include <filesystem>

namespace ferrule::lang {

std::string Files::beside(const std::string& path, std::string_view name) {
  return (std::filesystem::path(path).parent_path() / std::filesystem::path(name)).lexically_normal().generic_string();
}

Result<std::uint32_t> DiskFiles::read(const std::string& path, diag::Sources& sources) { return sources.read(path); }

std::string DiskFiles::identity(const std::string& path) const {
  std::error_code code;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path, code);
  return code ? path : real.string();
}

Result<std::uint32_t> TextFiles::read(const std::string& path, diag::Sources& sources) {
  const auto found = texts_.find(path);
  if (found == texts_.end()) return tl::unexpected(Failure{path, "no such file"});
  return sources.add(path, found->second);
}

}  // namespace ferrule::lang
