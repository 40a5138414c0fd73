// What standards and vendors state, as tables: loaded once, looked up by name.
//
// Shape:  every row keeps its source, its confidence and its place, so that a verdict can name the
// row it rests on. Positions are
//         0-based here and 1-based in the files. A field that nobody knows is an empty optional,
//         never zero.
//         A Facts is a handle: copies share what was loaded.
// Errors: a bad row is a finding at data/<table>.csv:line:column (codes D1xx) and is left out; of a
// map that takes several rows a
//         bad one leaves out the map, since half a map proves the wrong thing. A missing table is a
//         finding.
// Source: data/*.csv, compiled in; `--data DIR` replaces them file by file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/confidence.h"
#include "base/quantity.h"
#include "base/result.h"
#include "diag/finding.h"
#include "facts/name_index.h"

namespace ferrule::facts {

inline constexpr int kMostPositions = 128;  // on one face

struct Row {  // what every fact carries
  std::string source;
  Confidence confidence = Confidence::kLow;
  diag::Place place;
};

// A table as written, for `explain` and for anything that is only shown.
struct Table {
  std::string name;  // "optics"
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::vector<diag::Place> places;  // of each row
  std::optional<std::size_t> column(std::string_view name) const;
  std::string_view cell(std::size_t row,
                        std::string_view column) const;  // empty when blank or absent
};

struct Connector : Row {
  std::string name, family, key, interface_standard, notes;
  std::vector<std::string> aliases;
  int rows = 0, columns = 0;   // 0: known by name, but nobody stated its face
  std::vector<int> populated;  // empty only when the face is not known
  std::optional<bool> pins;
  std::optional<int> fibres;
  bool modelled() const { return rows > 0; }
};

struct Reach : Row {
  std::string fibre_class;
  std::optional<Length> longest, shortest;
  std::optional<Loss> channel_loss, connection_loss;
  // A vendor's other way to state a channel: within reach, at most so many joints, each with at
  // most so much loss.
  std::optional<int> most_connections;
  std::optional<Loss> loss_per_connection;
};

struct Breakout {  // one way an optic splits: count x pmd
  int count = 0;
  std::string pmd;
  bool part_dependent = false;  // some modules of this name can, others cannot
};

struct Optic : Row {
  std::string pmd, standard, mode, connector, lane_map, polish, port_application;
  std::vector<std::string> aliases, polish_alternatives, connector_alternatives;
  int lanes = 0, receptacles = 1, wavelengths_per_fibre = 1, fibres_used = 0;
  bool bidirectional = false;
  std::optional<bool> lanes_reorder;
  std::vector<std::string> wavelengths_nm;  // as written: "850", "1295.56"
  std::vector<Breakout> breakouts;
  std::optional<int> most_connections;  // where a reflectance rule states one
  std::vector<Reach> reaches;
  // Where the loss allowed depends on how many discrete reflections there are, and how large: the table is not in these facts.
  bool reflections_counted = false;
  std::optional<Loss> return_loss;  // each connection returns at least so much less than it gets
  Confidence reflectance_confidence = Confidence::kLow;
  std::string rate_gbps, notes, polish_notes, breakout_notes, reflectance_notes;
  const Reach* reach(std::string_view fibre_class) const;
};

enum class LaneFunction : std::uint8_t { kTransmit, kReceive, kBoth };

struct LanePosition : Row {
  int receptacle = 1, lane = 1, position = 0;
  LaneFunction function = LaneFunction::kTransmit;
  std::string side;  // TR or RT for kBoth
  Confidence groups = Confidence::kLow, order = Confidence::kLow;
};

// A permutation between two sides of equal size; to[i] is where position i goes, -1 where there is
// no fibre.
struct Permutation : Row {
  std::string name;  // "B24-R", "A"
  std::vector<std::string> aliases;
  int rows = 1, columns = 1;
  std::string positions;  // "8of12", "12"; empty for adapters and duplex cords
  std::string notes;
  std::vector<int> to;
  bool disputed = false;
};

struct TransitionPort {
  int left = 0, right = 0;  // positions of the array connector
};

struct Transition : Row {
  std::string name, connector;  // one row set per connector
  std::string notes;
  std::vector<std::string> aliases;
  std::vector<TransitionPort> ports;
  Confidence pairing = Confidence::kLow, sides = Confidence::kLow;
};

// A listed map between the connectors of two ends: breakouts (one head, many legs) and conversions
// (many to many).
struct ListedMap : Row {
  struct Pair {
    int a_index = 0, a_position = 0, b_index = 0, b_position = 0;
  };
  std::string name, a_connector, b_connector, notes;
  std::vector<std::string> aliases;
  int a_count = 1, b_count = 1;
  std::vector<Pair> pairs;
  std::string_view family() const;  // "2x12-3x8" of "2x12-3x8-P1": what it joins, without its pattern
};

// A system by name: which parts belong together. A claim to test, never an input to trust.
struct Method : Row {
  std::string name, trunk, adapter, near_transition, far_transition, near_cord, far_cord, port_numbers, notes;
  bool has_trunk(std::string_view polarity) const { return is_kind_of(polarity, trunk); }
  bool has_near(std::string_view transition) const { return is_kind_of(transition, near_transition); }
  bool has_far(std::string_view transition) const { return is_kind_of(transition, far_transition); }

