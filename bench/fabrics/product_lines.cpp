#include "fabrics/product_lines.h"

#include <array>
#include <string_view>

namespace ferrule::bench {
namespace {

class Splitmix {
 public:
  explicit Splitmix(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t most) { return ((next() >> 32) * most) >> 32; }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ull;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

using Words = std::vector<std::string_view>;
const std::array<Words, 5> kKinds{{{},
                                   {"Trunk cable", "trunk", "TRUNK CBL", "Backbone trunk"},
                                   {"patch cord", "Patchcord", "jumper", "PATCH CABLE"},
                                   {"cassette", "CASSETTE MODULE", "LGX cassette"},
                                   {"breakout", "Fan-out harness", "harness"}}};
const Words kLc{"LC", "LC duplex", "LC DX", "LC Uniboot"};
const std::array<Words, 3> kGenders{{{}, {"(F)", "female", "unpinned", "no pins"}, {"(M)", "male", "pinned", "with pins"}}};
const std::array<Words, 5> kGlass{{{},
                                   {"OS2", "SM OS2", "9/125", "G.657.A1", "G657A2", "singlemode"},
                                   {"OM3", "50/125 OM3"},
                                   {"OM4", "50/125 OM4", "MM OM4"},
                                   {"OM5"}}};
const Words kPolarities{"Type %", "Type-%", "type %", "Pol. %", "polarity %", "Method %", "%-type"};
const std::array<Words, 6> kJackets{{{}, {"LSZH", "LS0H"}, {"OFNP", "plenum"}, {"OFNR", "Riser"}, {"Cca", "CPR Cca"}, {"B2ca"}}};
const std::array<Words, 3> kGrades{
    {{}, {"0.35dB", "low loss", "elite", "IL<=0.35 dB", "ULL"}, {"0.75dB", "std loss", "standard loss", "IL<=0.75 dB"}}};
const Words kFibres{"%F", "% fibres", "% fibers", "%-fiber", "% core", "%FO"};
const Words kColours{"yellow", "aqua", "magenta", "lime", "violet", "blue", ""};
const Words kTemplates{"{sku},{kind} {a} {g} to {b} {g}, {fib} {gl} {p} {L} {j} {gr} {col}",
                       "{kind} | {fib} | {a}-{b} | {gl} | {p} | {j} | {L} | {gr} {g}",
                       "{a}/{b} {kind}, {gl}, {fib}, {p}, {g}, {j}, {gr}, {L}, {col} ({sku})",
                       "{sku} {fib} {gl} {a} {g} - {b} {p} {kind} {j} {L} {gr}",
                       "{kind}; {L}; {a} x {b}; {p}; {gl} {j} {fib}; {gr}; {g}; {col}"};
constexpr std::array<int, 5> kSizes{0, 8, 12, 16, 24};

struct LengthForm {
  std::string_view form;
  int unit;  // 1 metres, 0 feet, 2 centimetres
};
constexpr std::array<LengthForm, 7> kLengths{
    {{"%m", 1}, {"% m", 1}, {"%M", 1}, {"% mtr", 1}, {"%ft", 0}, {"% ft", 0}, {"%cm", 2}}};

std::string filled(std::string_view form, const std::string& with) {
  const std::size_t at = form.find('%');
  return std::string(form.substr(0, at)) + with + std::string(form.substr(at + 1));
}

std::string one_blank_between(const std::string& text) {  // as Python's " ".join(text.split())
  std::string out;
  for (const char c : text)
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  std::string line(LineTruth& truth) {
    // The draws are in the order of the definition.
    truth.kind = 1 + below(4);
    truth.connector_a = 1 + below(4);
    truth.connector_b = below(3) == 0 ? 5 : truth.connector_a;
    truth.gender = below(3);
    const int base = kSizes[static_cast<std::size_t>(truth.connector_a)];
    truth.fibres = truth.kind == 1 ? base * (1 + below(12)) : base;
    truth.glass = 1 + below(4);
    truth.polarity = 1 + below(3);
    truth.jacket = 1 + below(5);
    truth.grade = below(3);
    const std::string length = draw_length(truth);
    const std::string kind = pick(kKinds[static_cast<std::size_t>(truth.kind)]);
    const std::string a = connector(truth.connector_a), b = connector(truth.connector_b);
    const std::string gender = truth.gender != 0 ? pick(kGenders[static_cast<std::size_t>(truth.gender)]) : std::string();
    const std::string fibres = filled(pick(kFibres), std::to_string(truth.fibres));
    const std::string glass = pick(kGlass[static_cast<std::size_t>(truth.glass)]);
    const std::string polarity = filled(pick(kPolarities), std::string(1, static_cast<char>('A' + truth.polarity - 1)));
    const std::string jacket = pick(kJackets[static_cast<std::size_t>(truth.jacket)]);
    const std::string grade = truth.grade != 0 ? pick(kGrades[static_cast<std::size_t>(truth.grade)]) : std::string();
    const std::string colour = pick(kColours);
    std::string sku(1, "QXZWK"[below(5)]);
    const std::string number = std::to_string(below(100000));
    sku += std::string(5 - number.size(), '0') + number;
    std::string out(kTemplates[static_cast<std::size_t>(below(5))]);
    const std::array<std::pair<std::string_view, const std::string*>, 11> slots{{{"{sku}", &sku},
                                                                                 {"{kind}", &kind},
                                                                                 {"{a}", &a},
                                                                                 {"{b}", &b},
                                                                                 {"{g}", &gender},
                                                                                 {"{fib}", &fibres},
                                                                                 {"{gl}", &glass},
                                                                                 {"{p}", &polarity},
                                                                                 {"{L}", &length},
                                                                                 {"{j}", &jacket},
                                                                                 {"{gr}", &grade}}};
    for (const auto& [slot, text] : slots) replace(out, slot, *text);
    replace(out, "{col}", colour);
    return one_blank_between(out);
  }

 private:
  int below(std::uint64_t most) { return static_cast<int>(random_.below(most)); }
  std::string pick(const Words& words) { return std::string(words[random_.below(words.size())]); }

  std::string draw_length(LineTruth& truth) {
    const int length = 1 + below(120);
    const LengthForm form = kLengths[random_.below(kLengths.size())];
    std::string number = std::to_string(length);
    truth.length_mm = std::int64_t{length} * 1000;
    if (form.unit == 1) {
      if (below(4) == 0) {
        number += ".5";
        truth.length_mm += 500;
      }
    } else if (form.unit == 0) {
      truth.length_mm = (std::int64_t{length} * 3048 + 5) / 10;
    } else {
      number = std::to_string(length * 100);
    }
    return filled(form.form, number);
  }

  std::string connector(int which) {
    if (which == 5) return pick(kLc);
    static const Words kNames{"MPO", "MTP", "mpo", "MTP"}, kBetween{"-", "", " "}, kPolish{"", "/APC", "/PC"};
    std::string out = pick(kNames);
    out += pick(kBetween);
    out += std::to_string(kSizes[static_cast<std::size_t>(which)]);
    return out + pick(kPolish);
  }

  static void replace(std::string& text, std::string_view slot, const std::string& with) {
    for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + with.size()))
      text.replace(at, slot.size(), with);
  }

  Splitmix random_;
};

}  // namespace

std::uint64_t LineTruth::code() const {
  const auto bits = [](int value, int shift) { return static_cast<std::uint64_t>(value) << shift; };
  return bits(connector_a, 0) | bits(connector_b, 3) | bits(gender, 6) | bits(fibres, 8) | bits(glass, 18) | bits(polarity, 21) |
         bits(jacket, 23) | bits(grade, 26) | bits(kind, 28) | static_cast<std::uint64_t>(length_mm) << 32;
}

ProductLines product_lines(std::size_t count, std::uint64_t seed) {
  Generator generator(seed);
  ProductLines out;
  for (std::size_t i = 0; i < count; ++i) {
    LineTruth& truth = out.truth.emplace_back();
    out.text += generator.line(truth);
    out.text += '\n';
  }
  return out;
}

}  // namespace ferrule::bench
