// Pieces are sorted into articles by what is ordered, and into lines by where it goes; both by numbers, so that a hundred thousand cables
// are a hundred thousand look-ups in two small tables. Words are made once for each article and line.
#include "api/bom_demand.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <fmt/format.h>

#include "api/bom_codes.h"
#include "api/bom_sites.h"
#include "api/part_line.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

using plant::Kind;
using plant::kNone;

BomKind kind_of(Kind kind) {
  switch (kind) {
    case Kind::kTransceiver: return BomKind::kTransceiver;
    case Kind::kCord: return BomKind::kCord;
    case Kind::kTrunk: return BomKind::kTrunk;
    case Kind::kExtension: return BomKind::kExtension;
    case Kind::kBreakout: return BomKind::kBreakout;
    case Kind::kConversion: return BomKind::kConversion;
    case Kind::kCassette: return BomKind::kCassette;
    case Kind::kAdapterPanel: return BomKind::kAdapterPanel;
    case Kind::kModule: return BomKind::kModule;
    case Kind::kTap: return BomKind::kTap;
    case Kind::kLoopback: break;
  }
  return BomKind::kLoopback;
}

struct ArticleKey {
  std::uint32_t type = kNone;  // of a coupler: the face of its first plug, marked
  std::uint32_t detail = 0;    // ports of a panel, joint of a coupler
  std::int64_t length_mm = 0;  // as ordered; as needed where nothing can be ordered
  friend bool operator==(const ArticleKey&, const ArticleKey&) = default;
};
struct LineKey {
  std::uint32_t article = 0, phase = kNone, hall = kNone, row = kNone;
  friend bool operator==(const LineKey&, const LineKey&) = default;
};
struct Hash {
  static std::size_t mix(std::size_t seed, std::uint64_t value) {
    return ((seed ^ value) * 0x9E37'79B9'7F4A'7C15ull) ^ (seed >> 29);
  }
  std::size_t operator()(const ArticleKey& key) const {
    return mix(mix(mix(1, key.type), key.detail), static_cast<std::uint64_t>(key.length_mm));
  }
  std::size_t operator()(const LineKey& key) const { return mix(mix(mix(mix(1, key.article), key.phase), key.hall), key.row); }
};

class Demand {
 public:
  Demand(const plant::Plant& plant, const check::OrderPolicy& policy, Bom& bom) : plant_(plant), bom_(bom), sites_(plant) {
    for (std::size_t kind = 0; kind < kBomKinds; ++kind) {
      const auto found = policy.stock_lengths.find(spell(static_cast<BomKind>(kind)));
      stock_.push_back(found == policy.stock_lengths.end() ? nullptr : &found->second);
    }
  }

  void count() {
    count_nodes();
    count_cables();
    count_couplers();
    sort();
    complain();
  }

 private:
  void count_nodes() {
    for (std::uint32_t run_number = 0; run_number < plant_.runs.size(); ++run_number) {
      const plant::Run& run = plant_.runs[run_number];
      const BomSite site = sites_.of_node(run.node);
      const bool panel = run.first_asset == kNone;
      const std::uint32_t article = article_of({run.type, panel ? run.ports_each : 0, 0});
      for (std::uint32_t i = 0; i < run.names.count; ++i)
        add(article, site,
            panel ? BomPiece{BomPiece::What::kPanel, run_number, i, 0}
                  : BomPiece{BomPiece::What::kAsset, run.first_asset + i, 0, 0},
            plant_.nodes[run.node].rack);
    }
  }

  // All assets that are of no run.
  void count_cables() {
    std::uint32_t asset = 0;
    for (std::size_t next = 0; next <= plant_.asset_run.size(); ++next) {
      const plant::Run* run = next < plant_.asset_run.size() ? &plant_.runs[plant_.asset_run[next]] : nullptr;
      const auto end = run == nullptr ? static_cast<std::uint32_t>(plant_.asset_count()) : run->first_asset;
      for (; asset < end; ++asset) count_cable(asset);
      if (run != nullptr) asset += run->names.count;
    }
  }

  void count_cable(std::uint32_t asset) {
    const std::uint32_t plug = plant_.asset_first[asset], end = plant_.asset_first[asset + 1];
    const std::uint32_t type = plant_.face_info(plug).type, length = plant_.connectors[plug].length_mm;
    const BomKind kind = kind_of(plant_.types[type].kind);
    const std::uint32_t article = article_of({type, 0, is_cable(kind) ? order_length(kind, length) : 0});
    BomLine& line = add(article, sites_.of_cable(asset), {BomPiece::What::kAsset, asset, 0, length}, kNone);
    for (std::uint32_t at = plug; at < end; ++at)
      if (sites_.node_of(at) != kNone) add_rack(line, plant_.nodes[sites_.node_of(at)].rack);
    BomArticle& here = bom_.articles[article];
    const Length needed{length};
    if (here.pieces == 1 || needed < here.needed_least) here.needed_least = needed;
    if (needed > here.needed_most) here.needed_most = needed;
  }

