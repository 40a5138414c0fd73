// Sections are read in the order in which they need each other, each over all files: parts, then what stands, then what is plugged
// into it, then the intent. So it does not matter in which file or order a project writes them.
#include "lang/project.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "lang/check_shape.h"
#include "lang/design_sections.h"
#include "lang/documents.h"
#include "lang/halls.h"
#include "lang/joints.h"
#include "lang/keys.h"
#include "lang/links.h"
#include "lang/lots.h"
#include "lang/settings.h"
#include "lang/sites.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr std::string_view kDefaultName = "plant";

bool is_project_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

class ProjectReader {
 public:
  ProjectReader(Reader& reader, std::deque<Document> documents) : reader_(reader), documents_(std::move(documents)) {}

  Project read(std::string folder) {
    project_.folder = std::move(folder);
    read_head(documents_.front().root);
    find_offered();
    each("parts", [&](const syntax::Node& section, const std::string& file) {
      for (const syntax::Pair& pair : section.pairs)
        if (fits_name(reader_, pair.key, pair.key_place, false)) parts_.add(pair.key, pair.key_place, pair.value, file);
    });
    if (const syntax::Node* phases = value(documents_.front().root, "phases")) phases_.read(*phases);
    each("halls", [&](const syntax::Node& section, const std::string&) { halls_.read(section); });
    each("rack_types", [&](const syntax::Node& section, const std::string&) { sites_.read_rack_types(section); });
    each("racks", [&](const syntax::Node& section, const std::string&) { sites_.read_racks(section); });
    for (const char* racks : {"rack_types", "racks"})
      each(racks, [&](const syntax::Node& section, const std::string&) { halls_.judge_names(section); });
    each("trays", [&](const syntax::Node& section, const std::string&) { sites_.read_trays(section); });
    halls_.judge(builder_.plant());
    each("equipment", [&](const syntax::Node& section, const std::string& file) { sites_.read_equipment(section, file); });
    each("panels", [&](const syntax::Node& section, const std::string& file) { sites_.read_panels(section, file); });
    read_listed("cables", cables_);
    cables_.finish();
    each("splices", [&](const syntax::Node& section, const std::string&) {
      for (const syntax::Node& entry : section.items) joints_.add_splice(entry);
    });
    each("couplers", [&](const syntax::Node& section, const std::string&) {
      for (const syntax::Node& entry : section.items) joints_.add_coupler(entry);
    });
    read_listed("links", links_);
    each("lots", [&](const syntax::Node& section, const std::string& file) {
      for (const syntax::Node* named : scalars(&section))
        if (const auto source = reader_.open(Files::beside(file, named->text), named->place)) lots_.add_table(*source);
    });
    lots_.finish();
    if (std::optional<Design> design = read_design(reader_, parts_, {nodes_, builder_}, builder_.plant().phases, documents_))
      project_.design = std::make_shared<const Design>(std::move(*design));
    each("rules",
         [&](const syntax::Node& section, const std::string&) { read_levels(reader_, section, project_.settings.levels); });
    each("waivers",
         [&](const syntax::Node& section, const std::string&) { read_waivers(reader_, section, project_.settings.waivers); });
    if (!reader_.budget.spent()) project_.plant = std::move(builder_).finish();  // half a plant proves nothing
    project_.measures = {parts_.measures(), sites_.take_tray_measures(), sites_.take_drop_measures()};
    project_.files = reader_.read_files;
    return std::move(project_);
  }

 private:
  template <class Read>
  void each(std::string_view section, Read read) {
    const Shape& shape = *keys::kProject.find(section)->shape;
    for (const Document& document : documents_)
      if (const syntax::Node* node = value(document.root, section); node != nullptr && fits_kind(reader_, *node, shape, section))
        read(*node, document.path);
  }

  // A table that may be a list, a CSV file, or a list that mixes both.
  template <class Section>
  void read_listed(std::string_view name, Section& into) {
    each(name, [&](const syntax::Node& section, const std::string& file) {
      const auto read_csv = [&](const syntax::Node& named) {
        if (const auto source = reader_.open(Files::beside(file, named.text), named.place)) into.add_table(*source);
      };
      if (section.is_scalar()) read_csv(section);
      for (const syntax::Node& item : section.items) item.is_scalar() ? read_csv(item) : into.add(item);
    });
  }

  // Parts that offers name: where they are described.
  void find_offered() {
    for (Offer& offer : reader_.offers)
      for (const Document& document : documents_)
        if (const syntax::Node* const parts = value(document.root, "parts"))
          for (const syntax::Pair& pair : parts->pairs)
            if (pair.key == offer.line && !std::exchange(offer.of_project, true)) parts_.keep_for_offers(pair, document.path);
  }

