// The window of the glass that a wavelength lies in, by the column of data/fibres.csv that bounds it: glass loses less at longer
// wavelengths within a window, so the cabled figure of its short end is never too small.
#pragma once

#include <optional>
#include <string_view>

namespace ferrule::loss {

// 850, 1310, 1383 or 1550; nothing for what is no wavelength, or in no window. Multimode glass states 1310 as 1300.
std::optional<int> window_of(std::string_view wavelength_nm);

}  // namespace ferrule::loss
