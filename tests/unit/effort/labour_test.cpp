#include "effort/labour.h"

#include <map>
#include <random>
#include <gtest/gtest.h>

#include "effort/schedule.h"
#include "laid_project.h"

namespace ferrule::effort {
namespace {

// One minute for everything that is named, in the words of rate_keys().
std::vector<facts::LabourRate> minutes(std::initializer_list<facts::RateKey> keys) {
  std::vector<facts::LabourRate> rates;
  for (const facts::RateKey& key : facts::rate_keys()) {
    const bool named = std::find(keys.begin(), keys.end(), key) != keys.end();
    rates.push_back({key, named ? 1'000 : 0, {}});
  }
  return rates;
}

constexpr const char* kTwoRows =
    "racks: {A: {row: r1, phase: P1}, B: {row: r2, phase: P2}, C: {row: r1, phase: P1}}\n"
    "equipment: {a: {rack: A, ports: {\"p[1-4]\": 10GBASE-SR}}, b: {rack: B, ports: {\"p[1-4]\": 10GBASE-SR}}, c: {rack: C, "
    "ports: "
    "{\"p[1-4]\": 10GBASE-SR}}}\n"
    "cables:\n"
    "  - {id: ab, part: c, length: 12.5 m, a: a/p1, b: b/p1}\n"
    "  - {id: ac, part: c, length: 2 m, a: a/p2, b: c/p2}\n"
    "  - {id: no, part: c, a: a/p3}\n"
    "links: [{id: L1, a: a/p1, b: b/p1}, {id: L2, a: a/p2, b: c/p2}]\n";

TEST(Labour, EachTaskIsCountedByItsOwnMeasure) {
  const LaidProject project(kTwoRows);
  const auto hours = [&](facts::RateKey key) {
    return labour(project.plant(), project.laid, *project.sites, minutes({key})).all;
  };
  for (const auto& [key, minutes] : std::initializer_list<std::pair<facts::RateKey, std::int64_t>>{
           {{"mount", "panel", "piece"}, 0},
           {{"mount", "transceiver", "piece"}, 12'000},
           {{"pull", "cord", "end"}, 6'000},
           {{"pull", "cord", "metre"}, 14'500},
           {{"dress", "cord", "end"}, 6'000},
           {{"label", "cable", "end"}, 6'000},
           {{"clean", "single", "ferrule"}, 10'000},  // two of each plug; one plug is loose
           {{"plug", "duplex", "plug"}, 5'000},
           {{"test", "link", "link"}, 2'000},
           {{"test", "fibre", "fibre"}, 4'000},
       })
    EXPECT_EQ(hours(key), minutes) << key.task << " " << key.of << " " << key.per;
}

TEST(Labour, JobsAreByPhaseTaskAndRows) {
  const LaidProject project(kTwoRows);
  const Labour work = labour(project.plant(), project.laid, *project.sites, minutes({{"pull", "cord", "end"}}));
  std::string pulls;
  for (const Job& job : work.jobs)
    if (job.task == Task::kPull) {
      pulls += phase_spelled(project.plant(), job.phase) + ":";
      for (const std::uint32_t area : job.areas) pulls += " " + work.areas[area];
      pulls += " " + std::to_string(job.pieces) + "; ";
    }
  EXPECT_EQ(pulls, "P1: row r1 2; P2: row r1 row r2 1; ");
  EXPECT_EQ(work.without_length, 1u);
  EXPECT_TRUE(work.without_rate.empty());
}

TEST(Labour, ARateThatNobodyStatesIsSaid) {
  const LaidProject project(kTwoRows);
  const Labour work = labour(project.plant(), project.laid, *project.sites, {});
  EXPECT_EQ(work.all, 0);
  EXPECT_EQ(work.without_rate.size(), 9u);  // of all that this plant needs: no panel, no trunk, no array
}

// Jobs at random: whoever works keeps the rules of the model.
TEST(Schedule, KeepsTheModelAndItsBound) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    Labour labour;
    labour.areas.resize(4);
    const auto pick = [&](std::uint32_t most) { return static_cast<std::uint32_t>(random() % most); };
    for (int i = 0; i < 20; ++i) {
      Job job;
      job.phase = pick(2);
      job.task = static_cast<Task>(pick(kTasks));
      job.areas = {pick(4)};
      if (pick(2) == 0) job.areas.push_back(job.areas[0] + 1 + pick(2));
      if (job.task == Task::kPull) job.trays = {pick(2)};
      job.work = pick(100);
      labour.jobs.push_back(job);
    }
    labour.areas.resize(8);
    for (const PhasePlan& plan : schedule(labour)) {
      std::int64_t work = 0;
      ASSERT_GE(plan.lasts, plan.bound);
      for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
        const PlannedJob& a = plan.jobs[i];
        const Job& one = labour.jobs[a.job];
        EXPECT_EQ(one.phase, plan.phase);
        EXPECT_EQ(a.end - a.start, one.work);
        work += one.work;
        for (std::size_t k = 0; k < i; ++k) {
          const PlannedJob& b = plan.jobs[k];
          const Job& other = labour.jobs[b.job];
          const auto meet = [](const auto& x, const auto& y) {
            return std::any_of(x.begin(), x.end(), [&](auto v) { return std::find(y.begin(), y.end(), v) != y.end(); });
          };
          const bool share = meet(one.areas, other.areas), tray = meet(one.trays, other.trays);
          if (share || tray) {
            EXPECT_TRUE(a.start >= b.end || b.start >= a.end || one.work == 0 || other.work == 0);
          }
          if (share && other.task < one.task) {
            EXPECT_GE(a.start, b.end);
          }
          if (share && one.task < other.task) {
            EXPECT_GE(b.start, a.end);
          }
        }
      }
      EXPECT_EQ(work, plan.work);
      EXPECT_LE(plan.lasts, plan.work);
      // The chain ends last, and each of it waits for the one before.
      ASSERT_FALSE(plan.longest.empty());
      EXPECT_EQ(plan.jobs[plan.longest.back()].end, plan.lasts);
      EXPECT_EQ(plan.jobs[plan.longest.front()].start, 0);
      for (std::size_t i = 1; i < plan.longest.size(); ++i)
        EXPECT_EQ(plan.jobs[plan.longest[i]].start, plan.jobs[plan.longest[i - 1]].end);
    }
  }
}

TEST(Schedule, TwoRowsThatShareNothingAreDoneAtOnce) {
  Labour labour;
  labour.areas = {"a", "b"};
  const auto job = [](Task task, std::uint32_t area, std::int64_t work) {
    Job out;
    out.task = task;
    out.areas = {area};
    out.work = work;
    return out;
  };
  labour.jobs = {job(Task::kPull, 0, 100), job(Task::kPull, 1, 70), job(Task::kPlug, 0, 10)};
  std::vector<PhasePlan> plans = schedule(labour);
  ASSERT_EQ(plans.size(), 1u);
  EXPECT_EQ(plans[0].lasts, 110);
  EXPECT_EQ(plans[0].bound, 110);
  EXPECT_EQ(plans[0].crews, 2u);
  EXPECT_EQ(plans[0].busiest_area, 0u);
  labour.jobs[0].trays = labour.jobs[1].trays = {5};  // both through one tray: one after the other
  plans = schedule(labour);
  EXPECT_EQ(plans[0].lasts, 170);
  EXPECT_EQ(plans[0].bound, 170);
  EXPECT_EQ(plans[0].busiest_tray, 5u);
}

}  // namespace
}  // namespace ferrule::effort
