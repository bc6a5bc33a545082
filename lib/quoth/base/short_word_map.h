// A read-mostly map from short English words, in lower case, to small values.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace quoth {

// A word in lower case, packed: its first 16 bytes, ASCII letters lowered and a curly apostrophe made straight. Words
// that share those bytes are one ShortWord; ones in the lists that this serves are shorter.
class ShortWord {
 public:
  ShortWord() = default;
  explicit ShortWord(std::string_view word) {
    char packed[16] = {};
    if (word.find('\xE2') == std::string_view::npos) {
      std::memcpy(packed, word.data(), std::min(word.size(), sizeof packed));
    } else {
      pack_apostrophes(word, packed);
    }
    std::memcpy(&low_, packed, 8);
    std::memcpy(&high_, packed + 8, 8);
    low_ = lowered(low_);
    high_ = lowered(high_);
  }

  bool operator==(const ShortWord&) const = default;
  bool empty() const { return low_ == 0; }
  std::uint64_t hash() const {
    const std::uint64_t mixed = (low_ ^ std::rotl(high_, 29)) * 0x9E3779B97F4A7C15U;
    return mixed ^ (mixed >> 32);
  }

 private:
  static void pack_apostrophes(std::string_view word, char (&packed)[16]) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < word.size() && size < sizeof packed; ++i) {
      const bool curly = word.substr(i, 3) == "’";
      packed[size++] = curly ? '\'' : word[i];
      if (curly) i += 2;
    }
  }

  // Eight bytes at once, those that are A to Z lowered.
  static std::uint64_t lowered(std::uint64_t bytes) {
    constexpr std::uint64_t kEach = 0x0101010101010101U;
    const std::uint64_t seven_bits = bytes & (kEach * 0x7F);
    const std::uint64_t from_a = seven_bits + kEach * (0x80 - 'A');
    const std::uint64_t past_z = seven_bits + kEach * (0x80 - 'Z' - 1);
    const std::uint64_t upper = from_a & ~past_z & ~bytes & (kEach * 0x80);
    return bytes | (upper >> 2);
  }

  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
};

// Open addressing in one array: a look-up touches one cache line or two. Reading is thread-safe.
template <typename Value>
class ShortWordMap {
 public:
  // The value of `word`, made where there is none. `word` is not empty. Other values may move.
  Value& operator[](ShortWord word) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[place(word)];
    if (slot.word.empty()) {
      slot.word = word;
      ++used_;
    }
    return slot.value;
  }

  // Null where the map does not hold `word`.
  const Value* find(ShortWord word) const {
    if (used_ == 0 || word.empty()) return nullptr;
    const Slot& slot = slots_[place(word)];
    return slot.word.empty() ? nullptr : &slot.value;
  }

 private:
  struct Slot {
    ShortWord word;
    Value value{};
  };

  std::size_t place(ShortWord word) const {
    std::size_t at = word.hash() & (slots_.size() - 1);
    while (!slots_[at].word.empty() && !(slots_[at].word == word)) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (Slot& slot : old) {
      if (!slot.word.empty()) slots_[place(slot.word)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t used_ = 0;
};

}  // namespace quoth
