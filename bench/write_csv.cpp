// Writes "leafspine-dr4 v1" as a project in the plant language: what a reader is timed with.
//
//     bench_write_csv 1M shuffled FOLDER      plant.yaml, equipment.csv, panels.csv, cables.csv, links.csv
//
// Rows stand in asset order, so in a shuffled plant neighbouring cables have nothing to do with each other. Panels are of adapters with
// 32 ports each, in slots.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <fmt/format.h>

#include "fabrics/leafspine.h"

namespace ferrule::bench {
namespace {

constexpr std::uint32_t kPorts = 32;  // per adapter

class Output {
 public:
  explicit Output(const std::filesystem::path& path) : file_(std::fopen(path.c_str(), "wb"), &std::fclose) {
    if (file_ == nullptr) {
      fmt::print(stderr, "cannot write {}\n", path.string());
      std::exit(1);
    }
  }
  ~Output() { flush(); }
  template <class... Args>
  void write(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
    if (text_.size() > (1u << 20)) flush();
  }

 private:
  void flush() {
    if (std::fwrite(text_.data(), 1, text_.size(), file_.get()) != text_.size()) std::exit(1);
    text_.clear();
  }
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  fmt::memory_buffer text_;
};

struct Ends {
  std::string port, panel;
};

Ends ends(const char* box, const char* panel, std::uint32_t number, std::uint32_t port) {
  return {fmt::format("{}{}/Eth{}", box, number + 1, port + 1),
          fmt::format("{}{}/{}/{}", panel, number + 1, port / kPorts + 1, port % kPorts + 1)};
}

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> back(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) back[order[i]] = i;
  return back;
}

void write_boxes(const LeafSpine& shape, const std::filesystem::path& folder) {
  Output equipment(folder / "equipment.csv"), panels(folder / "panels.csv");
  equipment.write("name,ports,optic\n");
  panels.write("name,slots,part\n");
  const auto boxes = [&](const char* box, const char* panel, std::uint32_t count, std::uint32_t each) {
    for (std::uint32_t number = 1; number <= count; ++number) {
      equipment.write("{}{},Eth[1-{}],400GBASE-DR4\n", box, number, each);
      panels.write("{}{},[1-{}],adapters\n", panel, number, (each + kPorts - 1) / kPorts);
    }
  };
  boxes("leaf", "LP", shape.leaves, shape.spines * shape.parallel);
  boxes("spine", "SP", shape.spines, shape.leaves * shape.parallel);
}

void write_cables(const LeafSpine& shape, const std::filesystem::path& folder) {
  const Assets assets(shape);
  const std::uint32_t down = shape.spines * shape.parallel, up = shape.leaves * shape.parallel;
  const auto leaf = [&](std::uint32_t link) { return ends("leaf", "LP", link / down, link % down); };
  const auto spine = [&](std::uint32_t link) {
    return ends("spine", "SP", shape.spine_port(link) / up, shape.spine_port(link) % up);
  };
  Output cables(folder / "cables.csv"), links(folder / "links.csv");
  cables.write("id,part,length,a,b\n");
  std::uint32_t number = 0;
  for (std::uint32_t link : inverse(assets.cord_a))
    cables.write("A{},{},3 m,{},{}\n", ++number, shape.straight(link) ? "straight" : "cord", leaf(link).port, leaf(link).panel);
  number = 0;
  for (std::uint32_t link : inverse(assets.leg))
    cables.write("T{},leg,60 m,{}/rear,{}/rear\n", ++number, leaf(link).panel, spine(link).panel);
  number = 0;
  for (std::uint32_t link : inverse(assets.cord_b))
    cables.write("B{},cord,3 m,{},{}\n", ++number, spine(link).panel, spine(link).port);
  links.write("id,a,b\n");
  for (std::uint32_t link = 0; link < shape.links(); ++link)
    links.write("L{},{},{}\n", link + 1, leaf(link).port, spine(link).port);
}

void write_head(const std::filesystem::path& folder) {
  Output head(folder / "plant.yaml");
  head.write(R"(ferrule: 1
project: leafspine-dr4
parts:
  cord: {{kind: cord, ends: {{connector: MPO-12, gender: unpinned, polish: APC, grade: low-loss}}, polarity: B, fibre: OS2}}
  straight: {{kind: cord, ends: {{connector: MPO-12, gender: unpinned, polish: APC, grade: low-loss}}, polarity: A, fibre: OS2}}
  leg: {{kind: trunk, ends: {{connector: MPO-12, gender: pinned, polish: APC, grade: low-loss}}, polarity: B, fibre: OS2}}
  adapters: {{kind: adapter-panel, connector: MPO-12, adapter: A, count: {}}}
equipment: equipment.csv
panels: panels.csv
cables: cables.csv
links: links.csv
)",
             kPorts);
}

}  // namespace
}  // namespace ferrule::bench

int main(int count, char** words) {
  using namespace ferrule::bench;
  const std::optional<LeafSpine> shape =
      count == 4 ? LeafSpine::named(words[1], std::string_view(words[2]) == "shuffled") : std::nullopt;
  if (!shape) {
    fmt::print(stderr, "usage: bench_write_csv 1k|10k|100k|1M shuffled|structured FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = words[3];
  std::filesystem::create_directories(folder);
  write_head(folder);
  write_boxes(*shape, folder);
  write_cables(*shape, folder);
}
