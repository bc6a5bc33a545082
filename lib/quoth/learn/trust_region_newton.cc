#include "quoth/learn/trust_region_newton.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>

namespace quoth {
namespace {

using Vector = Eigen::VectorXd;

std::span<double> span_of(Vector& vector) {
  return {vector.data(), static_cast<std::size_t>(vector.size())};
}

std::span<const double> view_of(const Vector& vector) {
  return {vector.data(), static_cast<std::size_t>(vector.size())};
}

struct Workspace {
  explicit Workspace(Eigen::Index size) : gradient(size), step(size), residual(size), direction(size), product(size) {}
  Vector gradient, step, residual, direction, product;
};

// How far one can go from `step` along `direction` until the length of both together is `radius`.
double distance_to_boundary(const Vector& step, const Vector& direction, double radius) {
  const double step_direction = step.dot(direction);
  const double step_step = step.squaredNorm();
  const double direction_direction = direction.squaredNorm();
  const double room = radius * radius - step_step;
  const double root = std::sqrt(step_direction * step_direction + direction_direction * room);
  // Two forms of one root, each used where it does not cancel.
  return step_direction >= 0 ? room / (step_direction + root) : (root - step_direction) / direction_direction;
}

// Fills work.step with an approximate minimum of the quadratic model within `radius`; work.residual is what is left of
// the Newton equations. Returns the number of Hessian products.
int solve_within(SmoothFunction& function, double radius, Workspace& work) {
  constexpr double kResidualShare = 0.1;
  work.step.setZero();
  work.residual = -work.gradient;
  work.direction = work.residual;
  double residual_square = work.residual.squaredNorm();
  const double enough = kResidualShare * work.gradient.norm();
  int products = 0;
  while (std::sqrt(residual_square) > enough) {
    function.hessian_times(view_of(work.direction), span_of(work.product));
    ++products;
    double along = residual_square / work.direction.dot(work.product);
    work.step += along * work.direction;
    if (work.step.norm() > radius) {
      work.step -= along * work.direction;
      along = distance_to_boundary(work.step, work.direction, radius);
      work.step += along * work.direction;
      work.residual -= along * work.product;
      break;
    }
    work.residual -= along * work.product;
    const double next_square = work.residual.squaredNorm();
    work.direction = work.residual + (next_square / residual_square) * work.direction;
    residual_square = next_square;
  }
  return products;
}

// The next radius, by how well the model foretold the fall of the value; constants of Lin and Moré (1999).
double next_radius(double radius, double step_length, double actual, double foretold, double slope) {
  const double fall = -actual;  // of the value; negative where it fell
  const double scale = fall - slope <= 0 ? 4.0 : std::max(0.25, -0.5 * (slope / (fall - slope)));
  if (actual < 1e-4 * foretold) return std::min(std::max(scale, 0.25) * step_length, 0.5 * radius);
  if (actual < 0.25 * foretold) return std::max(0.25 * radius, std::min(scale * step_length, 0.5 * radius));
  if (actual < 0.75 * foretold) return std::max(0.25 * radius, std::min(scale * step_length, 4.0 * radius));
  return std::max(radius, std::min(scale * step_length, 4.0 * radius));
}

}  // namespace

NewtonResult minimise(SmoothFunction& function, std::span<double> point, const NewtonOptions& options) {
  Eigen::Map<Vector> at(point.data(), static_cast<Eigen::Index>(point.size()));
  Workspace work(at.size());
  Vector candidate(at.size());
  NewtonResult result;
  result.value = function.value(point);
  function.gradient(span_of(work.gradient));
  result.gradient_length = work.gradient.norm();
  double radius = result.gradient_length;
  while (result.steps < options.most_steps) {
    if (result.gradient_length <= options.gradient_length) break;
    ++result.steps;
    result.hessian_products += solve_within(function, radius, work);
    candidate = at + work.step;
    const double slope = work.gradient.dot(work.step);
    const double foretold = -0.5 * (slope - work.step.dot(work.residual));
    const double value = function.value(view_of(candidate));
    const double actual = result.value - value;
    const double step_length = work.step.norm();
    if (result.steps == 1) radius = std::min(radius, step_length);
    radius = next_radius(radius, step_length, actual, foretold, slope);
    if (actual > 1e-4 * foretold) {
      at = candidate;
      result.value = value;
      function.gradient(span_of(work.gradient));
      result.gradient_length = work.gradient.norm();
    }
    // Below this the sums of the value no longer tell two points apart.
    if (std::abs(actual) <= 1e-14 * std::abs(result.value) && std::abs(foretold) <= 1e-14 * std::abs(result.value)) {
      result.converged = true;
      return result;
    }
    if (foretold <= 0) break;
  }
  result.converged = result.gradient_length <= options.gradient_length;
  return result;
}

}  // namespace quoth
