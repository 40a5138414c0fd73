#include "api/reach.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/explain.h"
#include "base/text.h"
#include "loss/way_loss.h"

namespace ferrule::api {
namespace {

Result<const facts::Optic*> optic_named(const std::string& name, const facts::Facts& facts) {
  if (const facts::Optic* const optic = facts.optic(name)) return optic;
  std::vector<std::string> near;
  for (const facts::Optic* one : facts.optics_named(name)) near.push_back(one->pmd);
  if (!near.empty()) return refusal(name, fmt::format("it may be {}: name one", joined(near, ", ")));
  for (const std::string& known : names_near(facts, name))
    if (facts.optic(known) != nullptr) near.push_back(known);
  return refusal(name, near.empty()
                           ? std::string("no application by that name; `ferrule explain` knows them, such as 400GBASE-DR4")
                           : fmt::format("no application by that name; did you mean {}?", joined(near, ", or ")));
}

// The worst of the optic's wavelengths; nothing when one of them has no figure.
struct AskedGlass {
  Attenuation attenuation;
  std::string why;
};
AskedGlass glass_of(const facts::Optic& optic, const std::string& fibre_class, const ReachOptions& options,
                    const facts::Facts& facts) {
  constexpr int kDigits = 6;
  if (!options.attenuation.empty()) return {{parse_decimal(options.attenuation, kDigits).value_or(0)}, "as asked"};
  AskedGlass glass;
  const facts::Fibre* const fibre = facts.fibre(fibre_class);
  if (fibre == nullptr) return glass;
  for (const std::string& wavelength : optic.wavelengths_nm) {
    const std::optional<Attenuation> here = loss::attenuation(*fibre, wavelength, options.iso);
    if (!here) return {};
    if (*here <= glass.attenuation) continue;
    glass = {*here, fmt::format("{}, {} nm", options.iso ? "ISO" : "TIA", wavelength)};
  }
  return glass;
}

// Of the reflectance rule of the optic and the maker's rule for this fibre, the stricter.
std::optional<int> most_connections(const facts::Optic& optic, const facts::Reach& reach) {
  if (!optic.most_connections || !reach.most_connections)
    return optic.most_connections ? optic.most_connections : reach.most_connections;
  return std::min(*optic.most_connections, *reach.most_connections);
}

ReachTable table_of(const facts::Optic& optic, const facts::Reach& reach, loss::JointFigures joint, const ReachOptions& options,
                    const facts::Facts& facts) {
  const AskedGlass glass = glass_of(optic, reach.fibre_class, options, facts);
  ReachTable table{&reach, std::move(joint), glass.attenuation, glass.why, {}, {}};
  Result<std::vector<loss::ReachLine>> lines = loss::reach_table({.reach = &reach,
                                                                  .glass = table.glass,
                                                                  .joint = table.joint,
                                                                  .most_connections = most_connections(optic, reach),
                                                                  .share = options.percentile.share,
                                                                  .fibres = static_cast<unsigned>(std::max(optic.fibres_used, 1)),
                                                                  .first = options.first,
                                                                  .last = options.last});
  if (lines)
    table.lines = std::move(*lines);
  else
    table.refused = lines.error().message;
  return table;
}

std::vector<std::string> usual_grades(const std::string& connector, const std::string& mode, const facts::Facts& facts) {
  std::vector<std::string> grades;
  for (const char* grade : {"standard", "low-loss"})
    if (loss::joint_figures(grade, connector, mode, facts)) grades.emplace_back(grade);
  if (mode == "SM") grades.emplace_back("B");
  return grades;
}

}  // namespace

Result<ReachAnswer> reach(const ReachOptions& options, const facts::Facts& facts) {
  const Result<const facts::Optic*> optic = optic_named(options.application, facts);
  if (!optic) return tl::unexpected(optic.error());
  if (!options.attenuation.empty() && parse_decimal(options.attenuation, 6).value_or(0) <= 0)
    return refusal(options.attenuation, "an attenuation is a number of dB/km above nought");
  ReachAnswer answer{*optic, options.connector.empty() ? (*optic)->connector : options.connector, {}};
  if (facts.connector(answer.connector) == nullptr && !options.connector.empty())
    return refusal(options.connector, "no connector by that name (`ferrule explain MPO-12` shows one)");
  const std::vector<std::string> grades =
      options.grades.empty() ? usual_grades(answer.connector, (*optic)->mode, facts) : options.grades;
  std::vector<loss::JointFigures> joints;
  for (const std::string& grade : grades) {
    Result<loss::JointFigures> joint = loss::joint_figures(grade, answer.connector, (*optic)->mode, facts);
    if (!joint) return tl::unexpected(joint.error());
    joints.push_back(std::move(*joint));
  }
  for (const facts::Reach& reach : (*optic)->reaches) {
    const bool asked = options.fibres.empty() || std::any_of(options.fibres.begin(), options.fibres.end(), [&](const auto& name) {
                         return same_folded(name, reach.fibre_class);
                       });
    if (!asked) continue;
    for (const loss::JointFigures& joint : joints) answer.tables.push_back(table_of(**optic, reach, joint, options, facts));
  }
  if (answer.tables.empty()) {
    std::vector<std::string> classes;
    for (const facts::Reach& reach : (*optic)->reaches) classes.push_back(reach.fibre_class);
    return refusal(joined(options.fibres, ", "), classes.empty()
                                                     ? fmt::format("nobody states a reach of {}", (*optic)->pmd)
                                                     : fmt::format("{} is stated over {}", (*optic)->pmd, joined(classes, ", ")));
  }
  return answer;
}

}  // namespace ferrule::api
