// What can be wrong with a fabric, a hall or a wish, each with its code for ever. Each has its page: docs/rules/<name>.md.
#pragma once

#include <string>
#include <string_view>

#include "diag/finding.h"

namespace ferrule::synth {

struct DesignCode {
  std::string_view code, name;
  diag::Severity severity = diag::Severity::kError;
};

inline constexpr DesignCode kPortsDoNotAddUp{"F801", "ports-do-not-add-up"};
inline constexpr DesignCode kUnevenSpread{"F802", "uneven-spread"};
inline constexpr DesignCode kNobodyToJoin{"F803", "nobody-to-join"};
inline constexpr DesignCode kPublishedDiffers{"F804", "published-differs", diag::Severity::kWarning};
inline constexpr DesignCode kFabricTooLarge{"F805", "fabric-too-large"};
inline constexpr DesignCode kDoesNotBreakOut{"F806", "does-not-break-out"};
inline constexpr DesignCode kDeviceNamedTwice{"F807", "device-named-twice"};
inline constexpr DesignCode kDoesNotFitRack{"F811", "does-not-fit-rack"};
inline constexpr DesignCode kRackUnknown{"F812", "rack-unknown"};
inline constexpr DesignCode kTraysDoNotConnect{"F813", "trays-do-not-connect"};
inline constexpr DesignCode kNoPartFits{"F821", "no-part-fits"};
inline constexpr DesignCode kLongerThanStock{"F822", "longer-than-stock"};
inline constexpr DesignCode kTrayTooFull{"F823", "tray-too-full", diag::Severity::kWarning};
inline constexpr DesignCode kNoJacketForAll{"F824", "no-jacket-for-all", diag::Severity::kWarning};
inline constexpr DesignCode kDropTooFull{"F825", "drop-too-full", diag::Severity::kWarning};

inline constexpr DesignCode kGrowthDoesNotFit{"F831", "growth-does-not-fit"};
inline constexpr DesignCode kRackComesLater{"F832", "rack-comes-later"};
inline constexpr DesignCode kStandingOccupies{"F833", "standing-occupies"};
inline constexpr DesignCode kStandingDiffers{"F834", "standing-differs"};
inline constexpr DesignCode kStandingNotUsed{"F835", "standing-not-used", diag::Severity::kWarning};

inline constexpr DesignCode kNoLinkHere{"F841", "no-link-here"};
inline constexpr DesignCode kLinkEndUnknown{"F842", "link-end-unknown"};
inline constexpr DesignCode kOpticNotStated{"F843", "optic-not-stated"};
inline constexpr DesignCode kPortLinkedTwice{"F844", "port-linked-twice"};
inline constexpr DesignCode kLinkToItself{"F845", "link-to-itself"};
inline constexpr DesignCode kSaidTwoWays{"F846", "said-two-ways"};
inline constexpr DesignCode kReceptacleUnclear{"F847", "receptacle-unclear"};

inline constexpr DesignCode kNoPlan{"F861", "no-plan"};

inline diag::Findings::Builder say(diag::Findings& findings, const DesignCode& code, diag::Place place, std::string message) {
  return findings.add(std::string(code.code), std::string(code.name), code.severity, place, std::move(message));
}

}  // namespace ferrule::synth
