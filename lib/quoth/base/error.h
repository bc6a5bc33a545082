// The one exception that quoth throws.
//
// Analysis never throws it: any bytes give a result. Loading, input, output and arguments do.
#pragma once

#include <stdexcept>
#include <string>

namespace quoth {

// what() is one line without a final full stop, e.g.
//   models/en.quoth: section "weights" has checksum 5f0c11aa, expected 81c2d07e; copy the file again or retrain
class Error : public std::runtime_error {
 public:
  // where: file, file:line, or option. found: what is so. expected and remedy may be empty: what was wanted, what to
  // do.
  Error(const std::string& where, const std::string& found, const std::string& expected = {},
        const std::string& remedy = {});
};

}  // namespace quoth
