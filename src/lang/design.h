// What a project says of a plant that is to be designed: its fabric, how it is to be cabled, and the text that goes over as it is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "synth/fabric.h"
#include "synth/wishes.h"

namespace ferrule::lang {

struct Given {        // of one file of the project, as written
  std::string all;    // parts, racks, trays and whatever else is not designed
  std::string parts;  // of them, the parts alone
};

// What the wishes of a rule leave to the program, and what it is held to then.
struct LeftOpen {
  bool way = false, base = false;  // `as: auto`, `base: auto`
  std::optional<int> most_parts;   // different part numbers of the whole bill
  diag::Place most_parts_place;
  std::optional<std::int64_t> part_number_cost;  // what each of them costs besides, in hundredths
};

// A change of cabling or optics that the author wants to see beside the project as it is.
struct NamedChange {
  std::string name, say;
  std::vector<synth::CablingWish> wishes;     // by rule: those of the project with the change in them
  std::vector<LeftOpen> left_open;            // by rule, as the wishes
  std::map<std::string, std::string> optics;  // of ports, as written there: what takes its place
  diag::Place place;
};

struct StatedLimit {
  std::string key, value;  // "max_length", "60 m"; of allowances all of them, "{ageing: 0.3 dB}"
  diag::Place place;
  std::vector<std::string> parts = {};  // values of the allowances, as written
};

struct Design {
  synth::Fabric fabric;
  std::vector<synth::CablingWish> wishes;                        // by rule
  std::vector<LeftOpen> left_open;                               // by rule
  std::vector<NamedChange> alternatives;                         // in the order of the file
  std::string policy;                                            // as written
  std::map<std::string, diag::Place, std::less<>> stock_places;  // where the stock lengths of a kind are written
  std::vector<StatedLimit> limits;                               // that the policy sets to every channel, the method among them
  std::string head;                                              // policy and phases, as written: they stand in the first file
  std::vector<Given> given;
  bool racks_of_any_height = false;  // of a plan that is only tried, with more units than the text of its racks says
  bool trays_of_any_size = false;    // the same, with wider trays
  bool drops_of_any_size = false;    // and with wider drops into the racks
  std::size_t documents = 0;         // YAML files of the project
  std::size_t link_files = 0;        // files of links, read with the fabric: all of them is in it
};

}  // namespace ferrule::lang
