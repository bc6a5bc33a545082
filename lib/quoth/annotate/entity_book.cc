#include "quoth/annotate/entity_book_internal.h"
#include "quoth/annotate/names_internal.h"
#include "quoth/annotate/words.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

// A name without the initials in its middle.
std::string without_initials(const std::string& name) {
  std::string out;
  for_each_word(name, [&](std::string_view word) {
    const bool initial = word.size() == 2 && word[1] == '.' && !out.empty();
    if (!initial) out += (out.empty() ? "" : " ") + std::string(word);
  });
  return out;
}

}  // namespace

NamedEntity named_entity(const Registry& registry, std::int32_t index) {
  const Entity& entity = registry.entities()[static_cast<std::size_t>(index)];
  NamedEntity named{.kind = entity.kind,
                    .sure_person = entity.kind == EntityKind::person,
                    .name = entity.name,
                    .family_name = {},
                    .gender = entity.gender,
                    .country = entity.country,
                    .registry = index};
  lower_word(entity.family_name, named.family_name);
  return named;
}

std::int32_t EntityBook::add(NamedEntity entity) {
  const auto index = static_cast<std::int32_t>(entities_.size());
  if (!entity.family_name.empty()) by_family_[ShortWord(entity.family_name)].push_back(index);
  entities_.push_back(std::move(entity));
  return index;
}

std::int32_t EntityBook::registered(std::int32_t index) {
  const auto [known, fresh] = by_registry_.emplace(index, static_cast<std::int32_t>(entities_.size()));
  if (fresh) {
    NamedEntity named = named_entity(registry_, index);
    by_name_.emplace(named.name, known->second);
    add(std::move(named));
  }
  return known->second;
}

std::int32_t EntityBook::named(const std::string& name, std::uint32_t tokens) {
  if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
  // "Joseph R. Biden" is whom the registry calls by the first and last of the names.
  const std::string plain = without_initials(name);
  const Registry::Match match = plain.size() < name.size() ? registry_.match(plain, 0) : Registry::Match{};
  std::int32_t entity = -1;
  if (match.entity >= 0 && match.length == plain.size()) {
    entity = registered(match.entity);
  } else {
    NamedEntity described = describe_name(name, tokens);
    if (registry_.match(name, 0).adjective) described.kind = EntityKind::body;  // "Irish Ferries"
    entity = add(std::move(described));
  }
  by_name_.emplace(name, entity);
  return entity;
}

std::int32_t EntityBook::single(NamedEntity person) {
  if (const auto known = by_name_.find(person.name); known != by_name_.end()) return known->second;
  by_name_.emplace(person.name, static_cast<std::int32_t>(entities_.size()));
  return add(std::move(person));
}

std::int32_t EntityBook::with_first_name(const std::string& name) const {
  const auto known = by_first_name_.find(name);
  return known == by_first_name_.end() ? -1 : known->second;
}

void EntityBook::learn_first_names() {
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const NamedEntity& entity = entities_[i];
    const std::size_t space = entity.name.find(' ');
    if (entity.kind != EntityKind::person || !entity.sure_person || space == std::string::npos) continue;
    const auto [known, fresh] = by_first_name_.emplace(entity.name.substr(0, space), static_cast<std::int32_t>(i));
    if (!fresh && known->second != static_cast<std::int32_t>(i)) known->second = -1;
  }
}

}  // namespace quoth
