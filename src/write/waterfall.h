// The budget of a link as a waterfall: every bar begins where the one above it ends.
//
//     phone, 360 pixels                     print, 180 mm
//       C1/b to T1/a          0.350 dB        C1/b to T1/a   0.350 dB  |  ####        :
//       connection: MPO-12, low-loss          connection: MPO-12       |              :
//       |  ####        :                      T1             0.015 dB  |      |       :   limit
//
// Units:  Loss in microdecibel, shares in dB; a drawing's own in drawing.h.
// Shape:  links, wavelengths and pieces under each other, in the order given. What is too long is shortened with an ellipsis and
//         whole in the <title>. No two texts meet and none leaves the view, whatever the names.
// Errors: none. A loss that is not known has a question mark and no bar.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/quantity.h"
#include "write/drawing.h"

namespace ferrule::write {

struct WaterfallPiece {
  Look look = Look::kCable;
  std::string what, described;  // "C1/b to T1/a", "connection: MPO-12, low-loss"
  std::string from;             // whose figure it is
  std::optional<Loss> loss;
};

struct WaterfallShare {  // what so many lose less than
  std::string what, described;
  double apart_db = 0, together_db = 0;
};

struct WaterfallWave {
  std::string heading;  // "850 nm, 34 m, 4 connections"
  std::vector<WaterfallPiece> pieces;
  std::optional<Loss> sum, limit;
  std::string limit_of;  // or why there is none
  std::vector<WaterfallShare> shares;
  std::vector<std::string> notes;  // paragraphs below
};

struct WaterfallLink {
  std::string id, title, subtitle;
  std::vector<std::string> notes;  // paragraphs above
  std::vector<WaterfallWave> waves;
};

enum class WaterfallWidth { kPhone, kPrint };

struct DrawnWaterfalls {
  Drawing drawing;
  double height = 0;
};
DrawnWaterfalls draw_waterfalls(const std::vector<WaterfallLink>& links, WaterfallWidth width);
std::string waterfalls_svg(const std::vector<WaterfallLink>& links, WaterfallWidth width);

}  // namespace ferrule::write
