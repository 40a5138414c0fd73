// The limits of one test at each wavelength: by edition, by the parts' own figures, by application; and which of them governs.
#pragma once

#include <string>
#include <vector>

#include "api/limits.h"

namespace ferrule::api {

// What an application needs of the fibre under test: its channel's limit less what the rest of the channel may take.
struct ApplicationNeed {
  std::string name;  // "10GBASE-SR over OM4"
  std::vector<std::string> wavelengths_nm;
  std::optional<Loss> channel, rest;
  std::vector<std::string> missing;  // why it is not known
};

std::vector<WaveLimits> wave_limits(const loss::TestedPath& path, const std::vector<facts::TestLimit>& editions,
                                    const ApplicationNeed& need, bool iso_attenuation);

}  // namespace ferrule::api
