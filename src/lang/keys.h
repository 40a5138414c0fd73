// The declaration of every mapping of the plant language (see shape.h).
#pragma once

#include "lang/shape.h"

namespace ferrule::lang::keys {

extern const Mapping kProject;   // the top of plant.yaml
extern const Mapping kIncluded;  // the top of an included file
extern const Mapping kPolicy, kAllowances, kSpares, kStockStep, kStockLengths, kRack, kRackType, kDrop, kHall, kTray, kEquipment,
    kPanel, kCable, kSplice, kCoupler, kLink, kWaiver, kBlock;
extern const Shape kPart;  // a value under parts:
extern const Shape kCableEntry, kSpliceEntry, kCouplerEntry, kLinkEntry, kNodePorts, kPanelSlots, kRackEntry, kRackTypeEntry,
    kHallEntry, kTrayEntry, kEquipmentEntry, kPanelEntry, kWaiverEntry, kPolicyEntry, kLevelEntry;

// CSV tables: the columns each may have.
extern const Mapping kCableTable, kLinkTable, kEquipmentTable, kPanelTable, kLotTable, kMapTable;

// Every mapping, for the schema's definitions.
std::span<const Mapping* const> all();

}  // namespace ferrule::lang::keys
