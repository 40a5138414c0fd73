// The declaration of parts: a mapping for each kind, and the connector blocks in them (see shape.h, keys.h).
#pragma once

#include "lang/shape.h"

namespace ferrule::lang::keys {

extern const Mapping kModuleBlock, kAnyLanes, kCordPart, kBreakoutPart, kConversionPart, kCassettePart, kAdapterPanelPart,
    kTransceiverPart, kModulePart, kTapPart, kLoopbackPart;

}  // namespace ferrule::lang::keys
