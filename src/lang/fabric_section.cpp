#include "lang/fabric_section.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/fabric_draft.h"
#include "lang/fabric_tier.h"
#include "lang/growth_section.h"
#include "lang/keys_fabric.h"
#include "lang/link_file.h"
#include "lang/link_rule.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

class FabricReader {
 public:
  FabricReader(Reader& reader, Parts& parts, const Stock& stock, const std::vector<std::string>& phases, const std::string& path)
      : draft_{reader}, parts_(parts), stock_(stock), path_(path) {
    draft_.fabric.phases = phases;
  }

  std::optional<synth::Fabric> read(const syntax::Node& section) {
    if (!fits(draft_.reader, section, keys::kFabricEntry, "fabric")) return std::nullopt;
    draft_.fabric.place = section.place;
    read_groups(section);
    for (const syntax::Pair& pair : below(section, "tiers").pairs) read_tier(draft_, parts_, stock_, pair);
    const syntax::Node& links = below(section, "links");
    if (!links.is_sequence()) read_links(links);
    for (const syntax::Node& entry : links.items) read_links(entry);
    read_files();
    if (const syntax::Node* growth = value(section, "growth");
        growth != nullptr && !read_growth(draft_.reader, *growth, draft_.fabric))
      draft_.wrong = true;
    if (const syntax::Node* published = value(section, "published")) read_published(*published);
    if (draft_.wrong) return std::nullopt;
    return std::move(draft_.fabric);
  }

 private:
  void read_groups(const syntax::Node& section) {
    if (const syntax::Node* groups = value(section, "groups"))
      for (const syntax::Pair& pair : groups->pairs) {
        const auto other = draft_.reader.group_sizes.find(pair.key);
        const int size = other != draft_.reader.group_sizes.end() ? other->second : parse_whole(pair.value.text).value_or(1);
        draft_.fabric.groups.push_back({pair.key, size, pair.key_place});
      }
    for (const auto& [name, size] : draft_.reader.group_sizes)
      if (!draft_.fabric.group(name))
        draft_.refuse(section.place, fmt::format("there is no group {} to be set", in_quotes(name)),
                      "groups stand under `fabric: groups:`");
  }

  // A rule, or a file of links: those come when all tiers and rules are known.
  void read_links(const syntax::Node& entry) {
    if (entry.is_scalar()) {
      files_.push_back({Files::beside(path_, entry.text), entry.place, {}});
    } else if (const syntax::Node* file = value(entry, "file")) {
      for (const syntax::Pair& pair : entry.pairs)
        if (pair.key != "file" && pair.key != "sheets")
          draft_.refuse(pair.key_place, fmt::format("`{}` beside `file`", pair.key),
                        "a file of links needs no rule: rules stand apart");
      LinkFileRequest request{Files::beside(path_, file->text), file->place, {}};
      for (const syntax::Node* sheet : scalars(value(entry, "sheets"))) request.sheets.emplace_back(sheet->text, sheet->place);
      files_.push_back(std::move(request));
    } else if (entry.is_mapping()) {
      read_link_rule(draft_, entry);
    }
  }

  void read_files() {
    if (files_.empty() || draft_.wrong) return;
    const facts::LinkWords words(draft_.reader.facts);
    ListedLinks listed(draft_.reader, parts_, stock_, draft_.fabric, draft_.matches);
    for (const LinkFileRequest& request : files_) {
      const std::size_t before = draft_.reader.findings.all().size();
      listed.add(read_link_file(draft_.reader, words, request));
      for (std::size_t i = before; i < draft_.reader.findings.all().size(); ++i)
        draft_.wrong = draft_.wrong || draft_.reader.findings.all()[i].severity == diag::Severity::kError;
    }
    if (!listed.finish()) draft_.wrong = true;
  }

  void read_published(const syntax::Node& section) {
    draft_.fabric.published_in = text(section, "source");
    for (const syntax::Node& row : below(section, "rows").items) {
      synth::PublishedRow out;
      out.place = row.place;
      for (const syntax::Pair& pair : row.pairs) {
        const int number = parse_whole(pair.value.text).value_or(0);
        const bool known = draft_.fabric.tier(pair.key) != nullptr ||
                           std::any_of(draft_.fabric.rules.begin(), draft_.fabric.rules.end(),
                                       [&](const synth::LinkRule& rule) { return rule.name == pair.key; });
        if (known)
          out.counts.emplace_back(pair.key, number);
        else if (const auto found = draft_.group(pair.key, pair.key_place); found && number == 0)
          draft_.refuse(pair.value.place, "a group of nothing", "the size at which the counts were printed");
        else if (found)
          out.groups.emplace_back(*found, number);
      }
      draft_.fabric.published.push_back(std::move(out));
    }
  }

  FabricDraft draft_;
  Parts& parts_;
  const Stock& stock_;
  const std::string& path_;  // of the file that the fabric stands in
  std::vector<LinkFileRequest> files_;
};

}  // namespace

std::optional<synth::Fabric> read_fabric(Reader& reader, Parts& parts, const Stock& stock, const std::vector<std::string>& phases,
                                         const FabricSection& section) {
  return FabricReader(reader, parts, stock, phases, section.path).read(section.node);
}

}  // namespace ferrule::lang
