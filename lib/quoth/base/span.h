// Half-open ranges: of bytes in a text (Span) and of elements in an array (Range).
#pragma once

#include <compare>
#include <cstdint>

namespace quoth {

// Bytes [begin, end) of a Document's text, which is valid UTF-8; both ends lie on code point boundaries. Only io/ turns
// them into code points. Texts are at most 4 GiB - 1 long.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // By begin, then by end.
  constexpr auto operator<=>(const Span&) const = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 errs
};

// Elements [begin, end) of an array that the owner of the Range names: tokens of a Sentence, sentences of a Paragraph.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t index) const { return begin <= index && index < end; }
  constexpr auto operator<=>(const Range&) const = default;  // NOLINT(modernize-use-nullptr)
};

}  // namespace quoth
