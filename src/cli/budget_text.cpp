#include "cli/budget_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/budget_words.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::BudgetPiece;
using api::PieceKind;
using api::WaveBudget;

constexpr std::size_t kBar = 20;  // columns of the longest bar

// Three decimals, rounded up: a cord's glass is worth a thousandth.
std::string spell_fine(const std::optional<Loss>& loss) {
  if (!loss) return "?";
  const std::int64_t thousandths = (loss->microdecibel + 999) / 1000;
  return fmt::format("{}.{:03} dB", thousandths / 1000, thousandths % 1000);
}

// One bar of a waterfall on a scale from nought to `whole`; what is too small for a column is a stroke.
std::string bar(Loss from, Loss loss, Loss whole) {
  if (whole.microdecibel <= 0 || loss.microdecibel <= 0) return "";
  const auto column = [&](std::int64_t at) {
    return static_cast<std::size_t>((at * static_cast<std::int64_t>(kBar) + whole.microdecibel / 2) / whole.microdecibel);
  };
  const std::size_t begin = column(from.microdecibel), end = column(from.microdecibel + loss.microdecibel);
  return std::string(begin, ' ') + (end > begin ? std::string(end - begin, '#') : "|");
}

std::string where_from(const BudgetPiece& piece) {
  std::string text = printable(piece.from);
  if (piece.assumed && piece.described.find("assumed") == std::string::npos && piece.described.find("taken") == std::string::npos)
    text += "; grade of the other side assumed";
  if (piece.confidence == Confidence::kLow) text += "; low confidence";
  return text;
}

Loss whole_of(const WaveBudget& wave) {
  Loss sum;
  for (const BudgetPiece& piece : wave.pieces) sum = sum + piece.loss.value_or(Loss{});
  return sum;
}

std::string waterfall(const WaveBudget& wave) {
  std::size_t what = 0, described = 0;
  for (const BudgetPiece& piece : wave.pieces) {
    what = std::max(what, columns(printable(piece.what)));
    described = std::max(described, columns(printable(piece.described)));
  }
  std::string out;
  Loss so_far;
  const Loss whole = whole_of(wave);
  for (const BudgetPiece& piece : wave.pieces) {
    const Loss loss = piece.loss.value_or(Loss{});
    out += fmt::format("    {}  {}  {:>8}  {}{}\n", padded(printable(piece.what), what),
                       padded(printable(piece.described), described), spell_fine(piece.loss),
                       padded(bar(so_far, loss, whole), kBar + 2), where_from(piece));
    so_far = so_far + loss;
  }
  return out;
}

std::string heaviest(const WaveBudget& wave) {
  if (wave.pieces.empty() || !wave.loss || wave.loss->microdecibel == 0) return "";
  const BudgetPiece& piece = wave.pieces[wave.heaviest];
  const auto alike =
      std::count_if(wave.pieces.begin(), wave.pieces.end(), [&](const BudgetPiece& other) { return other.loss == piece.loss; });
  std::string text = fmt::format("    most of it   {}, {} ({} %)", printable(piece.what), spell(piece.loss.value_or(Loss{})),
                                 piece.loss.value_or(Loss{}).microdecibel * 100 / wave.loss->microdecibel);
  if (alike > 1) text += fmt::format(", and {} more like it", alike - 1);
  return text + "\n";
}

std::string against_limits(const WaveBudget& wave) {
  std::string out;
  for (const std::string& what : wave.unknown) out += wrapped("    not known    ", printable(what));
  out += fmt::format("    worst case   {}", wave.loss ? spell(*wave.loss) : "?");
  if (wave.safe && wave.loss && *wave.safe > *wave.loss)
    out += fmt::format("; {} with the cabling standard's limit for figures of low confidence", spell(*wave.safe));
  out += "\n";
  out += wave.limit ? fmt::format("    limit        {}, {}\n", spell(*wave.limit), printable(wave.limit_of))
                    : wrapped("    limit        ", wave.no_limit);
  out += fmt::format("    margin       {}\n", spell_margin(wave.loss, wave.limit));
  if (wave.connection_limit)
    out += fmt::format("    connections  {} of the {} meant for connections and splices{}\n", spell(wave.in_connections),
                       spell(*wave.connection_limit),
                       wave.in_connections > *wave.connection_limit ? "; the channel's limit decides" : "");
  return out + heaviest(wave);
}

