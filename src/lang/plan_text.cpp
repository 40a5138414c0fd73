#include "lang/plan_text.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::lang {

std::string* tail_cell(WrittenTable& cables, std::string_view cable, int tail) {
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(cables.columns.begin(), cables.columns.end(), name) - cables.columns.begin());
  };
  const std::size_t id = column("id");
  std::size_t at = column(fmt::format("leg{}", tail));
  if (at == cables.columns.size()) at = column(fmt::format("b{}", tail));
  if (id == cables.columns.size() || at == cables.columns.size()) return nullptr;
  for (std::vector<std::string>& row : cables.rows)
    if (row[id] == cable) return &row[at];
  return nullptr;
}

namespace {

using Text = fmt::memory_buffer;

std::string taken(const Text& text) { return fmt::to_string(text); }

std::string cell(std::string_view text) { return csv_cell(text); }

constexpr std::string_view kStandingFile = "standing.yaml";
// In the order in which they are written there.
constexpr std::string_view kStandingSections[] = {"racks",  "trays",   "equipment", "panels",
                                                  "cables", "splices", "couplers",  "links"};

// Rows of a table in their order, from which those of one name may be taken out: further ports of a device stand behind its own.
class RowsByName {
 public:
  RowsByName(std::string_view lines, const std::string& behind) {
    for (const std::string_view line : split(lines, '\n'))
      if (!line.empty()) rows_.emplace_back(std::string(line) + behind + "\n");
    for (std::size_t i = 0; i < rows_.size(); ++i) by_name_.emplace(rows_[i].substr(0, rows_[i].find(',')), i);
  }

  std::string take(const std::string& name) {
    std::string out;
    const auto [begin, end] = by_name_.equal_range(cell(name));
    for (auto at = begin; at != end; ++at) out += std::exchange(rows_[at->second], {});
    return out;
  }

  std::string rest() const { return fmt::format("{}", fmt::join(rows_, "")); }

