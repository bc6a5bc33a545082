// Minimises a smooth convex function of many variables by Newton steps kept within a region where they can be trusted.
//
// Each step solves the Newton equations by conjugate gradients, so that only products with the Hessian are needed (Lin,
// Weng, Keerthi: Trust region Newton method for logistic regression, JMLR 2008). One thread; the same input gives the
// same bits.
#pragma once

#include <cstddef>
#include <span>

namespace quoth {

// The function to be minimised.
class SmoothFunction {
 public:
  virtual ~SmoothFunction() = default;

  // The value at `point`.
  virtual double value(std::span<const double> point) = 0;

  // The gradient at the point that value() last saw, into `gradient`.
  virtual void gradient(std::span<double> gradient) = 0;

  // The Hessian, at the point that gradient() last saw, times `direction`, into `product`.
  virtual void hessian_times(std::span<const double> direction, std::span<double> product) = 0;
};

struct NewtonOptions {
  double gradient_length = 0;  // converged when the gradient is this long or shorter
  int most_steps = 200;
};

struct NewtonResult {
  double value = 0;
  double gradient_length = 0;
  int steps = 0;             // Newton steps tried
  int hessian_products = 0;  // the measure of cost
  bool converged = false;    // the gradient is short enough, or no step lowers the value any more
};

// Moves `point` to the minimum. Takes memory for six vectors of its size.
NewtonResult minimise(SmoothFunction& function, std::span<double> point, const NewtonOptions& options);

}  // namespace quoth
