#include "quoth/annotate/mentions.h"

#include <algorithm>
#include <unordered_set>

#include "quoth/annotate/entity_book_internal.h"
#include "quoth/annotate/names_internal.h"
#include "quoth/annotate/single_names_internal.h"
#include "quoth/annotate/words.h"

namespace quoth {
namespace {

using namespace word_class;

class MentionFinder {
 public:
  MentionFinder(const Document& document, const std::vector<std::uint32_t>& classes, const Registry& registry)
      : document_(document), classes_(classes), registry_(registry), book_(registry, found_.entities) {}

  Mentions find() {
    for (const Paragraph& paragraph : document_.paragraphs) {
      heading_ = paragraph.kind == ParagraphKind::heading;
      for (std::uint32_t s = paragraph.sentences.begin; s < paragraph.sentences.end; ++s) {
        sentence_ = document_.sentences[s].tokens;
        for (std::uint32_t i = sentence_.begin; i < sentence_.end;) i = take_mention(i);
      }
    }
    settle_single_names(document_, classes_, registry_, within_sentences_, book_, found_);
    find_office_ties(document_, classes_, found_);
    return std::move(found_);
  }

 private:
  // Reads what begins at token i; the token after it.
  std::uint32_t take_mention(std::uint32_t i) {
    const bool capital = (classes_[i] & kCapitalised) != 0;
    if (const std::uint32_t end = take_particle_name(i)) return end;
    const bool foreign = static_cast<unsigned char>(document_.text[document_.tokens[i].span.begin]) >= 0x80;
    if (document_.tokens[i].kind != TokenKind::word || (!capital && !foreign)) return i + 1;
    const Registry::Match match = registry_.match(document_.text, document_.tokens[i].span.begin);
    if (match.entity >= 0) {
      if (const std::uint32_t end = take_registered(i, match)) return end;
    }
    if (!capital || is_function_word(classes_[i]) || (classes_[i] & kTitle) != 0 || modifies_title(i)) return i + 1;
    return take_unregistered(i);
  }

  // "von der Leyen" within a sentence: a family name that begins in lower case. 0 where there is none.
  std::uint32_t take_particle_name(std::uint32_t i) {
    if ((classes_[i] & kNameParticle) == 0 || (classes_[i] & kCapitalised) != 0) return 0;
    std::uint32_t last = i + 1;
    while (last < sentence_.end && last < i + 3 && (classes_[last] & kNameParticle) != 0) ++last;
    if (last >= sentence_.end || (classes_[last] & kCapitalised) == 0) return 0;
    Mention mention{.span = {document_.tokens[i].span.begin, document_.tokens[last].span.end}, .tokens = {i, last + 1}};
    for (const std::string_view ending : {"'s", "’s"}) {
      if (!document_.view(mention.span).ends_with(ending)) continue;
      mention.possessive = true;
      mention.span.end -= static_cast<std::uint32_t>(ending.size());
    }
    if (registry_.family(document_.view(mention.span)).empty()) return 0;
    found_.mentions.push_back(mention);
    return last + 1;
  }

  bool modifies_title(std::uint32_t i) const {
    return (classes_[i] & kTitleModifier) != 0 && i + 1 < sentence_.end &&
           (classes_[i + 1] & (kTitle | kPersonNoun | kOfficeNoun | kTitleModifier)) != 0;
  }

  std::uint32_t token_after(std::uint32_t i, std::uint32_t offset) const {
    while (i < sentence_.end && document_.tokens[i].span.begin < offset) ++i;
    return i;
  }

  std::uint32_t take_registered(std::uint32_t i, const Registry::Match& match) {
    const Entity& entity = registry_.entities()[static_cast<std::size_t>(match.entity)];
    const std::uint32_t begin = document_.tokens[i].span.begin;
    const std::uint32_t end = token_after(i, begin + match.length);
    // "Jordan Hale" is no country, "China Daily" no government.
    const bool goes_on = end < sentence_.end && (classes_[end] & kCapitalised) != 0 &&
                         !is_function_word(classes_[end]) && (classes_[end] & kTitle) == 0;
    // But "In Dublin Leo Varadkar said" names a place, then a person.
    const bool first_name =
        end < sentence_.end && gender_of_first_name(document_.view(document_.tokens[end].span)) != Gender::unknown;
    if (entity.kind == EntityKind::country && !match.adjective && goes_on && !(match.capital && first_name) &&
        !modifies_title(end) && registry_.match(document_.text, document_.tokens[end].span.begin).entity < 0) {
      return 0;
    }
    // "Irish Ferries", but not "Irish Prime Minister" or "American Jane Doe".
    if (match.adjective && goes_on && !modifies_title(end) && !first_name && (classes_[end] & kBodyNoun) == 0 &&
        registry_.match(document_.text, document_.tokens[end].span.begin).entity < 0) {
      return 0;
    }
    Mention mention{
        .span = {begin, begin + match.length}, .tokens = {i, end}, .entity = book_.registered(match.entity)};
    mention.capital = match.capital;
    mention.adjective = match.adjective;
    mention.possessive = end > i && document_.tokens[end - 1].span.end > begin + match.length;
    found_.mentions.push_back(mention);
    return std::max(end, i + 1);
  }

