// From the loss of one fibre to that of a link: its worst fibre, whose loss decides whether the link passes its test.
//
//     run 1   ========== 8 fibres of one ferrule        they lose alike, as far as the correlation says
//     run 2   ---------- 2 fibres, each in its own      apart
//     link    the worst of all ten                      runs are apart from each other
//
// Units:  dB as double, chances from 0 to 1.
// Shape:  each question is asked with a correlation; 0 is "all fibres apart", and then nothing is assumed about ferrules.
// Errors: a Result of a share that has no loss, or a link without fibres; chances are never NaN. A correlation from 0 to 1 is the
//         caller's to assure (asserted).
// Source: loss/yield.h
#pragma once

#include <span>

#include "loss/channel_distribution.h"

namespace ferrule::loss {

// Lit fibres of a link that go the same way.
struct FibreRun {
  ChannelDistribution channel;
  unsigned fibres = 1;
  bool one_ferrule = false;
  double limit_db = 0;  // of the channel
};

double chance_any_above(std::span<const FibreRun> runs, double loss_db, double correlation);
double chance_link_fails(std::span<const FibreRun> runs, double correlation);  // some fibre is above the limit of its run
// `share` of such links lose less than this in their worst fibre.
Result<double> quantile_of_link_db(std::span<const FibreRun> runs, double share, double correlation);

}  // namespace ferrule::loss