  void count_couplers() {
    for (std::uint32_t i = 0; i < plant_.couplers.size(); ++i) {
      const plant::Coupler& coupler = plant_.couplers[i];
      const std::uint32_t mate = plant_.connectors[coupler.plug].mate;
      // An extension brings the adapter of its joint.
      if (plant_.type_of(coupler.plug).kind == Kind::kExtension || plant_.type_of(mate).kind == Kind::kExtension) continue;
      const std::uint32_t article = coupler_article(coupler.plug);
      BomSite site = sites_.of_cable(plant_.connectors[coupler.plug].asset);
      const BomSite other = sites_.of_cable(plant_.connectors[mate].asset);
      if (other.phase != kNone && (site.phase == kNone || other.phase > site.phase)) site.phase = other.phase;
      site.hall = site.row = kNone;  // it hangs somewhere between
      add(article, site, {BomPiece::What::kCoupler, i, 0, 0}, kNone);
    }
  }

  // The length that is ordered; below nought where none can be: -1 for a cable of unknown length, else what is needed, less 1.
  std::int64_t order_length(BomKind kind, std::uint32_t needed) const {
    if (needed == 0) return -1;
    const check::StockLengths* const stock = stock_[static_cast<std::size_t>(kind)];
    if (stock == nullptr) return needed;
    const std::optional<Length> holding = stock->holding(Length{needed});
    return holding ? holding->millimetre : -1 - std::int64_t{needed};
  }

  std::uint32_t article_of(const ArticleKey& key) {
    if (last_article_ != kNone && key == last_key_) return last_article_;
    const auto [at, fresh] = articles_.try_emplace(key, static_cast<std::uint32_t>(bom_.articles.size()));
    if (fresh) bom_.articles.push_back(made(key));
    last_key_ = key;
    return last_article_ = at->second;
  }

  BomArticle made(const ArticleKey& key) const {
    const plant::PartType& type = plant_.types[key.type];
    BomArticle article;
    article.kind = kind_of(type.kind);
    article.part = type.name;
    article.type = key.type;
    article.place = type.place;
    article.connectors = static_cast<int>(key.detail > 0 ? key.detail : type.faces.size());
    if (article.kind == BomKind::kTransceiver) article.receptacles = static_cast<int>(type.faces.size());
    if (is_cable(article.kind)) {
      article.length_is = key.length_mm == -1                                         ? OrderLength::kUnknown
                          : key.length_mm < 0                                         ? OrderLength::kTooLong
                          : stock_[static_cast<std::size_t>(article.kind)] != nullptr ? OrderLength::kStock
                                                                                      : OrderLength::kAsNeeded;
      if (key.length_mm > 0) article.ordered = Length{key.length_mm};
    }
    const PartLine line = part_line(type, {article.ordered, static_cast<int>(std::max(key.detail, 1u))});
    article.line = line.line;
    article.beyond = line.beyond;
    return article;
  }

  // Couplers are alike when they take the same connectors in the same way.
  std::uint32_t coupler_article(std::uint32_t plug) {
    const plant::TypeFace& face = plant_.face_of(plug);
    const plant::Joint joint = plant_.connectors[plug].joint();
    PartLine line = coupler_line(face, joint);
    for (std::uint32_t i = 0; i < bom_.articles.size(); ++i)
      if (bom_.articles[i].kind == BomKind::kCoupler && bom_.articles[i].line == line.line) return i;
    BomArticle article;
    article.kind = BomKind::kCoupler;
    article.part = "coupler " + face.face.connector;
    article.connectors = 1;
    article.line = std::move(line.line);
    article.beyond = std::move(line.beyond);
    bom_.articles.push_back(std::move(article));
    return static_cast<std::uint32_t>(bom_.articles.size() - 1);
  }

  bool divided_by(BomKey key) const {
    return std::find(bom_.options.by.begin(), bom_.options.by.end(), key) != bom_.options.by.end();
  }

  BomLine& add(std::uint32_t article, const BomSite& site, const BomPiece& piece, std::uint32_t rack) {
    const LineKey key{article, by_phase_ ? site.phase : kNone, by_hall_ ? site.hall : kNone, by_row_ ? site.row : kNone};
    const auto [at, fresh] = lines_.try_emplace(key, static_cast<std::uint32_t>(bom_.lines.size()));
    if (fresh) {
      bom_.lines.emplace_back().article = article;
      keys_.push_back(key);
      first_phase_.push_back(site.phase);
    }
    BomLine& line = bom_.lines[at->second];
    first_phase_[at->second] = std::min(first_phase_[at->second], site.phase);
    line.pieces.push_back(piece);
    ++bom_.articles[article].pieces;
    add_rack(line, rack);
    return line;
  }

