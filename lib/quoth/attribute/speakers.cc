#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/speakers_internal.h"

namespace quoth {
namespace {

using namespace word_class;

// What a noun phrase stands for.
struct Referent {
  std::vector<std::int32_t> entities;  // into Mentions::entities; two or more speak jointly
  bool metonymy = false;
};

class SpeakerResolver {
 public:
  SpeakerResolver(const Reading& reading, const Mentions& mentions, const Registry& registry, std::string_view date)
      : reading_(reading), mentions_(mentions), registry_(registry), date_(date) {}

  void resolve(std::vector<Draft>& drafts) {
    referents_.resize(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      Draft& draft = drafts[i];
      if (draft.same_as >= 0 && static_cast<std::size_t>(draft.same_as) < i) {
        referents_[i] = referents_[static_cast<std::size_t>(draft.same_as)];
      } else if (!draft.attribution.source.empty()) {
        referents_[i] = referent_of(draft.attribution.source.front(), draft, drafts, i);
      }
      name_speaker(referents_[i], draft.attribution);
      if (!draft.addressee.empty()) draft.attribution.addressee = addressee_of(draft, drafts, i);
    }
  }

 private:
  std::string lower(std::uint32_t token) const {
    std::string out;
    lower_word(reading_.document.view(reading_.document.tokens[token].span), out);
    return out;
  }

  Range tokens_of(Span span) const {
    const std::vector<Token>& tokens = reading_.document.tokens;
    const auto by_begin = [](const Token& token, std::uint32_t offset) { return token.span.begin < offset; };
    return {static_cast<std::uint32_t>(std::lower_bound(tokens.begin(), tokens.end(), span.begin, by_begin) -
                                       tokens.begin()),
            static_cast<std::uint32_t>(std::lower_bound(tokens.begin(), tokens.end(), span.end, by_begin) -
                                       tokens.begin())};
  }

  std::uint32_t classes(std::uint32_t token) const { return reading_.word_classes[token]; }
  const NamedEntity& entity(std::int32_t index) const { return mentions_.entities[static_cast<std::size_t>(index)]; }

  // The part of a noun phrase that holds its head: up to a comma, bracket, relative or preposition.
  Range head_part(Range phrase) const {
    std::uint32_t end = phrase.begin;
    while (end < phrase.end) {
      const Token& token = reading_.document.tokens[end];
      const std::string_view word = reading_.document.view(token.span);
      const bool stop =
          token.kind == TokenKind::punctuation && word != "." && word != "-" && word != "’" && word != "'";
      if (stop || (classes(end) & (kRelative | kPreposition)) != 0) break;
      ++end;
    }
    return {phrase.begin, end};
  }

  Referent referent_of(Span source, const Draft& draft, const std::vector<Draft>& drafts, std::size_t index) const {
    const Range phrase = tokens_of(source);
    if (phrase.empty()) return {};
    const std::uint32_t first = phrase.begin;
    if (phrase.size() == 1 && (classes(first) & (kSubjectPronoun | kObjectPronoun)) != 0)
      return pronoun(first, draft, drafts, index);
    if ((classes(first) & kRelative) != 0 && phrase.size() == 1) return antecedent(first);
    const Range head = head_part(phrase);
    if (head.empty()) return {};
    Referent named = named_in(head);
    if (!named.entities.empty()) return named;
    named = apposition_name(phrase, head);
    if (!named.entities.empty()) return named;
    return office_holder(head, phrase);
  }

  // Names in the head of a phrase: its last one, or several that "and" joins.
  Referent named_in(Range head) const {
    Referent referent;
    const Mention* last = nullptr;
    for (const Mention& mention : mentions_.mentions) {
      if (mention.tokens.begin >= head.end) break;
      if (mention.tokens.begin < head.begin || mention.adjective || mention.possessive) continue;
      if (last != nullptr && joined(last->tokens.end, mention.tokens.begin)) {
        referent.entities.push_back(mention.entity);
      } else {
        referent.entities = {mention.entity};
      }
      last = &mention;
    }
    if (last == nullptr) return {};
    // "Clinton supporters", "China analysts": the name only modifies the noun that follows it.
    for (std::uint32_t at = last->tokens.end; at < head.end; ++at) {
      if ((classes(at) & (kPersonNoun | kBodyNoun)) != 0) return {};
    }
    referent.metonymy = entity(last->entity).kind == EntityKind::country;
    return referent;
  }

