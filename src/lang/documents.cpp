#include "lang/documents.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/keys.h"
#include "lang/values.h"
#include "syntax/faults.h"
#include "syntax/yaml.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostFiles = 10'000;

class DocumentReader {
 public:
  explicit DocumentReader(Reader& reader) : reader_(reader) {}

  std::optional<std::deque<Document>> read(const std::string& path) {
    const Result<std::uint32_t> source = reader_.files.read(path, reader_.sources);
    if (!source) {
      syntax::report_unreadable(source.error(), {}, reader_.findings)
          .help("a project is a folder with a plant.yaml, or one such file of any name; `ferrule init DIR` writes one");
      return std::nullopt;
    }
    reader_.took(*source);
    seen_.insert(reader_.files.identity(path));
    if (!take(path, *source) || cut_short_) return std::nullopt;
    return std::move(documents_);
  }

 private:
  // Reads one file and, depth first, what it includes.
  bool take(const std::string& path, std::uint32_t source) {
    const bool first = documents_.empty();
    std::optional<syntax::Node> root = syntax::read_yaml(reader_.sources, source, reader_.findings);
    cut_short_ = cut_short_ || cut_short(source);
    if (!root || (!cut_short_ && !is_plant(*root, first))) return false;
    documents_.push_back({path, std::move(*root)});
    const syntax::Node* includes = value(documents_.back().root, "include");
    if (includes == nullptr || !fits(reader_, *includes, *keys::kProject.find("include")->shape, "include")) return true;
    open_.push_back(reader_.files.identity(path));
    for (const syntax::Node& item : includes->items) include(Files::beside(path, item.text), item.place);
    open_.pop_back();
    return true;
  }

  // Behind a fault of syntax the tree ends: whatever would be said about the rest of the project would be said about half of it.
  bool cut_short(std::uint32_t source) const {
    const auto& all = reader_.findings.all();
    return std::any_of(all.begin(), all.end(), [&](const diag::Finding& finding) {
      return finding.unreadable && finding.place.source == source && finding.code != syntax::kDuplicateKey.code;
    });
  }

  bool is_plant(const syntax::Node& root, bool first) {
    if (!root.is_mapping()) {
      if (root.kind == syntax::Node::Kind::kEmpty)
        reader_.say(kMissingKey, root.place, "the file is empty").unreadable().help("a plant begins with `ferrule: 1`");
      else
        reader_.say(kWrongValue, root.place, "this is no plant: its top is not a mapping")
            .unreadable()
            .help("a plant begins with `ferrule: 1`");
      return false;
    }
    const syntax::Pair* version = root.find("ferrule");
    if (version != nullptr && version != root.pairs.data())
      reader_.say(kWrongValue, version->key_place, "`ferrule` comes first").help("move it to the top of the file");
    if (version != nullptr && version->value.text != "1") {
      reader_
          .say(kWrongValue, version->value.place,
               fmt::format("this program reads version 1 of the language, not {}", in_quotes(version->value.text)))
          .unreadable();
      return false;
    }
    fits_keys(reader_, root, first ? keys::kProject : keys::kIncluded);
    return true;
  }

  void include(const std::string& path, diag::Place place) {
    const std::string identity = reader_.files.identity(path);
    if (std::find(open_.begin(), open_.end(), identity) != open_.end()) {
      reader_.say(kInclude, place, fmt::format("{} includes itself", in_quotes(path)))
          .help("remove the include that closes the circle");
      return;
    }
    if (!seen_.insert(identity).second) return;
    if (open_.size() >= kDeepest || documents_.size() >= kMostFiles) {
      reader_.say(kInclude, place, fmt::format("{} is included too deep, or after too many files", in_quotes(path)))
          .help(fmt::format("{} levels of includes and {} files at most", kDeepest, kMostFiles));
      return;
    }
    if (const std::optional<std::uint32_t> source = reader_.open(path, place)) take(path, *source);
  }

  Reader& reader_;
  std::deque<Document> documents_;  // nodes stay where they are while more come
  std::set<std::string> seen_;
  std::vector<std::string> open_;
  bool cut_short_ = false;
};

}  // namespace

std::optional<std::deque<Document>> read_documents(Reader& reader, const std::string& path) {
  return DocumentReader(reader).read(path);
}

}  // namespace ferrule::lang