  void read_head(const syntax::Node& root) {
    project_.name = std::filesystem::path(project_.folder).filename().string();
    if (!is_project_name(project_.name) || project_.name.empty() || project_.name == "." || project_.name == "..")
      project_.name = kDefaultName;
    if (const syntax::Node* name = value(root, "project");
        name != nullptr && fits(reader_, *name, *keys::kProject.find("project")->shape, "project")) {
      if (is_project_name(name->text))
        project_.name = name->text;
      else
        reader_.say(kBadName, name->place, in_quotes(name->text) + " is no project name").help("letters, digits, - _ and .");
    }
    if (const syntax::Node* policy = value(root, "policy")) read_policy(reader_, *policy, project_.settings.policy);
  }

  Reader& reader_;
  std::deque<Document> documents_;
  Project project_;
  plant::Builder builder_;
  Parts parts_{reader_, builder_};
  Nodes nodes_{reader_, parts_, builder_};
  Phases phases_{reader_, builder_};
  Halls halls_{reader_};
  Sites sites_{reader_, parts_, nodes_, phases_};
  Ends ends_{reader_, parts_, nodes_, builder_};
  Cables cables_{reader_, parts_, nodes_, ends_, phases_, builder_};
  Joints joints_{reader_, cables_, builder_};
  Links links_{reader_, ends_, builder_};
  Lots lots_{reader_, parts_, builder_};
};

std::optional<Project> read_first(Reader& reader, const std::string& path, std::string folder) {
  std::optional<std::deque<Document>> documents = read_documents(reader, path);
  if (!documents) return std::nullopt;
  return ProjectReader(reader, std::move(*documents)).read(std::move(folder));
}

// The first file is at hand; the others come from elsewhere.
class WithFirst : public Files {
 public:
  WithFirst(std::string name, std::string text, Files& rest) : name_(std::move(name)), text_(std::move(text)), rest_(rest) {}
  Result<std::uint32_t> read(const std::string& path, diag::Sources& sources) override {
    return path == name_ ? Result<std::uint32_t>(sources.add(name_, text_)) : rest_.read(path, sources);
  }
  std::string identity(const std::string& path) const override { return path == name_ ? path : rest_.identity(path); }

 private:
  std::string name_, text_;
  Files& rest_;
};

// A file of links alone is a fabric of which nothing else is said.
bool names_links(const std::filesystem::path& path) {
  constexpr std::string_view kEndings[] = {".csv", ".xlsx", ".dot", ".gv", ".topo"};
  const std::string ending = lower(path.extension().string());
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

std::string project_of_links(const std::filesystem::path& path) {
  std::string name = path.stem().string();
  if (!is_project_name(name) || name.empty()) name = kDefaultName;
  std::string quoted = "\"";
  for (const char c : path.filename().string()) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return "ferrule: 1\nproject: " + name + "\nfabric: {links: " + quoted + "\"}\n";
}

}  // namespace

std::optional<Project> read_project(const std::string& path, diag::Sources& sources, const facts::Facts& facts,
                                    diag::Findings& findings, Budget budget, std::span<Offer> offers, const GroupSizes& sizes) {
  DiskFiles disk;
  std::error_code code;
  const bool folder = std::filesystem::is_directory(path, code);
  const std::string first = folder ? (std::filesystem::path(path) / "plant.yaml").generic_string() : path;
  std::filesystem::path parent = std::filesystem::path(first).parent_path();
  if (parent.empty()) parent = ".";
  const bool links = !folder && names_links(first);
  const std::string name = links ? first + " as a project" : first;
  WithFirst with_links(name, links ? project_of_links(first) : std::string(), disk);
  Files& files = links ? static_cast<Files&>(with_links) : disk;
  Reader reader{sources, facts, findings, files, budget, {}, nullptr};
  reader.offers = offers;
  reader.group_sizes = sizes;
  return read_first(reader, name, parent.generic_string());
}

std::optional<Project> read_project_text(const std::string& name, std::string text, const Texts& texts, diag::Sources& sources,
                                         const facts::Facts& facts, diag::Findings& findings, Budget budget, KeptWords* words,
                                         std::span<Offer> offers) {
  TextFiles rest(texts);
  WithFirst files(name, std::move(text), rest);
  Reader reader{sources, facts, findings, files, budget, {}, nullptr};
  reader.offers = offers;
  if (words != nullptr) reader.words = *words;
  std::optional<Project> project = read_first(reader, name, {});
  if (words != nullptr) *words = reader.words;
  return project;
}

}  // namespace ferrule::lang
