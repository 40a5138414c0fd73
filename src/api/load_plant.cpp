#include "api/load_plant.h"

#include "api/design.h"

namespace ferrule::api {

namespace {

// What the design warned of, without its place: that is in files of the fabric, which the plant does not know.
void pass_on(const diag::Findings& said, diag::Findings& findings) {
  for (const diag::Finding& finding : said.all())
    if (finding.severity == diag::Severity::kWarning)
      findings.add(finding.code, finding.name, finding.severity, {}, finding.message).help("`ferrule design` says where");
}

}  // namespace

std::unique_ptr<Loaded> load_plant(const LoadRequest& request, const std::vector<std::string>& prices) {
  std::unique_ptr<Loaded> loaded = load(request);
  if (loaded->design == nullptr || !loaded->readable) return loaded;
  DesignReport report = design(std::move(loaded), request.data, {.prices = prices});
  if (report.exit == Exit::kClean) {
    report.check.loaded->designed = true;
    pass_on(report.findings, report.check.loaded->findings);
    return std::move(report.check.loaded);
  }
  if (report.check.loaded != nullptr && report.check.exit != Exit::kClean) {
    std::unique_ptr<Loaded> plant = std::move(report.check.loaded);
    pass_on(report.findings, plant->findings);
    plant->designed = true;  // the plant that was not written, with what is wrong with it
    return plant;
  }
  report.loaded->findings = std::move(report.findings);
  report.loaded->readable = false;
  return std::move(report.loaded);
}

std::optional<std::map<std::string, std::string, std::less<>>> designed_files(const LoadRequest& request) {
  std::unique_ptr<Loaded> loaded = load(request);
  if (loaded->design == nullptr || !loaded->readable) return std::nullopt;
  DesignReport report = design(std::move(loaded), request.data);
  return report.exit == Exit::kClean ? std::optional(std::move(report.files)) : std::nullopt;
}

}  // namespace ferrule::api
