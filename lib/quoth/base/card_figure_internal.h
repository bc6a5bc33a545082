// Figures as models' cards give them.
#pragma once

#include <cmath>

namespace quoth {

// To four decimals.
inline double rounded(double figure) {
  return std::round(figure * 1e4) / 1e4;
}

}  // namespace quoth
