// Worst-case insertion loss of one way through a plant: every joint and splice between the two transceivers, and the glass.
//
//     MDI - [joint] - cable - [joint] - cable - ... - MDI         joints at the transceivers themselves do not count: channel
//                                                                 limits are stated plug to plug
// Units:  Loss in microdecibel; the glass is an attenuation, since ways are shared by links of different length.
// Shape:  two sums are kept. `stated` trusts every figure; `safe` uses the cabling standard's limit wherever a figure has low
//         confidence. A link that passes only by `stated` is unproven.
// Errors: none; what is not known is listed in `unknown` and the way's loss is then not known.
// Source: data/connector_grades.csv, data/fibres.csv, data/splices.csv
#pragma once

#include <string>
#include <vector>

#include "facts/facts.h"
#include "loss/allowance.h"
#include "loss/scatter.h"
#include "plant/light.h"

namespace ferrule::loss {

enum class ItemKind : std::uint8_t { kJoint, kSplice, kTap, kAllowance };

struct Item {
  std::string what;  // "T1/a in A01-P1/1/rear (MPO-12, low-loss)" in terms of part types
  Loss stated, safe;
  bool assumed = false;  // grade not stated: the policy's grade was taken
  ItemKind kind = ItemKind::kJoint;
  std::uint32_t hop = 0;                      // of Light::way_to: the step at which it is met; kNone for allowances
  std::string why;                            // "MPO-12, low-loss": what the figure is the figure of
  std::string from, source;                   // the row of facts, or "stated in the plant"
  Confidence confidence = Confidence::kHigh;  // of `stated`
  bool many_fibres = false;                   // of a joint: its ferrule holds more than two
  Scatter scatter;
};

struct WayLoss {
  std::vector<Item> items;           // in light order
  std::uint32_t end = plant::kNone;  // the step at which the way of the items ends
  Loss stated, safe;
  Attenuation glass;      // the worst over the wavelengths and the fibre classes passed
  std::string glass_why;  // "3.0 dB/km at 850 nm (OM4, TIA)"
  int connections = 0;    // joints that count, splices not
  bool assumed = false;
  std::vector<std::string> unknown;
};

struct Assumptions {
  bool iso_attenuation = false;
  std::string grade = "standard";
  std::vector<Allowance> allowances;
};

// Loss of the way that ends at `step`, for light of an optic with these wavelengths (nm as written in data/optics.csv).
WayLoss way_loss(const plant::Plant& plant, const plant::Light& light, std::uint32_t step, const facts::Facts& facts,
                 const std::vector<std::string>& wavelengths_nm, const Assumptions& assumptions);

Loss allowance_of(const WayLoss& way);  // all of its allowances together

// What is stated as the most that a joint with this face loses: by the part itself, or by its own grade. Nothing when neither does.
std::optional<Loss> stated_most(const plant::PartType& type, const plant::TypeFace& face, const facts::Facts& facts);

// Cabled attenuation of a fibre class at a wavelength; nothing when the tables have no figure.
std::optional<Attenuation> attenuation(const facts::Fibre& fibre, std::string_view wavelength_nm, bool iso);

}  // namespace ferrule::loss
