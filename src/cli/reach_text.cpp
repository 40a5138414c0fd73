#include "cli/reach_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

constexpr std::size_t kColumn = 26;

// Rounded down: a metre too few is safe.
std::string metres(Length length) {
  constexpr std::int64_t kShort = 10'000;  // millimetres
  if (length.millimetre >= kShort) return fmt::format("{} m", length.millimetre / 1000);
  return fmt::format("{}.{} m", length.millimetre / 1000, length.millimetre / 100 % 10);
}

std::string cell(const loss::ReachLine& line, const loss::Reached& reached) {
  if (line.too_many) return "too many";
  if (!reached.joints) return "not stated";
  if (!reached.length) return fmt::format("none ({})", spell(*reached.joints));
  return fmt::format("{} ({}{})", metres(*reached.length), spell(*reached.joints), reached.by_reach ? ", reach" : "");
}

std::string per_km(Attenuation glass) {
  std::string text = fmt::format("{:.3f}", static_cast<double>(glass.microdecibel_per_km) / 1e6);
  while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
  return text + " dB/km";
}

std::string channel_line(const api::ReachTable& table) {
  const facts::Reach& reach = *table.reach;
  std::string text =
      reach.channel_loss ? fmt::format("channel of {} at most", spell(*reach.channel_loss)) : "channel loss not stated";
  if (reach.connection_loss) text += fmt::format(", {} of it for connections", spell(*reach.connection_loss));
  if (reach.longest) text += fmt::format("; reach {}", metres(*reach.longest));
  if (table.glass.microdecibel_per_km > 0) text += fmt::format("; glass {} ({})", per_km(table.glass), table.glass_why);
  return text;
}

std::string joint_line(const api::ReachTable& table, const std::string& connector) {
  const loss::JointFigures& joint = table.joint;
  std::string text = fmt::format("joints of {}: {}", printable(connector), printable(joint.name));
  if (!joint.source.empty()) {
    if (joint.most) text += fmt::format(", {} at most", spell(*joint.most));
    if (joint.mean) text += fmt::format(", mean {}", spell(*joint.mean));
    if (joint.most_of_97) text += fmt::format(", 97 % within {}", spell(*joint.most_of_97));
    text += fmt::format(" ({} confidence)", spell(joint.confidence));
  }
  if (!joint.most) text += "; no maximum is stated";
  if (joint.scatter.read_from_class)
    text +=
        fmt::format("; typical {:.2f} dB and maximum read as mean and 97 % value: an assumption", joint.scatter.figures->mean_db);
  if (!joint.distribution()) text += "; a maximum alone tells no distribution";
  return text;
}

std::string in_table(const std::string& text) {
  std::string out;
  for (const std::string& line : wrap(text, 100)) out += "  " + line + "\n";
  return out;
}

std::string table_text(const api::ReachTable& table, const api::ReachAnswer& answer, const api::ReachOptions& options) {
  std::string out = fmt::format("{} over {}\n", answer.optic->pmd, table.reach->fibre_class);
  out += in_table(channel_line(table)) + in_table(joint_line(table, answer.connector));
  if (!table.refused.empty()) return out + in_table("no table: " + printable(table.refused)) + "\n";
  const bool statistical = table.joint.distribution() && table.reach->channel_loss;
  const std::string of_links = fmt::format("{} of links ({} {})", options.percentile.text + " %", answer.optic->fibres_used,
                                           answer.optic->fibres_used == 1 ? "fibre" : "fibres");
  const std::string summed = table.joint.most ? "worst case" : "97 % value of each";
  const std::string heads = padded(summed, kColumn) + padded(options.percentile.text + " %" + " of fibres", kColumn) + of_links;
  out += fmt::format("\n  connections   {}\n", statistical ? heads : summed);
  bool over = false;
  for (const loss::ReachLine& line : table.lines) {
    over = over || line.over_allocation;
    std::string row = fmt::format("  {:>11}{}  ", line.joints, line.over_allocation ? "*" : " ");
    row += statistical && line.joints > 0
               ? padded(cell(line, line.worst), kColumn) + padded(cell(line, line.fibres), kColumn) + cell(line, line.links)
               : cell(line, line.worst);
    out += row + "\n";
  }
  if (over) out += "  * more than the standard sets aside for connections: only what the glass does not use makes up for it\n";
  return out + "\n";
}

}  // namespace

std::string reach_text(const api::ReachAnswer& answer, const api::ReachOptions& options) {
  std::string out;
  for (const api::ReachTable& table : answer.tables) out += table_text(table, answer, options);
  out +=
      "Lengths are plug to plug, rounded down; what the joints lose stands beside them. Connections at the transceivers "
      "themselves do\n"
      "not count. Joints are taken as independent of each other, the fibres of a link as well.\n";
  return out;
}

}  // namespace ferrule::cli
