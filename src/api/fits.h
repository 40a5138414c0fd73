// The verb fits: whether one line may stand in for another.
#pragma once

#include <optional>
#include <string>

#include "api/language.h"
#include "spec/fits.h"

namespace ferrule::api {

struct FitRequest {
  std::string required, offered;
  std::optional<spec::BrandPolicy> brand;
};
struct FitReport {
  std::string required, offered;  // as canonical lines
  spec::Fitting fitting;
};
FitReport fits(const FitRequest& request, const Language& language);

}  // namespace ferrule::api
