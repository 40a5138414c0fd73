#include "cli/design_compare_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/remarks.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::ComparedPlan;
using api::DesignComparison;
using api::PlanMeasure;

constexpr std::size_t kMostName = 24;

std::string shown_name(const ComparedPlan& plan) { return printable(shortened(plan.what.name, kMostName)); }

// The figures of one alternative, set: "1,024*" and "+12 %".
struct FigureColumn {
  std::string head;
  std::vector<std::string> figures, differences;  // by row of the table
  std::size_t figure_width = 0, difference_width = 0;
  std::size_t width() const { return std::max(columns(head), figure_width + (difference_width == 0 ? 0 : difference_width + 1)); }
};

class ComparisonTable {
 public:
  explicit ComparisonTable(const DesignComparison& comparison) : comparison_(comparison) {
    for (const ComparedPlan& plan : comparison.plans)
      if (plan.planned() && !plan.same_as) shown_.push_back(&plan);
    for (std::size_t i = 0; i < api::plan_measures().size(); ++i)
      if (!same_in_all(i)) rows_.push_back(i);
  }

  std::string text() const {
    if (shown_.empty()) return {};
    std::string out = blocks() + alike();
    return out + unknowns();
  }

 private:
  static std::string words(const PlanMeasure& measure, const std::string& currency) {
    const std::string unit = measure.unit == api::kMoneyUnit ? currency : std::string(measure.unit);
    return unit.empty() ? std::string(measure.words) : fmt::format("{}, {}", measure.words, unit);
  }
  std::string words(std::size_t measure) const { return words(api::plan_measures()[measure], comparison_.currency); }

  bool same_in_all(std::size_t measure) const {
    if (shown_.size() == 1) return !shown_.front()->figures[measure].value;  // a table of one column
    return std::all_of(shown_.begin(), shown_.end(), [&](const ComparedPlan* plan) {
      return plan->figures[measure].value == shown_.front()->figures[measure].value;
    });
  }

  // What an alternative is held against: the first that was asked for, if it has a plan.
  bool has_reference() const { return shown_.front() == &comparison_.plans.front(); }

  FigureColumn column(const ComparedPlan& plan) const {
    FigureColumn out;
    out.head = shown_name(plan);
    const bool reference = &plan == shown_.front() || !has_reference();
    for (const std::size_t measure : rows_) {
      const PlanMeasure& kind = api::plan_measures()[measure];
      const std::optional<std::int64_t>& value = plan.figures[measure].value;
      const std::optional<std::int64_t>& first = shown_.front()->figures[measure].value;
      const std::optional<std::int64_t> best = api::best_figure(comparison_, measure);
      out.figures.push_back((value ? api::spell_figure(kind, *value) : "?") + (plan.proven && best && value == best ? "*" : " "));
      out.differences.push_back(!reference && value && first ? api::spell_difference(kind, *value, *first) : "");
      out.figure_width = std::max(out.figure_width, columns(out.figures.back()));
      out.difference_width = std::max(out.difference_width, columns(out.differences.back()));
    }
    return out;
  }

  std::string blocks() const {
    if (rows_.empty()) return {};
    std::size_t label = 0;
    for (const std::size_t measure : rows_) label = std::max(label, columns(words(measure)));
    const FigureColumn first = column(*shown_.front());
    std::vector<FigureColumn> block{first};
    std::size_t used = 2 + label + 2 + first.width();
    std::string out;
    for (std::size_t i = 1; i < shown_.size(); ++i) {
      FigureColumn next = column(*shown_[i]);
      if (used + 3 + next.width() > kTextWidth && block.size() > 1) {
        out += table(block, label);
        block.resize(1);
        used = 2 + label + 2 + first.width();
      }
      used += 3 + next.width();
      block.push_back(std::move(next));
    }
    return out + table(block, label);
  }

