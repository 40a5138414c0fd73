#include "lang/ranges.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostPieces = 10'000;

// Bytes that may stand in a name as they are; the others need a look.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (int byte = 0x20; byte < 0x7F; ++byte) plain[static_cast<std::size_t>(byte)] = true;
  for (char c : {'/', ':', '[', ']', '"', '\'', '\\', '`'}) plain[static_cast<unsigned char>(c)] = false;
  return plain;
}
constexpr std::array<bool, 256> kPlain = plain_bytes();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool hides(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x00AD || point == 0x061C || point == 0x180E ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) ||
         point == 0xFEFF || (point >= 0xFFF0 && point <= 0xFFFB);
}

// U+2018 to U+201F and the guillemets are quotes that look like the ones of the keyboard.
bool is_quote(std::uint32_t point) { return (point >= 0x2018 && point <= 0x201F) || point == 0x00AB || point == 0x00BB; }

std::optional<std::string> odd_byte_fault(std::string_view text, std::size_t at, bool ranged) {
  const char c = text[at];
  if (c == '[' || c == ']') {
    if (ranged) return std::nullopt;
    return "a range cannot stand here";
  }
  if (static_cast<unsigned char>(c) < 0x80) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return "a name holds no control characters";
    return fmt::format("a name holds no {}", c);
  }
  const CodePoint here = code_point_at(text, at);
  if (here.length == 0) return "a name is UTF-8";
  if (hides(here.point)) return fmt::format("a name holds no invisible or direction marks (U+{:04X})", here.point);
  if (is_quote(here.point)) return "a name holds no quotes";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> name_fault(std::string_view text, bool ranged) {
  if (text.empty()) return "a name has at least one character";
  if (text.front() == ' ' || text.back() == ' ') return "a name neither begins nor ends with a blank";
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (++characters > kLongestName) return fmt::format("a name has at most {} characters", kLongestName);
    if (kPlain[byte]) {
      ++at;
      continue;
    }
    if (std::optional<std::string> fault = odd_byte_fault(text, at, ranged)) return fault;
    at += byte < 0x80 ? 1 : code_point_at(text, at).length;
  }
  return std::nullopt;
}

struct RangeParser {
  std::string_view text;
  RangeFault& why;

  bool fail(std::string message, std::string help = {}) {
    why.code = &kBadRange;
    why.message = std::move(message);
    why.help = std::move(help);
    return false;
  }

  static std::optional<std::uint32_t> number(std::string_view digits) {
    if (digits.empty() || digits.size() > 9) return std::nullopt;
    std::uint32_t value = 0;
    for (char c : digits) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
  }

  bool piece(std::string_view inside, RangePart& part, std::uint64_t& count) {
    const std::size_t dash = inside.find('-');
    const std::string_view low = trim(inside.substr(0, dash));
    const std::string_view high = dash == std::string_view::npos ? low : trim(inside.substr(dash + 1));
    const std::optional<std::uint32_t> first = number(low), last = number(high);
    if (!first || !last)
      return fail(fmt::format("{} is not a range of numbers", in_quotes(inside)),
                  "write [1-32], [01-12] or [1-2,5], with numbers below 1,000,000,000");
    RangePiece out;
    out.first = *first;
    out.down = *last < *first;
    out.count = (out.down ? *first - *last : *last - *first) + 1;
    const std::string_view shorter = out.down ? high : low;
    if (shorter.size() > 1 && shorter.front() == '0') out.width = static_cast<std::uint8_t>(shorter.size());
    if (low.size() > 1 && low.front() == '0') out.width = static_cast<std::uint8_t>(low.size());
    count += out.count;
    if (count > kMostInRange || part.pieces.size() >= kMostPieces)
      return fail(fmt::format("a range of {} names", with_thousands(count)), "a range holds at most 1,000,000 names");
    part.pieces.push_back(out);
    return true;
  }

  // `open` is at the bracket; on success `open` moves behind the closing one.
  bool brackets(std::size_t& open, RangePart& part, std::uint64_t& count) {
    const std::size_t close = text.find(']', open);
    if (close == std::string_view::npos) return fail("a range that nothing closes", "write the closing bracket: Eth[1-32]");
    std::string_view inside = text.substr(open + 1, close - open - 1);
    if (trim(inside).empty()) return fail("an empty range", "write [1-32] or [1-2,5]");
    while (true) {
      const std::size_t comma = inside.find(',');
      if (!piece(trim(inside.substr(0, comma)), part, count)) return false;
      if (comma == std::string_view::npos) break;
      inside.remove_prefix(comma + 1);
    }
    open = close + 1;
    return true;
  }

  bool parse(RangedText& out) {
    out.text_ = text;
    std::size_t begin = 0, at = 0;
    bool in_this_name = false;
    while (at < text.size()) {
      const char c = text[at];
      if (c == ']') return fail("a bracket that nothing opens");
      if (c == '/' || c == ':') in_this_name = false;
      if (c != '[') {
        ++at;
        continue;
      }
      if (in_this_name) return fail("two ranges in one name", "a name holds one range; write the others out");
      in_this_name = true;
      RangePart part;
      part.before = text.substr(begin, at - begin);
      std::uint64_t count = 0;
      if (!brackets(at, part, count)) return false;
      if (!out.parts_.empty() && count != out.count_)
        return fail(fmt::format("ranges of {} and {} names in one text", with_thousands(out.count_), with_thousands(count)),
                    "ranges run in step, so their counts must be the same");
      out.count_ = static_cast<std::uint32_t>(count);
      out.parts_.push_back(std::move(part));
      begin = at;
    }
    out.tail_ = text.substr(begin);
    return true;
  }
};

std::optional<RangedText> parse_ranges(std::string_view text, RangeFault& why) {
  RangedText out;
  if (!RangeParser{text, why}.parse(out)) return std::nullopt;
  return out;
}

std::string_view RangedText::at(std::uint32_t index, std::string& room) const {
  if (parts_.empty()) return text_;
  room.clear();
  for (const RangePart& part : parts_) {
    room.append(part.before);
    std::uint32_t left = index;
    for (const RangePiece& piece : part.pieces) {
      if (left >= piece.count) {
        left -= piece.count;
        continue;
      }
      fmt::format_to(std::back_inserter(room), "{:0{}}", piece.number(left), static_cast<int>(piece.width));
      break;
    }
  }
  room.append(tail_);
  return room;
}

std::vector<plant::NameRun> RangedText::runs() const {
  std::vector<plant::NameRun> out;
  if (parts_.empty()) {
    out.emplace_back().prefix = std::string(text_);
    return out;
  }
  for (const RangePiece& piece : parts_.front().pieces)
    out.push_back({.prefix = std::string(parts_.front().before),
                   .suffix = std::string(tail_),
                   .first = piece.down ? piece.first - piece.count + 1 : piece.first,
                   .count = piece.count,
                   .width = piece.width,
                   .numbered = true});
  return out;
}

}  // namespace ferrule::lang
