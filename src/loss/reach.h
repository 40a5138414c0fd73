// How far an application reaches over so many joints of one grade: the designer's table.
//
//     left for the glass  =  loss of the channel  -  loss of n joints          worst case: n times what one is planned with
//     length              =  left / attenuation, at most the published reach   statistical: the value that so many fibres, or links
//                                                                              in their worst fibre, stay within
//
// Units:  Length in whole millimetres, rounded down; shares from 0 to 1.
// Shape:  a length that is missing was refused by the line above it: no figure, or the joints alone lose too much. Spare loss never
//         extends a channel beyond the reach of its application, which dispersion limits as well.
// Errors: a Failure where the question has no answer: no loss of the channel, a share that is none, too many joints.
// Source: data/optic_reach.csv, data/fibres.csv; worked examples in tests/unit/loss/reach_test.cpp
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "loss/joint_figures.h"

namespace ferrule::loss {

struct ReachQuestion {
  const facts::Reach* reach = nullptr;  // of the application over the fibre class; states the loss of its channel
  Attenuation glass;
  JointFigures joint;
  std::optional<int> most_connections;  // where reflections or the maker's rule allow no more, whatever their loss
  double share = 0.999;
  unsigned fibres = 1;      // lit ones of a link
  int first = 1, last = 8;  // numbers of joints
};

struct Reached {
  std::optional<Length> length;  // nothing: not even nought metres, or nobody states what it takes
  bool by_reach = false;         // the application's reach sets it, loss would allow more
  std::optional<Loss> joints;    // what the joints lose
};

struct ReachLine {
  int joints = 0;
  Reached worst, fibres, links;
  bool too_many = false;         // more than are allowed: no length
  bool over_allocation = false;  // more for joints than the standard's split of its channel sets aside: glass has to be shorter
};

Result<std::vector<ReachLine>> reach_table(const ReachQuestion& question);

}  // namespace ferrule::loss
