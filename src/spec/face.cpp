#include "spec/face.h"

#include "base/text.h"

namespace ferrule::spec {

std::string_view spell(Pins pins) {
  switch (pins) {
    case Pins::kPinned: return "pinned";
    case Pins::kUnpinned: return "unpinned";
    case Pins::kNone: return "without pins";
    case Pins::kUnknown: break;
  }
  return "pins not stated";
}

std::string_view spell(Polish polish) {
  switch (polish) {
    case Polish::kFlat: return "flat";
    case Polish::kAngled: return "angled";
    case Polish::kAngledUp: return "angled with the slope up";
    case Polish::kUnknown: break;
  }
  return "polish not stated";
}

std::string_view spell(Mode mode) {
  return mode == Mode::kSingle ? "single-mode" : mode == Mode::kMulti ? "multimode" : "mode not stated";
}

std::optional<Pins> parse_pins(std::string_view word) {
  const std::string key = folded(word);
  if (key == "pinned" || key == "male" || key == "m") return Pins::kPinned;
  if (key == "unpinned" || key == "female" || key == "f" || key == "nopins" || key == "pinless") return Pins::kUnpinned;
  if (key == "none") return Pins::kNone;
  return std::nullopt;
}

std::optional<Polish> parse_polish(std::string_view word) {
  const std::string key = folded(word);
  if (key == "flat" || key == "pc" || key == "upc" || key == "spc") return Polish::kFlat;
  if (key == "angled" || key == "apc") return Polish::kAngled;
  if (key == "angledup" || key == "apcup" || key == "up") return Polish::kAngledUp;
  return std::nullopt;
}

}  // namespace ferrule::spec
