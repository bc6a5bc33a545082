// Lines of a file, by read() in blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// One open file or standard input. Memory: one block, or the longest line where that is longer. Not thread-safe.
// Functions throw Error where reading fails.
class BlockReader {
 public:
  static constexpr std::size_t kBlock = std::size_t{256} * 1024;
  static constexpr std::size_t kLongestLine = std::size_t{256} * 1024 * 1024;
  static constexpr std::size_t kPadding = 64;  // readable bytes behind each line: what simdjson asks for, and more

  // "-" is standard input.
  explicit BlockReader(const std::string& path, std::size_t longest_line = kLongestLine);
  ~BlockReader();
  BlockReader(const BlockReader&) = delete;
  BlockReader& operator=(const BlockReader&) = delete;

  // The first bytes, up to a block of them, without a byte order mark; later reads give them again.
  std::string_view peek();

  // The next line without its '\n' ('\r' stays), valid until the next call; false at the end of the file. A line over
  // the limit is passed over: `line` is empty then and too_long() true.
  bool next_line(std::string_view& line);
  bool too_long() const { return too_long_; }
  std::uint64_t line_number() const { return line_number_; }  // of the last line, from 1

  // All that has not been read yet, up to `limit` bytes and one more.
  std::string read_rest(std::size_t limit);

  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  bool fill();
  void shrink();
  void skip_long_line();

  std::string path_;
  int descriptor_ = -1;
  std::size_t longest_line_ = 0;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of the next line in buffer_
  std::size_t end_ = 0;    // of what has been read
  bool at_start_ = true;
  bool ended_ = false;
  bool too_long_ = false;
  std::uint64_t line_number_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace quoth
