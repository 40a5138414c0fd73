// Cables: parts with plugs, laid between spots.
//
// Shape:  an entry may stand for many cables when its id is a range; its ends then run in step. A cable with several plugs at an end
//         takes as many places there: a list, a range, or one key per plug (b1, b2, ...).
// Errors: a wrong entry is skipped. A spot that is taken stays with the first plug (port-used-twice).
// Speed:  a row of a CSV file costs no allocation; about three million rows a second.
#pragma once

#include <set>

#include "lang/ends.h"
#include "lang/phases.h"
#include "lang/table.h"
#include "syntax/node.h"

namespace ferrule::lang {

struct PlugText {
  bool end_b = false;
  int number = 0;  // which plug of that end; 0: the whole end
  std::string_view text;
  diag::Place place;
  Spot spot;  // of a plain text, once it was looked up
};

struct CableText {
  std::string_view id, part, length, slack, side, label, space, phase;
  diag::Place id_place, part_place, space_place, phase_place;
  std::vector<PlugText> plugs;
  std::vector<std::pair<std::string_view, diag::Place>> route;
  std::uint32_t type = Parts::kBroken;
  std::uint32_t in_phase = plant::kNone;  // of the plant's, once it was looked up
  std::uint64_t hash = 0;                 // of the id
  bool plain = false;                     // one cable, one place per plug, no ranges: the common case
};

class Cables {
 public:
  Cables(Reader& reader, Parts& parts, const Nodes& nodes, const Ends& ends, Phases& phases, plant::Builder& builder)
      : reader_(reader), parts_(parts), nodes_(nodes), ends_(ends), phases_(phases), builder_(builder) {}

  void add(const syntax::Node& entry);
  void add_table(std::uint32_t source);
  void finish();  // says what the ends were that named no spot, now that all cables are known

  // A plug by name: "T1/a", "T1/b3".
  struct Plug {
    enum class Kind : std::uint8_t { kNone, kLost, kPlug } kind = Kind::kNone;
    std::uint32_t connector = 0;
  };
  Plug find_plug(std::string_view text) const;
  void explain_plug(std::string_view text, diag::Place place) const;

 private:
  struct Places;
  class Columns;
  void prepare(CableText& text);
  void look_ahead(const CableText& text) const;
  void add(const CableText& text);
  void add_many(const CableText& text, const RangedText& ids);
  void add_one(const CableText& text);
  std::uint32_t new_cable(const CableText& text, std::string_view name, std::uint64_t hash);
  std::uint32_t type_of(const CableText& text);
  Length length_of(std::string_view text);
  Length whole_length(const CableText& text);
  bool spread(const CableText& text, std::uint32_t cables, const PartEnds& ends, std::array<Places, 2>& out);
  bool is_one_of_several(std::uint32_t connector) const;
  void plug(std::uint32_t connector, const Spot& spot, std::string_view text, diag::Place place);
  void plug_into_port(std::uint32_t connector, const Spot& spot, std::string_view text, diag::Place place);
  void misplace(std::uint32_t connector);
  void used_twice(std::uint32_t connector, std::uint32_t first, std::string_view text, diag::Place place);
  void lay(const CableText& text, std::uint32_t cable);
  void make_room(std::size_t lines);
  void lose(std::string_view id);
  bool plug_number_fits(const PlugText& plug, const PartEnds& ends);
  std::uint32_t find_cable(std::string_view name) const;
  bool names_cable(std::string_view text) const;

  Reader& reader_;
  Parts& parts_;
  const Nodes& nodes_;
  const Ends& ends_;
  Phases& phases_;
  plant::Builder& builder_;
  NameTable ids_;
  struct Unplaced {
    std::string text;
    diag::Place place;
  };
  std::vector<Unplaced> unplaced_;
  std::set<std::string, std::less<>> lost_;  // ids of entries that were refused
  std::string last_part_, last_length_text_;
  std::uint32_t last_type_ = Parts::kBroken;
  Length last_length_;
};

}  // namespace ferrule::lang
