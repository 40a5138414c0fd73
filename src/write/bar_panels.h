// Several things measured in several ways: a panel for each measure, a bar for each thing, and its figure.
//
//     phone, 360 pixels: one column          print, 180 mm: two
//       cost, USD                              cost, USD                        cords
//       as-planned  ######      838,566        as-planned  ######  838,566     as-planned  #####  716
//       direct      #####       793,120        direct      #####   793,120     direct      ##     384
//
// Units:  those of drawing.h. A bar begins at nought; values below it go to the left.
// Shape:  all panels have the same bars in the same order. No two texts meet and none leaves the view, whatever the names.
// Errors: none. A value that is not known, or is no number, has a question mark and no bar.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "write/drawing.h"

namespace ferrule::write {

struct PanelBar {
  std::string name, figure;
  std::optional<double> value;
  bool best = false;
  bool sound = true;  // false: not proven, drawn so
};

struct BarPanel {
  std::string id, title;
  std::vector<PanelBar> bars;
};

struct BarChart {
  std::string title;
  std::vector<std::string> notes_above, notes_below;
  std::vector<BarPanel> panels;
};

enum class ChartWidth { kPhone, kPrint };

struct DrawnChart {
  Drawing drawing;
  double height = 0;
};
DrawnChart draw_bar_chart(const BarChart& chart, ChartWidth width);
std::string bar_chart_svg(const BarChart& chart, ChartWidth width);

}  // namespace ferrule::write