  std::string table(const std::vector<FigureColumn>& block, std::size_t label) const {
    std::string head = "\n  " + padded("", label) + " ";
    for (const FigureColumn& each : block) head += " " + padded(each.head, each.width()) + "  ";
    std::string out = trimmed(head);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      std::string line = "  " + padded(words(rows_[row]), label) + " ";
      for (const FigureColumn& each : block)
        line += " " +
                padded(padded_left(each.figures[row], each.figure_width) +
                           (each.differences[row].empty() ? "" : " " + each.differences[row]),
                       each.width()) +
                "  ";
      out += trimmed(line);
    }
    return out;
  }

  static std::string trimmed(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
  }

  std::string alike() const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < api::plan_measures().size(); ++i) {
      const std::optional<std::int64_t>& value = shown_.front()->figures[i].value;
      if (same_in_all(i) && value)
        all.push_back(fmt::format("{} {}", words(i), api::spell_figure(api::plan_measures()[i], *value)));
    }
    if (all.empty()) return {};
    return "\n" + wrapped("  the same in all: ", joined(all, "; "));
  }

  // Each reason once, with the measures and the plans that it is about.
  std::string unknowns() const {
    struct Remark {
      std::string why, plans;
      bool known = false;
      std::vector<std::string> measures;
    };
    std::vector<Remark> remarks;
    for (std::size_t i = 0; i < api::plan_measures().size(); ++i)
      for (const ComparedPlan* plan : shown_) {
        const api::Figure& figure = plan->figures[i];
        const std::string why = remark_of(figure);
        if (why.empty()) continue;
        const std::string plans = plans_with(i, why);
        auto at =
            std::find_if(remarks.begin(), remarks.end(), [&](const Remark& one) { return one.why == why && one.plans == plans; });
        if (at == remarks.end()) at = remarks.insert(remarks.end(), {why, plans, figure.value.has_value(), {}});
        const std::string words(api::plan_measures()[i].words);
        if (std::find(at->measures.begin(), at->measures.end(), words) == at->measures.end()) at->measures.push_back(words);
      }
    std::string out;
    for (const Remark& remark : remarks)
      out +=
          wrapped(remark.known ? "  " : "  ? ", fmt::format("{}{}: {}", joined(remark.measures, "; "), remark.plans, remark.why));
    return out.empty() ? out : "\n" + out;
  }

  static std::string remark_of(const api::Figure& figure) { return figure.value ? figure.note : figure.why; }

  // " (direct, base-8)"; nothing when it is about all.
  std::string plans_with(std::size_t measure, const std::string& why) const {
    std::vector<std::string> names;
    for (const ComparedPlan* plan : shown_)
      if (remark_of(plan->figures[measure]) == why) names.push_back(shown_name(*plan));
    return names.size() == shown_.size() ? std::string() : " (" + joined(names, ", ") + ")";
  }

  const DesignComparison& comparison_;
  std::vector<const ComparedPlan*> shown_;
  std::vector<std::size_t> rows_;
};

std::string legend(const DesignComparison& comparison) {
  std::size_t width = 0;
  for (const ComparedPlan& plan : comparison.plans) width = std::max(width, columns(shown_name(plan)));
  std::string out;
  for (const ComparedPlan& plan : comparison.plans) {
    std::string words = printable(plan.what.words);
    if (plan.same_as) words += fmt::format("; gives the plan of {}", shown_name(comparison.plans[*plan.same_as]));
    if (!plan.planned()) words += "; no plan, see below";
    if (plan.planned() && !plan.proven) words += "; not proven, see below";
    out += wrapped("  " + padded(shown_name(plan), width) + "  ", words);
  }
  return out;
}

std::string refused(const DesignComparison& comparison) {
  std::string out;
  for (const ComparedPlan& plan : comparison.plans) {
    if (plan.proven || plan.why_not.empty()) continue;
    std::vector<std::string> why;
    for (const std::string& each : plan.why_not) why.push_back(printable(each));
    out += wrapped(fmt::format("  {}: ", shown_name(plan)), joined(why, "; "));
  }
  return out.empty() ? out : "\n  no plan, or none that is proven\n" + out;
}

}  // namespace

std::string design_compare_text(const DesignComparison& comparison) {
  std::string out = wrapped("", fmt::format("{}: {}: {}", comparison.loaded->project,
                                            counted(comparison.plans.size(), "alternative"), comparison.chosen));
  out += "\n" + legend(comparison) + ComparisonTable(comparison).text() + refused(comparison);
  std::string foot = "* the best of those that are proven";
  if (!comparison.next_speed.empty())
    foot += fmt::format("; the next speed: {} a link, over the plugs that are there", comparison.next_speed);
  return out + "\n" + paragraph(foot);
}

}  // namespace ferrule::cli
