// What one side of a joint is known to lose: the figure stated beside it, or that of its grade, or what stands for it.
//
// Shape:  a joint takes the worse of its two sides. `stated` trusts every figure, `safe` uses the cabling standard's limit in place of
//         figures of low confidence; both are empty where no table has a figure.
// Errors: none.
// Source: data/connector_grades.csv
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "facts/facts.h"
#include "loss/scatter.h"
#include "plant/part_type.h"

namespace ferrule::loss {

struct SideLoss {
  std::optional<Loss> stated, safe;
  std::string why;
  bool assumed = false;
  std::string from, source;
  Confidence confidence = Confidence::kHigh;
  Scatter scatter;
};

std::string_view table_mode(spec::Mode mode);  // "SM", "MM": as the tables write it

SideLoss side_loss(const plant::PartType& type, const plant::TypeFace& face, spec::Mode mode, const facts::Facts& facts,
                   const std::string& assumed_grade);

}  // namespace ferrule::loss