  bool joined(std::uint32_t left_end, std::uint32_t right_begin) const {
    bool coordinator = false;
    for (std::uint32_t at = left_end; at < right_begin; ++at) {
      const std::string_view word = reading_.document.view(reading_.document.tokens[at].span);
      coordinator = coordinator || (classes(at) & kCoordinator) != 0;
      const bool link =
          (classes(at) & (kCoordinator | kTitle | kOfficeNoun | kCapitalised)) != 0 || word == "," || word == ".";
      if (!link) return false;
    }
    return coordinator;
  }

  // "the foreign minister, Johann Wadephul,": the name follows the title.
  Referent apposition_name(Range phrase, Range head) const {
    if (head.end + 1 >= phrase.end || reading_.document.view(reading_.document.tokens[head.end].span) != ",") return {};
    if ((classes(head.end + 1) & kCapitalised) == 0) return {};
    return named_in(head_part({head.end + 1, phrase.end}));
  }

  // "the Chinese leader", "the minister", "China's foreign ministry".
  Referent office_holder(Range head, Range phrase) const {
    const std::uint32_t noun = head.end - 1;
    const std::string word = lower(noun);
    const std::string before = noun > head.begin ? lower(noun - 1) : std::string();
    const std::string country = country_in(phrase);
    if ((classes(noun) & kBodyNoun) != 0) return body_holder(word, before, country);
    const bool definite = (classes(head.begin) & (kPossessive | kCapitalised)) != 0 || lower(head.begin) == "the";
    if (!definite || (classes(noun) & (kOfficeNoun | kPersonNoun | kTitle)) == 0 || (classes(noun) & kPlural) != 0)
      return {};
    const std::uint32_t offset = reading_.document.tokens[head.begin].span.begin;
    if (const std::int32_t tied = tied_to(word, before, country, offset); tied >= 0) return {{tied}, false};
    return {};
  }

  std::string country_in(Range phrase) const {
    for (const Mention& mention : mentions_.mentions) {
      if (mention.tokens.begin >= phrase.end) break;
      if (mention.tokens.begin < phrase.begin) continue;
      if (entity(mention.entity).kind == EntityKind::country) return entity(mention.entity).name;
    }
    return {};
  }

  // The person whom the text ties to the office, the last one before `offset` first; else a person of the document who
  // held it on the document's date.
  std::int32_t tied_to(const std::string& noun, const std::string& modifier, const std::string& country,
                       std::uint32_t offset) const {
    std::int32_t best = -1;
    for (const OfficeTie& tie : mentions_.ties) {
      if (tie.offset > offset && best >= 0) break;
      const bool leader =
          noun == "leader" && (tie.noun == "president" || tie.noun == "minister" || tie.noun == "chancellor" ||
                               tie.noun == "premier" || tie.noun == "leader");
      if (tie.noun != noun && !leader) continue;
      if (!tie.modifier.empty() && is_modifier(modifier) && tie.modifier != modifier) continue;
      if (!country.empty() && tie.country != country) continue;
      best = tie.entity;
    }
    return best >= 0 ? best : mentioned_holder(noun, modifier, country);
  }

  static bool is_modifier(std::string_view word) {
    constexpr std::array<std::string_view, 8> kModifiers = {"prime",   "foreign", "defence", "defense",
                                                            "finance", "trade",   "press",   "vice"};
    return std::find(kModifiers.begin(), kModifiers.end(), word) != kModifiers.end();
  }

  std::int32_t mentioned_holder(const std::string& noun, const std::string& modifier,
                                const std::string& country) const {
    const std::string title = is_modifier(modifier) ? modifier + " " + noun : noun;
    std::int32_t found = -1;
    for (std::size_t i = 0; i < mentions_.entities.size(); ++i) {
      const NamedEntity& named = mentions_.entities[i];
      if (named.kind != EntityKind::person || named.registry < 0) continue;
      if (!country.empty() && named.country != country) continue;
      if (!holds(registry_.entities()[static_cast<std::size_t>(named.registry)], title)) continue;
      if (found >= 0) return -1;  // two of the document's people may be meant
      found = static_cast<std::int32_t>(i);
    }
    return found;
  }

