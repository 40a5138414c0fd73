// The verb reach: how far an application reaches over so many connections of a grade, over each fibre class it is stated for.
//
// Errors: a Failure that names what was asked and is not known, with what there is.
#pragma once

#include <string>
#include <vector>

#include "api/budget_options.h"
#include "facts/facts.h"
#include "loss/reach.h"

namespace ferrule::api {

struct ReachOptions {
  std::string application;          // "400GBASE-DR4", or an alias of one optic
  std::vector<std::string> fibres;  // classes; empty: all that the tables state
  std::vector<std::string> grades;  // names or figures; empty: standard and low-loss
  std::string connector;            // of the joints; empty: the application's own
  std::string attenuation;          // dB/km; empty: the cabling standard's
  bool iso = false;                 // ISO/IEC 11801 instead of TIA-568
  Percentile percentile{"99.9", 0.999};
  int first = 1, last = 8;
};

struct ReachTable {
  const facts::Reach* reach = nullptr;
  loss::JointFigures joint;
  Attenuation glass;
  std::string glass_why;  // "TIA, 1310 nm"
  std::string refused;    // why there is no table; empty when there is
  std::vector<loss::ReachLine> lines;
};

struct ReachAnswer {
  const facts::Optic* optic = nullptr;
  std::string connector;
  std::vector<ReachTable> tables;  // by fibre class, then by grade
};

Result<ReachAnswer> reach(const ReachOptions& options, const facts::Facts& facts);

}  // namespace ferrule::api
