// The verdict on whole links, by check::check and by the slow judge, on random plants, before and after a slip of the hand.
// FERRULE_SEED and FERRULE_PLANTS choose them.
#include <algorithm>
#include <iostream>
#include <gtest/gtest.h>

#include "check/check.h"
#include "lang/project.h"
#include "support/agree.h"
#include "support/embedded_facts.h"
#include "support/environment.h"
#include "support/intent.h"
#include "support/print_plant.h"
#include "support/random_plant.h"

namespace ferrule::test {
namespace {

std::string_view spell(Verdict verdict) {
  return verdict == Verdict::kProven ? "proven" : verdict == Verdict::kFaulty ? "faulty" : "unproven";
}

Verdict as_slow(check::Verdict verdict) {
  return verdict == check::Verdict::kProven   ? Verdict::kProven
         : verdict == check::Verdict::kFaulty ? Verdict::kFaulty
                                              : Verdict::kUnproven;
}

struct Judged {
  Verdict verdict = Verdict::kFaulty;
  bool unknown = false;  // something on some lane's way is not known, or the light goes round: unproven is as good an answer
  bool copied = false;   // some lane comes by a copy, which has no way back
  bool many_splices = false;
  std::vector<Plug> ends;  // of every part that its light enters or leaves
};

Judged judged(const PlainPlant& plain, const SlowJudge& judge, const LinkWanted& link) {
  const LinkVerdict verdict = judge_link(judge, link);
  const facts::Optic* optic = embedded_facts().optic(application_of(plain.sort_of(link.a.part)));
  Judged out;
  out.verdict = verdict.verdict(optic->lanes_reorder == true);
  out.unknown = verdict.contacts == Holds::kNotKnown;
  for (const auto* lanes : {&verdict.there, &verdict.back})
    for (const LaneVerdict& lane : *lanes) {
      out.unknown = out.unknown || lane.fate == LaneFate::kUnknown || lane.walk.ending == SlowEnding::kLoop;
      out.copied = out.copied || lane.walk.copied;
      int splices = 0;
      for (const Walked& step : lane.walk.way) {
        const Joint& joint = plain.joints[static_cast<std::size_t>(step.joint)];
        splices += joint.how == Meeting::kSplice;
        out.ends.insert(out.ends.end(), {joint.a, joint.b});
      }
      out.many_splices = out.many_splices || splices > 3;  // there the loss decides
    }
  // Check follows both fibres of a lane from the near end, the judge follows light: where they part, neither need see what the other sees.
  for (const LaneAt& lane : plain.sort_of(link.a.part).lanes) {
    if (lane.end != link.a.end || lane.does == Does::kTransmits) continue;
    for (const Walk& walk : judge.follow(link.a, lane.position).walks) {
      out.unknown = out.unknown || walk.ending == SlowEnding::kUnknown || walk.ending == SlowEnding::kLoop;
      for (const Walked& step : walk.way) {
        const Joint& joint = plain.joints[static_cast<std::size_t>(step.joint)];
        out.unknown = out.unknown || contact(plain, joint).all() == Holds::kNotKnown;
        out.ends.insert(out.ends.end(), {joint.a, joint.b});
      }
    }
  }
  out.ends.insert(out.ends.end(), {link.a, link.b});
  return out;
}

struct Tally {
  std::uint64_t plants = 0, links = 0, proven = 0, unproven = 0, faulty = 0, moved = 0;
};

class Checked {
 public:
  Checked(const PlainPlant& plain, const std::vector<LinkWanted>& links) : plain_(plain), links_(links), built_(build(plain)) {
    add_intent(plain, links, built_);
    check::CheckOptions options;
    options.repairs = false;
    result_ = check::check(built_.plant, embedded_facts(), {}, options);
    const SlowJudge judge(plain);
    for (const LinkWanted& link : links) judged_.push_back(judged(plain, judge, link));
  }

  Verdict verdict(std::size_t link) const { return as_slow(result_.verdicts[link]); }
  const Judged& judge(std::size_t link) const { return judged_[link]; }

