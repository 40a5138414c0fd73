#include "loss/side_loss.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::loss {
namespace {

void take(const facts::Row& row, const std::string& from, SideLoss& side) {
  side.from = from;
  side.source = row.source;
  side.confidence = row.confidence;
}

// How a side varies. Its grade tells, stated or assumed; a maximum beside it only has to agree.
Scatter side_scatter(const facts::Grade* row, const plant::PartType& type, const plant::TypeFace& face,
                     const std::string& grade) {
  const bool maximum = face.loss_max.microdecibel > 0;
  if (maximum && grade.empty()) return unknown_scatter(fmt::format("of {} only a maximum is stated, no grade", type.name));
  if (row == nullptr)
    return unknown_scatter(fmt::format("grade {} of {} has no figures for {}", grade, type.name, face.face.connector));
  return maximum ? scatter_within(*row, face.loss_max) : scatter_of(*row);
}

// A grade that states what 97 % of its joints stay within, and no maximum, is not taken for better than that.
void not_below(Loss of_97, const facts::Grade& grade, SideLoss& side) {
  if (side.stated && *side.stated < of_97) {
    side.why = grade.grade + ", no maximum: value of 97 % taken";
    take(grade, grade.line, side);
  }
  if (side.stated) side.stated = std::max(*side.stated, of_97);
  if (side.safe) side.safe = std::max(*side.safe, of_97);
}

}  // namespace

std::string_view table_mode(spec::Mode mode) { return mode == spec::Mode::kSingle ? "SM" : "MM"; }

SideLoss side_loss(const plant::PartType& type, const plant::TypeFace& face, spec::Mode mode, const facts::Facts& facts,
                   const std::string& assumed_grade) {
  SideLoss side;
  const std::string& own = face.grade.empty() ? type.grade : face.grade;
  const facts::Connector* connector = facts.connector(face.face.connector);
  const std::string family = connector == nullptr ? std::string() : connector->family;
  if (face.loss_max.microdecibel > 0) {
    side.stated = side.safe = face.loss_max;
    side.why = "stated";
    side.from = "stated in the plant";
    side.scatter = side_scatter(facts.grade(family, face.face.connector, table_mode(mode), own), type, face, own);
    return side;
  }
  side.assumed = own.empty();
  const std::string& grade = side.assumed ? assumed_grade : own;
  side.why = side.assumed ? grade + ", assumed" : grade;
  const facts::Grade* limit = facts.any_pair_limit(table_mode(mode));
  const facts::Grade* row = facts.grade(family, face.face.connector, table_mode(mode), grade);
  side.scatter = side_scatter(row, type, face, grade);
  const facts::Grade* const own_row = row;
  if (row == nullptr || !row->most) {
    // A grade without a figure for this connector ("low-loss" LC) is at least the standard one.
    row = facts.grade(family, face.face.connector, table_mode(mode), "standard");
    side.why += ", no figure: standard taken";
    side.assumed = true;
  }
  if (row != nullptr && row->most) {
    side.stated = row->most;
    take(*row, row->line, side);
    if (row->confidence > Confidence::kLow || (limit != nullptr && limit->most && *limit->most <= *row->most))
      side.safe = row->most;
  }
  if (limit != nullptr && limit->most) {
    if (!side.stated) {
      side.why = "limit of the cabling standard";
      side.stated = limit->most;
      take(*limit, limit->line, side);
    }
    if (!side.safe) side.safe = limit->most;
  }
  if (own_row != nullptr && !own_row->most && own_row->most_of_97) not_below(*own_row->most_of_97, *own_row, side);
  return side;
}

}  // namespace ferrule::loss
