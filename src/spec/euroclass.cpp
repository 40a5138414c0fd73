// The CPR class with the marks behind it: "Cca-s1a,d1,a1", "B2ca s1 d1 a1".
#include <string>

#include "spec/line.h"

namespace ferrule::spec {
namespace {

// The marks are letters and digits that other words could claim, so they are read from the text itself.
class Marks {
 public:
  Marks(std::string_view text, std::size_t at) : text_(text), at_(at), end_(at) {}

  std::string read() {
    std::string out;
    if (!may_begin()) return out;
    take('s', '3', out, "-");
    take('d', '2', out, out.empty() ? "-" : ",");
    take('a', '3', out, out.empty() ? "-" : ",");
    return out;
  }
  std::size_t end() const { return end_; }

 private:
  std::size_t behind_signs() const {
    std::size_t at = at_;
    while (at < text_.size() && at < at_ + 3 && (text_[at] == ' ' || text_[at] == '-' || text_[at] == ',' || text_[at] == '/'))
      ++at;
    return at;
  }
  bool may_begin() const {  // most classes stand without marks
    const std::size_t at = behind_signs();
    return at < text_.size() && (text_[at] == 's' || text_[at] == 'd' || text_[at] == 'a');
  }
  void take(char letter, char most, std::string& out, std::string_view before) {
    const std::size_t at = behind_signs();
    if (at + 1 >= text_.size() || text_[at] != letter || text_[at + 1] < '0' || text_[at + 1] > most) return;
    std::size_t to = at + 2;
    if (letter == 's' && to < text_.size() && (text_[to] == 'a' || text_[to] == 'b')) ++to;
    if (to < text_.size() && ((text_[to] >= 'a' && text_[to] <= 'z') || (text_[to] >= '0' && text_[to] <= '9'))) return;
    out += before;
    out += text_.substr(at, to - at);
    at_ = end_ = to;
  }
  std::string_view text_;
  std::size_t at_, end_;
};

}  // namespace

void read_euroclass(Line& line) {
  if (!line.has(Sense::kEuroclass)) return;
  const Item* first = nullptr;
  std::string_view said;
  for (const std::size_t i : line.each(Sense::kEuroclass)) {
    const Item& item = line.items[i];
    if (line.aside(i)) continue;
    Marks marks(line.plain_text(), item.end);
    const std::string behind = marks.read();
    const std::string_view name = behind.empty() ? line.value(item) : line.out->own(std::string(line.value(item)) + behind);
    std::size_t end = i + 1;
    while (end < line.items.size() && line.items[end].end <= marks.end()) ++end;
    if (end > i + 1) line.set_aside(i + 1, end);
    if (first != nullptr && name != said) return line.contradict(Field::kEuroclass, *first, item);
    first = &item;
    said = name;
    Span span = line.span(item);
    if (end > i + 1) span.end = line.span(line.items[end - 1]).end;
    line.out->set(Field::kEuroclass, {name, 0, span, Rule::kWord, item.row});
  }
}

}  // namespace ferrule::spec