  // Empty when both say the same of every link.
  std::string disagreement(Tally& tally) const {
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const Verdict fast = verdict(i);
      const Judged& slow = judged_[i];
      ++tally.links;
      ++(slow.verdict == Verdict::kProven ? tally.proven : slow.verdict == Verdict::kFaulty ? tally.faulty : tally.unproven);
      if (fast == slow.verdict) continue;
      if (fast != Verdict::kProven && (slow.copied || slow.many_splices)) continue;
      if (fast != Verdict::kProven && slow.verdict != Verdict::kProven && slow.unknown) continue;
      return told(i);
    }
    return "";
  }

  std::string told(std::size_t i) const {
    std::string text = plain_.spelled(links_[i].a) + " to " + plain_.spelled(links_[i].b) + ": check says " +
                       std::string(spell(verdict(i))) + ", the judge " + std::string(spell(judged_[i].verdict));
    for (const diag::Finding& finding : result_.findings)
      if (finding.severity > diag::Severity::kNote) text += "\n  " + finding.code + " " + finding.message;
    for (const LinkWanted& link : {links_[i]})
      for (const auto& [from, sort] : {std::pair{link.a, &plain_.sort_of(link.a.part)}, {link.b, &plain_.sort_of(link.b.part)}})
        for (const LaneAt& lane : sort->lanes)
          if (lane.end == from.end) text += "\n  " + test::told(plain_, built_, from, lane.position);
    return text;
  }

 private:
  const PlainPlant& plain_;
  const std::vector<LinkWanted>& links_;
  Built built_;
  check::CheckResult result_;
  std::vector<Judged> judged_;
};

// Pins pulled or put, a flat plug for an angled one: what mutate() does not do.
Mutation mutate_face(PlainPlant& plain, Dice& dice) {
  const int part = dice.below(static_cast<int>(plain.parts.size()));
  Sort sort = plain.sort_of(part);
  End& end = sort.ends[static_cast<std::size_t>(dice.below(static_cast<int>(sort.ends.size())))];
  if (dice.chance(50) && end.pins != Pinning::kWithoutPins)
    end.pins = end.pins == Pinning::kPinned ? Pinning::kUnpinned : Pinning::kPinned;
  else
    end.cut = end.cut == Cut::kFlat ? Cut::kAngled : end.cut == Cut::kAngled && dice.chance(50) ? Cut::kAngledUp : Cut::kFlat;
  sort.name += sort.what == What::kTransceiver ? "" : ", changed";
  plain.sorts.push_back(std::move(sort));
  plain.parts[static_cast<std::size_t>(part)].sort = static_cast<int>(plain.sorts.size()) - 1;
  return {Mutation::What::kRetyped, part, {}};
}

bool touches(const Judged& judged, const Mutation& mutation) {
  return std::any_of(judged.ends.begin(), judged.ends.end(), [&](Plug end) {
    return end.part == mutation.part || std::find(mutation.plugs.begin(), mutation.plugs.end(), end) != mutation.plugs.end();
  });
}

struct Outcomes {
  Tally before, after;
};

// Empty when check and judge agree on the plant of this seed and on the same after a slip of the hand.
std::string disagreement(std::uint64_t seed, Outcomes& run) {
  PlainPlant plain = random_plant(seed);
  settle(plain);
  const std::vector<LinkWanted> links = intend(plain, seed);
  if (links.empty()) return "";
  ++run.before.plants;
  const std::string replay = "FERRULE_SEED=" + std::to_string(seed) + " FERRULE_PLANTS=1: ";
  const Checked before(plain, links);
  if (const std::string what = before.disagreement(run.before); !what.empty()) return replay + what;

  PlainPlant slipped = plain;
  Dice dice(seed ^ 0x5EED);
  const Mutation mutation = dice.chance(60) ? mutate(slipped, dice) : mutate_face(slipped, dice);
  if (mutation.what == Mutation::What::kNone) return "";
  ++run.after.plants;
  const Checked now(slipped, links);
  if (const std::string what = now.disagreement(run.after); !what.empty()) return replay + "after a mutation, " + what;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (before.verdict(i) == now.verdict(i)) continue;
    ++run.after.moved;
    if (touches(before.judge(i), mutation) || touches(now.judge(i), mutation)) continue;
    // Where light goes round or is not known, each side of the link sees more than the judge's walks.
    if (before.verdict(i) != Verdict::kProven && now.verdict(i) != Verdict::kProven) continue;
    return replay + "a mutation elsewhere\n" + before.told(i) + "\n" + now.told(i);
  }
  return "";
}

