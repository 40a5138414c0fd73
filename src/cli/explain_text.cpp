#include "cli/explain_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::Explanation;
using api::Fact;

constexpr std::size_t kMostNameColumns = 32;
constexpr std::size_t kSureColumns = 12;  // "medium (12)"

std::string line(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text + '\n';
}

// Each different source once, in the order first used.
class Footnotes {
 public:
  std::string mark(const Fact& fact) {
    std::string text = fact.confidence ? std::string(spell(*fact.confidence)) : "";
    if (fact.source.empty()) return text;
    const auto at = std::find(sources_.begin(), sources_.end(), fact.source);
    const auto number = at - sources_.begin() + 1;
    if (at == sources_.end()) sources_.push_back(fact.source);
    return fmt::format("{}{}({})", text, text.empty() ? "" : " ", number);
  }

  std::string print(std::size_t width) const {
    std::string out;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const std::string number = fmt::format("({})", i + 1);
      std::string lead = padded(number, 5);
      for (const std::string& text : wrap(printable(sources_[i]), width - 7)) {
        out += line(fmt::format("  {}{}", lead, text));
        lead = "     ";
      }
    }
    return out;
  }

 private:
  std::vector<std::string> sources_;
};

std::string print_facts(const std::vector<Fact>& facts, Footnotes& notes, std::size_t width) {
  std::size_t names = 0;
  for (const Fact& fact : facts) names = std::max(names, std::min(columns(fact.name), kMostNameColumns));
  const std::size_t values = width - 2 - names - 2 - 2 - kSureColumns;
  std::string out;
  for (const Fact& fact : facts) {
    const auto left = wrap(printable(fact.name), names), middle = wrap(printable(fact.value), values);
    for (std::size_t i = 0; i < std::max(left.size(), middle.size()); ++i) {
      const std::string name = i < left.size() ? left[i] : "", value = i < middle.size() ? middle[i] : "";
      out += line("  " + padded(name, names) + "  " + padded(value, values) + "  " + (i == 0 ? notes.mark(fact) : ""));
    }
  }
  return out;
}

std::string two_in(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& text : lines) out += line("  " + printable(text));
  return out;
}

std::string print_drawing(std::string_view drawing) {
  std::string out;
  while (!drawing.empty()) {
    const std::size_t end = std::min(drawing.find('\n'), drawing.size());
    out += line("    " + printable(drawing.substr(0, end)));
    drawing.remove_prefix(std::min(end + 1, drawing.size()));
  }
  return out;
}

std::string print_title(const Explanation& e, bool colour) {
  const std::string title = printable(e.title);
  const std::string shown = colour ? "\x1b[1m" + title + "\x1b[0m" : title;
  if (lower(title).find(lower(e.kind)) != std::string::npos) return shown + '\n';  // "Type A adapter" says what it is
  return shown + " (" + printable(e.kind) + ")\n";
}

std::string print(const Explanation& e, const ExplainTextOptions& options) {
  Footnotes notes;
  std::string out = print_title(e, options.colour);
  const auto add_block = [&](const std::string& block) {
    if (!block.empty()) out += "\n" + block;
  };
  const std::string facts = print_facts(e.facts, notes, options.width);
  if (e.kind == "rule") add_block(facts);  // a page's header stands above its text
  if (!e.text.empty()) add_block(two_in(wrap_page(e.text, options.width - 2)));
  add_block(print_drawing(e.drawing));
  if (e.kind != "rule") add_block(facts);
  add_block(notes.print(options.width));
  if (!e.see_also.empty()) add_block(two_in(wrap("see also: " + joined(e.see_also, ", "), options.width - 2)));
  return out;
}

}  // namespace

std::string explain_text(std::span<const Explanation> explanations, const ExplainTextOptions& options) {
  std::string out;
  for (const Explanation& e : explanations) out += (out.empty() ? "" : "\n\n") + print(e, options);
  return out;
}

std::string nothing_known_text(std::string_view query, std::span<const std::string> nearest) {
  std::string out = fmt::format("nothing known by that name: {}\n", printable(shortened(query, 200)));
  if (nearest.empty())
    out +=
        "names that are known: of optics (400GBASE-DR4), cables (\"type b\"), methods, connectors, fibres, words (MTP), rules "
        "(M201)\n";
  else
    out += printable("did you mean " + joined(nearest, ", or ") + "?") + '\n';
  return out;
}

}  // namespace ferrule::cli