  // A run of capitalised words: a full name, or a single one that waits for settle_single_names().
  std::uint32_t take_unregistered(std::uint32_t i) {
    const NameRun run = read_name(document_, classes_, sentence_, i);
    if (run.span.empty()) return run.end;
    for (std::uint32_t at = i + 1; at < run.end; ++at) {
      if (take_person_within(at, run)) return run.end;
    }
    if (run.words >= 3 && completes_title(i)) return i + 1;
    if (const std::uint32_t name = name_behind_title(i, run)) return take_before_title(i, name);
    // "External Affairs Minister" is an office.
    if ((classes_[run.end - 1] & (kOfficeNoun | kTitle)) != 0) return run.end;
    Mention mention{.span = run.span, .tokens = {i, run.end}};
    mention.possessive = run.possessive;
    if (run.words == 1 && within_sentence(i) && may_name_person(document_, classes_, mention))
      within_sentences_.insert(std::string(document_.view(run.span)));
    if (run.words >= 2) mention.entity = book_.named(std::string(document_.view(run.span)), run.end - i);
    found_.mentions.push_back(mention);
    return run.end;
  }

  // Where the name begins behind a title, "Karin" of "Halden Steel CEO Karin Holm"; 0 where there is no title.
  std::uint32_t name_behind_title(std::uint32_t i, const NameRun& run) const {
    for (std::uint32_t at = run.end - 1; at > i; --at) {
      const std::uint32_t before = listed_word_classes(document_.view(document_.tokens[at - 1].span));  // "CEO"
      if ((before & (kTitle | kOfficeNoun | kPersonNoun)) == 0) continue;
      const bool first_name = gender_of_first_name(document_.view(document_.tokens[at].span)) != Gender::unknown;
      return (classes_[at] & kCapitalised) != 0 && (first_name || (run.end - at >= 2 && at > i + 1)) ? at : 0;
    }
    return 0;
  }

  // The body named before the title, if it has a name of its own; reading goes on with the name behind it.
  std::uint32_t take_before_title(std::uint32_t i, std::uint32_t behind) {
    const std::uint32_t title = behind - 1;
    if (title < i + 2) return behind;
    const Span span{document_.tokens[i].span.begin, document_.tokens[title - 1].span.end};
    const std::int32_t entity = book_.named(std::string(document_.view(span)), title - i);
    if (found_.entities[static_cast<std::size_t>(entity)].registry < 0)
      found_.entities[static_cast<std::size_t>(entity)].kind = EntityKind::body;
    found_.mentions.push_back({.span = span, .tokens = {i, title}, .entity = entity});
    return behind;
  }

  // "State" of "Secretary of State Elizabeth Farrow".
  bool completes_title(std::uint32_t i) const {
    return i >= sentence_.begin + 2 && document_.view(document_.tokens[i - 1].span) == "of" &&
           (classes_[i - 2] & (kTitle | kOfficeNoun | kPersonNoun)) != 0;
  }

  // "Secretary of State Marco Rubio": the run of capitals "State Marco Rubio" ends in a name of the registry.
  bool take_person_within(std::uint32_t at, const NameRun& run) {
    if ((classes_[at] & kCapitalised) == 0) return false;
    const std::uint32_t begin = document_.tokens[at].span.begin;
    const Registry::Match match = registry_.match(document_.text, begin);
    if (match.entity < 0 || begin + match.length != run.span.end) return false;
    if (registry_.entities()[static_cast<std::size_t>(match.entity)].kind != EntityKind::person) return false;
    Mention mention{.span = {begin, run.span.end}, .tokens = {at, run.end}, .entity = book_.registered(match.entity)};
    mention.possessive = run.possessive;
    found_.mentions.push_back(mention);
    return true;
  }

  // A capitalised word after another word, in running text: no mere beginning.
  bool within_sentence(std::uint32_t token) const {
    return token > sentence_.begin && !heading_ && document_.tokens[token - 1].kind == TokenKind::word &&
           (classes_[token] & kAllCapitals) == 0;
  }

  const Document& document_;
  const std::vector<std::uint32_t>& classes_;
  const Registry& registry_;
  Mentions found_;
  Range sentence_;
  bool heading_ = false;
  EntityBook book_;
  std::unordered_set<std::string> within_sentences_;  // single names
};

}  // namespace

Mentions find_mentions(const Document& document, const std::vector<std::uint32_t>& word_classes,
                       const Registry& registry) {
  return MentionFinder(document, word_classes, registry).find();
}

}  // namespace quoth
