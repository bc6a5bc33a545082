// Words that attribute: verbs of saying, thinking and wanting, with what may follow them.
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth {

// What a cue verb's content looks like. A verb may have several frames.
namespace cue_frame {
inline constexpr std::uint16_t kClause = 1U << 0;      // "said (that) it rains"; also takes a quotation
inline constexpr std::uint16_t kQuotation = 1U << 1;   // only a quotation: "quipped", "continued"
inline constexpr std::uint16_t kHearer = 1U << 2;      // who is told comes first: "told Xi that it rains"
inline constexpr std::uint16_t kAppeal = 1U << 3;      // "urged Xi to go": content takes Xi in
inline constexpr std::uint16_t kInfinitive = 1U << 4;  // "vowed to go"
inline constexpr std::uint16_t kObject = 1U << 5;      // "rejected the plan", "called for talks"
inline constexpr std::uint16_t kCharge = 1U << 6;    // "accused Xi of going", "called Xi a friend": content takes Xi in
inline constexpr std::uint16_t kQuestion = 1U << 7;  // "asked whether it rains"
}  // namespace cue_frame

enum class VerbForm : std::uint8_t { base, third_person, past, participle, gerund };

struct CueVerb {
  std::uint16_t frames = 0;
  VerbForm form = VerbForm::base;  // `past` also where past and participle are alike
  std::string_view particle;       // "for" of "called for"; empty where the verb stands alone
  std::string_view lemma;
};

// Entries of one inflected form; a form may be a verb with and without particle ("called", "called for").
struct CueVerbs {
  const CueVerb* begin_ = nullptr;
  const CueVerb* end_ = nullptr;
  const CueVerb* begin() const { return begin_; }
  const CueVerb* end() const { return end_; }
  bool empty() const { return begin_ == end_; }
};

// The cue verbs that the word, in any case, can be; those with particles first. Thread-safe.
CueVerbs find_cue_verbs(std::string_view word);

}  // namespace quoth
