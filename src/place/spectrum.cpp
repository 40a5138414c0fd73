#include "place/spectrum.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "place/random.h"

namespace ferrule::place {
namespace {

using Vector = std::vector<double>;

double inner_product(const Vector& x, const Vector& y) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}

// (A - c J) x
Vector times(const WeightedGraph& graph, double constant, const Vector& x) {
  double sum = 0;
  for (const double value : x) sum += value;
  Vector y(x.size(), -constant * sum);
  for (const WeightedGraph::Edge& edge : graph.edges) {
    y[edge.a] += edge.weight * x[edge.b];
    y[edge.b] += edge.weight * x[edge.a];
  }
  return y;
}

double most_degree(const WeightedGraph& graph) {
  Vector degree(graph.nodes, 0);
  for (const WeightedGraph::Edge& edge : graph.edges) {
    degree[edge.a] += edge.weight;
    degree[edge.b] += edge.weight;
  }
  return *std::max_element(degree.begin(), degree.end());
}

struct Tridiagonal {
  Vector diagonal, beside;  // beside[i] joins i and i + 1
};

// Lanczos, without putting the vectors upright again: ghosts of eigenvalues do no harm, as only the largest is asked for.
Tridiagonal lanczos(const WeightedGraph& graph, double constant) {
  constexpr int kSteps = 150;
  constexpr double kNothingLeft = 1e-9;
  Splitmix random(1);
  Vector now(graph.nodes), before(graph.nodes, 0);
  for (double& value : now) value = static_cast<double>(random.below(2001)) - 1000;
  const double begin = std::sqrt(inner_product(now, now));
  if (begin == 0) return {{0}, {}};
  for (double& value : now) value /= begin;
  Tridiagonal made;
  for (int step = 0; step < kSteps; ++step) {
    Vector next = times(graph, constant, now);
    const double along = inner_product(next, now), back = made.beside.empty() ? 0 : made.beside.back();
    for (std::size_t i = 0; i < next.size(); ++i) next[i] -= along * now[i] + back * before[i];
    made.diagonal.push_back(along);
    const double left = std::sqrt(inner_product(next, next));
    if (left < kNothingLeft) break;
    made.beside.push_back(left);
    for (double& value : next) value /= left;
    before = std::move(now);
    now = std::move(next);
  }
  return made;
}

// Are all eigenvalues below `value`? By the signs of the leading minors (Sturm).
bool all_below(const Tridiagonal& matrix, double value) {
  double pivot = 1;
  for (std::size_t i = 0; i < matrix.diagonal.size(); ++i) {
    const double beside = i == 0 ? 0 : matrix.beside[i - 1];
    pivot = value - matrix.diagonal[i] - beside * beside / pivot;
    if (pivot <= 0) return false;
  }
  return true;
}

double estimate(const WeightedGraph& graph, double constant, double far) {
  const Tridiagonal matrix = lanczos(graph, constant);
  double low = -far, high = far;
  for (int halving = 0; halving < 60; ++halving) {
    const double middle = (low + high) / 2;
    (all_below(matrix, middle) ? high : low) = middle;
  }
  return high;
}

// A symmetric matrix of which the upper triangle is kept, row by row.
class Triangle {
 public:
  explicit Triangle(std::size_t size) : size_(size), cells_(size * size) {}
  double* row(std::size_t i) { return cells_.data() + i * size_; }

  // Eliminates row by row; false when a pivot is not clearly above nought. In blocks of rows, so that each row below is
  // fetched once per block.
  bool positive_definite(double least_pivot) {
    for (std::size_t begin = 0; begin < size_; begin += kBlock) {
      const std::size_t end = std::min(begin + kBlock, size_);
      for (std::size_t k = begin; k < end; ++k) {
        if (!(row(k)[k] >= least_pivot)) return false;
        for (std::size_t i = k + 1; i < end; ++i) eliminate(i, k);
      }
      for (std::size_t i = end; i < size_; ++i) eliminate_all(i, begin, end);
    }
    return true;
  }

 private:
  static constexpr std::size_t kBlock = 32, kAtOnce = 4;

  double factor(std::size_t i, std::size_t k) { return row(k)[i] / row(k)[k]; }

  void eliminate(std::size_t i, std::size_t k) {
    double* __restrict const below = row(i);
    const double* __restrict const pivot = row(k);
    const double part = factor(i, k);
    for (std::size_t j = i; j < size_; ++j) below[j] -= part * pivot[j];
  }

  void eliminate_all(std::size_t i, std::size_t begin, std::size_t end) {
    std::size_t k = begin;
    for (; k + kAtOnce <= end; k += kAtOnce) {
      double* __restrict const below = row(i);
      const double* __restrict const a = row(k), * __restrict const b = row(k + 1), * __restrict const c = row(k + 2), * __restrict const d = row(k + 3);
      const double of_a = factor(i, k), of_b = factor(i, k + 1), of_c = factor(i, k + 2), of_d = factor(i, k + 3);
      for (std::size_t j = i; j < size_; ++j) below[j] -= (of_a * a[j] + of_b * b[j]) + (of_c * c[j] + of_d * d[j]);
    }
    for (; k < end; ++k) eliminate(i, k);
  }

  std::size_t size_;
  std::vector<double> cells_;
};

// Is  value I - A + c J  positive definite?
bool exceeds(const WeightedGraph& graph, double constant, double value, double least_pivot) {
  Triangle matrix(graph.nodes);
  for (std::size_t i = 0; i < graph.nodes; ++i) {
    for (std::size_t j = i; j < graph.nodes; ++j) matrix.row(i)[j] = constant;
    matrix.row(i)[i] += value;
  }
  for (const WeightedGraph::Edge& edge : graph.edges)
    matrix.row(std::min(edge.a, edge.b))[std::max(edge.a, edge.b)] -= edge.weight;
  return matrix.positive_definite(least_pivot);
}

}  // namespace

std::optional<double> largest_eigenvalue_bound(const WeightedGraph& graph, double constant) {
  constexpr int kTries = 3;
  if (graph.nodes == 0) return std::nullopt;
  const double far = most_degree(graph) + constant * graph.nodes;  // no eigenvalue is further from nought
  const double guess = estimate(graph, constant, far), rounding = 1e-8 * far;
  double margin = 0.001 * far;
  for (int tried = 0; tried < kTries; ++tried, margin *= 5) {
    const double value = std::ceil((guess + margin) * 1000) / 1000;
    if (exceeds(graph, constant, value, rounding)) return value + rounding;
  }
  return std::nullopt;
}

}  // namespace ferrule::place