// Figures that the distribution rests on, each once.
std::vector<std::string> laws_of(const WaveBudget& wave) {
  std::vector<std::pair<std::string, int>> laws;
  for (const BudgetPiece& piece : wave.pieces) {
    const loss::Scatter& scatter = piece.scatter;
    if (piece.kind == PieceKind::kCable || !scatter.figures) continue;
    std::string text = fmt::format("of {}: mean {}, 97 % below {}{}{}", printable(scatter.of), spell_db(scatter.figures->mean_db),
                                   spell_db(scatter.figures->q97_db),
                                   scatter.read_from_class ? " (typical and maximum read so: an assumption)" : "",
                                   scatter.confidence == Confidence::kLow ? "; low confidence" : "");
    const auto known = std::find_if(laws.begin(), laws.end(), [&](const auto& law) { return law.first == text; });
    if (known == laws.end())
      laws.emplace_back(std::move(text), 1);
    else
      ++known->second;
  }
  std::vector<std::string> out;
  out.reserve(laws.size());
  for (const auto& [text, count] : laws)
    out.push_back(fmt::format("{} {}", counted(static_cast<std::uint64_t>(count), "joint"), text));
  return out;
}

std::string told(double db, bool is_told) { return is_told ? spell_db(db) : "?"; }

std::string row(std::string_view name, std::string_view fibre, std::string_view apart, std::string_view together) {
  std::string line = fmt::format("    {:<26}{:<12}{:<20}{}", name, fibre, apart, together);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

// Which law grades were fitted with, where it is not the usual one, and how far a lot reaches.
std::string law_words(const WaveBudget& wave, const api::BudgetOptions& asked) {
  std::string out;
  const auto fitted = [](const BudgetPiece& piece) { return piece.scatter.figures && !piece.scatter.measured; };
  if (asked.law == loss::LawKind::kLognormal && std::any_of(wave.pieces.begin(), wave.pieces.end(), fitted))
    out += "    law of each grade: lognormal\n";
  const auto untold = [](const api::Spread::At& at) { return !at.fibre_told || !at.link_told; };
  if (std::any_of(wave.spread.at.begin(), wave.spread.at.end(), untold))
    out += wrapped("    ", fmt::format("?: not told by a lot of {} values; more of them would", wave.spread.fewest_measured));
  return out;
}

std::string spread_table(const WaveBudget& wave, const api::BudgetOptions& asked) {
  const api::Spread& spread = wave.spread;
  std::string out = row("", "one fibre", fmt::format("link of {}, apart", spread.fibres),
                        spread.one_ferrule ? "link, together" : "link, no shared ferrule");
  for (std::size_t i = 0; i < spread.at.size(); ++i)
    out +=
        row(fmt::format("{} % lose less than", asked.percentiles[i].text), told(spread.at[i].fibre_db, spread.at[i].fibre_told),
            told(spread.at[i].apart_db, spread.at[i].link_told), told(spread.at[i].together_db, spread.at[i].link_told));
  const auto chance = [&](double value) { return spell_chance(value, spread.failing->not_told_apart); };
  if (spread.failing && wave.limit)
    out += row(fmt::format("chance above {}", spell(*wave.limit)), chance(spread.failing->fibre), chance(spread.failing->apart),
               chance(spread.failing->together));
  if (const std::string why = api::why_above_sum(wave); !why.empty()) out += wrapped("    ", why);
  return out;
}

// Named as it is in the plant, where it is one of the pieces shown.
std::string why_no_spread(const WaveBudget& wave) {
  for (const BudgetPiece& piece : wave.pieces)
    if (piece.kind != PieceKind::kCable && piece.kind != PieceKind::kAllowance && !piece.scatter.figures)
      return fmt::format("{}: {}", piece.what, piece.scatter.why_not);
  return wave.spread.not_known;
}

std::string spread_text(const WaveBudget& wave, const api::BudgetOptions& asked) {
  if (!wave.spread.not_known.empty()) return wrapped("    no distribution: ", printable(why_no_spread(wave)));
  std::string out;
  for (const std::string& law : laws_of(wave)) out += wrapped("    ", law);
  if (out.empty() && wave.spread.sd_db <= 0) return "    no distribution is needed: glass does not vary\n";
  if (wave.spread.one_ferrule)
    out += fmt::format("    together: fibres of one ferrule lose alike, correlation {}\n", correlation_words(asked));
  return out + spread_table(wave, asked) + law_words(wave, asked);
}

std::string spell_return(Loss loss) { return fmt::format("{:g} dB", in_db(loss)); }

// How many connections reflect and how much, against what the optics ask.
std::string reflections_text(const api::ReflectionBudget& budget) {
  const check::Reflections& joints = budget.joints;
  if (joints.all() == 0 || (!budget.asked && budget.counted_by.empty())) return "";
  std::string kinds;
  for (const auto& [count, word] : {std::pair(joints.flat, "flat"), {joints.angled, "angled"}, {joints.not_stated, "not stated"}})
    if (count > 0) kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count, word);
  std::string text = fmt::format("{}; return loss ", kinds);
  text += joints.least_return ? fmt::format("at least {} ({})", spell_return(*joints.least_return), printable(joints.of))
                              : std::string("not known");
  if (budget.asked)
    text += fmt::format("; {} asks {}{}{}", budget.asked_by, spell_return(*budget.asked),
                        budget.asked_confidence == Confidence::kLow ? ", low confidence" : "",
                        joints.least_return && *joints.least_return < *budget.asked ? ": not kept" : "");
  if (!budget.counted_by.empty() && joints.angled == joints.all())
    text += fmt::format("; angled faces avoid the limit that {} sets to reflections", budget.counted_by);
  else if (!budget.counted_by.empty())
    text += fmt::format("; {} allows less loss the more they reflect, by a table that is not known here{}", budget.counted_by,
                        joints.flat > 0 ? ": needs review" : "");
  return "\n" + wrapped("  reflections: ", text);
}

