#include "loss/joint_figures.h"

#include <algorithm>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::loss {
namespace {

constexpr int kDigits = 6;  // of a decibel

bool looks_like_a_figure(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789./-") == std::string_view::npos;
}

std::optional<Loss> loss_written(std::string_view text) {
  constexpr std::int64_t kMost = 100'000'000;  // more than 100 dB is no joint
  const std::optional<std::int64_t> value = parse_decimal(trim(text), kDigits);
  if (!value || *value <= 0 || *value > kMost) return std::nullopt;
  return Loss{*value};
}

Result<JointFigures> own_figures(std::string_view text) {
  JointFigures figures;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    figures.most = loss_written(text);
    if (!figures.most) return refusal(text, "a joint loses more than nought and at most 100 dB");
    figures.name = fmt::format("{} at most", spell(*figures.most));
    return figures;
  }
  figures.mean = loss_written(text.substr(0, slash));
  figures.most_of_97 = loss_written(text.substr(slash + 1));
  if (!figures.mean || !figures.most_of_97) return refusal(text, "write MEAN/97%, two losses in dB: 0.12/0.25");
  figures.scatter.figures = GradeFigures{in_db(*figures.mean), in_db(*figures.most_of_97)};
  const Result<JointLoss> law = JointLoss::gamma(*figures.scatter.figures);
  if (!law) return refusal(text, law.error().message);
  figures.name = fmt::format("mean {}, 97 % within {}", spell(*figures.mean), spell(*figures.most_of_97));
  return figures;
}

const facts::Grade* named_grade(std::string_view grade, std::string_view connector, std::string_view mode,
                                const facts::Facts& facts) {
  const facts::Connector* const known = facts.connector(connector);
  const std::string_view family = known != nullptr ? std::string_view(known->family) : std::string_view();
  if (const facts::Grade* const row = facts.grade(family, connector, mode, grade)) return row;
  const std::string letter = "grade-" + lower(grade);  // "B", "Bm"
  const auto found = std::find_if(facts.grades().begin(), facts.grades().end(), [&](const facts::Grade& row) {
    return row.mode == mode && (row.grade == letter || row.grade == letter + "m");
  });
  return found == facts.grades().end() ? nullptr : &*found;
}

std::string capital(std::string letter) {  // "bm" is written Bm
  if (!letter.empty() && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
  return letter;
}

std::string names_of_grades(std::string_view connector, std::string_view mode, const facts::Facts& facts) {
  std::vector<std::string> names;
  for (const facts::Grade& row : facts.grades()) {
    const std::string name = row.grade.starts_with("grade-") ? capital(row.grade.substr(6)) : row.grade;
    if (row.mode != mode || name.empty() || std::find(names.begin(), names.end(), name) != names.end()) continue;
    const bool usable = row.grade.starts_with("grade-") || named_grade(name, connector, mode, facts) == &row;
    if (usable && (row.most || row.most_of_97)) names.push_back(name);
  }
  return joined(names, ", ");
}

}  // namespace

std::optional<JointLoss> JointFigures::distribution() const {
  if (!scatter.figures) return std::nullopt;
  const Result<JointLoss> law = JointLoss::gamma(*scatter.figures);
  return law ? std::optional(*law) : std::nullopt;
}

Result<JointFigures> joint_figures(std::string_view grade, std::string_view connector, std::string_view mode,
                                   const facts::Facts& facts) {
  if (looks_like_a_figure(grade)) return own_figures(grade);
  const facts::Grade* const row = named_grade(grade, connector, mode, facts);
  if (row == nullptr || (!row->most && !row->most_of_97))
    return refusal(grade,
                   fmt::format("no grade of {} {} by that name; there are {}; or write dB: 0.35, or 0.12/0.25 for the mean and "
                               "the value of 97 %",
                               mode, connector, names_of_grades(connector, mode, facts)));
  JointFigures figures;
  figures.name = row->grade.starts_with("grade-") ? row->line : fmt::format("{} {}", row->line, row->grade);
  figures.most = row->most;
  figures.mean = row->mean;
  figures.most_of_97 = row->most_of_97;
  figures.scatter = scatter_of(*row);
  figures.confidence = row->confidence;
  figures.source = row->source;
  return figures;
}

}  // namespace ferrule::loss