 private:
  std::vector<std::string> rows_;
  std::multimap<std::string, std::size_t> by_name_;
};

// Rows of what stands before those of the plan, in the plan's columns; further columns of theirs come behind.
std::string with_standing(const std::string& own, const WrittenTable& standing) {
  if (standing.rows.empty()) return own;
  const std::size_t head_end = own.find('\n');
  std::vector<std::string> columns;
  for (const std::string_view column : split(std::string_view(own).substr(0, head_end), ',')) columns.emplace_back(column);
  std::size_t more = 0;
  for (const std::string& column : standing.columns)
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column), ++more;
  std::vector<std::size_t> at;  // by column: that of what stands, or one behind
  at.reserve(columns.size());
  for (const std::string& column : columns)
    at.push_back(
        static_cast<std::size_t>(std::find(standing.columns.begin(), standing.columns.end(), column) - standing.columns.begin()));
  RowsByName own_rows(std::string_view(own).substr(head_end + 1), std::string(more, ','));
  std::string out = fmt::format("{}\n", fmt::join(columns, ","));
  for (std::size_t r = 0; r < standing.rows.size(); ++r) {
    const std::vector<std::string>& row = standing.rows[r];
    for (std::size_t i = 0; i < columns.size(); ++i)
      out += (i == 0 ? "" : ",") + (at[i] < row.size() ? cell(row[at[i]]) : std::string());
    out += '\n';
    if (at[0] >= row.size()) continue;
    const bool last = r + 1 == standing.rows.size() || standing.rows[r + 1][at[0]] != row[at[0]];
    if (last) out += own_rows.take(row[at[0]]);
  }
  return out + own_rows.rest();
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
    static const Written kNothing;
    const Written& standing = source_.standing != nullptr ? *source_.standing : kNothing;
    files["equipment.csv"] = with_standing(equipment(), standing.equipment);
    if (has_panels()) files["panels.csv"] = with_standing(panels(), standing.panels);
    files["cables.csv"] = with_standing(cables(), with_plugs(standing.cables));
    files["links.csv"] = with_standing(links(), standing.links);
    if (!standing.sections.empty()) files[std::string(kStandingFile)] = standing_sections(standing);
    return files;
  }

 private:
  // Dark tails of harnesses that stand are plugged in their own rows.
  WrittenTable with_plugs(WrittenTable cables) const {
    for (const synth::PlanPlug& plug : source_.plan.plugs)
      if (std::string* cell = tail_cell(cables, plug.cable, plug.tail)) *cell = plug.end;
    return cables;
  }

  bool has_panels() const {
    return (source_.standing != nullptr && !source_.standing->panels.rows.empty()) ||
           std::any_of(source_.plan.panels.begin(), source_.plan.panels.end(),
                       [](const synth::PlanPanel& panel) { return !panel.stands; });
  }

  static std::string standing_sections(const Written& standing) {
    std::string out = "ferrule: 1\n\n# What stood before `ferrule design` and was not in tables.\n";
    for (const std::string_view section : kStandingSections)
      if (const auto at = standing.sections.find(section); at != standing.sections.end())
        out += fmt::format("{}:\n{}\n", section, at->second);
    return out;
  }

  std::string includes() const {
    std::string names = given_names(source_.design);
    if (source_.standing != nullptr && !source_.standing->sections.empty())
      names += (names.empty() ? "" : ", ") + std::string(kStandingFile);
    return names;
  }

  std::string plant() const {
    Text out;
    const auto into = std::back_inserter(out);
    fmt::format_to(into, "ferrule: 1\nproject: {}\n\n{}: what is changed here is lost when it runs again.\n", source_.project,
                   synth::kWrittenByDesign);
    if (!source_.design.head.empty()) fmt::format_to(into, "{}\n", source_.design.head);
    if (const std::string names = includes(); !names.empty()) fmt::format_to(into, "include: [{}]\n\n", names);
    if (!source_.plan.parts.empty()) {
      fmt::format_to(into, "parts:\n");
      for (const synth::PlanPart& part : source_.plan.parts)
        if (!part.description.empty()) fmt::format_to(into, "  {}: {}\n", part.name, part.description);
      fmt::format_to(into, "\n");
    }
    racks(out);
    fmt::format_to(into, "equipment: equipment.csv\n");
    if (has_panels()) fmt::format_to(into, "panels: panels.csv\n");
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
      for (const auto& [port, optic] : source_.net.devices[d].further_ports)
        fmt::format_to(into, "{},,,,{},{}{}\n", cell(source_.net.devices[d].name), cell(port), cell(optic),
                       has_phases() ? "," : "");
      if (source_.net.devices[d].stands) continue;
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
      if (panel.stands) continue;
      fmt::format_to(into, "{},{},{},{}{}\n", cell(panel.name), standing(panel.stand), slots_of(panel),
                     source_.plan.parts[panel.part].name, phase_cell(panel.phase));
    }
    return taken(out);
  }

  // Of those that hold a module: "1", "[1-4]", "[1,3-4]".
  static std::string slots_of(const synth::PlanPanel& panel) {
    if (panel.slots == 0) return {};
    std::vector<std::string> runs;
    int last = 0;
    for (int slot = 1; slot <= panel.slots_used; slot = last + 1) {
      last = slot;
      if (panel.empty.contains(slot)) continue;
      while (last < panel.slots_used && !panel.empty.contains(last + 1)) ++last;
      runs.push_back(last == slot ? std::to_string(slot) : fmt::format("{}-{}", slot, last));
    }
    const std::string text = joined(runs, ",");
    return runs.size() == 1 && text.find('-') == std::string::npos ? fmt::format("\"{}\"", text) : fmt::format("\"[{}]\"", text);
  }

  static std::string end_cell(const synth::PlanTail& tail) {
    return tail.end.empty() ? std::string(kCappedTail) : cell(tail.end);
  }

  // A cable within its rack lies in no tray of either route.
  static bool has_side(const synth::PlanCable& cable) { return cable.side != synth::Side::kAny && !cable.trays.empty(); }

  // Then the column stays where it is.
  bool sides_stand() const {
    if (source_.standing == nullptr) return false;
    const std::vector<std::string>& columns = source_.standing->cables.columns;
    return std::find(columns.begin(), columns.end(), "side") != columns.end();
  }

  std::string cables() const {
    Text out;
    const auto into = std::back_inserter(out);
    std::size_t tails = 0;
    for (const synth::PlanCable& cable : source_.plan.cables) tails = std::max(tails, cable.tails.size());
    const bool sides = std::any_of(source_.plan.cables.begin(), source_.plan.cables.end(), has_side) || sides_stand();
    fmt::format_to(into, "id,part,length,a,b,route{}{}", sides ? ",side" : "", phase_column());
    for (std::size_t i = 1; i <= tails; ++i) fmt::format_to(into, ",leg{}", i);
    fmt::format_to(into, "\n");
    for (const synth::PlanCable& cable : source_.plan.cables) {
      fmt::format_to(into, "{},{},{},{},{},", cell(cable.id), source_.plan.parts[cable.part].name,
                     cable.ordered ? spell(*cable.ordered) : std::string(), cell(cable.a), cell(cable.b));
      for (std::size_t i = 0; i < cable.trays.size(); ++i)
        fmt::format_to(into, "{}{}", i == 0 ? "" : ";", source_.hall.trays[cable.trays[i]].name);
      if (sides) fmt::format_to(into, ",{}", has_side(cable) ? synth::spell(cable.side) : std::string_view());
      fmt::format_to(into, "{}", phase_cell(cable.phase));
      for (std::size_t i = 0; i < tails; ++i)
        fmt::format_to(into, ",{}", i < cable.tails.size() ? end_cell(cable.tails[i]) : std::string());
      fmt::format_to(into, "\n");
    }
    return taken(out);
  }

  std::string links() const {
    Text out;
    const auto into = std::back_inserter(out);
    fmt::format_to(into, "id,a,b\n");
    for (const synth::PlanLink& link : source_.plan.links)
      if (link.fibre && !link.listed) fmt::format_to(into, "{},{},{}\n", cell(link.id), cell(link.a), cell(link.b));
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
