#include <algorithm>
#include <array>
#include <string>

#include "quoth/annotate/words.h"
#include "quoth/attribute/turn_labels_internal.h"

namespace quoth {
namespace {

using namespace word_class;

}  // namespace

Referent TurnLabels::read(Span label, const Referent& read) {
  const std::string_view text = document_.view(label);
  const bool answer = text == "A" || text == "Answer" || text == "ANSWER";
  if (answer && !introduced_) introduced_ = person_introduced();
  const std::int32_t person = answer ? *introduced_ : person_with_initials(text);
  if (person >= 0) return {{person}, {}, false};
  if (const std::int32_t holder = holder_introduced(label); holder >= 0) return {{holder}, {}, false};
  return !read.name.empty() && read.name != text ? read : Referent{{}, label_name(label), false};
}

// "THE SPOKESMAN:" under "Briefing by the Spokesman for the Secretary-General": who holds the office of the body or
// country that the words before the first turn name. -1 where they name none that has such a holder.
std::int32_t TurnLabels::holder_introduced(Span label) {
  const Range words = resolution_.reader.tokens_of(label);
  if (words.empty() || words.size() > 3 || (classes(words.end - 1) & (kPersonNoun | kOfficeNoun)) == 0) return -1;
  std::string office;
  lower_word(document_.view(label), office);
  if (office.starts_with("the ")) office.erase(0, 4);
  const std::string_view opening = std::string_view(document_.text).substr(0, first_label());
  if (opening.find("Secretary-General") != std::string_view::npos)
    return resolution_.reader.registered_holder(office, "United Nations");
  for (const Mention& mention : mentions_.mentions) {
    if (mention.span.begin >= opening.size()) break;
    const NamedEntity& place = mentions_.entities[static_cast<std::size_t>(mention.entity)];
    if (place.kind == EntityKind::person) continue;
    const std::int32_t holder = resolution_.reader.registered_holder(office, place.name);
    if (holder >= 0) return holder;
  }
  return -1;
}

// Where the first turn begins, in bytes.
std::uint32_t TurnLabels::first_label() {
  if (first_label_) return *first_label_;
  auto end = static_cast<std::uint32_t>(document_.text.size());
  for (const Draft& draft : resolution_.drafts) {
    if (draft.is_turn && !draft.attribution.source.empty()) end = std::min(end, draft.attribution.source.front().begin);
  }
  first_label_ = end;
  return end;
}

// Whom the words before the first turn name most: who is interviewed. -1 where they name nobody.
std::int32_t TurnLabels::person_introduced() {
  const std::uint32_t end = first_label();
  std::map<std::int32_t, int> counts;
  std::int32_t most = -1;
  for (const Mention& mention : mentions_.mentions) {
    if (mention.span.begin >= end) break;
    const NamedEntity& entity = mentions_.entities[static_cast<std::size_t>(mention.entity)];
    if (entity.kind != EntityKind::person || !entity.sure_person) continue;
    const int count = ++counts[mention.entity];
    if (most < 0 || count > counts[most]) most = mention.entity;
  }
  return most;
}

// The only person with those initials; -1 where there is none or several.
std::int32_t TurnLabels::person_with_initials(std::string_view label) {
  if (label.size() < 2 || label.size() > 3) return -1;
  if (!initials_) initials_ = people_by_initials();
  const auto found = initials_->find(std::string(label));
  return found == initials_->end() ? -1 : found->second;
}

std::map<std::string, std::int32_t> TurnLabels::people_by_initials() const {
  std::map<std::string, std::int32_t> people;
  for (std::size_t i = 0; i < mentions_.entities.size(); ++i) {
    const NamedEntity& entity = mentions_.entities[i];
    if (entity.kind != EntityKind::person) continue;
    std::string initials;
    for (std::size_t at = 0; at < entity.name.size(); ++at) {
      if (at == 0 || entity.name[at - 1] == ' ') initials += entity.name[at];
    }
    const auto [known, fresh] = people.emplace(initials, static_cast<std::int32_t>(i));
    if (!fresh) known->second = -1;
  }
  return people;
}

std::string TurnLabels::label_name(Span label) const {
  const Range words = resolution_.reader.tokens_of(label);
  const std::string_view text = document_.view(label);
  if (text.size() < 3 || words.size() > 3 ||
      (classes(words.begin) & (kPersonNoun | kTitle | kOfficeNoun | kDeterminer)) != 0)
    return {};
  std::string name(text);
  const bool shouted = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  for (std::size_t i = 1; shouted && name.size() > 4 && i < name.size(); ++i) {
    if (name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] != ' ' && name[i - 1] != '-')
      name[i] = static_cast<char>(name[i] | 0x20);
  }
  return name == "Question" || name == "Moderator" || name == "Reporter" || name == "Interviewer" ? std::string()
                                                                                                  : name;
}

bool TurnLabels::names_person(const std::string& name) const {
  constexpr std::size_t kFarthest = 1'000;  // entities
  const auto end =
      mentions_.entities.begin() + static_cast<std::ptrdiff_t>(std::min(mentions_.entities.size(), kFarthest));
  return std::any_of(mentions_.entities.begin(), end, [&](const NamedEntity& entity) {
    return entity.kind == EntityKind::person && entity.name == name;
  });
}

}  // namespace quoth
