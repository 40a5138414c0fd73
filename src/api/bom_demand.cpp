// Pieces are sorted into articles by what is ordered, and into lines by where it goes; both by numbers, so that a hundred thousand cables
// are a hundred thousand look-ups in two small tables. Words are made once for each article and line.
#include "api/bom_demand.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "api/bom_lengths.h"
#include "api/bom_sort.h"
#include "api/part_line.h"
#include "effort/sites.h"

namespace ferrule::api {
namespace {

using plant::Kind;
using plant::kNone;

BomKind bom_kind_of(Kind kind) {
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
  std::uint32_t type = kNone;
  std::uint32_t ports = 0;  // of a panel
  OrderLength is = OrderLength::kNone;
  std::int64_t length_mm = 0;  // as ordered; as needed where nothing can be ordered
  friend bool operator==(const ArticleKey&, const ArticleKey&) = default;
};
struct Hash {
  static std::size_t mix(std::size_t seed, std::uint64_t value) {
    return ((seed ^ value) * 0x9E37'79B9'7F4A'7C15ull) ^ (seed >> 29);
  }
  std::size_t operator()(const ArticleKey& key) const {
    return mix(mix(mix(mix(1, key.type), key.ports), static_cast<std::uint64_t>(key.is)),
               static_cast<std::uint64_t>(key.length_mm));
  }
  std::size_t operator()(const BomLineKey& key) const {
    return mix(mix(mix(mix(1, key.article), key.site.phase), key.site.hall), key.site.row);
  }
};

class Demand {
 public:
  Demand(const plant::Plant& plant, const check::OrderPolicy& policy, const std::vector<std::uint32_t>& phases, Bom& bom)
      : plant_(plant), phases_(phases), bom_(bom), lengths_(policy), sites_(plant) {}

  void count() {
    count_nodes();
    count_cables();
    count_couplers();
    sort_bill(plant_, sites_, keys_, bom_);
    lengths_.complain(plant_, bom_);
  }

 private:
  void count_nodes() {
    for (std::uint32_t run_number = 0; run_number < plant_.runs.size(); ++run_number) {
      const plant::Run& run = plant_.runs[run_number];
      const effort::Site site = sites_.of_node(run.node);
      if (!asked(site)) continue;
      const bool panel = run.first_asset == kNone;
      const std::uint32_t article = article_of({run.type, panel ? run.ports_each : 0, OrderLength::kNone, 0});
      for (std::uint32_t i = 0; i < run.names.count; ++i) {
        if (!panel && is_unplugged_optic(run.first_asset + i)) ++bom_.articles[article].unplugged;
        add(article, site,
            panel ? BomPiece{BomPiece::What::kPanel, run_number, i, 0}
                  : BomPiece{BomPiece::What::kAsset, run.first_asset + i, 0, 0},
            plant_.nodes[run.node].rack);
      }
    }
  }

  bool is_unplugged_optic(std::uint32_t asset) const {
    const std::uint32_t first = plant_.asset_first[asset], end = plant_.asset_first[asset + 1];
    if (plant_.type_of(first).kind != Kind::kTransceiver) return false;
    for (std::uint32_t receptacle = first; receptacle < end; ++receptacle)
      if (plant_.connectors[receptacle].mate != kNone) return false;
    return true;
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
    const effort::Site site = sites_.of_cable(asset);
    if (!asked(site)) return;
    const std::uint32_t plug = plant_.asset_first[asset], end = plant_.asset_first[asset + 1];
    const std::uint32_t type = plant_.face_info(plug).type, length = plant_.connectors[plug].length_mm;
    const OrderLengths::Decided decided = lengths_.decide(bom_kind_of(plant_.types[type].kind), length);
    // Where nothing can be ordered, each length that is needed stands by itself.
    const std::int64_t shown = decided.ordered ? decided.ordered->millimetre : length;
    const std::uint32_t article = article_of({type, 0, decided.is, decided.is == OrderLength::kNone ? 0 : shown});
    BomLine& line = add(article, site, {BomPiece::What::kAsset, asset, 0, length}, kNone);
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
      effort::Site site = sites_.of_cable(plant_.connectors[coupler.plug].asset);
      const effort::Site other = sites_.of_cable(plant_.connectors[mate].asset);
      if (other.phase != kNone && (site.phase == kNone || other.phase > site.phase)) site.phase = other.phase;
      site.hall = site.row = kNone;  // it hangs somewhere between
      if (!asked(site)) continue;
      add(coupler_article(coupler.plug), site, {BomPiece::What::kCoupler, i, 0, 0}, kNone);
    }
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
    article.kind = bom_kind_of(type.kind);
    article.part = type.name;
    article.type = key.type;
    article.place = type.place;
    article.connectors = static_cast<int>(key.ports > 0 ? key.ports : type.faces.size());
    article.array = type.faces.front().face.size() > 2;
    if (article.kind == BomKind::kTransceiver) article.receptacles = static_cast<int>(type.faces.size());
    article.length_is = key.is;
    if (key.is == OrderLength::kStock || key.is == OrderLength::kAsNeeded) article.ordered = Length{key.length_mm};
    const PartLine line = part_line(type, {article.ordered, static_cast<int>(std::max(key.ports, 1u))});
    article.line = line.line;
    article.beyond = line.beyond;
    return article;
  }

