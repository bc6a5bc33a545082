// A read-mostly map from short English words, in lower case, to small values.
#pragma once

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
    std::size_t size = 0;
    for (std::size_t i = 0; i < word.size() && size < sizeof packed; ++i) {
      char c = word[i];
      if (c == '\xE2' && word.substr(i, 3) == "’") {
        c = '\'';
        i += 2;
      }
      packed[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    std::memcpy(&low_, packed, 8);
    std::memcpy(&high_, packed + 8, 8);
  }

  bool operator==(const ShortWord&) const = default;
  bool empty() const { return low_ == 0; }
  std::uint64_t hash() const {
    const std::uint64_t mixed = (low_ ^ std::rotl(high_, 29)) * 0x9E3779B97F4A7C15U;
    return mixed ^ (mixed >> 32);
  }

 private:
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
