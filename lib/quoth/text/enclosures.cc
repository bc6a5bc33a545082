#include "quoth/text/enclosures.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace quoth {
namespace {

constexpr std::size_t kDeepest = 16;

enum class Role : std::uint8_t { nothing, opens, closes, closes_perhaps };

// Marks of one family close each other whatever their shape: “ may be closed by ".
enum class Family : std::uint8_t {
  none,
  double_quote,
  single_quote,
  guillemet,
  single_guillemet,
  corner,
  white_corner,
  round,
  square,
  curly,
  wide_round,
  title,
  lenticular,
};

struct Shape {
  char32_t mark = 0;
  Family family = Family::none;
  bool opens = false;
  bool closes = false;
};

constexpr std::array<Shape, 30> kShapes = {{
    {U'"', Family::double_quote, true, true},     {U'“', Family::double_quote, true, true},  // closes „
    {U'”', Family::double_quote, true, true},                                                // opens in Swedish
    {U'„', Family::double_quote, true, false},    {U'‟', Family::double_quote, true, false},
    {U'\'', Family::single_quote, true, true},    {U'‘', Family::single_quote, true, false},
    {U'’', Family::single_quote, false, true},    {U'‚', Family::single_quote, true, false},
    {U'`', Family::double_quote, true, false},    {U'«', Family::guillemet, true, true},
    {U'»', Family::guillemet, true, true},        {U'‹', Family::single_guillemet, true, true},
    {U'›', Family::single_guillemet, true, true}, {U'「', Family::corner, true, false},
    {U'」', Family::corner, false, true},         {U'『', Family::white_corner, true, false},
    {U'』', Family::white_corner, false, true},   {U'(', Family::round, true, false},
    {U')', Family::round, false, true},           {U'[', Family::square, true, false},
    {U']', Family::square, false, true},          {U'{', Family::curly, true, false},
    {U'}', Family::curly, false, true},           {U'（', Family::wide_round, true, false},
    {U'）', Family::wide_round, false, true},     {U'《', Family::title, true, false},
    {U'》', Family::title, false, true},          {U'【', Family::lenticular, true, false},
    {U'】', Family::lenticular, false, true},
}};

constexpr std::array<Shape, 0x80> kAsciiShapes = [] {
  std::array<Shape, 0x80> shapes{};
  for (const Shape& shape : kShapes) {
    if (shape.mark < 0x80) shapes[shape.mark] = shape;
  }
  return shapes;
}();

Shape shape_of(char32_t c) {
  if (c < kAsciiShapes.size()) return kAsciiShapes[c];
  for (const Shape& shape : kShapes) {
    if (shape.mark == c) return shape;
  }
  return {};
}

bool contains(std::u32string_view set, char32_t c) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

class Finder {
 public:
  Finder(const ParagraphTokens& paragraph, std::vector<Enclosure>& enclosures)
      : paragraph_(paragraph), enclosures_(enclosures) {
    enclosures_.clear();
  }

  void find() {
    for (std::uint32_t i = 0; i < paragraph_.count; ++i) {
      const TokenKind kind = paragraph_.tokens[i].kind;
      if (kind != TokenKind::punctuation && kind != TokenKind::symbol) continue;
      const Shape shape = shape_of(paragraph_.first(i));
      if (shape.family == Family::none) continue;
      i = add(i, shape);
    }
    for (; depth_ > 0; --depth_) {
      if (opened_[depth_ - 1].perhaps > 0)
        enclosures_.push_back({opened_[depth_ - 1].token, opened_[depth_ - 1].perhaps});
    }
    std::sort(enclosures_.begin(), enclosures_.end(),
              [](const Enclosure& a, const Enclosure& b) { return a.open < b.open; });
  }

 private:
  struct Opened {
    std::uint32_t token = 0;
    std::uint32_t perhaps = 0;  // a possessive that may have been its end; 0: none
    Family family = Family::none;
    char32_t mark = 0;
  };

  // Takes in the mark at token `i`; gives the last token of it.
  std::uint32_t add(std::uint32_t i, const Shape& shape) {
    const bool doubled = paragraph_.joined_before(i + 1) && paragraph_.first(i + 1) == shape.mark;
    if (shape.mark == U'`') {  // ``so''
      if (doubled) open(i, shape);
      return doubled ? i + 1 : i;
    }
    if (shape.mark == U'\'' && doubled) {
      if (index_of(Family::double_quote) < depth_) {
        close(i + 1, Family::double_quote);
      } else if (joined_after(i + 1) && !paragraph_.joined_before(i)) {
        open(i, kShapes[0]);
      }
      return i + 1;
    }
    switch (role_of(i, shape)) {
      case Role::opens:
        open(i, shape);
        break;
      case Role::closes:
        close(i, shape.family);
        break;
      case Role::closes_perhaps:
        if (depth_ > 0 && opened_[depth_ - 1].family == shape.family) opened_[depth_ - 1].perhaps = i;
        break;
      case Role::nothing:
        break;
    }
    return i;
  }

