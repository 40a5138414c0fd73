// One pen goes down the page and leaves each thing below the one before, so nothing can meet anything: the only places where two texts
// stand side by side are a label and its figure, and the marks of a scale, and both are measured against each other.
#include "write/waterfall.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::write {
namespace {

constexpr double kPaperMm = 180;

struct Layout {
  double width, margin;
  double plot_left, plot_right;
  double figure_right;  // labels begin at the margin, figures end here
  bool stacked;         // bars below their label, not beside it
  double title, label, small;
};
constexpr Layout kPhone{360, 12, 14, 346, 348, true, 15, 12.5, 11};
constexpr Layout kPrint{680, 10, 350, 668, 336, false, 15, 11.5, 10.5};  // 180 mm at 96 pixels an inch

// Three decimals, rounded up: a cord's glass is worth a thousandth.
std::string fine(const std::optional<Loss>& loss) {
  if (!loss) return "?";
  const std::int64_t thousandths = (loss->microdecibel + 999) / 1000;
  return fmt::format("{}.{:03} dB", thousandths / 1000, thousandths % 1000);
}

std::string two_places(double db) { return spell(Loss{std::llround(db * 1e6)}); }

// A margin is never made to look larger.
std::string margin_text(Loss sum, Loss limit) {
  constexpr std::int64_t kHundredth = 10'000;
  const std::int64_t margin = limit.microdecibel - sum.microdecibel;
  return margin < 0 ? "-" + spell(Loss{-margin}) : spell(Loss{margin / kHundredth * kHundredth});
}

class Scale {
 public:
  Scale(const Layout& layout, double most_db)
      : left_(layout.plot_left), width_(layout.plot_right - layout.plot_left), most_(most_db) {}
  double x(double db) const { return left_ + width_ * std::clamp(db / most_, 0.0, 1.0); }
  // At most six marks.
  double step() const {
    for (double power = 1e-3;; power *= 10)
      for (const double step : {power, 2 * power, 5 * power})
        if (most_ / step <= 6) return step;
  }
  double most() const { return most_; }

 private:
  double left_, width_, most_;
};

double most_of(const WaterfallWave& wave) {
  double sum = 0;
  for (const WaterfallPiece& piece : wave.pieces) sum += in_db(piece.loss.value_or(Loss{}));
  double most = std::max(sum, in_db(wave.limit.value_or(Loss{})));
  for (const WaterfallShare& share : wave.shares) most = std::max({most, share.apart_db, share.together_db});
  return most > 0.001 ? most * 1.02 : 0.001;
}

class Pen {
 public:
  explicit Pen(const Layout& layout) : layout_(layout), drawing_(layout.width) {}

  void link(const WaterfallLink& link) {
    id_ = "link-" + drawing_id(link.id);
    drawing_.begin(id_, link.title);
    paragraph_line(link.title, layout_.title, true);
    paragraph(link.subtitle);
    for (const std::string& note : link.notes) paragraph(note);
    for (std::size_t i = 0; i < link.waves.size(); ++i) wave(link.waves[i], i + 1);
    drawing_.end();
    y_ += 14;
  }

  DrawnWaterfalls take() { return {std::move(drawing_), std::ceil(y_)}; }

 private:
  void paragraph_line(const std::string& text, double size, bool strong) {
    const double room = layout_.width - 2 * layout_.margin;
    const std::string shown = printable(text), fits = shortened_to(shown, size, room, strong);
    y_ += size * 1.25;
    drawing_.text({layout_.margin, y_ - 0.25 * size, size, Anchor::kStart, fits, fits == shown ? "" : shown, !strong, strong});
  }

  void paragraph(const std::string& text) {
    if (text.empty()) return;
    y_ += 2;
    for (const std::string& line : lines_of(printable(text), layout_.small, layout_.width - 2 * layout_.margin))
      paragraph_line(line, layout_.small, false);
  }

  void wave(const WaterfallWave& wave, std::size_t number) {
    const std::string outer = id_;
    id_ += fmt::format("-w{}", number);
    drawing_.begin(id_);
    y_ += 8;
    paragraph_line(wave.heading, layout_.label, true);
    y_ += 4;
    const Scale scale(layout_, most_of(wave));
    const double top = y_;
    pieces(wave, scale);
    against_limit(wave, scale);
    for (std::size_t i = 0; i < wave.shares.size(); ++i) share(wave.shares[i], i + 1, scale, wave.limit);
    if (!layout_.stacked && wave.limit) limit_line(in_db(*wave.limit), scale, top, y_);
    marks(scale);
    for (const std::string& note : wave.notes) paragraph(note);
    drawing_.end();
    id_ = outer;
  }

  // A label with its figure, what describes it, and room for a bar: where the bar is.
  struct Row {
    double top, bottom;
  };
  Row row(const std::string& what, const std::string& figure, const std::string& described) {
    constexpr double kGap = 8;
    const double left = layout_.margin, right = layout_.figure_right;
    const double room = right - left - text_width(figure, layout_.label) - kGap;
    const std::string label = printable(what), fits = shortened_to(label, layout_.label, room);
    const double first = y_ + layout_.label;
    drawing_.text({left, first, layout_.label, Anchor::kStart, fits, fits == label ? "" : label});
    drawing_.text({right, first, layout_.label, Anchor::kEnd, figure});
    const std::string below = printable(described), below_fits = shortened_to(below, layout_.small, right - left);
    double y = y_ + 1.3 * layout_.label;
    if (!below.empty()) {
      drawing_.text({left, y + layout_.small, layout_.small, Anchor::kStart, below_fits, below_fits == below ? "" : below, true});
      y += 1.3 * layout_.small;
    }
    constexpr double kBar = 11;
    const Row row = layout_.stacked ? Row{y + 3, y + 3 + kBar} : Row{y_ + 3, y_ + 3 + kBar + 3};
    y_ = std::max(y, row.bottom) + (layout_.stacked ? 9 : 6);
    return row;
  }