TEST(VerdictAgreement, EveryLinkOfRandomPlantsHasTheVerdictOfTheSlowJudge) {
  const std::uint64_t first = seed_from_environment(), count = plants_from_environment(25'000, 1'000);
  Outcomes run;
  for (std::uint64_t seed = first; seed < first + count; ++seed) ASSERT_EQ(disagreement(seed, run), "");
  const Tally& tally = run.before;
  std::cout << tally.plants << " plants, " << tally.links << " links: " << tally.proven << " proven, " << tally.unproven
            << " unproven, " << tally.faulty << " faulty; " << run.after.plants << " mutations moved " << run.after.moved
            << " verdicts\n";
  if (count >= 1000) {
    EXPECT_GT(tally.proven, tally.links / 50);
    EXPECT_GT(tally.unproven, tally.links / 200);
    EXPECT_GT(run.after.moved, run.after.plants / 50);
  }
}

// What check says of the plant when it comes out of its text, against what it says of the model, and so of the judge.
std::string disagreement_of_text(std::uint64_t seed, Outcomes& run) {
  PlainPlant plain = random_plant(seed);
  settle(plain);
  make_expressible(plain);
  const std::vector<LinkWanted> links = intend(plain, seed);
  if (links.empty()) return "";
  ++run.before.plants;
  const std::string replay = "FERRULE_SEED=" + std::to_string(seed) + " FERRULE_PLANTS=1: ";
  const Checked model(plain, links);
  if (const std::string what = model.disagreement(run.before); !what.empty()) return replay + what;
  const std::string text = as_text(plain, links);
  diag::Sources sources;
  diag::Findings findings;
  const auto project = lang::read_project_text("plant.yaml", text, {}, sources, embedded_facts(), findings);
  std::string said;
  for (const diag::Finding& finding : findings.all())
    if (finding.severity == diag::Severity::kError) said += finding.code + " " + finding.message + "\n";
  if (!project || !said.empty()) return replay + "not read: " + said + text;
  check::CheckOptions options;
  options.repairs = false;
  const check::CheckResult result = check::check(project->plant, embedded_facts(), project->settings, options);
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (as_slow(result.verdicts[i]) == model.verdict(i)) continue;
    said = "as text " + std::string(spell(as_slow(result.verdicts[i]))) + ", " + model.told(i) + "\n";
    for (const diag::Finding& finding : result.findings) said += finding.code + " " + finding.message + "\n";
    return replay + said + text;
  }
  return "";
}

TEST(VerdictAgreement, APlantSaysTheSameWhenItIsWrittenAndRead) {
  const std::uint64_t first = seed_from_environment() + 7'000'000, count = plants_from_environment(3'000, 100);
  Outcomes run;
  for (std::uint64_t seed = first; seed < first + count; ++seed) ASSERT_EQ(disagreement_of_text(seed, run), "");
  std::cout << run.before.plants << " plants as text, " << run.before.links << " links: " << run.before.proven << " proven, "
            << run.before.unproven << " unproven, " << run.before.faulty << " faulty\n";
  if (count >= 1000) {
    EXPECT_GT(run.before.proven, run.before.links / 50);
  }
}

// 900038227: a receiver whose fibre, followed backwards through a tap's copy, seemed to come from the far transmitter.
TEST(VerdictAgreement, SeedsThatOnceDisagreed) {
  Outcomes run;
  for (const std::uint64_t seed : {20'240'704u, 20'247'762u, 900'038'227u}) EXPECT_EQ(disagreement(seed, run), "");
}

}  // namespace
}  // namespace ferrule::test