  Role role_of(std::uint32_t i, const Shape& shape) const {
    if (!shape.closes) return shape.family == Family::single_quote && !joined_after(i) ? Role::nothing : Role::opens;
    if (shape.family == Family::single_quote) return role_of_single(i, shape);
    if (!shape.opens) return Role::closes;
    const std::size_t open = index_of(shape.family);
    const bool is_open = open < depth_;
    if (shape.mark == U'"') return role_of_straight(i, is_open);
    const char32_t opened_by = is_open ? opened_[open].mark : 0;
    if (shape.mark == U'“') return opened_by == U'„' ? Role::closes : Role::opens;
    if (shape.mark == U'«') return opened_by == U'»' ? Role::closes : Role::opens;
    if (shape.mark == U'‹') return opened_by == U'›' ? Role::closes : Role::opens;
    // ” » › close, but Swedish and German also open with them.
    if (is_open) return Role::closes;
    return joined_after(i) && !paragraph_.joined_before(i) ? Role::opens : Role::nothing;
  }

  Role role_of_straight(std::uint32_t i, bool is_open) const {
    const bool before = paragraph_.joined_before(i) && !contains(U"([{“‘«„—–-/", paragraph_.first(i - 1));
    const bool after = joined_after(i) && !contains(U".,;:!?)]}”’»—–…", paragraph_.first(i + 1));
    if (before != after) return before ? Role::closes : Role::opens;
    return is_open ? Role::closes : Role::opens;
  }

  Role role_of_single(std::uint32_t i, const Shape& shape) const {
    const bool before = paragraph_.joined_before(i) && !contains(U"([{\"“«„—–", paragraph_.first(i - 1));
    if (before) {
      const bool in_word = joined_after(i) && paragraph_.tokens[i + 1].kind == TokenKind::word;
      if (in_word || index_of(Family::single_quote) == depth_) return Role::nothing;
      return is_possessive(i) ? Role::closes_perhaps : Role::closes;
    }
    const char32_t next = paragraph_.first(i + 1);
    if (!shape.opens || !joined_after(i) || (next >= U'0' && next <= U'9')) return Role::nothing;
    static constexpr std::array<std::string_view, 9> kClipped = {"tis", "twas",  "em",  "til", "cause",
                                                                 "n",   "round", "Tis", "Twas"};
    const bool clipped = std::find(kClipped.begin(), kClipped.end(), paragraph_.view(i + 1)) != kClipped.end();
    return clipped ? Role::nothing : Role::opens;
  }

  // "the workers' rights": after an s, with a lower-case word to follow.
  bool is_possessive(std::uint32_t i) const {
    if (joined_after(i) || i + 1 == paragraph_.count || !paragraph_.view(i - 1).ends_with('s')) return false;
    const char32_t next = paragraph_.first(i + 1);
    return next >= U'a' && next <= U'z';
  }

  bool joined_after(std::uint32_t i) const { return paragraph_.joined_before(i + 1); }

  // Where in opened_ the innermost open mark of a family stands; depth_ where none is open.
  std::size_t index_of(Family family) const {
    for (std::size_t i = depth_; i > 0; --i) {
      if (opened_[i - 1].family == family) return i - 1;
    }
    return depth_;
  }

  void open(std::uint32_t i, const Shape& shape) {
    if (depth_ == kDeepest) return;
    opened_[depth_] = {.token = i, .family = shape.family, .mark = shape.mark};
    ++depth_;
  }

  // Marks opened since and still open have no partner.
  void close(std::uint32_t i, Family family) {
    const std::size_t open = index_of(family);
    if (open == depth_) return;
    enclosures_.push_back({opened_[open].token, i});
    depth_ = open;
  }

  const ParagraphTokens& paragraph_;
  std::vector<Enclosure>& enclosures_;
  std::array<Opened, kDeepest> opened_;
  std::size_t depth_ = 0;
};

}  // namespace

void find_enclosures(const ParagraphTokens& paragraph, std::vector<Enclosure>& enclosures) {
  Finder(paragraph, enclosures).find();
}

bool may_close(char32_t c) {
  return shape_of(c).closes;
}

bool may_open(char32_t c) {
  return shape_of(c).opens;
}

bool is_quote_mark(char32_t c) {
  const Family family = shape_of(c).family;
  return family != Family::none && family < Family::round;
}

}  // namespace quoth
