#include "spec/canonical.h"

#include <fmt/format.h>

namespace ferrule::spec {
namespace {

struct Noun {
  std::string_view kind, words;
};
constexpr Noun kNouns[] = {{"trunk", "trunk cable"},        {"patch_cord", "patch cord"},
                           {"breakout", "breakout cable"},  {"conversion", "conversion cable"},
                           {"cassette", "cassette"},        {"panel", "adapter panel"},
                           {"adapter", "adapter"},          {"transceiver", "transceiver"},
                           {"aoc_dac", "AOC/DAC"},          {"pigtail", "pigtail"},
                           {"loopback", "loopback"},        {"tool", "tool"},
                           {"not_fibre", "non-fibre item"}, {"other", "other item"}};

std::string_view noun(std::string_view kind) {
  for (const Noun& row : kNouns)
    if (row.kind == kind) return row.words;
  return "unspecified item";
}

class CanonicalLine {
 public:
  explicit CanonicalLine(const Specification& specification) : s_(specification) {}

  std::string write() {
    out_ = noun(s_.text(Field::kKind));
    const std::string a = end(false), b = end(true);
    if (!a.empty()) out_ += ": " + a + (b.empty() ? "" : " to " + b);
    say(Field::kFibreCount, [](const Reading& r) { return fmt::format("{} fibres", r.number); });
    say(Field::kFibreType, [](const Reading& r) { return std::string(r.text); });
    say(Field::kGlass, [](const Reading& r) { return std::string(r.text); });
    if (!s_.has(Field::kFibreType))
      say(Field::kMode, [](const Reading& r) { return std::string(r.text == "SM" ? "single-mode" : "multimode"); });
    say(Field::kPolarity,
        [](const Reading& r) { return r.text == "other" ? std::string("other polarity") : fmt::format("Type {}", r.text); });
    say(Field::kCordMap, [](const Reading& r) { return std::string(r.text == "A-to-A" ? "A to A" : "A to B"); });
    say(Field::kPinOut, [](const Reading& r) { return std::string(r.text); });
    say(Field::kLegWiring,
        [](const Reading& r) { return std::string(r.text == "port" ? "wired by port" : "wired consecutively"); });
    say(Field::kPmd, [](const Reading& r) { return std::string(r.text); });
    say(Field::kFormFactor, [](const Reading& r) { return std::string(r.text); });
    say(Field::kLength, [](const Reading& r) { return fmt::format("{} m", r.number); });
    say(Field::kLegLength, [](const Reading& r) { return fmt::format("legs {} m", r.number); });
    say(Field::kJacket, [](const Reading& r) { return std::string(r.text); });
    say(Field::kEuroclass, [](const Reading& r) { return std::string(r.text); });
    say(Field::kArmour, [](const Reading& r) { return std::string(r.text == "none" ? "non-metallic" : "armoured"); });
    say(Field::kPlace, [](const Reading& r) { return std::string(r.text); });
    say(Field::kMaxIl, [](const Reading& r) { return fmt::format("IL {} dB", r.number); });
    say(Field::kLossBasis, [](const Reading& r) { return std::string(r.text); });
    say(Field::kMinRl, [](const Reading& r) { return fmt::format("RL {} dB", r.number); });
    say(Field::kGrade, [](const Reading& r) { return grade(r.text); });
    if (s_.text(Field::kProductLine) != claimed_by_line())
      say(Field::kProductLine, [](const Reading& r) { return std::string(r.text); });
    say(Field::kDiameter, [](const Reading& r) { return fmt::format("{} mm", r.number); });
    say(Field::kColour, [](const Reading& r) { return std::string(r.text); });
    say(Field::kChangeable, [](const Reading&) { return std::string("field changeable"); });
    say(Field::kTestReport, [](const Reading&) { return std::string("test report"); });
    say(Field::kBrandWish, [](const Reading&) { return std::string("or equivalent"); });
    say(Field::kVendor, [](const Reading& r) { return fmt::format("maker \"{}\"", r.text); });
    say(Field::kPartNumber, [](const Reading& r) { return fmt::format("part number \"{}\"", r.text); });
    return std::move(out_);
  }

 private:
  template <class Words>
  void say(Field field, Words words) {
    if (s_.has(field)) out_ += ", " + words(s_.get(field));
  }

  static std::string grade(std::string_view grade) {
    return grade == "low_loss" ? "low loss" : grade == "ultra_low_loss" ? "ultra low loss" : "standard loss";
  }

  // A line like Elite stands with the connector, where it claims the brand.
  std::string_view claimed_by_line() const {
    const bool claimed = s_.has(Field::kMtpBrandClaimed) && s_.get(Field::kMtpBrandClaimed).number != 0;
    return claimed && s_.has(Field::kProductLine) && s_.has(Field::kAType) ? s_.text(Field::kProductLine) : std::string_view();
  }

  std::string connector(std::string_view type) const {
    const std::string_view term = s_.text(Field::kBrandTerm);
    if (!type.starts_with("MPO") || term.empty() || term == "MPO") return std::string(type);
    const bool claimed = s_.has(Field::kMtpBrandClaimed) && s_.get(Field::kMtpBrandClaimed).number != 0;
    std::string name(term);
    if (claimed) name += "®";
    name += type.substr(3);
    if (const std::string_view line = claimed_by_line(); !line.empty()) name += fmt::format(" {}", line);
    return name;
  }

  std::string end(bool b) const {
    const Field type = at_end(Field::kAType, b);
    if (!s_.has(type)) return {};
    std::string out;
    const double count = s_.number(at_end(Field::kACount, b)).value_or(1);  // one is what a line without a number says
    if (count != 1) out += fmt::format("{}x ", count);
    out += connector(s_.text(type));
    if (const std::string_view pins = s_.text(at_end(Field::kAGender, b)); !pins.empty()) out += fmt::format(" {}", pins);
    if (const std::string_view polish = s_.text(at_end(Field::kAPolish, b)); !polish.empty()) out += fmt::format(" {}", polish);
    return out;
  }

  const Specification& s_;
  std::string out_;
};

}  // namespace

std::string canonical(const Specification& specification) { return CanonicalLine(specification).write(); }

}  // namespace ferrule::spec
