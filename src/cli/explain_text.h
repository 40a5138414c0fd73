// An answer of `explain` for people: wrapped at 100 columns, names and confidences aligned, each
// source once and referred to by number.
//
//     400GBASE-DR4 (optic)
//
//       standard   IEEE 802.3bs cl.124        high (1)
//
//       (1) what the row says of its source
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "api/explain.h"

namespace ferrule::cli {

struct ExplainTextOptions {
  std::size_t width = 100;
  bool colour = false;
};

std::string explain_text(std::span<const api::Explanation> explanations, const ExplainTextOptions& options = {});

// "nothing known by that name", and what it may have been.
std::string nothing_known_text(std::string_view query, std::span<const std::string> nearest);

}  // namespace ferrule::cli
