// Reads the section halls: how large each is, so that what is drawn outside of it is found.
//
//     halls: {H1: {from: [0 m, 0 m], to: [24 m, 12 m]}}
//
// Shape:  a rack or tray belongs to the hall that it names; a rack that names none, to any of them. A tray that names none, or one that is
//         not listed, is not looked at: it may run from one hall to the next.
// Errors: L215 at the rack or tray; L205 at a rack's hall that is not listed; L202 for a hall without area.
#pragma once

#include <string>
#include <vector>

#include "lang/reader.h"
#include "plant/plant.h"
#include "syntax/node.h"

namespace ferrule::lang {

class Halls {
 public:
  explicit Halls(Reader& reader) : reader_(reader) {}

  void read(const syntax::Node& section);
  void judge_names(const syntax::Node& racks);  // a section of them or of their types, when all halls are read
  void judge(const plant::Plant& plant);        // when racks and trays are read

 private:
  struct Hall {
    std::string name;
    diag::Place place;
    Length left, right, low, high;
    bool holds(Length x, Length y) const { return x >= left && x <= right && y >= low && y <= high; }
  };
  const Hall* named(const std::string& name) const;
  void say_outside(const std::string& what, diag::Place place, const Hall& hall);

  Reader& reader_;
  std::vector<Hall> halls_;
  std::vector<std::string> listed_;  // also those that are described wrongly
};

}  // namespace ferrule::lang
