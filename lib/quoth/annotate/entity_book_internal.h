// The entities of one document, found again by their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "quoth/annotate/mentions.h"
#include "quoth/base/short_word_map.h"

namespace quoth {

// Adds to a list of entities, each once. Holds references. All that is handed out are indexes into the list.
class EntityBook {
 public:
  EntityBook(const Registry& registry, std::vector<NamedEntity>& entities) : registry_(registry), entities_(entities) {}

  // The entity `index` of the registry.
  std::int32_t registered(std::int32_t index);

  // Who or what bears the full name, which has so many tokens: known already, from the registry, or new.
  std::int32_t named(const std::string& name, std::uint32_t tokens);

  // The person with the name of one word, made of `person` where it is new.
  std::int32_t single(NamedEntity person);

  // Those whose family name the word is, null where nobody bears it.
  const std::vector<std::int32_t>* family(std::string_view word) const { return by_family_.find(ShortWord(word)); }

  // The only sure person whose first name it is; -1 where there is none or several. Of the entities that there were
  // when learn_first_names() was called last.
  std::int32_t with_first_name(const std::string& name) const;
  void learn_first_names();

  const std::vector<NamedEntity>& entities() const { return entities_; }

 private:
  std::int32_t add(NamedEntity entity);

  const Registry& registry_;
  std::vector<NamedEntity>& entities_;
  std::unordered_map<std::int32_t, std::int32_t> by_registry_;
  std::unordered_map<std::string, std::int32_t> by_name_;
  std::unordered_map<std::string, std::int32_t> by_first_name_;  // -1 where several bear it
  ShortWordMap<std::vector<std::int32_t>> by_family_;
};

}  // namespace quoth
