#include "api/offered_plant.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <fmt/format.h>

#include "api/language.h"
#include "api/load_plant.h"
#include "base/text.h"
#include "check/bundle_index.h"
#include "check/subjects.h"
#include "spec/canonical.h"
#include "spec/read_line.h"

namespace ferrule::api {
namespace {

using check::Verdict;

// Links whose light passes a part of that name, and among them those through a piece longer than the offer.
struct Use {
  std::set<std::uint32_t> links, too_short;
  std::uint32_t longest_mm = 0;
};

void add_assets(const plant::Plant& plant, const check::BundleIndex& index, OfferedPart& part, Use& use) {
  constexpr double kRounding = 1.01;  // between feet and metres
  for (std::uint32_t asset = 0; asset < plant.asset_count(); ++asset) {
    if (plant.asset_type(asset).name != part.offer.part) continue;
    ++part.pieces;
    const std::vector<std::uint32_t> through = check::links_through(plant, asset, index);
    use.links.insert(through.begin(), through.end());
    const std::uint32_t length = plant.connectors[plant.asset_first[asset]].length_mm;
    if (!part.length_m || length <= *part.length_m * 1000 * kRounding) continue;
    use.too_short.insert(through.begin(), through.end());
    use.longest_mm = std::max(use.longest_mm, length);
  }
}

// Adapter panels are no assets: their holes are asked one by one.
void add_panels(const plant::Plant& plant, const check::BundleIndex& index, OfferedPart& part, Use& use) {
  for (const plant::Run& run : plant.runs) {
    if (run.first_panel_port == plant::kNone || plant.types[run.type].name != part.offer.part) continue;
    part.pieces += run.names.count;
    for (std::uint32_t port = 0; port < run.names.count * run.ports_each; ++port) {
      const std::vector<std::uint32_t> through =
          check::links_through(plant, plant.panel_ports[run.first_panel_port + port], index);
      use.links.insert(through.begin(), through.end());
    }
  }
}

diag::Finding too_short(const OfferedPart& part, const Use& use) {
  diag::Finding finding;
  finding.code = "S801";
  finding.name = "offer-too-short";
  finding.message = fmt::format("the offer is {} m long, and the plant has pieces of {} of up to {} m", *part.length_m,
                                part.offer.part, use.longest_mm / 1000.0);
  finding.subject_kind = "link";
  finding.subject_count = use.too_short.size();
  return finding;
}

// Findings that were not there without the offers, or for fewer, each once.
std::vector<diag::Finding> brought(const CheckReport& before, const CheckReport& after) {
  std::map<std::string, std::uint64_t> known;
  for (const diag::Finding& finding : before.findings.all())
    known[finding.code + finding.message] += std::max<std::uint64_t>(finding.all_subjects(), 1);
  std::vector<diag::Finding> out;
  std::map<std::string, std::uint64_t> seen;
  for (const diag::Finding& finding : after.findings.all()) {
    if (finding.severity == diag::Severity::kNote) continue;
    const std::string key = finding.code + finding.message;
    std::uint64_t& count = seen[key];
    const bool said = count > known[key];
    count += std::max<std::uint64_t>(finding.all_subjects(), 1);
    if (!said && count > known[key]) out.push_back(finding);
  }
  return out;
}

// What the lines say, and what they leave open. The words of lines are not loaded for parts of the project.
void read_offers(const std::string& data, const Loaded& offered, std::vector<OfferedPart>& parts) {
  std::unique_ptr<Language> language;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    OfferedPart& part = parts[i];
    part.of_project = offered.offers[i].of_project;
    part.described = part.offer.line;
    if (part.of_project) continue;
    if (language == nullptr) language = load_language(data);
    spec::LineReader reader(*language->lexicon);
    spec::Specification line;
    reader.read(part.offer.line, line);
    part.described = spec::canonical(line);
    part.length_m = line.number(spec::Field::kLength);
    for (const spec::Need* need : language->needs.open(line))
      if (need->need_class == spec::NeedClass::kSafety && need->fields.front() != spec::Field::kLength)
        part.ask.push_back(need->question);
  }
}

// A line that gives no part leaves cables and links out: the numbers of the two plants agree only as long as the names do.
class Numbers {
 public:
  explicit Numbers(const plant::Plant& after) : after_(after) {}
  std::uint32_t of(std::uint32_t link, std::string_view name) {
    if (link < after_.link_count() && after_.link_name(link) == name) return link;
    if (by_name_.empty())
      for (std::uint32_t other = 0; other < after_.link_count(); ++other)
        by_name_.emplace(std::string(after_.link_name(other)), other);
    const auto found = by_name_.find(std::string(name));
    return found == by_name_.end() ? plant::kNone : found->second;
  }