  // On a phone the line is drawn in each bar's own strip, so that it crosses no label.
  void limit_line(double limit_db, const Scale& scale, double top, double bottom) {
    drawing_.line(scale.x(limit_db), top, scale.x(limit_db), bottom, Look::kLimit);
  }
  void limit_in(const Row& row, const std::optional<Loss>& limit, const Scale& scale) {
    if (layout_.stacked && limit) limit_line(in_db(*limit), scale, row.top - 2, row.bottom + 2);
  }

  void pieces(const WaterfallWave& wave, const Scale& scale) {
    double so_far = 0;
    for (std::size_t i = 0; i < wave.pieces.size(); ++i) {
      const WaterfallPiece& piece = wave.pieces[i];
      const std::string figure = fine(piece.loss);
      drawing_.begin(fmt::format("{}-i{}", id_, i + 1),
                     fmt::format("{}: {}, {}; {}", piece.what, figure, piece.described, piece.from));
      const Row at = row(piece.what, figure, piece.described);
      const double loss = in_db(piece.loss.value_or(Loss{}));
      if (piece.loss) drawing_.bar(scale.x(so_far), scale.x(so_far + loss), at.top, at.bottom, piece.look);
      limit_in(at, wave.limit, scale);
      so_far += loss;
      drawing_.end();
    }
  }

  void against_limit(const WaterfallWave& wave, const Scale& scale) {
    drawing_.begin(id_ + "-sum");
    const Row sum =
        row("worst case", wave.sum ? spell(*wave.sum) : "?", wave.sum ? "the sum of all above" : "not known, see below");
    const double sum_db = in_db(wave.sum.value_or(Loss{})), limit_db = in_db(wave.limit.value_or(Loss{}));
    const bool beyond = wave.sum && wave.limit && *wave.sum > *wave.limit;
    if (wave.sum) drawing_.bar(scale.x(0), scale.x(beyond ? limit_db : sum_db), sum.top, sum.bottom, Look::kSum);
    if (beyond) drawing_.bar(scale.x(limit_db), scale.x(sum_db), sum.top, sum.bottom, Look::kBeyond);
    limit_in(sum, wave.limit, scale);
    drawing_.end();
    drawing_.begin(id_ + "-limit");
    const Row limit = row("limit, the dashed line", wave.limit ? spell(*wave.limit) : "none", wave.limit_of);
    limit_in(limit, wave.limit, scale);
    drawing_.end();
    if (!wave.sum || !wave.limit) return;
    drawing_.begin(id_ + "-margin");
    const Row margin = row("margin", margin_text(*wave.sum, *wave.limit),
                           beyond ? "beyond the limit: too much is lost" : "left below the limit");
    drawing_.bar(scale.x(std::min(sum_db, limit_db)), scale.x(std::max(sum_db, limit_db)), margin.top, margin.bottom,
                 beyond ? Look::kBeyond : Look::kMargin);
    limit_in(margin, wave.limit, scale);
    drawing_.end();
  }

  void share(const WaterfallShare& share, std::size_t number, const Scale& scale, const std::optional<Loss>& limit) {
    drawing_.begin(fmt::format("{}-p{}", id_, number));
    const Row at = row(share.what, two_places(share.apart_db), share.described);
    const double y = (at.top + at.bottom) / 2;
    drawing_.line(scale.x(0), y, scale.x(std::max(share.apart_db, share.together_db)), y, Look::kShare);
    limit_in(at, limit, scale);
    drawing_.dot(scale.x(share.together_db), y, true);
    drawing_.dot(scale.x(share.apart_db), y, false);
    drawing_.end();
  }

  void marks(const Scale& scale) {
    const double step = scale.step(), axis = y_ + 2, size = layout_.small;
    drawing_.line(scale.x(0), axis, layout_.plot_right, axis, Look::kAxis);
    double free_from = 0;
    for (int i = 0; i * step <= scale.most(); ++i) {
      const double x = scale.x(i * step);
      drawing_.line(x, axis, x, axis + 4, Look::kAxis);
      const Text mark{x, axis + 6 + size, size, Anchor::kMiddle, i == 0 ? "0 dB" : fmt::format("{:g}", i * step), "", true};
      const Box box = box_of(mark);
      if (box.left < free_from || box.right > layout_.width) continue;
      free_from = box.right + 4;
      drawing_.text(mark);
    }
    y_ = axis + 8 + 1.3 * size;
  }

  const Layout& layout_;
  Drawing drawing_;
  std::string id_;
  double y_ = 10;
};

}  // namespace

DrawnWaterfalls draw_waterfalls(const std::vector<WaterfallLink>& links, WaterfallWidth width) {
  Pen pen(width == WaterfallWidth::kPhone ? kPhone : kPrint);
  for (const WaterfallLink& link : links) pen.link(link);
  return pen.take();
}

std::string waterfalls_svg(const std::vector<WaterfallLink>& links, WaterfallWidth width) {
  const DrawnWaterfalls drawn = draw_waterfalls(links, width);
  const std::string title = links.size() == 1 ? links.front().title : "budgets of links";
  return drawn.drawing.svg(drawn.height, printable(title), width == WaterfallWidth::kPhone ? 0 : kPaperMm);
}

}  // namespace ferrule::write
