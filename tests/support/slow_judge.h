// The slow and obvious tracer, and the rules of contact and of a link, written from facts/polarity.md and facts/mdi-lanes.md alone.
//
// One object per fibre end, with a pointer to the other end of its fibre and a pointer to the end that it touches. Light walks from
// object to object. The product's fast and plain tracers must say the same (see agree.h); nothing here may come from src/plant.
//
// Shape:  what a walk met is told end by end; a tap adds walks. Where light faces a connector but touches nothing that can be named
//         (no contact, unknown adapter), the end named is that connector with the position that the light left.
// Errors: none; a walk that comes back to where it was ends kLoop.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "support/plain_plant.h"

namespace ferrule::test {

struct FibreEnd {
  Plug plug;
  int position = 0;               // from 1
  bool fibre = false;             // a fibre, a laser or a detector sits here
  FibreEnd* through = nullptr;    // the other end of the same fibre, inside the part
  FibreEnd* meets = nullptr;      // the end that it touches in the mating
  std::vector<FibreEnd*> copies;  // where a tap sends a copy of light that enters here
};

enum class SlowEnding {
  kPort,       // a transceiver's receptacle
  kOpenEnd,    // nothing is mated
  kUnlit,      // no fibre at this position, or none behind it
  kNoContact,  // the two end faces hold no fibre against a fibre
  kUnknown,    // an adapter or a part that nobody described
  kLoop,       // the light is back where it was
};
std::string_view spell(SlowEnding ending);

struct Walked {        // one joint crossed
  int joint = 0;       // index into PlainPlant::joints
  Plug entered, left;  // left.part is -1 where the walk ended
  int entered_at = 0, left_at = 0;
};

struct Walk {
  SlowEnding ending = SlowEnding::kOpenEnd;
  Plug plug;  // where it ended
  int position = 0;
  int joints = 0;
  long length_mm = 0;       // of every part entered
  bool copied = false;      // by a tap
  std::vector<Walked> way;  // from the start
};

struct Found {
  std::vector<Walk> walks;  // the first is the one that is nobody's copy
  bool gave_up = false;     // more walks than anybody would follow
};

class SlowJudge {
 public:
  explicit SlowJudge(const PlainPlant& plant);
  const PlainPlant& plant() const { return plant_; }

  // Light sent out of a fibre end, towards whatever is mated there.
  Found follow(Plug plug, int position) const;

  // Where a fibre goes inside its part; null for none. For tests of single parts.
  const FibreEnd* through(Plug plug, int position) const { return at(plug, position).through; }
  const FibreEnd* meets(Plug plug, int position) const { return at(plug, position).meets; }

 private:
  enum class Touch { kLoose, kTouches, kNoContact, kNotKnown };
  struct Face {
    std::vector<std::unique_ptr<FibreEnd>> ends;
    Touch touch = Touch::kLoose;
    int joint = -1;
  };
  FibreEnd& at(Plug plug, int position) const {
    return *faces_[static_cast<std::size_t>(plug.part)][static_cast<std::size_t>(plug.end)]
                .ends[static_cast<std::size_t>(position - 1)];
  }
  Face& face(Plug plug) { return faces_[static_cast<std::size_t>(plug.part)][static_cast<std::size_t>(plug.end)]; }
  const Face& face(Plug plug) const { return faces_[static_cast<std::size_t>(plug.part)][static_cast<std::size_t>(plug.end)]; }
  void lay_fibres(int part);
  void lay_breakout(int part);
  void lay_cassette(int part);
  void lay_conversion(int part);
  void lay_regrouping(int part);
  void lay_splitter(int part);
  void lay(int part, int end, int position, int to_end, int to_position);
  void mate(int joint);

  const PlainPlant& plant_;
  std::vector<std::vector<Face>> faces_;  // by part, then end
};

// ---- contact: facts/polarity.md 7, 8, 9 -------------------------------------------------------------------------------------

enum class Holds { kYes, kNotKnown, kNo };

struct Contact {
  Holds family = Holds::kYes;  // do the two latch at all
  Holds rows = Holds::kYes;    // does a row meet a row
  Holds pins = Holds::kYes;    // one pinned, one not
  Holds polish = Holds::kYes;  // flat on flat, or slopes that lie against each other
  Holds all() const;
};
Contact contact(const PlainPlant& plant, const Joint& joint);

// ---- links: design.md 2, facts/polarity.md 11 --------------------------------------------------------------------------------

// From good to bad; a link is as bad as its worst lane.
enum class LaneFate {
  kExact,
  kPermuted,  // reaches a receiver of the right port, of another lane
  kUnknown,
  kPortOrderChanged,  // reaches a receiver of another port
  kTransmitMeetsTransmit,
  kDark,  // no fibre, no contact, or a position where the port has nothing
  kOpenEnd,
};
std::string_view spell(LaneFate fate);

struct LaneVerdict {
  int lane = 0, position = 0;  // where it was sent out
  LaneFate fate = LaneFate::kExact;
  Walk walk;
};

enum class Verdict { kProven, kUnproven, kFaulty };

struct LinkVerdict {
  std::vector<LaneVerdict> there, back;  // by lane
  LaneFate worst = LaneFate::kExact;
  Holds contacts = Holds::kYes;  // of every joint that its light crossed
  // `lanes_reorder`: the application puts lanes in order by itself.
  Verdict verdict(bool lanes_reorder) const;
};
LinkVerdict judge_link(const SlowJudge& judge, LinkWanted link);

}  // namespace ferrule::test
