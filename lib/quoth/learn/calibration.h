// From outputs to probabilities that can be trusted, and from probabilities to decisions. Fitted on outputs for
// examples that were not trained on.
#pragma once

#include <cstdint>
#include <span>

namespace quoth {

// Each output divided by `temperature`, then softmax over them. In place. Needs one output or more, temperature above
// 0.
void softmax(std::span<float> outputs, float temperature);

// 1 / (1 + exp(-output / temperature)).
float logistic(float output, float temperature);

// Which divisor of the outputs makes the classes most likely (Guo et al. 2017): between 0.05 and 20.
// `outputs` has class_count values an example; `classes` one class an example. 1 where there are no examples.
double fit_softmax_temperature(std::span<const double> outputs, std::span<const std::uint32_t> classes,
                               std::uint32_t class_count);

// The same for independent outputs, one decision (0 or 1) each.
double fit_logistic_temperature(std::span<const double> outputs, std::span<const std::uint8_t> decisions);

// The probability from which on a label is to be given so that its F1 is best, 0.05 to 0.95: the middle of all
// hundredths whose F1 is within 0.005 of the best, as one peak among few positives is chance. 0.5 where no example has
// the label.
double fit_threshold(std::span<const double> probabilities, std::span<const std::uint8_t> decisions);

}  // namespace quoth
