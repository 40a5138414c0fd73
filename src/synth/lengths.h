// How long a cable has to be, and in which length it is ordered.
//
// Units:  the way between its plugs and the project's slack, rounded up to a tenth of a metre: a drawing of a hall is not true to the millimetre.
// Errors: F813 when trays do not connect, F822 when no stock length holds the longest; each once, by say_what_was_not_found.
#pragma once

#include <optional>
#include <string>

#include "diag/finding.h"
#include "synth/cabling.h"

namespace ferrule::synth {

// A cable's length as it is counted: whole tenths of a metre.
Length rounded_up(Length needed);

// The length of the shortest trunk between two racks; nothing: it is not known, or not sold.
std::optional<Length> order_between(Hall& hall, std::uint32_t rack_a, std::uint32_t rack_b, Length slack,
                                    const OrderLengthOf& order, Side side = Side::kAny);

// A way between its plugs makes it so long. False: none is sold that long, and the cable has no order length.
bool give_length(PlanCable& cable, Length way, Length slack, const OrderLengthOf& order);

class Lengths {
 public:
  explicit Lengths(const CablingRequest& request) : request_(request) {}

  // `least`: of a cable that is a whole channel, what its optics ask.
  void measure(PlanCable& cable, const std::optional<Stand>& a, const std::optional<Stand>& b, Length least = {});
  void say_what_was_not_found(diag::Findings& findings) const;

 private:
  const CablingRequest& request_;
  struct Unconnected {  // racks
    std::uint32_t a = 0, b = 0;
    Side side = Side::kAny;
  };
  void say_unconnected(const Unconnected& racks, diag::Findings& findings) const;

  std::optional<Unconnected> unconnected_;  // the first
  std::optional<PlanCable> longest_;
  int too_long_ = 0;
};

}  // namespace ferrule::synth
