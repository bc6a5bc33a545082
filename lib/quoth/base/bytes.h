// Little-endian bytes in and out, the same on every host; reading never leaves what it was given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Appends values to a string of bytes.
class ByteWriter {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void u64(std::uint64_t value);
  void f32(float value);
  void f64(double value);
  void raw(std::string_view bytes) { bytes_.append(bytes); }
  void string(std::string_view text);  // u32 length, then the bytes; throws Error from 4 GiB on

  std::string take() { return std::move(bytes_); }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::string bytes_;
};

// Takes values from the front of bytes that it does not own. Every function throws Error, naming `where`, when fewer
// bytes are left than it needs; memory is taken only after that check, so a count in damaged bytes costs nothing.
class ByteReader {
 public:
  ByteReader(std::string_view bytes, std::string where) : rest_(bytes), where_(std::move(where)) {}

  std::uint8_t u8() { return static_cast<std::uint8_t>(raw(1)[0]); }
  std::uint16_t u16();
  std::uint32_t u32();
  std::uint64_t u64();
  float f32();
  double f64();
  std::string_view raw(std::size_t size);
  std::string string();

  // A u32 count of items of at least `item_size` bytes (1 or more) each: checked against what is left.
  std::uint32_t count(std::size_t item_size);

  const std::string& where() const { return where_; }
  std::size_t left() const { return rest_.size(); }

  // Throws Error unless everything was read.
  void expect_end() const;

 private:
  std::string_view rest_;
  std::string where_;
};

}  // namespace quoth
