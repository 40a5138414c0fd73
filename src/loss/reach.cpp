#include "loss/reach.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "loss/channel_distribution.h"
#include "loss/planning.h"

namespace ferrule::loss {
namespace {

constexpr int kMostConnections = 64;  // no channel has more

Loss rounded_up(double db) { return {static_cast<std::int64_t>(std::ceil(db * 1e6))}; }

// A maker's other way to state a channel: so many joints, each of so much, within reach. Both have to be stated.
bool within_rule(const facts::Reach& reach, int joints, Loss each) {
  if (joints == 0) return true;
  return reach.most_connections && reach.loss_per_connection && joints <= *reach.most_connections &&
         each <= *reach.loss_per_connection;
}

void forbid(ReachLine& line) {
  line.too_many = true;
  for (Reached* reached : {&line.worst, &line.fibres, &line.links}) {
    reached->length.reset();
    reached->by_reach = false;
  }
}

Reached reached(const ReachQuestion& question, Loss joints) {
  Reached out;
  out.joints = joints;
  const facts::Reach& reach = *question.reach;
  const Result<Length> length = longest(*reach.channel_loss, joints, question.glass);
  if (!length) return out;
  out.by_reach = reach.longest && *reach.longest <= *length;
  out.length = out.by_reach ? *reach.longest : *length;
  if (reach.shortest && *out.length < *reach.shortest) out.length.reset();
  return out;
}

ReachLine worst_case(const ReachQuestion& question, int joints) {
  ReachLine line;
  line.joints = joints;
  const facts::Reach& reach = *question.reach;
  const std::optional<Loss> each = question.joint.planned();
  if (!each) return line;
  const Loss sum{each->microdecibel * joints};
  if (reach.channel_loss) {
    line.worst = reached(question, sum);
    line.over_allocation = reach.connection_loss && sum > *reach.connection_loss;
  } else if (within_rule(reach, joints, *each)) {
    line.worst = {reach.longest, true, sum};
  }
  return line;
}

Result<void> add_statistics(const ReachQuestion& question, const JointLoss& joint, ReachLine& line) {
  const std::vector<JointLoss> joints(static_cast<std::size_t>(line.joints), joint);
  const Result<ChannelDistribution> channel = ChannelDistribution::of(joints);
  if (!channel) return tl::unexpected(channel.error());
  const Result<double> fibre = channel->quantile_db(question.share);
  if (!fibre) return tl::unexpected(fibre.error());
  const Result<double> link = channel->quantile_of_worst_db(question.share, question.fibres);
  if (!link) return tl::unexpected(link.error());
  line.fibres = reached(question, rounded_up(*fibre));
  line.links = reached(question, rounded_up(*link));
  return {};
}

}  // namespace

Result<std::vector<ReachLine>> reach_table(const ReachQuestion& question) {
  if (question.first < 0 || question.last < question.first || question.last > kMostConnections)
    return refusal("", fmt::format("numbers of connections go from 0 to {}", kMostConnections));
  if (!(question.share > 0) || !(question.share < 1))
    return refusal("", "the share of fibres lies between 0 and 1, and is neither");
  if (question.glass.microdecibel_per_km <= 0)
    return refusal("", "nobody states the attenuation of this fibre at that wavelength");
  const facts::Reach& reach = *question.reach;
  if (!reach.channel_loss && !reach.most_connections) return refusal("", "nobody states the loss of the channel over this fibre");
  const std::optional<JointLoss> joint = question.joint.distribution();
  std::vector<ReachLine> out;
  for (int joints = question.first; joints <= question.last; ++joints) {
    ReachLine line = worst_case(question, joints);
    if (joint && reach.channel_loss && joints > 0)
      if (const Result<void> done = add_statistics(question, *joint, line); !done) return tl::unexpected(done.error());
    if (question.most_connections && joints > *question.most_connections) forbid(line);
    out.push_back(line);
  }
  return out;
}

}  // namespace ferrule::loss