  bool holds(const Entity& person, const std::string& title) const {
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      std::string name;
      lower_word(office.title, name);
      const bool leads = title == "leader" && (name == "president" || name == "prime minister" ||
                                               name == "chancellor" || name == "premier" || name == "supreme leader");
      if (name != title && !leads && !(title.find(' ') == std::string::npos && name.ends_with(" " + title)))
        return false;
      return date_.empty() || ((office.from.empty() || office.from <= date_) &&
                               (office.to.empty() || date_.substr(0, office.to.size()) <= office.to));
    });
  }

  // "the ministry", "the foreign ministry": the body of that kind that was named last.
  Referent body_holder(const std::string& noun, const std::string& modifier, const std::string& country) const {
    std::int32_t best = -1;
    for (std::size_t i = 0; i < mentions_.entities.size(); ++i) {
      const NamedEntity& named = mentions_.entities[i];
      if (named.kind != EntityKind::body) continue;
      std::string name;
      lower_word(named.name, name);
      const bool same_kind = name.find(noun) != std::string::npos;
      const bool same_matter = !is_modifier(modifier) || name.find(modifier) != std::string::npos;
      if (same_kind && same_matter && (country.empty() || named.country == country))
        best = static_cast<std::int32_t>(i);
    }
    if (best >= 0) return {{best}, false};
    return {};
  }

  // "Cable, who said": the noun before the relative.
  Referent antecedent(std::uint32_t relative) const {
    for (std::size_t i = mentions_.mentions.size(); i-- > 0;) {
      const Mention& mention = mentions_.mentions[i];
      if (mention.tokens.begin >= relative) continue;
      if (relative - mention.tokens.end <= 1 && !mention.adjective && !mention.possessive)
        return {{mention.entity}, false};
      break;
    }
    return {};
  }

  Referent pronoun(std::uint32_t token, const Draft& draft, const std::vector<Draft>& drafts, std::size_t index) const {
    const std::string word = lower(token);
    if (word == "i" || word == "we") return outer_speaker(draft, drafts, index);
    const bool male = (classes(token) & kMale) != 0;
    const bool female = (classes(token) & kFemale) != 0;
    if (!male && !female) return {};
    return {person_before(token, male ? Gender::male : Gender::female, draft, drafts, index), false};
  }

  // Who says "I": the speaker of the statement around it.
  Referent outer_speaker(const Draft& draft, const std::vector<Draft>& drafts, std::size_t index) const {
    const Span inner = draft.attribution.source.front();
    for (std::size_t i = index; i-- > 0;) {
      for (const Span content : drafts[i].attribution.content) {
        if (content.contains(inner)) return referents_[i];
      }
    }
    return {};
  }

  // The person of that gender whom the text before `token` brings to mind most: points for nearness, for being a
  // subject, for having spoken last. Empty where nobody fits.
  std::vector<std::int32_t> person_before(std::uint32_t token, Gender gender, const Draft& draft,
                                          const std::vector<Draft>& drafts, std::size_t index) const {
    std::vector<double> points(mentions_.entities.size(), 0.0);
    const std::uint32_t sentence = sentence_of(token);
    for (std::size_t i = mentions_.mentions.size(); i-- > 0;) {
      const Mention& mention = mentions_.mentions[i];
      if (mention.tokens.begin >= token || mention.adjective) continue;
      const std::uint32_t distance = sentence - sentence_of(mention.tokens.begin);
      if (distance > 12) break;
      if (!may_be(entity(mention.entity), gender)) continue;
      if (said_inside(draft, mention.span, token)) continue;
      const bool subject = opens_sentence(mention);
      const double sure = entity(mention.entity).gender == gender ? 1.0
                          : entity(mention.entity).sure_person    ? 0.7
                                                                  : 0.3;
      const double value = sure * ((subject ? 3.0 : 1.5) - (mention.possessive ? 0.7 : 0.0)) / (1.0 + distance);
      double& best = points[static_cast<std::size_t>(mention.entity)];
      best = std::max(best, value);
    }
    add_last_speakers(token, gender, drafts, index, points);
    const auto best = std::max_element(points.begin(), points.end());
    if (best == points.end() || *best <= 0.25) return {};
    return {static_cast<std::int32_t>(best - points.begin())};
  }

