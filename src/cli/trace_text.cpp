#include "cli/trace_text.h"

#include <algorithm>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

constexpr std::size_t kPageWidth = 100;

using api::TraceLane;
using api::TraceRoute;
using api::TraceStep;
using api::TraceStop;
using plant::Ending;
using plant::Function;
using plant::Joint;
using plant::Kind;

bool is_cable(Kind kind) {
  return kind == Kind::kCord || kind == Kind::kTrunk || kind == Kind::kExtension || kind == Kind::kBreakout ||
         kind == Kind::kConversion;
}

std::string_view letter(Joint joint) {
  switch (joint) {
    case Joint::kOpposed: return "A";
    case Joint::kAligned: return "B";
    case Joint::kUnstated: return "?";
    default: return "";
  }
}

std::string ending_box(Ending ending) {
  switch (ending) {
    case Ending::kOpenEnd: return "[open]";
    case Ending::kUnlit: return "[no fibre]";
    case Ending::kNoContact: return "[no contact]";
    case Ending::kUnknown: return "[not known]";
    case Ending::kTooLong: return "[...]";
    default: return "";
  }
}

// Words for the person who reads downwards and arrives here.
std::string ending_words(Ending ending, const TraceStop& stop) {
  const std::string at = printable(stop.end);
  switch (ending) {
    case Ending::kOpenEnd: return fmt::format("nothing is plugged in at {}", at);
    case Ending::kUnlit:
      if (stop.kind == Kind::kTap) return fmt::format("light only comes out of {}: trace the tapped fibre to see from where", at);
      return fmt::format("there is no fibre behind these positions of {}", at);
    case Ending::kNoContact: return fmt::format("the faces at {} do not line up: no fibre meets a fibre", at);
    case Ending::kUnknown: return fmt::format("where light goes from {} is not known", at);
    case Ending::kTooLong: return fmt::format("given up at {} after too many joints", at);
    default: return "";
  }
}

// One part on the way, with the stops by which it is entered and left.
struct Passed {
  std::size_t first = 0, last = 0;  // equal at the ends
};

std::vector<Passed> parts_of(const TraceRoute& route) {
  std::vector<Passed> parts;
  for (std::size_t i = 0; i < route.stops.size(); ++i) {
    if (i > 0 && route.steps[i - 1].joint == Joint::kNone)
      parts.back().last = i;
    else
      parts.push_back({i, i});
  }
  return parts;
}

// How many parts two routes begin with alike and may go unsaid the second time; the last one alike is said again. Fewer than two
// are not worth the words.
std::size_t parts_alike(const TraceRoute& route, const TraceRoute& before) {
  const std::vector<Passed> here = parts_of(route), there = parts_of(before);
  std::size_t alike = 0;
  while (alike < here.size() && alike < there.size() &&
         route.stops[here[alike].first].end == before.stops[there[alike].first].end)
    ++alike;
  return alike < 3 ? 0 : alike - 1;
}

std::string box_of_joint(const TraceStep& step) {
  if (step.joint == Joint::kSplice) return "[splice]";
  const std::string_view mark = letter(step.joint);
  if (mark.empty()) return "";
  return step.place.empty() ? fmt::format("[{}]", mark) : fmt::format("[{} {}]", printable(step.place), mark);
}

std::string describe_face(const TraceStop& stop) {
  std::vector<std::string> words;
  if (!stop.connector.empty()) words.push_back(printable(stop.connector));
  if (stop.pins == spec::Pins::kPinned || stop.pins == spec::Pins::kUnpinned) words.emplace_back(spec::spell(stop.pins));
  if (stop.polish != spec::Polish::kUnknown) words.emplace_back(spec::spell(stop.polish));
  return words.empty() ? "" : " (" + joined(words, ", ") + ")";
}

std::string name_and_face(const TraceStop& stop) { return printable(stop.end) + describe_face(stop); }

std::string describe_joint(const TraceStop& from, const TraceStop& to, const TraceStep& step) {
  std::string text = fmt::format("{} meets {}", name_and_face(from), name_and_face(to));
  switch (step.joint) {
    case Joint::kMdi: return text + " in the transceiver";
    case Joint::kSeat: return text;
    case Joint::kSplice: return text + ", spliced";
    default: break;
  }
  text += " in " + with_article(plant::spell(step.joint));
  if (!step.place.empty()) text += fmt::format(", {}", printable(step.place));
  return text;
}

std::string describe_part(const TraceRoute& route, const Passed& part) {
  const TraceStop& stop = route.stops[part.first];
  std::string text = printable(stop.type);
  if (stop.kind == Kind::kTransceiver) {
    if (!stop.application.empty() && stop.application != stop.type) text += fmt::format(", {}", printable(stop.application));
    return text;
  }
  if (stop.kind != Kind::kTransceiver && plant::spell(stop.kind) != stop.type) text += ", " + as_said(plant::spell(stop.kind));
  if (part.last > part.first && route.steps[part.first].length.millimetre > 0)
    text += ", " + spell(route.steps[part.first].length);
  return text;
}

std::string lane_end(const TraceLane::End& end) {
  if (!end.lane) return "";
  const std::string_view what = end.function == Function::kTransmit ? "tx" : end.function == Function::kReceive ? "rx" : "tx/rx";
  return fmt::format("{} {}", what, *end.lane);
}

// Which way light goes, read from near to far: > away from the near end.
std::string_view arrow(const TraceLane& lane) {
  const Function near = lane.near.function, far = lane.far.function;
  if (near == Function::kTransmit && far == Function::kTransmit) return "><";
  if (near == Function::kBoth || far == Function::kBoth) return "<>";
  if (near == Function::kTransmit || (near == Function::kDark && far == Function::kReceive)) return ">";
  if (far == Function::kTransmit || (near == Function::kReceive && far == Function::kDark)) return "<";
  return "-";
}

