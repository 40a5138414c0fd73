#include "api/init.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <fmt/format.h>

namespace ferrule::api {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPlant = R"(# A leaf and a spine in two racks, joined by one trunk between two panels.
#
#   [leaf1/Eth1]--C1--[A01-P1/1]==T1==[B01-P1/1]--C2--[spine1/Eth1]

ferrule: 1
project: PROJECT

parts:                            # what can be bought; each is described once
  patch:    {kind: cord, fibre: OM4, polarity: A-to-B, ends: LC-duplex}
  trunk:    {kind: trunk, fibre: OM4, polarity: B,
             ends: {connector: MPO-12, gender: unpinned, polish: PC}}
  cassette: {kind: cassette, fibre: OM4, adapter: B, transition: universal,
             rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}

racks:                            # positions let Ferrule judge cable lengths
  A01: {at: [0 m, 0 m]}
  B01: {at: [12.6 m, 0 m]}

equipment:                        # a port's value is its optic
  leaf1:  {rack: A01, u: 40, ports: {"Eth[1-6]": 10GBASE-SR}}
  spine1: {rack: B01, u: 40, ports: {"Eth[1-6]": 10GBASE-SR}}

panels:
  A01-P1: {rack: A01, u: 42, slots: {1: cassette}}
  B01-P1: {rack: B01, u: 42, slots: {1: cassette}}

cables:                           # what is plugged where
  - {id: T1, part: trunk, length: 30 m, a: A01-P1/1/rear, b: B01-P1/1/rear}
  - {id: C1, part: patch, length: 2 m, a: leaf1/Eth1,  b: A01-P1/1/1}
  - {id: C2, part: patch, length: 2 m, a: spine1/Eth1, b: B01-P1/1/1}

links:                            # what you want: this is what check proves
  - {id: L1, a: leaf1/Eth1, b: spine1/Eth1}
)";

constexpr std::string_view kReadme = R"(# PROJECT

    ferrule check .                  # prove every link
    ferrule trace . leaf1/Eth1       # follow the light of one port

`plant.yaml` describes the plant: its parts, where they stand, what is plugged where, and which port should reach which.

Try a mistake: write `transition: consecutive` for the cassette, check again, and read what changes.
)";

// Names of projects are letters, digits, `-`, `_`, `.`.
std::string project_name(const fs::path& folder) {
  std::string name;
  for (char c : folder.filename().string()) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (plain) name += c;
  }
  return name.empty() || name == "." || name == ".." ? "my-plant" : name;
}

std::string with_name(std::string_view text, const std::string& name) {
  std::string out(text);
  for (std::size_t at = 0; (at = out.find("PROJECT", at)) != std::string::npos; at += name.size()) out.replace(at, 7, name);
  return out;
}

bool write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return file.good();
}

// A folder that is there stays the same folder: somebody's shell may stand in it.
void move_into(const fs::path& temporary, const fs::path& target, std::error_code& error) {
  fs::rename(temporary / "README.md", target / "README.md", error);
  if (error) return;
  fs::rename(temporary / "plant.yaml", target / "plant.yaml", error);
  std::error_code ignored;
  if (error) fs::remove(target / "README.md", ignored);
  fs::remove(temporary, ignored);
}

tl::unexpected<Failure> refused(const std::string& folder, std::string why) {
  return tl::unexpected(Failure{folder, std::move(why)});
}

}  // namespace

Result<Initialised> init(const std::string& folder) {
  std::error_code error;
  fs::path target = fs::weakly_canonical(fs::absolute(folder, error), error);
  if (error) return refused(folder, error.message());
  if (target.filename().empty()) target = target.parent_path();
  const fs::file_status status = fs::status(target, error);
  if (fs::exists(status) && !fs::is_directory(status)) return refused(folder, "there is a file of that name");
  if (fs::exists(status) && !fs::is_empty(target, error)) return refused(folder, "the folder is not empty");
  if (!fs::is_directory(target.parent_path(), error)) return refused(folder, "the folder that should hold it is not there");

  const bool there = fs::exists(status);
  std::string beside = ((there ? target : target.parent_path()) / ".ferrule-XXXXXX").string();
  if (mkdtemp(beside.data()) == nullptr) return refused(folder, std::generic_category().message(errno));
  const fs::path temporary(beside);
  const std::string name = project_name(target);
  const bool written =
      write(temporary / "plant.yaml", with_name(kPlant, name)) && write(temporary / "README.md", with_name(kReadme, name));
  if (written && !there) {
    fs::permissions(temporary, fs::perms(0755), error);
    if (!error) fs::rename(temporary, target, error);
  } else if (written) {
    move_into(temporary, target, error);
  }
  if (!written || error) {
    const std::string why = written ? error.message() : std::string("the files could not be written");
    std::error_code ignored;
    fs::remove_all(temporary, ignored);
    return refused(folder, why);
  }
  const fs::path shown(folder);
  return Initialised{{(shown / "plant.yaml").string(), (shown / "README.md").string()}};
}

}  // namespace ferrule::api
