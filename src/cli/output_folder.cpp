#include "cli/output_folder.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "cli/output_file.h"
#include "synth/plan.h"

namespace ferrule::cli {
namespace {

bool holds_plan(const std::filesystem::path& folder) {
  std::ifstream file(folder / "plant.yaml", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  return text.find(synth::kWrittenByDesign) != std::string::npos;
}

}  // namespace

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

Result<void> write_plan(const std::string& folder, const std::map<std::string, std::string, std::less<>>& files) {
  const std::filesystem::path path(folder);
  std::error_code code;
  for (const auto& [name, text] : files)
    if (std::filesystem::exists(path / name, code) && !holds_plan(path))
      return tl::unexpected(Failure{(path / name).generic_string(),
                                    "it is there already, and no design wrote it; name a folder of its own with --output"});
  return write_folder(folder, files);
}

}  // namespace ferrule::cli
