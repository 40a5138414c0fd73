// Panels lie in a grid, each in a box of its own; within one, name, bar and figure have columns that were measured before.
#include "write/bar_panels.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::write {
namespace {

constexpr double kPaperWidthMm = 180;

struct ChartLayout {
  double width, margin, gap;
  std::size_t columns;
  double title, label, small;
  double panel() const { return (width - 2 * margin - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns); }
};
constexpr ChartLayout kPhoneChart{360, 12, 0, 1, 15, 12.5, 11};
constexpr ChartLayout kPrintChart{680, 10, 24, 2, 15, 11.5, 10.5};  // 180 mm at 96 pixels an inch

class ChartPen {
 public:
  ChartPen(const BarChart& chart, const ChartLayout& layout) : chart_(chart), layout_(layout), drawing_(layout.width) {}

  DrawnChart draw() {
    for (const std::string& each :
         lines_of(printable(chart_.title), layout_.title * 1.2, right() - layout_.margin))  // bold is wider
      line(each, layout_.title, true);
    for (const std::string& note : chart_.notes_above) paragraph(note);
    legend();
    for (std::size_t i = 0; i < chart_.panels.size(); i += layout_.columns) row_of_panels(i);
    for (const std::string& note : chart_.notes_below) paragraph(note);
    return {std::move(drawing_), std::ceil(y_ + 10)};
  }

 private:
  double right() const { return layout_.width - layout_.margin; }

  void line(const std::string& text, double size, bool strong) {
    const std::string shown = printable(text), fits = shortened_to(shown, size, right() - layout_.margin, strong);
    y_ += size * 1.25;
    drawing_.text({layout_.margin, y_ - 0.25 * size, size, Anchor::kStart, fits, fits == shown ? "" : shown, !strong, strong});
  }

  void paragraph(const std::string& text) {
    y_ += 2;
    for (const std::string& each : lines_of(printable(text), layout_.small, right() - layout_.margin))
      line(each, layout_.small, false);
  }

  // What the bars are, as far as the chart has such.
  void legend() {
    bool best = false, unsound = false, unknown = false, plain = false;
    for (const BarPanel& panel : chart_.panels)
      for (const PanelBar& bar : panel.bars) {
        best = best || (bar.best && bar.sound && bar.value);
        unsound = unsound || !bar.sound;
        unknown = unknown || !bar.value;
        plain = plain || (!bar.best && bar.sound && bar.value);
      }
    y_ += 6;
    double x = layout_.margin;
    const auto entry = [&](bool there, std::optional<Look> look, const std::string& words) {
      if (!there) return;
      const double width = 20 + text_width(words, layout_.small) + 14;
      if (x > layout_.margin && x + width > right()) {
        x = layout_.margin;
        y_ += layout_.small * 1.5;
      }
      const double base = y_ + layout_.small;
      if (look)
        drawing_.bar(x, x + 14, base - 0.8 * layout_.small, base, *look);
      else
        drawing_.text({x + 4, base, layout_.small, Anchor::kStart, "?"});
      drawing_.text({x + 20, base, layout_.small, Anchor::kStart, words, "", true});
      x += width;
    };
    entry(best, Look::kConnection, "best");
    entry(plain, Look::kCable, "proven");
    entry(unsound, Look::kBeyond, "not proven");
    entry(unknown, std::nullopt, "not known");
    y_ += layout_.small * 1.6;
  }

  void row_of_panels(std::size_t first) {
    const double top = y_;
    double bottom = top;
    for (std::size_t i = first; i < std::min(first + layout_.columns, chart_.panels.size()); ++i) {
      const double left = layout_.margin + static_cast<double>(i - first) * (layout_.panel() + layout_.gap);
      bottom = std::max(bottom, panel(chart_.panels[i], left, top));
    }
    y_ = bottom + 10;
  }

  struct Scale {
    double left, right, least, most;
    double x(double value) const { return most > least ? left + (right - left) * (value - least) / (most - least) : left; }
  };

  static bool has_bar(const PanelBar& bar) { return bar.value && std::isfinite(*bar.value); }

  double panel(const BarPanel& panel, double left, double top) {
    const double end = left + layout_.panel(), size = layout_.label;
    drawing_.begin("panel-" + drawing_id(panel.id));
    const std::string title = printable(panel.title), fits = shortened_to(title, size, end - left, true);
    drawing_.text({left, top + size, size, Anchor::kStart, fits, fits == title ? "" : title, false, true});
    double names = 0, figures = 0;
    Scale scale{0, 0, 0, 0};
    for (const PanelBar& bar : panel.bars) {
      names = std::max(names, text_width(printable(bar.name), layout_.small));
      figures = std::max(figures, text_width(has_bar(bar) ? bar.figure : "?", layout_.small, bar.best));
      if (!has_bar(bar)) continue;
      scale.least = std::min(scale.least, *bar.value);
      scale.most = std::max(scale.most, *bar.value);
    }
    names = std::min(names, 0.36 * layout_.panel());
    figures = std::min(figures, 0.34 * layout_.panel());
    scale.left = left + names + 6;
    scale.right = end - figures - 6;
    double y = top + 1.45 * size;
    for (const PanelBar& bar : panel.bars) y = bar_row(bar, left, end, names, figures, scale, y);
    drawing_.line(scale.x(0), top + 1.45 * size, scale.x(0), y - 2, Look::kAxis);
    drawing_.end();
    return y;
  }

  double bar_row(const PanelBar& bar, double left, double end, double names, double figures, const Scale& scale, double y) {
    const double size = layout_.small, base = y + size;
    const std::string name = printable(bar.name), fits = shortened_to(name, size, names);
    drawing_.text({left, base, size, Anchor::kStart, fits, fits == name ? "" : name});
    const bool there = has_bar(bar);
    const bool best = bar.best && bar.sound && there;
    const std::string figure = there ? printable(bar.figure) : "?", shown = shortened_to(figure, size, figures, best);
    drawing_.text({end, base, size, Anchor::kEnd, shown, shown == figure ? "" : figure, false, best});
    if (there && *bar.value != 0) {
      const double a = scale.x(0), b = scale.x(*bar.value);
      drawing_.bar(std::min(a, b), std::max(a, b), y + 2, y + size + 1,
                   !bar.sound ? Look::kBeyond
                   : best     ? Look::kConnection
                              : Look::kCable);
    }
    return y + 1.45 * size;
  }

  const BarChart& chart_;
  const ChartLayout& layout_;
  Drawing drawing_;
  double y_ = 8;
};

}  // namespace

DrawnChart draw_bar_chart(const BarChart& chart, ChartWidth width) {
  return ChartPen(chart, width == ChartWidth::kPhone ? kPhoneChart : kPrintChart).draw();
}

std::string bar_chart_svg(const BarChart& chart, ChartWidth width) {
  const DrawnChart drawn = draw_bar_chart(chart, width);
  return drawn.drawing.svg(drawn.height, printable(chart.title), width == ChartWidth::kPhone ? 0 : kPaperWidthMm);
}

}  // namespace ferrule::write
