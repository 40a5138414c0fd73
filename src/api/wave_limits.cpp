#include "api/wave_limits.h"

#include <algorithm>
#include <fmt/format.h>

#include "loss/window.h"

namespace ferrule::api {
namespace {

Loss operator-(Loss a, Loss b) { return {a.microdecibel - b.microdecibel}; }

// Light of both wavelengths is allowed the same loss by the same figures: one measurement stands for both.
bool same_window(const std::string& a, const std::string& b) {
  return a == b || (loss::window_of(a) && loss::window_of(a) == loss::window_of(b));
}

std::vector<WaveLimits> waves_of(const std::vector<facts::TestLimit>& editions, const std::vector<std::string>& application_nm) {
  std::vector<WaveLimits> waves;
  for (const facts::TestLimit& edition : editions)
    for (const std::string& nm : edition.wavelengths_nm)
      if (std::none_of(waves.begin(), waves.end(), [&](const WaveLimits& wave) { return wave.nm == nm; }))
        waves.emplace_back().nm = nm;
  for (const std::string& nm : application_nm) {
    auto wave = std::find_if(waves.begin(), waves.end(), [&](const WaveLimits& one) { return same_window(one.nm, nm); });
    if (wave == waves.end()) {
      wave = waves.emplace(waves.end());
      wave->nm = nm;
      wave->tester = false;
    }
    wave->application_nm.push_back(nm);
  }
  return waves;
}

TestFigure figure_of_sum(std::string id, std::string name, loss::TestSum sum) {
  TestFigure figure{std::move(id), std::move(name), sum.limit(), sum.missing, {}, {}, {}};
  figure.sum = std::move(sum);
  return figure;
}

TestFigure application_figure(const ApplicationNeed& need, const WaveLimits& wave) {
  TestFigure figure;
  figure.id = "application";
  figure.name = need.name.empty() ? "application" : need.name;
  if (wave.application_nm.empty()) {
    figure.missing.push_back(fmt::format("the application has no light near {} nm", wave.nm));
    return figure;
  }
  figure.channel = need.channel;
  figure.rest = need.rest;
  figure.missing = need.missing;
  if (!need.missing.empty() || !need.channel || !need.rest) return figure;
  if (*need.rest < *need.channel)
    figure.limit = *need.channel - *need.rest;
  else
    figure.missing.push_back(
        fmt::format("the rest of the channel may lose {}, and nothing of {} is left", spell(*need.rest), spell(*need.channel)));
  return figure;
}

std::optional<std::size_t> strictest(const std::vector<TestFigure>& figures) {
  std::optional<std::size_t> least;
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (figures[i].limit && (!least || *figures[i].limit < *figures[*least].limit)) least = i;
  return least;
}

// What a technician must not read into a pass.
void add_remarks(WaveLimits& wave) {
  const TestFigure& application = wave.figures.back();
  const TestFigure& vendor = wave.figures[wave.figures.size() - 2];
  if (application.limit) {
    std::vector<std::string> wider;
    for (const TestFigure& figure : wave.figures)
      if (figure.limit && &figure != &application && *figure.limit > *application.limit) wider.push_back(figure.name);
    if (!wider.empty())
      wave.remarks.push_back(fmt::format("passing by {} does not prove {}, which needs {} or less here", fmt::join(wider, ", "),
                                         application.name, spell_limit(application)));
  } else if (!wave.application_nm.empty()) {
    wave.remarks.push_back(fmt::format("passing does not prove {}: its limit is not known here", application.name));
  }
  if (wave.governs && vendor.limit && *vendor.limit > *wave.figures[*wave.governs].limit)
    wave.remarks.push_back(fmt::format("parts may keep their own figures, {} together, and still fail", spell(*vendor.limit)));
}

}  // namespace

std::vector<WaveLimits> wave_limits(const loss::TestedPath& path, const std::vector<facts::TestLimit>& editions,
                                    const ApplicationNeed& need, bool iso_attenuation) {
  std::vector<facts::TestLimit> of_mode;
  std::copy_if(editions.begin(), editions.end(), std::back_inserter(of_mode),
               [&](const facts::TestLimit& edition) { return edition.mode == path.mode; });
  std::vector<WaveLimits> waves = waves_of(of_mode, need.wavelengths_nm);
  for (WaveLimits& wave : waves) {
    for (const facts::TestLimit& edition : of_mode)
      wave.figures.push_back(figure_of_sum(edition.edition, edition.name, loss::limit_by_edition(path, edition, wave.nm)));
    wave.figures.push_back(
        figure_of_sum("vendor", "the parts' own figures", loss::limit_by_own_figures(path, wave.nm, iso_attenuation)));
    wave.figures.push_back(application_figure(need, wave));
    wave.governs = strictest(wave.figures);
    add_remarks(wave);
  }
  return waves;
}

}  // namespace ferrule::api
