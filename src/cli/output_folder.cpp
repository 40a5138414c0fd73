#include "cli/output_folder.h"

#include <filesystem>
#include <vector>

#include "cli/output_file.h"

namespace ferrule::cli {

Result<void> write_folder(const std::string& folder, const std::map<std::string, std::string, std::less<>>& files) {
  std::vector<OutputFile> open;
  for (const auto& [name, text] : files) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code code;
    std::filesystem::create_directories(path.parent_path(), code);
    if (code) return tl::unexpected(Failure{path.parent_path().generic_string(), code.message()});
    Result<OutputFile> file = OutputFile::open(path.generic_string());
    if (!file) return tl::unexpected(file.error());
    file->write(text);
    open.push_back(std::move(*file));
  }
  for (OutputFile& file : open)
    if (Result<void> done = file.commit(); !done) return done;
  return {};
}

}  // namespace ferrule::cli
