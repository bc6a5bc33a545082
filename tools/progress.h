// A line on standard error that tells how far a run has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace quoth {

// Silent unless told to show. Redraws its line at most five times a second. Not thread-safe.
class Progress {
 public:
  Progress(bool show, std::optional<std::uint64_t> bytes_in_all);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `bytes`: read and done with so far.
  void update(std::size_t documents, std::uint64_t bytes);
  // Takes the line away, so that something else can be printed.
  void clear();

 private:
  bool show_ = false;
  bool drawn_ = false;
  std::optional<std::uint64_t> bytes_in_all_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace quoth
