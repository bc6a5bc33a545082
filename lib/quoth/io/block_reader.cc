#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "quoth/base/error.h"
#include "quoth/io/block_reader_internal.h"

namespace quoth {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string open_remedy(int code) {
  if (code == ENOENT) return "check the path";
  if (code == EACCES) return "check the file's permissions";
  return {};
}

}  // namespace

BlockReader::BlockReader(const std::string& path, std::size_t longest_line)
    : path_(path), longest_line_(longest_line), buffer_(kBlock + kPadding) {
  descriptor_ = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0)
    throw Error(path, "cannot be opened: " + std::string(std::strerror(errno)), {}, open_remedy(errno));
}

BlockReader::~BlockReader() {
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
}

// Reads on behind end_, making room first; false at the end of the file.
bool BlockReader::fill() {
  if (ended_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kBlock / 2 + kPadding) buffer_.resize(2 * buffer_.size());
  const std::size_t room = std::min(buffer_.size() - kPadding - end_, std::max(kBlock, end_));
  ssize_t count = 0;
  do {
    count = read(descriptor_, buffer_.data() + end_, room);
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw Error(path_, "cannot be read: " + std::string(std::strerror(errno)));
  ended_ = count == 0;
  end_ += static_cast<std::size_t>(count);
  bytes_read_ += static_cast<std::uint64_t>(count);
  return !ended_;
}

std::string_view BlockReader::peek() {
  while (at_start_ && end_ - begin_ < kBlock / 2 && fill()) {
  }
  if (at_start_ && std::string_view(buffer_.data(), end_).substr(0, 3) == kByteOrderMark) begin_ = 3;
  at_start_ = false;
  return {buffer_.data() + begin_, end_ - begin_};
}

// One giant line is no reason to hold its memory for the rest of the run.
void BlockReader::shrink() {
  const std::size_t held = end_ - begin_;
  if (buffer_.size() <= 64 * kBlock || held >= kBlock) return;
  std::vector<char> smaller(2 * kBlock + kPadding);
  std::memcpy(smaller.data(), buffer_.data() + begin_, held);
  buffer_.swap(smaller);
  begin_ = 0;
  end_ = held;
}

bool BlockReader::next_line(std::string_view& line) {
  if (at_start_) peek();
  too_long_ = false;
  shrink();
  std::size_t searched = 0;
  while (true) {
    const void* found = std::memchr(buffer_.data() + begin_ + searched, '\n', end_ - begin_ - searched);
    if (found != nullptr) {
      const std::size_t length = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) - begin_;
      too_long_ = length > longest_line_;
      line = {buffer_.data() + begin_, too_long_ ? 0 : length};
      begin_ += length + 1;
      break;
    }
    searched = end_ - begin_;
    if (searched > longest_line_) {
      skip_long_line();
      line = {};
      break;
    }
    if (fill()) continue;
    if (searched == 0) return false;
    line = {buffer_.data() + begin_, searched};
    begin_ = end_;
    break;
  }
  ++line_number_;
  return true;
}

void BlockReader::skip_long_line() {
  too_long_ = true;
  do {
    const void* found = std::memchr(buffer_.data() + begin_, '\n', end_ - begin_);
    if (found != nullptr) {
      begin_ = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) + 1;
      return;
    }
    begin_ = end_;
  } while (fill());
}

std::string BlockReader::read_rest(std::size_t limit) {
  if (at_start_) peek();
  std::string rest;
  do {
    rest.append(buffer_.data() + begin_, end_ - begin_);
    begin_ = end_;
  } while (rest.size() <= limit && fill());
  return rest;
}

}  // namespace quoth
