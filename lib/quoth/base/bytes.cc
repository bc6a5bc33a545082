#include "quoth/base/bytes.h"

#include <bit>
#include <limits>

#include "quoth/base/error.h"

namespace quoth {
namespace {

template <typename Unsigned>
void append(std::string& bytes, Unsigned value) {
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
}

template <typename Unsigned>
Unsigned value_of(std::string_view bytes) {
  Unsigned value = 0;
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
    const auto byte = static_cast<Unsigned>(static_cast<unsigned char>(bytes[i]));
    value = static_cast<Unsigned>(value | static_cast<Unsigned>(byte << (8 * i)));
  }
  return value;
}

}  // namespace

void ByteWriter::u16(std::uint16_t value) {
  append(bytes_, value);
}
void ByteWriter::u32(std::uint32_t value) {
  append(bytes_, value);
}
void ByteWriter::u64(std::uint64_t value) {
  append(bytes_, value);
}
void ByteWriter::f32(float value) {
  u32(std::bit_cast<std::uint32_t>(value));
}
void ByteWriter::f64(double value) {
  u64(std::bit_cast<std::uint64_t>(value));
}

void ByteWriter::string(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw Error("model", "a text of " + std::to_string(text.size()) + " bytes", "less than 4 GiB");
  }
  u32(static_cast<std::uint32_t>(text.size()));
  raw(text);
}

std::uint16_t ByteReader::u16() {
  return value_of<std::uint16_t>(raw(2));
}
std::uint32_t ByteReader::u32() {
  return value_of<std::uint32_t>(raw(4));
}
std::uint64_t ByteReader::u64() {
  return value_of<std::uint64_t>(raw(8));
}
float ByteReader::f32() {
  return std::bit_cast<float>(u32());
}
double ByteReader::f64() {
  return std::bit_cast<double>(u64());
}

std::string_view ByteReader::raw(std::size_t size) {
  if (size > rest_.size()) {
    throw Error(where_, "ends " + std::to_string(size - rest_.size()) + " bytes too early", "",
                "the file is damaged, copy it again or retrain");
  }
  const std::string_view bytes = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return bytes;
}

std::string ByteReader::string() {
  return std::string(raw(u32()));
}

std::uint32_t ByteReader::count(std::size_t item_size) {
  const std::uint32_t items = u32();
  if (items > rest_.size() / item_size) {
    throw Error(where_,
                "claims " + std::to_string(items) + " items where " + std::to_string(rest_.size()) + " bytes are left",
                "", "the file is damaged, copy it again or retrain");
  }
  return items;
}

void ByteReader::expect_end() const {
  if (!rest_.empty()) {
    throw Error(where_, std::to_string(rest_.size()) + " bytes follow its end", "",
                "the file is damaged, copy it again or retrain");
  }
}

}  // namespace quoth
