#include "api/explain/drawing.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::api::telling {

std::string draw(const std::vector<Line>& lines, std::size_t per_block) {
  std::size_t label = 0, width = 0, count = 0;
  for (const Line& line : lines) {
    label = std::max(label, line.label.size());
    count = std::max(count, line.cells.size());
    for (const std::string& cell : line.cells) width = std::max(width, cell.size());
  }
  std::string text;
  for (std::size_t from = 0; from < count; from += per_block) {
    if (from > 0) text += '\n';
    for (const Line& line : lines) {
      std::string drawn = fmt::format("{:<{}}", line.label, label);
      for (std::size_t i = from; i < std::min(from + per_block, line.cells.size()); ++i)
        drawn += fmt::format("  {:>{}}", line.cells[i], width);
      text += drawn + '\n';
    }
  }
  return text;
}

std::string draw_permutation(const facts::Permutation& map) {
  Line side1{"side 1", {}}, side2{"side 2", {}};
  for (std::size_t i = 0; i < map.to.size(); ++i) {
    if (map.to[i] < 0) continue;
    side1.cells.push_back(std::to_string(i + 1));
    side2.cells.push_back(std::to_string(map.to[i] + 1));
  }
  return draw({side1, side2}, static_cast<std::size_t>(map.columns));
}

std::string draw_face(const facts::Connector& connector) {
  std::vector<Line> lines;
  for (int row = 0; row < connector.rows; ++row) {
    Line line{fmt::format("row {}", row + 1), {}};
    for (int column = 0; column < connector.columns; ++column) {
      const int position = row * connector.columns + column;
      const auto& holes = connector.populated;
      const bool holds_fibre = std::find(holes.begin(), holes.end(), position) != holes.end();
      line.cells.push_back(holds_fibre ? std::to_string(position + 1) : ".");
    }
    lines.push_back(std::move(line));
  }
  return draw(lines, static_cast<std::size_t>(connector.columns));
}

}  // namespace ferrule::api::telling
