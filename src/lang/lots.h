// Measured lots: what connectors of a part lost, each value of one mated connection against a reference plug.
//
//     part,fibre,loss              part: a name under parts:; fibre: which one was measured, for people; loss in dB
//     trunk,1,0.08
//     trunk,2,0.11                 `connector` tells the faces of a part that has connectors of several kinds
//
// Shape:  the values of all files go together, by part and kind of connector; every face of that kind shares the lot.
// Errors: a row that says no loss of a joint is left out, with its place; of a part that an offer takes the place of nothing was
//         measured, and its rows are passed over.
#pragma once

#include <map>
#include <vector>

#include "lang/parts.h"
#include "lang/reader.h"
#include "plant/builder.h"

namespace ferrule::lang {

class Lots {
 public:
  Lots(Reader& reader, Parts& parts, plant::Builder& builder) : reader_(reader), parts_(parts), builder_(builder) {}

  void add_table(std::uint32_t source);
  void finish();  // gives the lots to the faces; all tables were read

 private:
  struct Value {
    Loss loss;
    diag::Place place;
  };
  // The connector of the part that a row is of: its name in the tables, empty when the row is of none.
  struct Of {
    std::uint32_t type = Parts::kBroken;
    std::string connector;
  };
  const Of& find(std::string_view part, diag::Place part_place, std::string_view connector, diag::Place connector_place);
  Of look_up(std::string_view part, diag::Place part_place, std::string_view connector, diag::Place connector_place);
  std::string name_of(std::string_view connector) const;

  Reader& reader_;
  Parts& parts_;
  plant::Builder& builder_;
  std::map<std::pair<std::string, std::string>, Of> known_;  // by the words of the row: each is complained of once
  std::map<std::pair<std::uint32_t, std::string>, std::vector<Value>> values_;
};

}  // namespace ferrule::lang
