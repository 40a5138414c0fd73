#include "place/spectrum.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "place/random.h"

namespace ferrule::place {
namespace {

using Vector = std::vector<double>;

// (A - c J + shift I) x
Vector times(const WeightedGraph& graph, double constant, double shift, const Vector& x) {
  double sum = 0;
  for (const double value : x) sum += value;
  Vector y(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) y[i] = shift * x[i] - constant * sum;
  for (const WeightedGraph::Edge& edge : graph.edges) {
    y[edge.a] += edge.weight * x[edge.b];
    y[edge.b] += edge.weight * x[edge.a];
  }
  return y;
}

double most_degree(const WeightedGraph& graph) {
  std::vector<double> degree(graph.nodes, 0);
  for (const WeightedGraph::Edge& edge : graph.edges) {
    degree[edge.a] += edge.weight;
    degree[edge.b] += edge.weight;
  }
  return degree.empty() ? 0 : *std::max_element(degree.begin(), degree.end());
}

double length_of(const Vector& x) {
  double sum = 0;
  for (const double value : x) sum += value * value;
  return std::sqrt(sum);
}

// By powers: near the largest eigenvalue, never above it. Shifted by `far`, so that the largest is also the largest in magnitude.
double estimate(const WeightedGraph& graph, double constant, double far) {
  constexpr int kPowers = 200;
  Splitmix random(1);
  Vector x(graph.nodes);
  for (double& value : x) value = static_cast<double>(random.below(2001)) - 1000;
  double found = 0;
  for (int power = 0; power < kPowers; ++power) {
    const double length = length_of(x);
    if (length == 0) return 0;
    for (double& value : x) value /= length;
    x = times(graph, constant, far, x);
    found = length_of(x);
  }
  return found - far;
}

// Is  value I - A + c J  positive definite? Row by row, in the lower triangle.
bool exceeds(const WeightedGraph& graph, double constant, double value) {
  constexpr double kLeastPivot = 1e-6;
  const std::size_t n = graph.nodes;
  Vector m(n * n, constant);
  for (std::size_t i = 0; i < n; ++i) m[i * n + i] += value;
  for (const WeightedGraph::Edge& edge : graph.edges) {
    m[edge.a * n + edge.b] -= edge.weight;
    m[edge.b * n + edge.a] -= edge.weight;
  }
  // Right-looking, on the upper triangle: the inner loop runs along a row.
  for (std::size_t k = 0; k < n; ++k) {
    const double* const pivot_row = m.data() + k * n;
    if (pivot_row[k] < kLeastPivot) return false;
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = pivot_row[i] / pivot_row[k];
      if (factor == 0) continue;
      double* const row = m.data() + i * n;
      for (std::size_t j = i; j < n; ++j) row[j] -= factor * pivot_row[j];
    }
  }
  return true;
}

}  // namespace

std::optional<double> largest_eigenvalue_bound(const WeightedGraph& graph, double constant) {
  constexpr int kTries = 3;
  if (graph.nodes == 0) return std::nullopt;
  const double far = most_degree(graph) + constant * graph.nodes;
  double step = 0.002 + 1e-6 * far, at = estimate(graph, constant, far);
  for (int tried = 0; tried < kTries; ++tried, step *= 16) {
    const double value = std::ceil((at + step) * 1000) / 1000;
    if (exceeds(graph, constant, value)) return value + 1e-9 * far;  // far more than rounding can have hidden
  }
  return std::nullopt;
}

}  // namespace ferrule::place