std::string wave_text(const api::LinkBudget& link, const WaveBudget& wave, const api::BudgetOptions& asked) {
  const auto joints = static_cast<std::uint64_t>(std::count_if(
      wave.pieces.begin(), wave.pieces.end(), [](const BudgetPiece& piece) { return piece.kind == PieceKind::kConnection; }));
  std::string out =
      fmt::format("\n  {} nm, {}, {}", joined(wave.wavelengths_nm, ", "), spell(wave.length), counted(joints, "connection"));
  if (link.receptacles > 1)
    out += fmt::format("; from {}, the least margin of {}", printable(link.receptacle), counted(link.receptacles, "receptacle"));
  return out + "\n\n" + waterfall(wave) + "\n" + against_limits(wave) + "\n" + spread_text(wave, asked);
}

}  // namespace

std::string link_budget_text(const api::LinkBudget& link, const api::BudgetOptions& asked, const BudgetTextOptions& options) {
  const std::string_view strong = options.colour ? "\x1b[1m" : "", plain = options.colour ? "\x1b[0m" : "";
  std::string out = fmt::format("{}{}: {} to {}, {}, {}{}\n", strong, printable(link.id), printable(link.a), printable(link.b),
                                printable(link.application), check::spell(link.verdict), plain);
  if (link.verdict != check::Verdict::kProven)
    out += wrapped("  ", "this link is not proven, whatever its loss: `ferrule check` says why");
  if (!link.no_budget.empty()) out += fmt::format("\n  no budget: {}\n", printable(link.no_budget));
  for (const WaveBudget& wave : link.waves) out += wave_text(link, wave, asked);
  if (!link.waves.empty()) out += reflections_text(link.reflections);
  return out;
}

}  // namespace ferrule::cli