 private:
  const plant::Plant& after_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
};

void compare_links(const Use& use, OfferedPlant& out) {
  const plant::Plant& plant = out.before.loaded->plant;
  Numbers numbers(out.after.loaded->plant);
  for (std::uint32_t link = 0; link < out.before.verdicts.size(); ++link) {
    LinkOutcome outcome;
    outcome.link = link;
    outcome.link_after = numbers.of(link, plant.link_name(link));
    outcome.before = out.before.verdicts[link];
    if (outcome.link_after < out.after.verdicts.size()) outcome.after = out.after.verdicts[outcome.link_after];
    if (use.too_short.contains(link)) outcome.after = Verdict::kFaulty;
    if (use.links.contains(link) || outcome.before != outcome.after) out.links.push_back(outcome);
  }
}

OfferedPlant refuse(OfferedPlant out, std::string why, std::string help, Exit exit) {
  out.why_not = std::move(why);
  out.help = std::move(help);
  out.exit = exit;
  return out;
}

std::string nearest_part(const plant::Plant& plant, std::string_view name) {
  std::vector<std::string> names;
  for (const plant::PartType& type : plant.types) names.push_back(type.name);
  const std::optional<std::string> near = nearest(name, names);
  return near ? fmt::format("did you mean {}?", *near) : "parts go by their names under parts:";
}

}  // namespace

OfferedPlant with_offers(const LoadRequest& project, std::span<const PartOffer> offers, const std::string& today) {
  OfferedPlant out;
  for (const PartOffer& offer : offers) out.parts.emplace_back().offer = offer;
  const CheckOptions options{.repairs = false, .today = today};
  const auto designed = designed_files(project);
  out.before = check(designed ? load_texts(*designed, project.data) : load_plant(project), options);
  if (out.before.exit == Exit::kUnreadable)
    return refuse(std::move(out), "the project cannot be read: run ferrule check on it", {}, Exit::kUnreadable);
  std::unique_ptr<Loaded> offered = designed ? load_texts(*designed, project.data, offers) : load(project, offers);
  const plant::Plant& plant = out.before.loaded->plant;
  for (std::size_t i = 0; i < offers.size(); ++i)
    if (!offered->offers.at(i).taken)
      return refuse(std::move(out), fmt::format("the project has no part '{}'", shortened(offers[i].part, 200)),
                    nearest_part(plant, offers[i].part), Exit::kUsage);
  read_offers(project.data, *offered, out.parts);
  out.after = check(std::move(offered), options);
  const check::BundleIndex index(plant);
  Use all;
  std::vector<diag::Finding> short_ones;
  for (OfferedPart& part : out.parts) {
    Use use;
    add_assets(plant, index, part, use);
    add_panels(plant, index, part, use);
    if (!use.too_short.empty()) short_ones.push_back(too_short(part, use));
    all.links.merge(use.links);
    all.too_short.merge(use.too_short);
  }
  compare_links(all, out);
  out.findings = brought(out.before, out.after);
  out.findings.insert(out.findings.end(), short_ones.begin(), short_ones.end());
  return out;
}

}  // namespace ferrule::api
