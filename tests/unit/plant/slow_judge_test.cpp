// The judge itself: its rules of contact (facts/polarity.md 7, 8, 9) and of a link (11, design.md 2), on cases whose answer is printed.
#include "support/slow_judge.h"

#include <gtest/gtest.h>

namespace ferrule::test {
namespace {

Joint face_to_face(PlainPlant& plain, std::string_view one, Pinning pins_one, Cut cut_one, std::string_view two, Pinning pins_two,
                   Cut cut_two, Meeting how) {
  const auto put = [&](const char* name, std::string_view connector, Pinning pins, Cut cut, bool port) {
    Sort sort = array_cable("A", connector);
    sort.name += name;
    for (End& end : sort.ends) end.pins = pins, end.cut = cut, end.receptacle = port;
    plain.put(name, sort);
  };
  put("one", one, pins_one, cut_one, false);
  put("two", two, pins_two, cut_two, how == Meeting::kTransceiver);
  return {{0, 1}, {1, 0}, how};
}

constexpr Pinning kM = Pinning::kPinned, kF = Pinning::kUnpinned, kWho = Pinning::kNotStated;

// 7: exactly one pinned, one unpinned.
TEST(ContactRules, Pins) {
  struct Row {
    Pinning one, two;
    Holds holds;
  };
  for (const auto& [one, two, holds] :
       {Row{kM, kF, Holds::kYes}, Row{kF, kM, Holds::kYes}, Row{kM, kM, Holds::kNo}, Row{kF, kF, Holds::kNo},
        Row{kM, kWho, Holds::kNotKnown}, Row{kWho, kWho, Holds::kNotKnown}}) {
    PlainPlant plain;
    const Joint joint = face_to_face(plain, "MPO-12", one, Cut::kFlat, "MPO-12", two, Cut::kFlat, Meeting::kAligned);
    EXPECT_EQ(contact(plain, joint).pins, holds);
    EXPECT_EQ(contact(plain, joint).all(), holds);
  }
}

// 8, "executable".
TEST(ContactRules, PolishAndSlope) {
  constexpr Cut kFlat = Cut::kFlat, kStandard = Cut::kAngled, kUp = Cut::kAngledUp, kSilent = Cut::kNotStated;
  constexpr Meeting kA = Meeting::kOpposed, kB = Meeting::kAligned, kMdi = Meeting::kTransceiver,
                    kSilentAdapter = Meeting::kNotStated;
  struct Row {
    Cut one, two;
    Meeting how;
    Holds holds;
  };
  for (const auto& [one, two, how, holds] : {
           Row{kFlat, kFlat, kA, Holds::kYes},
           Row{kFlat, kFlat, kB, Holds::kYes},
           Row{kFlat, kStandard, kA, Holds::kNo},
           Row{kFlat, kUp, kB, Holds::kNo},
           Row{kStandard, kStandard, kA, Holds::kYes},
           Row{kStandard, kStandard, kB, Holds::kNo},
           Row{kStandard, kUp, kB, Holds::kYes},
           Row{kStandard, kUp, kA, Holds::kNo},
           Row{kUp, kUp, kA, Holds::kYes},
           Row{kUp, kUp, kB, Holds::kNo},
           Row{kStandard, kUp, kMdi, Holds::kYes},   // an angled cord in an angled transceiver
           Row{kStandard, kFlat, kMdi, Holds::kNo},  // in a flat one
           Row{kFlat, kFlat, kSilentAdapter, Holds::kYes},
           Row{kFlat, kStandard, kSilentAdapter, Holds::kNo},
           Row{kStandard, kStandard, kSilentAdapter, Holds::kNotKnown},
           Row{kFlat, kSilent, kA, Holds::kNotKnown},
       }) {
    PlainPlant plain;
    EXPECT_EQ(contact(plain, face_to_face(plain, "MPO-12", kM, one, "MPO-12", kF, two, how)).polish, holds);
    PlainPlant mirrored;
    if (how == kMdi) continue;
    EXPECT_EQ(contact(mirrored, face_to_face(mirrored, "MPO-12", kM, two, "MPO-12", kF, one, how)).polish, holds);
  }
}

// 9: family and rows.
TEST(ContactRules, FamilyAndRows) {
  struct Row {
    std::string_view one, two;
    Holds family, rows;
  };
  for (const auto& [one, two, family, rows] : {
           Row{"MPO-12", "MPO-12", Holds::kYes, Holds::kYes},
           Row{"MPO-8", "MPO-12", Holds::kYes, Holds::kYes},
           Row{"MPO-12", "MPO-24", Holds::kYes, Holds::kNo},  // latches; no fibre meets a fibre
           Row{"MPO-12", "MPO-16", Holds::kNo, Holds::kYes},  // offset key, other pins
           Row{"MPO-24", "MPO-16", Holds::kNo, Holds::kNo},
           Row{"MPO-16", "MPO-32", Holds::kYes, Holds::kNo},
           Row{"LC-duplex", "LC-duplex", Holds::kYes, Holds::kYes},
           Row{"LC-duplex", "SC-duplex", Holds::kNo, Holds::kYes},
           Row{"LC-duplex", "MPO-12", Holds::kNo, Holds::kYes},
       }) {
    PlainPlant plain;
    // (array_cable gives the ends; what is inside does not matter here)
    const Contact found = contact(plain, face_to_face(plain, one, kM, Cut::kFlat, two, kF, Cut::kFlat, Meeting::kOpposed));
    EXPECT_EQ(found.family, family) << one << " and " << two;
    EXPECT_EQ(found.rows, rows) << one << " and " << two;
  }
}

// 9: the single row stands between the two rows.
TEST(SlowJudge, FindsNoFibreOfATwelveAgainstOneOfATwentyFour) {
  for (Meeting how : {Meeting::kOpposed, Meeting::kAligned}) {
    PlainPlant plain;
    plain.put("C1", array_cable("A", "MPO-12"));
    plain.put("C2", array_cable("A", "MPO-24"));
    plain.join("C1/b", "C2/a", how);
    const SlowJudge judge(plain);
    for (int p = 1; p <= 12; ++p) {
      EXPECT_EQ(judge.meets({0, 1}, p), nullptr);
      EXPECT_EQ(spell(judge.follow({0, 1}, p).walks.front().ending), "no contact");
    }
  }
}

PlainPlant sr4_link() {
  PlainPlant plain;
  plain.put("dev1", sr4());
  plain.put("dev2", sr4());
  plain.put("dev3", sr4());
  Sort cord = array_cable("B", "MPO-12");
  for (End& end : cord.ends) end.pins = Pinning::kUnpinned, end.cut = Cut::kFlat;
  plain.put("C1", cord);
  plain.join("dev1", "C1/a", Meeting::kTransceiver);
  plain.join("C1/b", "dev2", Meeting::kTransceiver);
  return plain;
}

TEST(LinkVerdicts, AreThoseOfTheDesign) {
  const auto judged = [](const PlainPlant& plain, std::string_view to = "dev2") {
    return judge_link(SlowJudge(plain), {plain.plug("dev1"), plain.plug(to)});
  };
  PlainPlant plain = sr4_link();
  EXPECT_EQ(judged(plain).worst, LaneFate::kExact);
  EXPECT_EQ(judged(plain).there.size(), 4u);
  EXPECT_EQ(judged(plain).verdict(false), Verdict::kProven);

  EXPECT_EQ(spell(judged(plain, "dev3").there[0].fate), "port order changed");
  EXPECT_EQ(spell(judged(plain, "dev3").back[0].fate), "open end");
  EXPECT_EQ(judged(plain, "dev3").verdict(true), Verdict::kFaulty);

  plain.sorts[1].map = "A";
  EXPECT_EQ(spell(judged(plain).worst), "transmit meets transmit");

  plain = sr4_link();
  plain.sorts[1].ends[1].pins = Pinning::kPinned;  // pins strike pins at dev2
  EXPECT_EQ(judged(plain).worst, LaneFate::kExact);
  EXPECT_EQ(judged(plain).verdict(false), Verdict::kFaulty);

  plain = sr4_link();
  plain.sorts[1].ends[1].pins = Pinning::kNotStated;
  EXPECT_EQ(judged(plain).verdict(false), Verdict::kUnproven);

  plain = sr4_link();
  plain.sorts[1].published = false;
  EXPECT_EQ(spell(judged(plain).worst), "unknown");
  EXPECT_EQ(judged(plain).verdict(false), Verdict::kUnproven);

  plain = sr4_link();
  plain.sorts[1].ends[1].fibre[2] = false;  // one hole is empty
  EXPECT_EQ(spell(judged(plain).worst), "dark");
  EXPECT_EQ(spell(judged(plain).there[0].fate), "lane-exact");
  EXPECT_EQ(spell(judged(plain).there[1].fate), "dark");

  plain = sr4_link();
  plain.joints.pop_back();
  EXPECT_EQ(spell(judged(plain).worst), "open end");
}

// Lanes permuted: proven where the application puts lanes in order itself, else faulty.
TEST(LinkVerdicts, PermutedLanesAreTheApplicationsBusiness) {
  PlainPlant plain;
  plain.put("dev1", sr4());
  plain.put("dev2", sr4());
  const char* types[] = {"A", "C", "B"};
  for (int i = 0; i < 3; ++i) {
    Sort cable = array_cable(types[i], "MPO-12");
    for (End& end : cable.ends) end.cut = Cut::kFlat, end.pins = i == 1 ? Pinning::kPinned : Pinning::kUnpinned;
    plain.put("C" + std::to_string(i + 1), cable);
  }
  plain.join("dev1", "C1/a", Meeting::kTransceiver);
  plain.join("C1/b", "C2/a", Meeting::kOpposed);
  plain.join("C2/b", "C3/a", Meeting::kOpposed);
  plain.join("C3/b", "dev2", Meeting::kTransceiver);
  const LinkVerdict verdict = judge_link(SlowJudge(plain), {plain.plug("dev1"), plain.plug("dev2")});
  EXPECT_EQ(spell(verdict.worst), "lanes permuted");
  EXPECT_EQ(verdict.contacts, Holds::kYes);
  EXPECT_EQ(verdict.verdict(true), Verdict::kProven);
  EXPECT_EQ(verdict.verdict(false), Verdict::kFaulty);
}

// A tap's monitor receives what one direction carries; the live way is not disturbed.
TEST(LinkVerdicts, AMonitorIsReachedByACopy) {
  PlainPlant plain = sr4_link();
  plain.joints.pop_back();
  Sort tap;
  tap.what = What::kTap;
  tap.name = "tap";
  tap.ends = {end_of("a", "MPO-12"), end_of("b", "MPO-12"), end_of("m", "MPO-12")};
  for (int p = 1; p <= 12; ++p) tap.strands.push_back({0, p, 1, 13 - p});
  for (int p = 1; p <= 4; ++p) tap.copies.push_back({0, p, 2, p});  // what dev1 sends arrives on 1..4
  plain.sorts.push_back(tap);
  plain.parts.push_back({"T", static_cast<int>(plain.sorts.size()) - 1});
  plain.put("C2", array_cable("B", "MPO-12"));
  plain.join("C1/b", "T/a", Meeting::kOpposed);
  plain.join("T/b", "C2/a", Meeting::kOpposed);
  plain.join("C2/b", "dev2", Meeting::kTransceiver);
  plain.join("T/m", "dev3", Meeting::kTransceiver);
  const SlowJudge judge(plain);
  EXPECT_EQ(judge_link(judge, {plain.plug("dev1"), plain.plug("dev2")}).worst, LaneFate::kExact);
  const LinkVerdict monitor = judge_link(judge, {plain.plug("dev1"), plain.plug("dev3")});
  for (const LaneVerdict& lane : monitor.there) EXPECT_EQ(spell(lane.fate), "lane-exact") << lane.lane;
  EXPECT_EQ(spell(monitor.back[0].fate), "dark");  // a monitor's light goes nowhere
}

}  // namespace
}  // namespace ferrule::test