  void add_last_speakers(std::uint32_t token, Gender gender, const std::vector<Draft>& drafts, std::size_t index,
                         std::vector<double>& points) const {
    const std::uint32_t sentence = sentence_of(token);
    double weight = 2.5;
    for (std::size_t i = index; i-- > 0 && weight > 0.3;) {
      if (referents_[i].entities.size() != 1 || drafts[i].attribution.source.empty()) continue;
      const std::int32_t speaker = referents_[i].entities.front();
      if (!may_be(entity(speaker), gender)) continue;
      const std::uint32_t source = tokens_of(drafts[i].attribution.source.front()).begin;
      if (source >= token) continue;
      const std::uint32_t distance = sentence - sentence_of(source);
      if (distance > 12) break;
      points[static_cast<std::size_t>(speaker)] += weight / (1.0 + 0.5 * distance);
      weight *= 0.5;
    }
  }

  static bool may_be(const NamedEntity& named, Gender gender) {
    return named.kind == EntityKind::person && (named.gender == gender || named.gender == Gender::unknown);
  }

  // Is the mention part of what this very statement says? "He" of "“Xi is wrong,” he said" is not Xi.
  static bool said_inside(const Draft& draft, Span mention, std::uint32_t) {
    return std::any_of(draft.attribution.content.begin(), draft.attribution.content.end(),
                       [&](Span content) { return content.contains(mention); });
  }

  bool opens_sentence(const Mention& mention) const {
    const Sentence& sentence = reading_.document.sentences[sentence_of(mention.tokens.begin)];
    for (std::uint32_t at = sentence.tokens.begin; at < mention.tokens.begin; ++at) {
      if ((classes(at) & (kAuxiliary | kVerb | kSubjectPronoun)) != 0 && (classes(at) & kDeterminer) == 0) return false;
      if (at + 8 < mention.tokens.begin) return false;
    }
    return true;
  }

  std::uint32_t sentence_of(std::uint32_t token) const {
    const std::vector<Sentence>& sentences = reading_.document.sentences;
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                        [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
    return static_cast<std::uint32_t>(after - sentences.begin()) - 1;
  }

  std::string name_of(std::int32_t index) const {
    const NamedEntity& named = entity(index);
    if (named.kind == EntityKind::country && named.registry >= 0) {
      const std::string& government = registry_.entities()[static_cast<std::size_t>(named.registry)].government;
      return government.empty() ? named.name : government;
    }
    return named.name;
  }

  void name_speaker(const Referent& referent, Attribution& attribution) const {
    if (referent.entities.size() == 1) {
      attribution.speaker = name_of(referent.entities.front());
      attribution.metonymy = referent.metonymy;
    }
    if (referent.entities.size() < 2) return;
    for (const std::int32_t index : referent.entities) attribution.speakers.push_back(name_of(index));
  }

  std::string addressee_of(const Draft& draft, const std::vector<Draft>& drafts, std::size_t index) const {
    const Referent referent = referent_of(draft.addressee, draft, drafts, index);
    if (referent.entities.size() == 1) return name_of(referent.entities.front());
    Range words = tokens_of(draft.addressee);
    if (words.empty() || (classes(words.begin) & (kSubjectPronoun | kObjectPronoun)) != 0) return {};
    if (lower(words.begin) == "the" && words.size() > 1) ++words.begin;
    const std::vector<Token>& tokens = reading_.document.tokens;
    return std::string(reading_.document.view({tokens[words.begin].span.begin, draft.addressee.end}));
  }

  const Reading& reading_;
  const Mentions& mentions_;
  const Registry& registry_;
  std::string_view date_;
  std::vector<Referent> referents_;
};

}  // namespace

void resolve_speakers(const Reading& reading, const Mentions& mentions, const Registry& registry, std::string_view date,
                      std::vector<Draft>& drafts) {
  SpeakerResolver(reading, mentions, registry, date).resolve(drafts);
}

}  // namespace quoth
