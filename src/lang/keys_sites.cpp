// Where things stand and lie: racks, halls, trays, equipment and panels.
#include "lang/keys.h"
#include "lang/keys_shapes.h"

namespace ferrule::lang::keys {

namespace {
// Of whatever cables lie in.
constexpr Key kSectionKeys[] = {
    {"width", &kLength, false, "inside, across the cables"},
    {"depth", &kLength, false, "inside: how high cables may lie"},
    {"fill", &kShare, false, "what cables may take of its section: 40 %"},
};
}  // namespace
constinit const Mapping kDrop{"drop", kSectionKeys};
namespace {
constexpr Shape kDropShape{.takes = Takes::kMapping, .mapping = &kDrop};
constexpr Key kRackKeys[] = {
    {"type", &kName, false, "one of `rack_types`, which says what is not said here"},
    {"at", &kPoint, false, "where it stands in the hall: [x, y]"},
    {"step", &kPoint, false, "from each rack of the range to the next: [x, y]"},
};
// Of a rack, or of all of its type.
constexpr Key kRackCommon[] = {
    {"units", &kUnits, false, "height in rack units"},
    {"space", &kText, false, "plenum, riser, general, or a CPR class"},
    {"hall", &kName, false, "the hall it stands in, for the bill of materials"},
    {"row", &kName, false, "its row of racks"},
    {"phase", &kName, false, "one of `phases`: when it and what stands in it are built"},
    {"drop", &kDropShape, false, "how its cables come down from a tray, from each that they lie in"},
};
constexpr Key kHallKeys[] = {
    {"from", &kPoint, true, "one corner: [x, y]"},
    {"to", &kPoint, true, "the corner that faces it"},
};
constexpr Key kTrayKeys[] = {
    {"space", &kText, false, "plenum, riser, general, or a CPR class"},
    {"length", &kLength, false, "length of the tray, where a cable that lies in it lies in all of it"},
    {"from", &kPoint, false, "where it begins in the hall: [x, y]"},
    {"to", &kPoint, false, "where it ends; along x or along y"},
    {"height", &kLength, false, "above the floor"},
    {"side", &kSide, false, "route A or B that it belongs to; both when absent"},
    {"hall", &kName, false, "racks of other halls do not reach it; all do when absent"},
    {"step", &kPoint, false, "from each tray of the range to the next: [x, y]"},
};
}  // namespace
constinit const Mapping kRack{"rack", kRackKeys, kRackCommon};
constinit const Mapping kRackType{"rack-type", kRackCommon};
constinit const Mapping kHall{"hall", kHallKeys};
constinit const Mapping kTray{"tray", kTrayKeys, kSectionKeys};
constinit const Shape kRackEntry{.takes = Takes::kMapping, .mapping = &kRack, .may_be_empty = true};
constinit const Shape kRackTypeEntry{.takes = Takes::kMapping, .mapping = &kRackType};
constinit const Shape kHallEntry{.takes = Takes::kMapping, .mapping = &kHall};
constinit const Shape kTrayEntry{.takes = Takes::kMapping, .mapping = &kTray, .may_be_empty = true};

// Equipment and panels.
constinit const Shape kNodePorts{.takes = Takes::kNamed, .item = &kText, .may_be_empty = true};
namespace {
constexpr Shape kSlotMapping{.takes = Takes::kNamed, .item = &kText};
constexpr const Shape* kSlotsOf[] = {&kText, &kSlotMapping};
}  // namespace
constinit const Shape kPanelSlots{.takes = Takes::kEither, .either = kSlotsOf};
namespace {
constexpr Key kEquipmentKeys[] = {
    {"rack", &kNames, false, "the rack it stands in; a range runs in step with its names"},
    {"u", &kUnit, false, "rack unit of its lowest edge"},
    {"height", &kUnit, false, "in rack units; 1 when absent"},
    {"ports", &kNodePorts, false, "ports by name: an optic, or a part of kind transceiver"},
    {"phase", &kName, false, "one of `phases`; that of its rack when absent"},
};
constexpr Key kPanelKeys[] = {
    {"rack", &kNames, false, "the rack it stands in; a range runs in step with its names"},
    {"u", &kUnit, false, "rack unit of its lowest edge"},
    {"height", &kUnit, false, "in rack units; 1 when absent"},
    {"slots", &kPanelSlots, false, "parts by slot, or the one part of a panel without slots"},
    {"part", &kText, false, "the one part of a panel without slots"},
    {"phase", &kName, false, "one of `phases`; that of its rack when absent"},
};
}  // namespace
constinit const Mapping kEquipment{"equipment", kEquipmentKeys};
constinit const Mapping kPanel{"panel", kPanelKeys};
constinit const Shape kEquipmentEntry{.takes = Takes::kMapping, .mapping = &kEquipment};
constinit const Shape kPanelEntry{.takes = Takes::kMapping, .mapping = &kPanel};

}  // namespace ferrule::lang::keys