  // Couplers are alike when they take the same connectors in the same way.
  std::uint32_t coupler_article(std::uint32_t plug) {
    const plant::TypeFace& face = plant_.face_of(plug);
    const plant::Joint joint = plant_.connectors[plug].joint();
    const auto [at, fresh] =
        couplers_.try_emplace({face.face.connector, joint}, static_cast<std::uint32_t>(bom_.articles.size()));
    if (!fresh) return at->second;
    PartLine line = coupler_line(face, joint);
    BomArticle& article = bom_.articles.emplace_back();
    article.kind = BomKind::kCoupler;
    article.part = "coupler " + face.face.connector;
    article.connectors = 1;
    article.array = face.face.size() > 2;
    article.line = std::move(line.line);
    article.beyond = std::move(line.beyond);
    return at->second;
  }

  bool asked(const effort::Site& site) const {
    return phases_.empty() || std::find(phases_.begin(), phases_.end(), site.phase) != phases_.end();
  }

  bool divided_by(BomKey key) const {
    return std::find(bom_.options.by.begin(), bom_.options.by.end(), key) != bom_.options.by.end();
  }

  BomLine& add(std::uint32_t article, const effort::Site& site, const BomPiece& piece, std::uint32_t rack) {
    const BomLineKey key{article, {by_phase_ ? site.phase : kNone, by_hall_ ? site.hall : kNone, by_row_ ? site.row : kNone}};
    const auto [at, fresh] = lines_.try_emplace(key, static_cast<std::uint32_t>(bom_.lines.size()));
    if (fresh) {
      bom_.lines.emplace_back();
      keys_.push_back(key);
    }
    BomLine& line = bom_.lines[at->second];
    line.first_phase = std::min(line.first_phase, site.phase);
    line.pieces.push_back(piece);
    ++bom_.articles[article].pieces;
    add_rack(line, rack);
    return line;
  }

  static void add_rack(BomLine& line, std::uint32_t rack) {
    if (rack != kNone && (line.racks.empty() || line.racks.back() != rack)) line.racks.push_back(rack);
  }

  const plant::Plant& plant_;
  const std::vector<std::uint32_t>& phases_;
  Bom& bom_;
  OrderLengths lengths_;
  effort::Sites sites_;
  bool by_phase_ = divided_by(BomKey::kPhase), by_hall_ = divided_by(BomKey::kHall), by_row_ = divided_by(BomKey::kRow);
  std::unordered_map<ArticleKey, std::uint32_t, Hash> articles_;
  std::unordered_map<BomLineKey, std::uint32_t, Hash> lines_;
  std::vector<BomLineKey> keys_;  // by line
  std::map<std::pair<std::string, plant::Joint>, std::uint32_t> couplers_;
  ArticleKey last_key_;
  std::uint32_t last_article_ = kNone;
};

}  // namespace

void add_demand(const plant::Plant& plant, const check::OrderPolicy& policy, const std::vector<std::uint32_t>& phases, Bom& bom) {
  Demand(plant, policy, phases, bom).count();
}

}  // namespace ferrule::api