 private:
  // Parts with two rows of fibres are of several kinds: B24-R and B24-P, universal-r and universal-p; consecutive-flipped is none of
  // consecutive.
  static bool is_kind_of(std::string_view name, std::string_view wanted);
};

struct Fibre : Row {
  std::string name, mode;  // "OM4", "MM"
  std::vector<std::string> aliases;
  std::string core_um;
  // Cabled attenuation by wavelength window in nm (850, 953, 1300, 1310, 1383, 1550).
  std::unordered_map<int, Attenuation> tia, iso;
};

struct FibreSubstitution : Row {
  std::string required, offered, verdict, why;
};

struct Grade : Row {
  std::string family, line, owner, mode, grade;
  std::vector<std::string> connectors;  // empty: all of the family
  std::optional<Loss> most, mean, most_of_97, typical;
  std::optional<Loss> return_loss;    // at least; more is better
  std::vector<std::string> polishes;  // flat, angled: whose figures these are; empty when nobody says
};

struct Jacket : Row {
  std::string scheme, type;  // "NEC" "OFNP"; materials have scheme "material"
  std::vector<std::string> aliases;
  std::vector<std::string> may_be_replaced_by;  // types of the same scheme that are at least as strict
};

struct Space : Row {
  std::string name, scheme;  // "plenum", "NEC"
  std::vector<std::string> aliases;
  std::vector<std::string> accepted;  // jacket types; empty when the rule was not found
};

struct Splice : Row {
  std::string mode, kind;
  std::optional<Loss> most, typical;
};

// How long a channel through one 1:2 splitter cable may be, whatever the optic reaches without it.
struct SplitterLimit : Row {
  std::string name, mode, fibre_class;
  std::vector<std::string> aliases, optics;
  Length longest;
};

class Facts {
 public:
  // Loads the compiled-in tables, those in `directory` (when not empty) taking their place. Without a folder, and as the first that
  // `sources` takes in, they are read once for the whole process.
  static Facts load(diag::Sources& sources, const std::string& directory, diag::Findings& findings);

  // The tables whose name begins with `prefix` and that load() leaves alone: words, which only readers of text need.
  static std::vector<Table> load_tables(std::string_view prefix, diag::Sources& sources, const std::string& directory,
                                        diag::Findings& findings);

