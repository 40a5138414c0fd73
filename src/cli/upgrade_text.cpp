#include "cli/upgrade_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <fmt/format.h>

#include "api/upgrade_json.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using check::Answer;
using check::Carries;
using check::UpgradeGroup;

constexpr std::size_t kAcross = 100;
constexpr std::size_t kNamesInWords = 3;
constexpr std::size_t kUnderGroup = 4;

std::string indented(const std::string& text, std::size_t first, std::size_t rest) {
  std::string out;
  for (const std::string& line : wrap(text, kAcross - rest)) out += std::string(out.empty() ? first : rest, ' ') + line + "\n";
  return out;
}

// "a", "b", ... "z", "aa": the key of the n-th change.
std::string letter(std::size_t n) {
  std::string out(1, static_cast<char>('a' + n % 26));
  return n < 26 ? out : letter(n / 26 - 1) + out;
}

std::string lengths(const UpgradeGroup& group) {
  if (group.shortest == group.longest) return spell(group.longest);
  return fmt::format("{} to {}", spell(group.shortest), spell(group.longest));
}

class Text {
 public:
  explicit Text(const api::UpgradeReport& report) : report_(report), groups_(report.upgrade.groups) {}

  std::string all() {
    std::string out = head() + rows();
    if (groups_.empty()) return out;
    name_changes();
    return out + matrix() + legend() + split_ports() + reasons() + dark() + mixes();
  }

 private:
  std::string money(std::int64_t hundredths) const {
    const std::string& currency = report_.prices.currency;
    return spell(api::Price{hundredths}) + (currency.empty() ? "" : " " + printable(currency));
  }
  const facts::Optic& application(std::size_t index) const { return *report_.upgrade.applications[index]; }

  std::string head() const {
    std::uint64_t links = 0, legs = 0;
    for (const UpgradeGroup& group : groups_) (group.permanent ? legs : links) += group.count;
    std::vector<std::string> asked;
    for (const api::Speed& speed : report_.speeds) asked.push_back(speed.asked);
    return fmt::format("{}: {}, {}; asked: {}\n", printable(report_.loaded->project), counted(links, "link"),
                       counted(legs, "permanent link"), asked.empty() ? "nothing is faster" : joined(asked, ", ")) +
           (report_.upgrade.not_counted_legs > 0
                ? indented(fmt::format("{} no permanent link: {}",
                                       report_.upgrade.not_counted_legs == 1
                                           ? "1 leg of a trunk is"
                                           : with_thousands(report_.upgrade.not_counted_legs) + " legs of trunks are",
                                       printable(joined(report_.upgrade.not_counted, "; "))),
                           2, kUnderGroup)
                : std::string());
  }

