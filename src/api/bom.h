// The bill of materials of a plant: what has to be bought, for which phase, hall and row, and why.
//
//     article   a part at one length: the same thing for whoever sells it          cord-b, 8 m: 1,020 pieces and 21 spares
//     line      the pieces of an article that are needed in one place              of them 510 in phase P1, hall H1
//
// Units:  lengths in millimetres, prices in hundredths of one currency; every sum is exact.
// Shape:  articles by kind, then in the order of the plant's parts, then by length; lines in the order of the keys that were asked for.
//         Each piece of the plant (a cable, a cassette, a transceiver, a panel, a coupler) is in exactly one line; racks, splices and
//         equipment are not in the bill. What does not belong to a place (spares, pieces up to a least order) is with the first
//         line of its article, phases before halls and rows: so no sum depends on how lines are divided.
// Errors: findings in printing order (L1xx, L2xx of the readers, B8xx of the bill). A project that cannot be read has no bill.
// Speed:  linear in the connectors of the plant.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/exit.h"
#include "api/load.h"
#include "api/price_list.h"
#include "spec/specification.h"

namespace ferrule::api {

enum class BomKey : std::uint8_t { kPhase, kHall, kRow, kPart };
std::string_view spell(BomKey key);  // "phase"
Result<std::vector<BomKey>> parse_bom_keys(
    std::string_view words);  // "phase,hall"; the part is always among them, last when not named

struct BomOptions {
  std::vector<BomKey> by{BomKey::kPhase, BomKey::kPart};
  std::vector<std::string> prices;       // files, and the word `generic`; the first that has a price for an article counts
  std::int64_t as_if = 0;                // the cheapest price of up to so many pieces, if that is more than is needed
  std::vector<std::string> phases = {};  // what belongs to these, as if it were ordered alone; none: everything
};

// The order of this list is that of the bill.
enum class BomKind : std::uint8_t {
  kTrunk,
  kCord,
  kExtension,
  kBreakout,
  kConversion,
  kLoopback,
  kCassette,
  kAdapterPanel,
  kModule,
  kTap,
  kCoupler,
  kTransceiver,
};
inline constexpr std::size_t kBomKinds = 12;
std::string_view spell(BomKind kind);  // "adapter-panel"
bool is_cable(BomKind kind);

// One thing that is needed: an asset, a panel of a run of panels, or a coupler.
struct BomPiece {
  enum class What : std::uint8_t { kAsset, kPanel, kCoupler } what = What::kAsset;
  std::uint32_t index = 0;   // asset, run or coupler
  std::uint32_t within = 0;  // of a run: which of its names
  std::uint32_t length_mm = 0;
};
std::string spelled(const plant::Plant& plant, const BomPiece& piece);  // "T1", "P1/3", "K1"

enum class OrderLength : std::uint8_t {
  kNone,      // no cable
  kAsNeeded,  // nobody said in which lengths this kind is sold
  kStock,     // the least stock length that is long enough
  kTooLong,   // no stock length is
  kUnknown,   // the plant does not say how long the cable is
};
std::string_view spell(OrderLength length);  // "as-needed"

// What one piece of an article costs.
struct BomPrice {
  Price each;
  std::string from;          // "prices.csv:12", "data/generic_prices.csv:4"
  bool generic = false;      // an order of magnitude, of low confidence
  bool by_quantity = false;  // it has breaks, or a least order
  std::optional<int> lead_weeks;
  std::optional<std::int64_t> stock, least_order;
};

struct BomArticle {
  BomKind kind = BomKind::kTrunk;
  std::string part;          // as the plant calls it; of a transceiver perhaps its optic; of a coupler its connector
  std::string line, beyond;  // see part_line.h
  std::vector<std::string>
      not_stated;                   // what the part leaves open that decides safety, and has to be settled before it is ordered
  std::vector<std::string> to_ask;  // the same as questions
  std::uint32_t type = plant::kNone;
  int receptacles = 0;         // of a transceiver
  std::int64_t unplugged = 0;  // transceivers among the pieces that nothing is plugged into
  int connectors = 0;          // of both ends of a cable, or all of another part
  bool array = false;          // its connectors are multi-fibre
  OrderLength length_is = OrderLength::kNone;
  std::optional<Length> ordered;  // of a cable, where it can be ordered
  Length needed_least, needed_most;
  std::int64_t pieces = 0, spares = 0, more = 0;  // more: up to the least order
  std::optional<BomPrice> price;
  diag::Place place;  // of the part in the plant

  std::int64_t quantity() const { return pieces + spares + more; }
};

struct BomLine {
  std::uint32_t article = 0;
  std::string phase, hall, row;  // empty when nobody said, or when lines are not divided by it
  std::int64_t spares = 0, more = 0;
  std::optional<Price> total;
  std::vector<BomPiece> pieces;              // in the order of the plant
  std::vector<std::uint32_t> racks;          // where they stand, or end; rising
  std::uint32_t first_phase = plant::kNone;  // of its pieces, whether lines are divided by phases or not

  std::int64_t quantity() const { return static_cast<std::int64_t>(pieces.size()) + spares + more; }
};

// What the cables of a line need, from the shortest to the longest; 0 of one whose length nobody states.
struct NeededSpan {
  Length least, most;
};
NeededSpan needed_by(const BomLine& line);

// Lines without price are counted, never left out silently: the sum is then at least so much.
struct BomTotal {
  std::string name;  // of a phase or a kind; empty: nobody said
  Price sum;
  std::int64_t quantity = 0;
  std::size_t lines = 0, without_price = 0;
  std::size_t generic = 0;        // lines that rest on an order of magnitude
  std::optional<int> lead_weeks;  // the longest of what is not in stock, as far as anybody states one
  bool beyond_reason = false;     // more than can be told exactly
};

struct Bom {
  BomOptions options;
  bool made = false;  // false: the project cannot be read, or has no phase that was asked for
  std::vector<BomArticle> articles;
  std::vector<BomLine> lines;
  bool priced = false;   // prices were asked for
  std::string currency;  // empty: nobody said
  std::vector<BomTotal> by_phase, by_kind;
  BomTotal total;
  std::unique_ptr<Loaded> loaded;
  diag::Findings findings;
  Exit exit = Exit::kClean;
};

Bom bill_of_materials(const LoadRequest& request, const BomOptions& options = {});
Bom bill_of_materials(std::unique_ptr<Loaded> loaded, const BomOptions& options = {}, const std::string& data = {});

}  // namespace ferrule::api
