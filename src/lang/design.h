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

struct Design {
  synth::Fabric fabric;
  std::vector<synth::CablingWish> wishes;  // by rule
  std::string head;                        // policy and phases, as written: they stand in the first file
  std::vector<Given> given;
  std::size_t documents = 0;  // YAML files of the project
};

}  // namespace ferrule::lang
