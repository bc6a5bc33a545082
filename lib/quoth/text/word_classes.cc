#include "quoth/text/word_classes.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace quoth {
namespace {

// Probe texts, one line each, '#' standing for the code point asked about. The answer to a probe is whether ICU sets no
// boundary at `offset`.
struct Probe {
  std::u16string_view text;
  std::size_t offset = 1;
};

enum ProbeName : std::uint8_t {
  attaches_to_mark,
  after_letter,
  before_letter,
  takes_apostrophe,
  takes_comma,
  joins_letters,
  joins_digits,
  after_space,
  before_line_feed,
  after_carriage_return,
  takes_double_quote,
  kProbes,
};

constexpr std::array<Probe, kProbes> kProbeTexts = {{
    {u"!#"},
    {u"a#"},
    {u"#a"},
    {u"a'#"},
    {u"1,#"},
    {u"a#a"},
    {u"1#1"},
    {u" #"},
    {u"#\n"},
    {u"\r#"},
    {u"#\"#"},
}};

using Joined = std::array<bool, kProbes>;

WordClass class_of(const Joined& joined) {
  if (joined[attaches_to_mark] || joined[takes_double_quote]) return WordClass::beyond;
  if (joined[before_line_feed]) return WordClass::carriage_return;
  if (joined[after_carriage_return]) return WordClass::line_feed;
  if (joined[after_letter] && joined[before_letter]) {
    if (joined[takes_apostrophe]) return WordClass::letter;
    return joined[takes_comma] ? WordClass::number : WordClass::connector;
  }
  if (joined[after_letter] || joined[before_letter]) return WordClass::beyond;
  if (joined[joins_letters]) return joined[joins_digits] ? WordClass::mid_both : WordClass::mid_letter;
  if (joined[joins_digits]) return WordClass::mid_number;
  return joined[after_space] ? WordClass::space : WordClass::other;
}

// All code points are probed in one text: setting a text costs more than a few boundaries.
std::vector<Joined> probe_all(const std::vector<char16_t>& code_points) {
  std::u16string text;
  std::vector<std::size_t> asked;
  for (const char16_t c : code_points) {
    for (const Probe& probe : kProbeTexts) {
      asked.push_back(text.size() + probe.offset);
      for (const char16_t unit : probe.text) text += unit == u'#' ? c : unit;
      text += u'\n';
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  std::vector<Joined> answers(code_points.size());
  // Without ICU's data every character is `beyond`, and WordSegmenter reports the want.
  if (U_FAILURE(status)) {
    for (Joined& joined : answers) joined[attaches_to_mark] = true;
    return answers;
  }
  const icu::UnicodeString whole(false, text.data(), static_cast<std::int32_t>(text.size()));
  words->setText(whole);
  std::vector<bool> boundary(text.size() + 1);
  for (std::int32_t at = words->first(); at != icu::BreakIterator::DONE; at = words->next()) boundary[at] = true;
  for (std::size_t i = 0; i < asked.size(); ++i) answers[i / kProbes][i % kProbes] = !boundary[asked[i]];
  return answers;
}

}  // namespace

std::uint8_t kind_bits(char32_t c) {
  const UChar32 value = static_cast<UChar32>(c);
  const std::uint32_t category = U_GET_GC_MASK(value);
  std::uint8_t bits = 0;
  if ((category & U_GC_L_MASK) != 0 || u_hasBinaryProperty(value, UCHAR_IDEOGRAPHIC) != 0) bits |= WordTrait::kLetter;
  if ((category & U_GC_N_MASK) != 0 && (bits & WordTrait::kLetter) == 0) bits |= WordTrait::kDigit;
  if ((category & U_GC_P_MASK) != 0) bits |= WordTrait::kPunctuation;
  if (u_isUWhiteSpace(value) != 0) bits |= WordTrait::kSpace;
  return bits;
}

WordClasses::WordClasses() {
  std::vector<char16_t> code_points;
  for (char32_t c = 0; c < kLowEnd; ++c) code_points.push_back(static_cast<char16_t>(c));
  for (char32_t c = kHighBegin; c < kHighEnd; ++c) code_points.push_back(static_cast<char16_t>(c));
  const std::vector<Joined> answers = probe_all(code_points);
  for (std::size_t i = 0; i < code_points.size(); ++i) {
    const char16_t c = code_points[i];
    WordTrait& trait = c < kLowEnd ? low_[c] : high_[c - kHighBegin];
    trait.bits = static_cast<std::uint8_t>(static_cast<std::uint8_t>(class_of(answers[i])) | kind_bits(c));
  }
}

const WordClasses& WordClasses::of_linked_icu() {
  static const WordClasses classes;
  return classes;
}

}  // namespace quoth
