#include "progress.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace quoth {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(200);
constexpr double kMegabyte = 1e6;

std::string time_left(double seconds) {
  const long whole = std::lround(seconds);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(bool show, std::optional<std::uint64_t> bytes_in_all)
    : show_(show), bytes_in_all_(bytes_in_all), start_(std::chrono::steady_clock::now()), last_(start_) {}

Progress::~Progress() {
  clear();
}

void Progress::update(std::size_t documents, std::uint64_t bytes) {
  const auto now = std::chrono::steady_clock::now();
  if (!show_ || now - last_ < kInterval) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double speed = static_cast<double>(bytes) / seconds;
  std::string line = fmt::format("{} documents  {:.1f} MB  {:.1f} MB/s", documents,
                                 static_cast<double>(bytes) / kMegabyte, speed / kMegabyte);
  if (bytes_in_all_ && *bytes_in_all_ > 0 && speed > 0) {
    const std::uint64_t left = *bytes_in_all_ - std::min(*bytes_in_all_, bytes);
    line += fmt::format("  {:.0f}%  {} left", 100 * static_cast<double>(bytes) / static_cast<double>(*bytes_in_all_),
                        time_left(static_cast<double>(left) / speed));
  }
  fmt::print(stderr, "\r\x1b[K{}", line);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace quoth
