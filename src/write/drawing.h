// A drawing of bars, lines and text as SVG, with text measured before anybody has seen it.
//
// Units:  one unit is one CSS pixel; y grows downwards, and a text stands on its y.
// Shape:  texts are kept beside the picture, so that a test can hold their boxes against each other. Widths come from a table that is
//         wider than the usual sans-serif fonts: a box is never smaller than what is drawn. The same calls give the same bytes.
//         No scripts, nothing fetched; light and dark by the reader's own setting.
// Errors: none. Text is made printable and escaped here; ids are made of any name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ferrule::write {

enum class Anchor { kStart, kMiddle, kEnd };

struct Text {
  double x = 0, y = 0, size = 12;
  Anchor anchor = Anchor::kStart;
  std::string text = {};
  std::string full = {};  // what was shortened to `text`; empty when nothing was
  bool soft = false;
  bool strong = false;
};

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

double text_width(std::string_view text, double size, bool strong = false);
Box box_of(const Text& text);
std::string shortened_to(std::string_view text, double size, double width, bool strong = false);  // with an ellipsis
std::vector<std::string> lines_of(std::string_view text, double size, double width);              // broken at blanks

// What a bar or line is, and so how it looks: every kind differs in more than colour.
enum class Look { kCable, kConnection, kSplice, kTap, kAllowance, kSum, kBeyond, kMargin, kShare, kLimit, kAxis };

std::string drawing_id(std::string_view name);  // "leaf 1" -> "leaf_20_1": letters, digits and '-' stay; no two names share one

class Drawing {
 public:
  explicit Drawing(double width) : width_(width) {}

  void begin(const std::string& id, std::string_view title = {});  // a group of what belongs together
  void end();
  void text(Text text);
  void bar(double left, double right, double top, double bottom, Look look);
  void line(double x1, double y1, double x2, double y2, Look look);
  void dot(double x, double y, bool hollow);

  double width() const { return width_; }
  const std::vector<Text>& texts() const { return texts_; }
  // `paper_mm` is how wide it is on paper; 0: it is for a screen.
  std::string svg(double height, std::string_view title, double paper_mm) const;

 private:
  double width_;
  std::string body_;
  std::vector<Text> texts_;
};

}  // namespace ferrule::write
