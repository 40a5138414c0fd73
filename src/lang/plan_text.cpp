#include "lang/plan_text.h"

#include <iterator>
#include <fmt/format.h>

namespace ferrule::lang {
namespace {

using Text = fmt::memory_buffer;

std::string taken(const Text& text) { return fmt::to_string(text); }

// Names may hold a comma; quotes they may not (name_fault).
std::string cell(std::string_view text) {
  const bool plain = text.find_first_of(",[") == std::string_view::npos && !text.starts_with('#');
  return plain ? std::string(text) : fmt::format("\"{}\"", text);
}

std::string names_of(const std::vector<plant::NameRun>& runs) {
  std::string out;
  const plant::NameRun& first = runs.front();
  if (!first.numbered) return first.prefix;
  for (const plant::NameRun& run : runs) {
    const std::string range = run.count == 1
                                  ? fmt::format("{:0{}}", run.first, run.width)
                                  : fmt::format("{:0{}}-{:0{}}", run.first, run.width, run.first + run.count - 1, run.width);
    out += (out.empty() ? "" : ",") + range;
  }
  return first.prefix + "[" + out + "]" + first.suffix;
}

class Writer {
 public:
  explicit Writer(const PlanSource& source) : source_(source) {}

  std::map<std::string, std::string, std::less<>> write() {
    std::map<std::string, std::string, std::less<>> files;
    files["plant.yaml"] = plant();
    for (std::size_t i = 0; i < source_.design.given.size(); ++i)
      files[given_name(i)] = "ferrule: 1\n\n" + source_.design.given[i].all;
    files["equipment.csv"] = equipment();
    if (!source_.plan.panels.empty()) files["panels.csv"] = panels();
    files["cables.csv"] = cables();
    files["links.csv"] = links();
    return files;
  }

 private:
  std::string plant() const {
    Text out;
    const auto into = std::back_inserter(out);
    fmt::format_to(into,
                   "ferrule: 1\nproject: {}\n\n# Written by `ferrule design`: what is changed here is lost when it runs again.\n",
                   source_.project);
    if (!source_.design.head.empty()) fmt::format_to(into, "{}\n", source_.design.head);
    if (!source_.design.given.empty()) fmt::format_to(into, "include: [{}]\n\n", given_names(source_.design));
    if (!source_.plan.parts.empty()) {
      fmt::format_to(into, "parts:\n");
      for (const synth::PlanPart& part : source_.plan.parts) fmt::format_to(into, "  {}: {}\n", part.name, part.description);
      fmt::format_to(into, "\n");
    }
    racks(out);
    fmt::format_to(into, "equipment: equipment.csv\n");
    if (!source_.plan.panels.empty()) fmt::format_to(into, "panels: panels.csv\n");
    fmt::format_to(into, "cables: cables.csv\nlinks: links.csv\n");
    return taken(out);
  }

  // Racks of which nothing is known but that a file of links names them.
  void racks(Text& out) const {
    bool any = false;
    for (const synth::HallRack& rack : source_.hall.racks) {
      if (!rack.of_links) continue;
      fmt::format_to(std::back_inserter(out), "{}  \"{}\": {{}}\n", any ? "" : "racks:\n", rack.name);
      any = true;
    }
    if (any) fmt::format_to(std::back_inserter(out), "\n");
  }

  std::string standing(const std::optional<synth::Stand>& stand) const {
    if (!stand) return ",,";
    return fmt::format("{},{},{}", cell(source_.hall.racks[stand->rack].name), stand->unit, stand->height);
  }

  bool has_phases() const { return !source_.design.fabric.phases.empty(); }

  // A last cell; nothing where the project has no phases.
  std::string phase_cell(std::uint32_t phase) const {
    return has_phases() ? "," + cell(source_.design.fabric.phases[phase]) : std::string();
  }
  const char* phase_column() const { return has_phases() ? ",phase" : ""; }

  std::string equipment() const {
    Text out;
    const auto into = std::back_inserter(out);
    fmt::format_to(into, "name,rack,u,height,ports,optic{}\n", phase_column());
    for (std::size_t d = 0; d < source_.net.devices.size(); ++d) {
      std::string standing_text = standing(source_.plan.stands.empty() ? std::nullopt : source_.plan.stands[d]);
      bool any = false;
      for (const synth::PortRun& run : synth::ports_of(source_.design.fabric, source_.net.devices[d])) {
        if (run.optic.empty()) continue;
        fmt::format_to(into, "{},{},{},{}{}\n", cell(source_.net.devices[d].name), standing_text, cell(names_of(run.names)),
                       cell(run.optic), phase_cell(source_.net.devices[d].phase));
        standing_text = ",,";
        any = true;
      }
      if (!any)
        fmt::format_to(into, "{},{},,{}\n", cell(source_.net.devices[d].name), standing_text,
                       phase_cell(source_.net.devices[d].phase));
    }
    return taken(out);
  }

  std::string panels() const {
    Text out;
    const auto into = std::back_inserter(out);
    fmt::format_to(into, "name,rack,u,height,slots,part{}\n", phase_column());
    for (const synth::PlanPanel& panel : source_.plan.panels) {
      const std::string slots = panel.slots == 0        ? ""
                                : panel.slots_used == 1 ? "\"1\""
                                                        : fmt::format("\"[1-{}]\"", panel.slots_used);
      fmt::format_to(into, "{},{},{},{}{}\n", cell(panel.name), standing(panel.stand), slots, source_.plan.parts[panel.part].name,
                     phase_cell(panel.phase));
    }
    return taken(out);
  }

  std::string cables() const {
    Text out;
    const auto into = std::back_inserter(out);
    fmt::format_to(into, "id,part,length,a,b,route{}\n", phase_column());
    for (const synth::PlanCable& cable : source_.plan.cables) {
      fmt::format_to(into, "{},{},{},{},{},", cell(cable.id), source_.plan.parts[cable.part].name,
                     cable.ordered ? spell(*cable.ordered) : std::string(), cell(cable.a), cell(cable.b));
      for (std::size_t i = 0; i < cable.trays.size(); ++i)
        fmt::format_to(into, "{}{}", i == 0 ? "" : ";", source_.hall.trays[cable.trays[i]].name);
      fmt::format_to(into, "{}\n", phase_cell(cable.phase));
    }
    return taken(out);
  }

  std::string links() const {
    Text out;
    const auto into = std::back_inserter(out);
    fmt::format_to(into, "id,a,b\n");
    for (const synth::PlanLink& link : source_.plan.links)
      if (link.fibre) fmt::format_to(into, "{},{},{}\n", cell(link.id), cell(link.a), cell(link.b));
    return taken(out);
  }

  const PlanSource& source_;
};

}  // namespace

std::string given_name(std::size_t index) { return index == 0 ? "given.yaml" : fmt::format("given-{}.yaml", index + 1); }

std::string given_names(const Design& design) {
  std::string out;
  for (std::size_t i = 0; i < design.given.size(); ++i) out += (i == 0 ? "" : ", ") + given_name(i);
  return out;
}

std::map<std::string, std::string, std::less<>> plan_files(const PlanSource& source) { return Writer(source).write(); }

}  // namespace ferrule::lang
