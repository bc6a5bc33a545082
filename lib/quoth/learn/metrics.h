// Figures that say how well predictions fit what is so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace quoth {

// How often a label was rightly given, wrongly given and missed.
struct LabelCounts {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t missed = 0;

  void add(bool actual, bool predicted) {
    right += actual && predicted ? 1 : 0;
    wrong += !actual && predicted ? 1 : 0;
    missed += actual && !predicted ? 1 : 0;
  }
  void add(const LabelCounts& other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
  }
  double precision() const;
  double recall() const;
  double f1() const;  // 0 where nothing is right
};

// Mean distance of confidence from accuracy over 15 bins of equal width, weighted by their size (Naeini et al. 2015).
// One confidence (0 to 1) and whether it was right an example; 0 where there are none.
double expected_calibration_error(std::span<const double> confidences, std::span<const std::uint8_t> right);

}  // namespace quoth
