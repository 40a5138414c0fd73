// Joints with one fault, gathered by the two part types that meet: a trunk of 24 legs in the wrong cassettes is one finding.
//
//     for (const Meeting& meeting : meetings(view, [](const Met& met) -> std::optional<std::string> { ... }))
//       report.joints(meeting.kinds, sentence(view, meeting, "both pinned"));
//
// Shape:  a cable stands before what it enters, else the order of the parts in the plant; meetings in the order of their first joint.
// Errors: none. Only the fault decides what belongs together: two joints of the same types with other words are two meetings.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

// One joint kind, its faces in the order in which people name them.
struct Met {
  const View& view;
  std::uint32_t kind = 0;
  std::uint32_t near = 0, far = 0;  // faces
  plant::Joint joint = plant::Joint::kNone;
  const spec::Face& near_face() const { return view.plant.face(near).face; }
  const spec::Face& far_face() const { return view.plant.face(far).face; }
};

struct Meeting {
  std::vector<std::uint32_t> near, far;  // faces of one type each, ascending
  std::vector<std::uint32_t> kinds;
  plant::Joint joint = plant::Joint::kNone;
  std::string what;  // as the fault said
};

using Fault = std::function<std::optional<std::string>(const Met&)>;

std::vector<Meeting> meetings(const View& view, const Fault& fault);

// Do the two go into each other at all: one family, equally wide? Other rules about contact have nothing to say where they do not.
bool latch(const Met& met);
bool spliced(const Met& met);

std::string sentence(const View& view, const Meeting& meeting,
                     std::string_view what);                      // "trunk a meets cassette rear, both pinned"
std::string near_part(const View& view, const Meeting& meeting);  // "trunk a"
std::string far_part(const View& view, const Meeting& meeting);

// Points at where both parts are described; `near` and `far` say what is written there ("pinned").
void describe(const View& view, const Meeting& meeting, std::string_view near, std::string_view far, Report::Builder& finding);

// Faces about which one thing is unknown, one entry per part type, with the joints that need to know it.
struct Untold {
  std::vector<std::uint32_t> faces, kinds;
};
std::vector<Untold> untold(const View& view, const std::function<bool(const Met&, std::uint32_t face)>& unknown);

}  // namespace ferrule::check