// Rows of cells as aligned columns, two blanks between.
std::string step_columns(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths.size() <= i) widths.push_back(0);
      widths[i] = std::max(widths[i], columns(row[i]));
    }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += i == 0 ? "  " : widths[i - 1] == 0 ? "" : "  ";
      line += row[i];
      line.append(widths[i] - columns(row[i]), ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

// Names in two lines, so that a dozen connectors fit side by side.
void add_head(const std::string& name, std::vector<std::string>& above, std::vector<std::string>& below) {
  const std::size_t slash = name.find('/');
  above.push_back(slash == std::string::npos ? "" : printable(name.substr(0, slash + 1)));
  below.push_back(printable(slash == std::string::npos ? name : name.substr(slash + 1)));
}

std::string title(const api::Trace& trace) {
  std::string text = fmt::format("{} ({})", printable(trace.asked), trace.kind);
  if (!trace.link_a.empty())
    text += trace.link_b == "any" ? fmt::format(": {} to whatever the plant reaches", printable(trace.link_a))
                                  : fmt::format(": {} should reach {}", printable(trace.link_a), printable(trace.link_b));
  return text + '\n';
}

}  // namespace

std::string drawing(const TraceRoute& route) {
  std::string out = ending_box(route.near_ending);
  const std::vector<Passed> parts = parts_of(route);
  // A module carries the letter of its own adapter; an adapter between two cables is a box of its own.
  const auto is_box = [&](std::size_t i) { return !is_cable(route.stops[parts[i].first].kind); };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const TraceStop& stop = route.stops[parts[i].first];
    const std::string_view line = stop.kind == Kind::kTrunk ? "==" : "--";
    if (is_box(i)) {
      std::string letters;
      if (i > 0) letters += letter(route.steps[parts[i].first - 1].joint);
      if (i + 1 < parts.size()) letters += letter(route.steps[parts[i].last].joint);
      out += fmt::format("[{}{}{}]", printable(stop.part), letters.empty() ? "" : " ", letters);
    } else {
      out += fmt::format("{}{}{}", line, printable(stop.part), line);
    }
    if (i + 1 < parts.size() && !is_box(i) && !is_box(i + 1)) out += box_of_joint(route.steps[parts[i].last]);
  }
  const std::string end = ending_box(route.far_ending);
  return out + (!end.empty() && out.ends_with(']') ? " " : "") + end;
}

std::string hop_list(const TraceRoute& route, const TraceRoute* before) {
  const std::vector<Passed> parts = parts_of(route);
  std::size_t width = 0;
  for (const Passed& part : parts) width = std::max(width, columns(printable(route.stops[part.first].part)));
  std::string out;
  if (const std::string words = ending_words(route.near_ending, route.stops.front()); !words.empty())
    out += fmt::format("  ({})\n", words);
  const std::size_t known = before == nullptr ? 0 : parts_alike(route, *before);
  if (known > 0) out += fmt::format("  as above down to {}\n", printable(route.stops[parts[known].last].part));
  for (std::size_t i = known; i < parts.size(); ++i) {
    const std::string name = printable(route.stops[parts[i].first].part);
    out += fmt::format("  {}{}  {}\n", name, std::string(width - columns(name), ' '), describe_part(route, parts[i]));
    if (i + 1 == parts.size()) break;
    std::string_view lead = "    |  ";
    for (const std::string& line :
         wrap(describe_joint(route.stops[parts[i].last], route.stops[parts[i + 1].first], route.steps[parts[i].last]),
              kPageWidth - 9)) {
      out += fmt::format("{}{}\n", lead, line);
      lead = "    |    ";
    }
  }
  if (const std::string words = ending_words(route.far_ending, route.stops.back()); !words.empty())
    out += fmt::format("  ({})\n", words);
  if (route.length.millimetre > 0) out += fmt::format("  {} in all\n", spell(route.length));
  for (const std::string& branch : route.branches) out += fmt::format("  a tap copies the light to {}\n", printable(branch));
  return out;
}

std::string position_table(const TraceRoute& route) {
  std::vector<std::vector<std::string>> rows(2);
  rows[0].emplace_back();
  rows[1].emplace_back("lane");
  rows[0].emplace_back();
  rows[1].emplace_back();
  for (const TraceStop& stop : route.stops) add_head(stop.end, rows[0], rows[1]);
  rows[0].emplace_back();
  rows[1].emplace_back();
  rows[0].emplace_back();
  rows[1].emplace_back("lane");
  for (const TraceLane& lane : route.lanes) {
    std::vector<std::string>& row = rows.emplace_back();
    row.push_back(lane_end(lane.near));
    row.emplace_back(arrow(lane));
    for (int position : lane.positions) row.push_back(position > 0 ? std::to_string(position) : "?");
    row.emplace_back(arrow(lane));
    row.push_back(lane_end(lane.far));
  }
  return step_columns(rows);
}

std::string trace_text(const api::Trace& trace, const TraceTextOptions& options) {
  const std::string_view strong = options.colour ? "\x1b[1m" : "", plain = options.colour ? "\x1b[0m" : "";
  std::string head = title(trace);
  head.insert(head.size() - 1, plain);
  std::string out = fmt::format("{}{}", strong, head);
  if (trace.routes.empty()) out += "\n  nothing is plugged in here\n";
  const TraceRoute* before = nullptr;
  for (const TraceRoute& route : trace.routes) {
    out += fmt::format("\n{}{}{}\n\n{}", strong, drawing(route), plain, hop_list(route, before));
    if (options.table) out += "\n" + position_table(route);
    before = &route;
  }
  return out;
}

}  // namespace ferrule::cli
