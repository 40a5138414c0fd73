#include "drawings/texts_apart.h"

#include <vector>

namespace ferrule::tests {

std::string fault_of(const write::Drawing& drawing, double height) {
  const std::vector<write::Text>& texts = drawing.texts();
  std::vector<write::Box> boxes;
  for (const write::Text& text : texts) boxes.push_back(write::box_of(text));
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (boxes[i].left < 0 || boxes[i].right > drawing.width() || boxes[i].top < 0 || boxes[i].bottom > height)
      return "leaves the view: " + texts[i].text;
    for (std::size_t j = 0; j < i; ++j)
      if (boxes[i].meets(boxes[j])) return texts[i].text + " meets " + texts[j].text;
  }
  return "";
}

}  // namespace ferrule::tests