  static void add_rack(BomLine& line, std::uint32_t rack) {
    if (rack != kNone && (line.racks.empty() || line.racks.back() != rack)) line.racks.push_back(rack);
  }

  void sort() {
    const std::vector<std::uint32_t> order = sorted_articles();
    std::vector<std::uint32_t> rank(order.size());
    std::vector<BomArticle> articles;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      articles.push_back(std::move(bom_.articles[order[i]]));
    }
    bom_.articles = std::move(articles);
    std::vector<std::uint32_t> lines(bom_.lines.size());
    std::iota(lines.begin(), lines.end(), 0u);
    std::sort(lines.begin(), lines.end(), [&](std::uint32_t a, std::uint32_t b) { return before(keys_[a], keys_[b], rank); });
    std::vector<BomLine> sorted;
    for (const std::uint32_t i : lines) sorted.push_back(finished(i, rank));
    bom_.lines = std::move(sorted);
  }

  std::vector<std::uint32_t> sorted_articles() const {
    std::vector<std::uint32_t> order(bom_.articles.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto key = [&](std::uint32_t i) {
      const BomArticle& article = bom_.articles[i];
      return std::tuple(article.kind, article.type, article.length_is, article.ordered.value_or(article.needed_least).millimetre,
                        article.connectors, std::string_view(article.line));
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
  }

  bool before(const LineKey& a, const LineKey& b, const std::vector<std::uint32_t>& rank) const {
    for (const BomKey key : bom_.options.by) {
      switch (key) {
        case BomKey::kPhase:
          if (a.phase != b.phase) return a.phase < b.phase;  // kNone is the last
          break;
        case BomKey::kHall:
          if (a.hall != b.hall) return sites_.hall_before(a.hall, b.hall);
          break;
        case BomKey::kRow:
          if (a.row != b.row) return sites_.row_before(a.row, b.row);
          break;
        case BomKey::kPart:
          if (a.article != b.article) return rank[a.article] < rank[b.article];
          break;
      }
    }
    return false;
  }

  BomLine finished(std::uint32_t i, const std::vector<std::uint32_t>& rank) {
    BomLine line = std::move(bom_.lines[i]);
    const LineKey& key = keys_[i];
    line.article = rank[key.article];
    if (key.phase != kNone) line.phase = plant_.phases[key.phase];
    const BomSite site{key.phase, key.hall, key.row};
    line.hall = sites_.hall(site);
    line.row = sites_.row(site);
    line.first_phase = first_phase_[i];
    std::sort(line.racks.begin(), line.racks.end());
    line.racks.erase(std::unique(line.racks.begin(), line.racks.end()), line.racks.end());
    return line;
  }

  void complain() {
    for (const BomLine& line : bom_.lines) {
      const BomArticle& article = bom_.articles[line.article];
      if (article.length_is != OrderLength::kTooLong && article.length_is != OrderLength::kUnknown) continue;
      if (!told_.insert(line.article).second) continue;
      const diag::Place place = plant_.place_of_asset(line.pieces.front().index);
      const auto count = static_cast<std::uint64_t>(article.pieces);
      if (article.length_is == OrderLength::kUnknown)
        bom_.findings
            .add(std::string(kOrderedWithoutLength.code), std::string(kOrderedWithoutLength.name), diag::Severity::kWarning,
                 place,
                 fmt::format("{} of {} without a length cannot be ordered", counted(count, spell(article.kind)), article.part))
            .help("state `length:` of each");
      else
        bom_.findings
            .add(std::string(kNoStockLength.code), std::string(kNoStockLength.name), diag::Severity::kError, place,
                 fmt::format("{} of {} {} {}, and no stock length is so long", counted(count, spell(article.kind)), article.part,
                             count == 1 ? "needs" : "need", spell(article.needed_most)))
            .note(fmt::format("{} is sold in {}", article.part, stock_[static_cast<std::size_t>(article.kind)]->spelled()))
            .help("lay it another way, or add the length that the vendor makes to policy: stock_lengths");
    }
  }

  const plant::Plant& plant_;
  Bom& bom_;
  BomSites sites_;
  std::vector<const check::StockLengths*> stock_;  // by kind; null: none
  bool by_phase_ = divided_by(BomKey::kPhase), by_hall_ = divided_by(BomKey::kHall), by_row_ = divided_by(BomKey::kRow);
  std::unordered_map<ArticleKey, std::uint32_t, Hash> articles_;
  std::unordered_map<LineKey, std::uint32_t, Hash> lines_;
  std::vector<LineKey> keys_;               // by line
  std::vector<std::uint32_t> first_phase_;  // by line
  std::set<std::uint32_t> told_;
  ArticleKey last_key_;
  std::uint32_t last_article_ = kNone;
};

}  // namespace

void add_demand(const plant::Plant& plant, const check::OrderPolicy& policy, Bom& bom) { Demand(plant, policy, bom).count(); }

}  // namespace ferrule::api