  std::string rows() const {
    std::string out = "\n";
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const UpgradeGroup& group = groups_[i];
      const std::string what = group.permanent ? counted(group.count, "permanent link") : counted(group.count, "link");
      const std::string now = group.permanent             ? fmt::format(" of {} fibres", group.leg_fibres)
                              : group.today.empty()       ? ""
                              : group.split_today.empty() ? ", " + printable(group.today) + " now"
                                                          : fmt::format(", {} now, {} of a split {}", printable(group.today),
                                                                        group.parts, printable(group.split_today));
      out += indented(fmt::format("{:<3} {}{}, {}{}: {}", i + 1, what, now, lengths(group),
                                  group.fibre.empty() ? "" : " of " + printable(group.fibre),
                                  printable(api::group_name(group, kNamesInWords))),
                      2, 6);
      out += indented(printable(group.words), 6, 6);
    }
    return out + "\n";
  }

  void name_changes() {
    for (const UpgradeGroup& group : groups_)
      for (const Answer& answer : group.answers)
        if (answer.carries == Carries::kChange && !letters_.contains(answer.change)) {
          letters_.emplace(answer.change, letter(order_.size()));
          order_.push_back(&answer);
        }
  }

  static std::string at_legs(const UpgradeGroup& group, const Answer& answer) {
    return answer.split_port.empty() ? "" : fmt::format("/{}", group.parts);
  }

  std::string mark(const UpgradeGroup& group, const Answer& answer) const {
    const std::string assumed = answer.grade_assumed && proven(answer) ? "*" : "";
    const std::string side_by_side = answer.copies > 1 && proven(answer) ? fmt::format(" x{}", answer.copies) : "";
    const std::string word =
        answer.carries == Carries::kChange ? letters_.at(answer.change) : std::string(check::spell(answer.carries));
    return word + (proven(answer) ? at_legs(group, answer) : "") + assumed + side_by_side;
  }

  static bool proven(const Answer& answer) { return answer.carries == Carries::kYes || answer.carries == Carries::kChange; }

  // Applications that no row can carry are told below, not in columns of no.
  std::vector<std::size_t> columns_shown() const {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < report_.upgrade.applications.size(); ++i)
      if (std::any_of(groups_.begin(), groups_.end(),
                      [&](const UpgradeGroup& group) { return group.answers[i].carries != Carries::kNo; }))
        shown.push_back(i);
    return shown;
  }

  std::string matrix() const {
    const std::vector<std::size_t> shown = columns_shown();
    if (shown.empty()) return "no row carries any of them, with no change that was tried\n";
    std::string out;
    for (std::size_t first = 0; first < shown.size();) {
      std::size_t width = 6, end = first;
      while (end < shown.size() && width + cell_width(shown[end]) <= kAcross) width += cell_width(shown[end++]);
      std::string line = "      ";
      for (std::size_t i = first; i < end; ++i) line += padded(application(shown[i]).pmd, cell_width(shown[i]));
      out += trimmed(line);
      for (std::size_t g = 0; g < groups_.size(); ++g) {
        line = fmt::format("  {:<4}", g + 1);
        for (std::size_t i = first; i < end; ++i)
          line += padded(mark(groups_[g], groups_[g].answers[shown[i]]), cell_width(shown[i]));
        out += trimmed(line);
      }
      out += "\n";
      first = end;
    }
    return out;
  }

  std::size_t cell_width(std::size_t index) const { return std::max<std::size_t>(application(index).pmd.size(), 8) + 2; }

  static std::string trimmed(std::string line) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line + "\n";
  }

  std::string legend() const {
    std::string out;
    if (any([](const Answer& answer) { return answer.copies > 1 && answer.carries != Carries::kNo; }))
      out += indented("x2: its transceiver has two receptacles, and takes two such channels side by side", 2, 2);
    std::set<int> parts;
    for (const UpgradeGroup& group : groups_)
      for (const Answer& answer : group.answers)
        if (proven(answer) && !answer.split_port.empty()) parts.insert(group.parts);
    for (const int part : parts)
      out += indented(
          fmt::format("/{}: at the legs of a port that is split into {}; what is split for it stands below", part, part), 2, 2);
    if (any([](const Answer& answer) { return answer.carries == Carries::kYes && !answer.buy.empty(); }))
      out += indented("a permanent link says yes when equipment cords that are sold make it a proven channel", 2, 2);
    if (any([](const Answer& answer) { return answer.grade_assumed && proven(answer); }))
      out += indented(fmt::format("*: of connectors whose grade nobody stated grade {} was assumed, as check does: state it",
                                  printable(report_.loaded->settings.policy.grade)),
                      2, 2);
    for (const Answer* answer : order_) {
      const std::string more = answer->takes_leg     ? " (takes the whole leg: what else runs over it has to go)"
                               : answer->takes_split ? " (ends the split: what else hangs on the port has to go)"
                                                     : "";
      out += indented(fmt::format("{:<3} {}{}", letters_.at(answer->change), printable(answer->change), more), 2, 6);
    }
    return out.empty() ? out : out + "\n";
  }

  // Which transceiver has to stand at the port that is split, for whatever its legs then run.
  std::string split_ports() const {
    std::string out;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      std::vector<std::string> list;
      for (std::size_t i = 0; i < groups_[g].answers.size(); ++i) {
        const Answer& answer = groups_[g].answers[i];
        if (answer.split_port.empty() || !proven(answer)) continue;
        list.push_back(fmt::format("{} x {} of a {}, {}", groups_[g].parts, printable(application(i).pmd),
                                   printable(answer.split_port),
                                   answer.carries == Carries::kYes ? "as it is" : "with " + letters_.at(answer.change)));
      }
      if (!list.empty()) out += indented(fmt::format("{}: {}", g + 1, joined(list, "; ")), 2, 6);
    }
    return out.empty() ? out : "split ports, by row:\n" + out + "\n";
  }

  template <class Test>
  bool any(Test test) const {
    return std::any_of(groups_.begin(), groups_.end(),
                       [&](const UpgradeGroup& group) { return std::any_of(group.answers.begin(), group.answers.end(), test); });
  }

  // Reasons of no and unknown, each once with the rows and applications that it holds for.
  std::string reasons() const {
    std::string out;
    for (const Carries which : {Carries::kUnknown, Carries::kNo}) {
      std::vector<std::string> order;
      std::map<std::string, std::vector<std::string>> cells;
      for (std::size_t g = 0; g < groups_.size(); ++g)
        for (std::size_t i = 0; i < groups_[g].answers.size(); ++i) {
          const Answer& answer = groups_[g].answers[i];
          if (answer.carries != which) continue;
          std::string key = fmt::format("{}: {}", g + 1, printable(answer.reason));
          if (which == Carries::kUnknown && !answer.ask.empty()) key += fmt::format(" (ask: {})", printable(answer.ask));
          std::vector<std::string>& list = cells[key];
          if (list.empty()) order.push_back(key);
          list.push_back(application(i).pmd);
        }
      if (order.empty()) continue;
      out += which == Carries::kNo ? "never, by row:\n" : "unknown, by row:\n";
      for (const std::string& key : order) out += indented(fmt::format("{} - {}", key, joined(cells[key], ", ")), 2, 6);
      out += "\n";
    }
    return out;
  }

  // What each kind of trunk can carry best, and what stays dark then.
  std::string dark() const {
    std::string out;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const UpgradeGroup& group = groups_[g];
      if (!group.permanent) continue;
      for (const Carries how : {Carries::kYes, Carries::kChange}) {
        const std::optional<std::size_t> best = best_of(group, how);
        if (best) out += indented(dark_line(g, *best), 2, 6);
      }
    }
    return out.empty() ? out : "what the trunks can carry at best:\n" + out + "\n";
  }

  std::optional<std::size_t> best_of(const UpgradeGroup& group, Carries how) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < group.answers.size(); ++i) {
      if (group.answers[i].carries != how) continue;
      if (!best || rate(group, i) > rate(group, *best)) best = i;
    }
    // With a change only when it is worth one.
    if (best && how == Carries::kChange)
      if (const auto as_is = best_of(group, Carries::kYes); as_is && rate(group, *best) <= rate(group, *as_is))
        return std::nullopt;
    return best;
  }

  // Of the whole leg, in thousandths of Gb/s.
  std::int64_t rate(const UpgradeGroup& group, std::size_t index) const {
    const Answer& answer = group.answers[index];
    return api::parse_rate(application(index).rate_gbps).value_or(0) * answer.per_leg / answer.copies;
  }

  std::string dark_line(std::size_t g, std::size_t index) const {
    const UpgradeGroup& group = groups_[g];
    const Answer& answer = group.answers[index];
    const std::string how = answer.carries == Carries::kYes ? "as it is" : "with " + letters_.at(answer.change);
    const auto legs = static_cast<std::uint64_t>(group.legs.size());
    const std::string channels = answer.copies > 1 ? fmt::format("{} over {} legs", application(index).pmd, answer.copies)
                                                   : fmt::format("{} x {} a leg", answer.per_leg, application(index).pmd);
    std::string out = fmt::format("{}: {}, {}; {} of {} fibres lit, {} stranded", g + 1, channels, how, answer.lit,
                                  group.leg_fibres, answer.stranded);
    if (answer.stranded == 0) return out;
    out += fmt::format(", {} in all", with_thousands(legs * static_cast<std::uint64_t>(answer.stranded)));
    const std::optional<std::int64_t> price = check::price_of_stranded(group, answer, report_.price_of());
    return out + (price ? fmt::format(", {} of the trunks' price", money(*price)) : ", not priced");
  }

  std::string mixes() const {
    std::string out;
    for (const check::UpgradeMix& mix : report_.mixes) out += mix_text(mix);
    if (!out.empty())
      out += indented("Each mix is the least of the applications and changes named here, row by row, and of nothing else.", 0, 0);
    return out;
  }

  std::string mix_text(const check::UpgradeMix& mix) const {
    if (mix.choices.empty()) return fmt::format("{}: no row carries it\n\n", mix.wanted);
    const std::string cost = mix.cost ? money(*mix.cost) : "not priced";
    std::string out =
        fmt::format("{} over {} of {}: {} to buy and {}, {}\n", mix.wanted, with_thousands(mix.carried),
                    counted(mix.of, "channel"), counted(mix.parts, "part"), counted(mix.transceivers, "transceiver"), cost);
    for (const check::MixChoice& choice : mix.choices) {
      const Answer& answer = groups_[choice.group].answers[choice.application];
      std::string how = answer.carries == Carries::kYes ? "as it is" : "with " + letters_.at(answer.change);
      if (!answer.split_port.empty()) how = fmt::format("of a split {}, {}", printable(answer.split_port), how);
      out += indented(fmt::format("{}: {}, {}{}", choice.group + 1, application(choice.application).pmd, how,
                                  choice.carried < choice.of
                                      ? fmt::format("; {} of {}", with_thousands(choice.carried), with_thousands(choice.of))
                                      : ""),
                      2, 6);
    }
    for (const check::ShoppingLine& line : mix.totals)
      out += indented(fmt::format("{:>6} x {}{}{}", with_thousands(line.count), printable(line.words),
                                  line.plant_name.empty() ? "" : " (" + printable(line.plant_name) + ")",
                                  line.price ? ", " + money(*line.price) + " each" : ""),
                      2, 11);
    if (!mix.without.empty()) {
      std::vector<std::string> rows;
      for (const std::size_t group : mix.without) rows.push_back(std::to_string(group + 1));
      out += indented(fmt::format("not carried: {} {}", rows.size() == 1 ? "row" : "rows", joined(rows, ", ")), 2, 6);
    }
    return out + "\n";
  }

  const api::UpgradeReport& report_;
  const std::vector<UpgradeGroup>& groups_;
  std::map<std::string, std::string> letters_;  // by change
  std::vector<const Answer*> order_;
};

}  // namespace

std::string upgrade_text(const api::UpgradeReport& report) { return Text(report).all(); }

}  // namespace ferrule::cli