  // Look-ups fold case, blanks, hyphens and underscores and know aliases. Null when unknown.
  const Connector* connector(std::string_view name) const;
  const Optic* optic(std::string_view name) const;  // "400GBASE-DR4", "QDD-400G-DR4-S"; ambiguous aliases ("DR4") give null
  std::vector<const Optic*> optics_named(std::string_view name) const;  // all that an alias may mean
  std::vector<const LanePosition*> lane_map(std::string_view name) const;
  const Permutation* array_map(std::string_view name, int rows, int columns, std::string_view positions = {}) const;
  std::vector<const Permutation*> array_maps(std::string_view name, int rows,
                                             int columns) const;  // "B" over 2x12: both products
  const Permutation* adapter_map(std::string_view name, int rows, int columns) const;
  const Permutation* duplex_cord(std::string_view name) const;
  const Transition* transition(std::string_view name, std::string_view connector) const;
  const ListedMap* breakout(std::string_view name) const;
  const ListedMap* conversion(std::string_view name) const;
  std::vector<const ListedMap*> conversions_of(std::string_view name) const;  // and all patterns of a family: "2x12-3x8"
  const Fibre* fibre(std::string_view name) const;
  const FibreSubstitution* substitution(std::string_view required, std::string_view offered) const;
  const Grade* grade(std::string_view family, std::string_view connector, std::string_view mode, std::string_view grade) const;
  const Grade* any_pair_limit(std::string_view mode) const;  // the cabling standard's limit for a joint of unstated grade
  const Jacket* jacket(std::string_view type) const;
  const Space* space(std::string_view name) const;
  const Splice* splice(std::string_view mode) const;
  const Table* table(std::string_view name) const;
  const std::vector<Table>& tables() const { return content_->tables; }
  const Method* method(std::string_view name) const;  // "B", "Method B", "U1"
  const SplitterLimit* splitter_limit(std::string_view name, std::string_view fibre_class) const;
  std::vector<std::string> names_of(std::string_view table) const;  // first column, distinct: for "did you mean"

  const std::string& directory() const { return content_->directory; }  // that took the place of compiled-in tables; empty: none

  const std::vector<Optic>& optics() const { return content_->optics; }
  const std::vector<Connector>& connectors() const { return content_->connectors; }
  const std::vector<Transition>& transitions() const { return content_->transitions; }
  const std::vector<Permutation>& array_map_list() const { return content_->array_maps; }
  const std::vector<Permutation>& adapter_map_list() const { return content_->adapter_maps; }
  const std::vector<Permutation>& duplex_cords() const { return content_->duplex_cords; }
  const std::vector<ListedMap>& breakouts() const { return content_->breakouts; }
  const std::vector<ListedMap>& conversions() const { return content_->conversions; }
  const std::vector<Fibre>& fibres() const { return content_->fibres; }
  const std::vector<Grade>& grades() const { return content_->grades; }
  const std::vector<Method>& methods() const { return content_->methods; }
  const std::vector<Jacket>& jackets() const { return content_->jackets; }
  const std::vector<Space>& spaces() const { return content_->spaces; }
  const std::vector<SplitterLimit>& splitter_limits() const { return content_->splitter_limits; }

 private:
  friend class Loader;
  struct Content {
    std::string directory;
    std::vector<Table> tables;
    std::vector<Connector> connectors;
    std::vector<Optic> optics;
    std::unordered_map<std::string, std::vector<LanePosition>> lane_maps;
    std::vector<Permutation> array_maps, adapter_maps, duplex_cords;
    std::vector<Transition> transitions;
    std::vector<ListedMap> breakouts, conversions;
    std::vector<Fibre> fibres;
    std::vector<FibreSubstitution> substitutions;
    std::vector<Grade> grades;
    std::vector<Jacket> jackets;
    std::vector<Space> spaces;
    std::vector<Splice> splices;
    std::vector<Method> methods;
    std::vector<SplitterLimit> splitter_limits;
    NameIndex connector_index, optic_index;
  };
  // Copies share it. Only who loads it writes into it.
  std::shared_ptr<Content> content_ = std::make_shared<Content>();
};

}  // namespace ferrule::facts
