#include "quoth/learn/trust_region_newton.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace quoth {
namespace {

// Sum of (x_i - i)^4 / 4 + (x_i - i)^2 / 2: its minimum is at x_i = i, and far from there a Newton step is no good
// guess.
class Quartic : public SmoothFunction {
 public:
  double value(std::span<const double> point) override {
    seen_.assign(point.begin(), point.end());
    double sum = 0;
    for (std::size_t i = 0; i < point.size(); ++i) {
      const double d = point[i] - static_cast<double>(i);
      sum += d * d * d * d / 4 + d * d / 2;
    }
    return sum;
  }
  void gradient(std::span<double> gradient) override {
    at_ = seen_;
    for (std::size_t i = 0; i < at_.size(); ++i) {
      const double d = at_[i] - static_cast<double>(i);
      gradient[i] = d * d * d + d;
    }
  }
  void hessian_times(std::span<const double> direction, std::span<double> product) override {
    for (std::size_t i = 0; i < at_.size(); ++i) {
      const double d = at_[i] - static_cast<double>(i);
      product[i] = (3 * d * d + 1) * direction[i];
    }
  }

 private:
  std::vector<double> seen_, at_;
};

TEST(Minimise, FindsTheMinimumFromFarAway) {
  Quartic function;
  std::vector<double> point(20, 1000.0);
  const NewtonResult result = minimise(function, point, {1e-9, 200});
  EXPECT_TRUE(result.converged);
  EXPECT_LE(result.gradient_length, 1e-9);
  for (std::size_t i = 0; i < point.size(); ++i) EXPECT_NEAR(point[i], static_cast<double>(i), 1e-8);
}

TEST(Minimise, SaysWhenItRanOutOfSteps) {
  Quartic function;
  std::vector<double> point(20, 1000.0);
  const NewtonResult result = minimise(function, point, {1e-9, 3});
  EXPECT_FALSE(result.converged);
  EXPECT_EQ(result.steps, 3);
}

TEST(Minimise, StaysWhereThePointIsGoodEnough) {
  Quartic function;
  std::vector<double> point = {0, 1, 2};
  const NewtonResult result = minimise(function, point, {1e-9, 200});
  EXPECT_TRUE(result.converged);
  EXPECT_EQ(result.steps, 0);
}

TEST(Minimise, EndsWhereRoundingAllowsNoBetter) {
  Quartic function;
  std::vector<double> point(5, 3.25);
  EXPECT_TRUE(minimise(function, point, {0.0, 200}).converged);
}

}  // namespace
}  // namespace quoth
