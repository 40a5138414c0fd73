#include "api/budget_svg.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::api {
namespace {

write::Look look_of(PieceKind kind) {
  switch (kind) {
    case PieceKind::kConnection: return write::Look::kConnection;
    case PieceKind::kSplice: return write::Look::kSplice;
    case PieceKind::kTap: return write::Look::kTap;
    case PieceKind::kAllowance: return write::Look::kAllowance;
    case PieceKind::kCable: break;
  }
  return write::Look::kCable;
}

std::string spell_db(double db) { return spell(Loss{std::llround(db * 1e6)}); }

write::WaterfallPiece piece_of(const BudgetPiece& piece) {
  const std::string kind(spell(piece.kind));
  std::string described = piece.described == kind ? kind : fmt::format("{}: {}", kind, piece.described);
  if (piece.confidence == Confidence::kLow) described += "; low confidence";
  return {look_of(piece.kind), piece.what, std::move(described), piece.from, piece.loss};
}

std::string correlation_note(const BudgetOptions& asked) {
  return fmt::format("full dot: fibres apart; hollow dot: together, since fibres of one ferrule lose alike, correlation {:g}{}",
                     asked.correlation, asked.correlation_assumed ? ", an assumption" : "");
}

void add_shares(const WaveBudget& wave, const BudgetOptions& asked, write::WaterfallWave& out) {
  const Spread& spread = wave.spread;
  if (!spread.not_known.empty()) return void(out.notes.push_back("no distribution: " + spread.not_known));
  if (spread.sd_db <= 0) return void(out.notes.emplace_back("no distribution is needed: glass does not vary"));
  for (std::size_t i = 0; i < spread.at.size(); ++i) {
    const Spread::At& at = spread.at[i];
    out.shares.push_back({fmt::format("{} % of links lose less than", asked.percentiles[i].text),
                          fmt::format("together {}; of single fibres {}", spell_db(at.together_db), spell_db(at.fibre_db)),
                          at.apart_db, at.together_db});
  }
  if (spread.one_ferrule) out.notes.push_back(correlation_note(asked));
  if (const std::string why = why_above_sum(wave); !why.empty()) out.notes.push_back(why);
  for (const BudgetPiece& piece : wave.pieces)
    if (piece.scatter.figures && piece.scatter.read_from_class) {
      out.notes.emplace_back("typical and maximum losses are read as mean and 97 % value: an assumption");
      break;
    }
}

write::WaterfallWave wave_of(const WaveBudget& wave, const BudgetOptions& asked) {
  write::WaterfallWave out;
  const auto joints = std::count_if(wave.pieces.begin(), wave.pieces.end(),
                                    [](const BudgetPiece& piece) { return piece.kind == PieceKind::kConnection; });
  out.heading = fmt::format("{} nm, {}, {}", joined(wave.wavelengths_nm, ", "), spell(wave.length),
                            counted(static_cast<std::uint64_t>(joints), "connection"));
  for (const BudgetPiece& piece : wave.pieces) out.pieces.push_back(piece_of(piece));
  out.sum = wave.loss;
  out.limit = wave.limit;
  out.limit_of = wave.limit ? wave.limit_of : wave.no_limit;
  for (const std::string& what : wave.unknown) out.notes.push_back("not known: " + what);
  if (wave.safe && wave.loss && *wave.safe > *wave.loss)
    out.notes.push_back(fmt::format("some figures are of low confidence: {} with the cabling standard's limit in their place",
                                    spell(*wave.safe)));
  add_shares(wave, asked, out);
  return out;
}

}  // namespace

std::vector<write::WaterfallLink> waterfalls_of(const BudgetReport& report) {
  std::vector<write::WaterfallLink> out;
  for (const LinkBudget& link : report.links) {
    write::WaterfallLink drawn;
    drawn.id = link.id;
    drawn.title = fmt::format("{}: {} to {}", link.id, link.a, link.b);
    drawn.subtitle = link.application.empty() ? std::string(check::spell(link.verdict))
                                              : fmt::format("{}, {}", link.application, check::spell(link.verdict));
    if (link.receptacles > 1)
      drawn.subtitle +=
          fmt::format("; from {}, the least margin of {}", link.receptacle, counted(link.receptacles, "receptacle"));
    if (link.verdict != check::Verdict::kProven)
      drawn.notes.emplace_back("this link is not proven, whatever its loss: ferrule check says why");
    if (!link.no_budget.empty()) drawn.notes.push_back("no budget: " + link.no_budget);
    for (const WaveBudget& wave : link.waves) drawn.waves.push_back(wave_of(wave, report.options));
    out.push_back(std::move(drawn));
  }
  return out;
}

std::string budget_svg(const BudgetReport& report, write::WaterfallWidth width) {
  return write::waterfalls_svg(waterfalls_of(report), width);
}

}  // namespace ferrule::api
