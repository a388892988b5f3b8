#include "newsdex/entity.hpp"

#include "entities/entity_words.hpp"

namespace newsdex {

std::string_view to_string(EntityType type) {
  return kEntityTypeWords[static_cast<std::size_t>(type)];
}

std::string_view to_string(MentionRule rule) {
  return kMentionRuleWords[static_cast<std::size_t>(rule)];
}

}  // namespace newsdex
