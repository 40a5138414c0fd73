#include "api/polarity_methods.h"

#include <algorithm>
#include <tuple>
#include <fmt/format.h>

namespace ferrule::api {
namespace {

bool cords_differ(const facts::Method& method) { return method.near_cord != method.far_cord; }
bool cassettes_differ(const facts::Method& method) { return method.near_transition != method.far_transition; }

// Pairs are crossed: lanes of parallel optics would be permuted.
bool is_for_duplex_alone(const facts::Method& method) { return method.trunk == "C"; }

std::string both_ends(const std::string& near, const std::string& far, std::string_view noun) {
  return near == far ? fmt::format("{} {} at both ends", near, noun)
                     : fmt::format("{} {} at one end, {} at the other", near, noun, far);
}

}  // namespace

std::vector<const facts::Method*> methods_by_preference(const facts::Facts& facts) {
  std::vector<const facts::Method*> all;
  for (const facts::Method& method : facts.methods()) all.push_back(&method);
  const auto rank = [](const facts::Method* method) {
    return std::tuple(cords_differ(*method), is_for_duplex_alone(*method), cassettes_differ(*method));
  };
  std::stable_sort(all.begin(), all.end(), [&](const auto* x, const auto* y) { return rank(x) < rank(y); });
  return all;
}

std::string parts_of_method(const facts::Method& method) {
  return fmt::format("Type {} trunk, Type {} adapters, {}, {}", method.trunk, method.adapter,
                     both_ends(method.near_transition, method.far_transition, "cassettes"),
                     both_ends(method.near_cord, method.far_cord, "cords"));
}

std::string merits_of_method(const facts::Method& method) {
  std::string out;
  if (!cords_differ(method)) out = "one kind of cord at both ends";
  if (!cassettes_differ(method)) out += out.empty() ? "one kind of cassette" : ", one kind of cassette";
  return out;
}

}  // namespace ferrule::api
