#include "api/load_plant.h"

#include "api/design.h"

namespace ferrule::api {

std::unique_ptr<Loaded> load_plant(const LoadRequest& request) {
  std::unique_ptr<Loaded> loaded = load(request);
  if (loaded->design == nullptr || !loaded->readable) return loaded;
  DesignReport report = design(std::move(loaded), request.data);
  if (report.exit == Exit::kClean) {
    report.check.loaded->designed = true;
    return std::move(report.check.loaded);
  }
  if (report.check.loaded != nullptr && report.check.exit != Exit::kClean) {
    std::unique_ptr<Loaded> plant = std::move(report.check.loaded);
    plant->designed = true;  // the plant that was not written, with what is wrong with it
    return plant;
  }
  report.loaded->findings = std::move(report.findings);
  report.loaded->readable = false;
  return std::move(report.loaded);
}

}  // namespace ferrule::api
