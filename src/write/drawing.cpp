#include "write/drawing.h"

#include <array>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::write {
namespace {

// Hundredths of the font size, from the blank to the tilde: the wider of DejaVu Sans and Arial, and 2 % more.
constexpr std::array<int, 95> kWidths = {
    33, 41, 47, 86, 65, 97,  80, 29,  40,  40, 51, 86, 33, 37, 33, 35, 65, 65, 65, 65, 65, 65, 65, 65,
    65, 65, 35, 35, 86, 86,  86, 55,  104, 70, 70, 74, 79, 69, 63, 80, 77, 31, 51, 69, 57, 89, 77, 81,
    69, 81, 74, 69, 63, 75,  70, 101, 70,  69, 70, 40, 35, 40, 86, 57, 51, 63, 65, 57, 65, 63, 36, 65,
    65, 29, 29, 60, 29, 100, 65, 63,  65,  65, 42, 54, 40, 65, 61, 84, 61, 61, 54, 65, 35, 65, 86,
};
constexpr double kStrong = 1.16;  // bold letters are as much wider

double width_of(std::uint32_t point) {
  if (point < 0x80) return point < 0x20 || point > 0x7E ? 1.1 : kWidths[point - 0x20] / 100.0;
  if ((point >= 0xFB50 && point <= 0xFDFF) || point == 0x2E3A || point == 0x2E3B)
    return 9;  // ligatures of whole phrases, long dashes
  return point >= 0x1'0000 ? 3 : 1.1;
}

constexpr std::string_view kClasses[] = {"cable",  "connection", "splice", "tap",   "allowance", "sum",
                                         "beyond", "margin",     "share",  "limit", "axis"};
std::string_view class_of(Look look) { return kClasses[static_cast<std::size_t>(look)]; }

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  // The two code points that XML forbids and UTF-8 has.
  for (const std::string_view bad : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (std::size_t at = out.find(bad); at != std::string::npos; at = out.find(bad)) out.replace(at, bad.size(), "\xEF\xBF\xBD");
  return out;
}

constexpr std::string_view kStyle = R"svg(<style>
svg{color-scheme:light dark}
text{font-family:Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#1b1f24}
.strong{font-weight:bold}.soft{fill:#57606a}.page{fill:#ffffff}
.cable{fill:#9db4d6}.connection{fill:#1f5fbf}.splice,.tap{fill:url(#dots);stroke:#1f5fbf}
.allowance{fill:none;stroke:#1f5fbf;stroke-dasharray:3 2}
.sum{fill:#57606a}.beyond{fill:url(#stripes);stroke:#b3261e}.margin{fill:none;stroke:#1a7f37;stroke-dasharray:2 2}
.share{stroke:#57606a;stroke-width:2}.limit{stroke:#b3261e;stroke-width:1.5;stroke-dasharray:5 3}.axis{stroke:#8c959f}
.dot{fill:#1b1f24;stroke:#1b1f24;stroke-width:1.5}.hollow{fill:#ffffff}
.dots{fill:#1f5fbf}.stripes{stroke:#b3261e;stroke-width:3}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}.soft{fill:#a8b3bf}.page{fill:#0d1117}
.cable{fill:#3f5878}.connection{fill:#6ca4f8}.splice,.tap,.allowance{stroke:#6ca4f8}.sum{fill:#a8b3bf}
.beyond{stroke:#ff8a80}.margin{stroke:#56d364}.share{stroke:#a8b3bf}.limit{stroke:#ff8a80}.axis{stroke:#6e7681}
.dot{fill:#e6edf3;stroke:#e6edf3}.hollow{fill:#0d1117}.dots{fill:#6ca4f8}.stripes{stroke:#ff8a80}}
@media print{.page{fill:none}}
</style>
<defs>
<pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse"><circle class="dots" cx="2" cy="2" r="1.1"/></pattern>
<pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="stripes" x1="0" y1="0" x2="0" y2="6"/></pattern>
</defs>
)svg";

}  // namespace

double text_width(std::string_view text, double size, bool strong) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = code_point_at(text, at);
    width += length == 0 ? 1.1 : width_of(point);
    at += std::max<std::size_t>(length, 1);
  }
  return width * size * (strong ? kStrong : 1);
}

Box box_of(const Text& text) {
  const double width = text_width(text.text, text.size, text.strong);
  const double left = text.anchor == Anchor::kStart ? text.x : text.anchor == Anchor::kEnd ? text.x - width : text.x - width / 2;
  return {left, text.y - 0.94 * text.size, left + width, text.y + 0.24 * text.size};
}

std::string shortened_to(std::string_view text, double size, double width, bool strong) {
  if (text_width(text, size, strong) <= width) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = std::max<std::size_t>(code_point_at(text, at).length, 1);
    const std::string longer = out + std::string(text.substr(at, length));
    if (text_width(longer + "\u2026", size, strong) > width) break;
    out = longer;
    at += length;
  }
  return std::string(trim(out)) + "\u2026";
}

std::vector<std::string> lines_of(std::string_view text, double size, double width) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (!line.empty() && text_width(longer, size) > width) {
      lines.push_back(shortened_to(line, size, width));
      line = word;
    } else {
      line = longer;
    }
  }
  if (!line.empty()) lines.push_back(shortened_to(line, size, width));
  return lines;
}

std::string drawing_id(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    out += plain ? std::string(1, c) : fmt::format("_{:02x}_", static_cast<unsigned char>(c));
  }
  return out;
}

void Drawing::begin(const std::string& id, std::string_view title) {
  body_ += fmt::format("<g id=\"{}\">\n", id);
  if (!title.empty()) body_ += fmt::format("<title>{}</title>\n", escaped(title));
}

void Drawing::end() { body_ += "</g>\n"; }

void Drawing::text(Text text) {
  if (text.text.empty()) return;
  constexpr std::string_view kAnchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
  const std::string_view look = text.strong ? " class=\"strong\"" : text.soft ? " class=\"soft\"" : "";
  body_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:g}\"{}{}>{}", text.x, text.y, text.size,
                       kAnchors[static_cast<std::size_t>(text.anchor)], look, escaped(text.text));
  if (!text.full.empty()) body_ += fmt::format("<title>{}</title>", escaped(text.full));
  body_ += "</text>\n";
  texts_.push_back(std::move(text));
}

void Drawing::bar(double left, double right, double top, double bottom, Look look) {
  constexpr double kLeast = 1.5;  // what is too small is a stroke
  const double width = right - left < kLeast ? kLeast : right - left;
  body_ += fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n", class_of(look),
                       left, top, width, bottom - top);
}

void Drawing::line(double x1, double y1, double x2, double y2, Look look) {
  body_ += fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", class_of(look), x1, y1,
                       x2, y2);
}

void Drawing::dot(double x, double y, bool hollow) {
  body_ += fmt::format("<circle class=\"dot{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>\n", hollow ? " hollow" : "", x, y);
}

std::string Drawing::svg(double height, std::string_view title, double paper_mm) const {
  const std::string size = paper_mm <= 0
                               ? fmt::format("width=\"{:g}\" height=\"{:g}\"", width_, height)
                               : fmt::format("width=\"{:g}mm\" height=\"{:.1f}mm\"", paper_mm, height * paper_mm / width_);
  return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:g} {:g}\" {} role=\"img\">\n<title>{}</title>\n",
                     width_, height, size, escaped(title)) +
         std::string(kStyle) + fmt::format("<rect class=\"page\" width=\"{:g}\" height=\"{:g}\"/>\n", width_, height) + body_ +
         "</svg>\n";
}

}  // namespace ferrule::write
