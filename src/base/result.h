// A value, or why the world said no (file missing, disk full). The author's own mistakes are findings, not failures.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <tl/expected.hpp>

namespace ferrule {

struct Failure {
  std::string place;    // file or device it happened at; may be empty
  std::string message;  // lower case, no full stop
};

template <class T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> refusal(std::string_view place, std::string message) {
  return tl::unexpected(Failure{std::string(place), std::move(message)});
}

}  // namespace ferrule
