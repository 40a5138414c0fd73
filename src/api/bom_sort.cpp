#include "api/bom_sort.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace ferrule::api {
namespace {

using plant::kNone;

template <class Before>
std::vector<std::uint32_t> order_of(std::size_t count, Before before) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), before);
  return order;
}

auto rank_of(const BomArticle& article) {
  return std::tuple(article.kind, article.type, article.length_is, article.ordered.value_or(article.needed_least).millimetre,
                    article.connectors, std::string_view(article.line));
}

class LineOrder {
 public:
  LineOrder(const effort::Sites& sites, const std::vector<BomLineKey>& keys, const std::vector<BomKey>& by,
            const std::vector<std::uint32_t>& place)
      : sites_(sites), keys_(keys), by_(by), place_(place) {}

  bool operator()(std::uint32_t one, std::uint32_t other) const {
    const BomLineKey &a = keys_[one], &b = keys_[other];
    for (const BomKey key : by_) {
      if (before(key, a, b)) return true;
      if (before(key, b, a)) return false;
    }
    return false;
  }

 private:
  bool before(BomKey key, const BomLineKey& a, const BomLineKey& b) const {
    switch (key) {
      case BomKey::kPhase: return a.site.phase < b.site.phase;  // kNone is the last
      case BomKey::kHall: return sites_.hall_before(a.site.hall, b.site.hall);
      case BomKey::kRow: return sites_.row_before(a.site.row, b.site.row);
      case BomKey::kPart: break;
    }
    return place_[a.article] < place_[b.article];
  }

  const effort::Sites& sites_;
  const std::vector<BomLineKey>& keys_;
  const std::vector<BomKey>& by_;
  const std::vector<std::uint32_t>& place_;  // of each article as counted, among the sorted ones
};

}  // namespace

void sort_bill(const plant::Plant& plant, const effort::Sites& sites, const std::vector<BomLineKey>& keys, Bom& bom) {
  const std::vector<std::uint32_t> order = order_of(
      bom.articles.size(), [&](std::uint32_t a, std::uint32_t b) { return rank_of(bom.articles[a]) < rank_of(bom.articles[b]); });
  std::vector<std::uint32_t> place(order.size());
  std::vector<BomArticle> articles;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    articles.push_back(std::move(bom.articles[order[i]]));
  }
  bom.articles = std::move(articles);
  std::vector<BomLine> lines;
  for (const std::uint32_t i : order_of(bom.lines.size(), LineOrder(sites, keys, bom.options.by, place))) {
    BomLine& line = lines.emplace_back(std::move(bom.lines[i]));
    const effort::Site& site = keys[i].site;
    line.article = place[keys[i].article];
    if (site.phase != kNone) line.phase = plant.phases[site.phase];
    line.hall = sites.hall(site);
    line.row = sites.row(site);
    std::sort(line.racks.begin(), line.racks.end());
    line.racks.erase(std::unique(line.racks.begin(), line.racks.end()), line.racks.end());
  }
  bom.lines = std::move(lines);
}

}  // namespace ferrule::api
