// Things with a name: who acted, on which platform, for which body, where.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsdex {

enum class EntityType : std::uint8_t { person, platform, organisation, place };

/// "person", "platform", "organisation", "place": the words of name lists and of JSON.
std::string_view to_string(EntityType type);

/// Which field of an article a span lies in.
enum class TextField : std::uint8_t { title, body };

/// How a mention was recognised. The word is what `tag` and `explain` print.
enum class MentionRule : std::uint8_t {
  name,            // the canonical name as listed
  alias,           // another listed form
  surname,         // a surname, after the full name elsewhere in the article
  unique_surname,  // a surname of one person of the list, whom the article never names in full
  role,            // a title alone, resolved by country and date
  discovered,      // by the recogniser of names that no list holds
};
inline constexpr MentionRule kLastMentionRule = MentionRule::discovered;

std::string_view to_string(MentionRule rule);

/// A span of an article that names an entity of the gazetteer.
struct Mention {
  std::uint32_t entity = 0;  // index into Gazetteer::entities()
  EntityType type = EntityType::person;
  TextField field = TextField::body;
  MentionRule rule = MentionRule::name;
  std::uint8_t confidence = 100;  // percent
  std::uint16_t form = 0;   // the entity's alias, surname or office that stands there, by rule
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;

  auto operator<=>(const Mention&) const = default;
};

/// A span that looked like a name and was turned down, kept for `explain`.
struct RejectedMention {
  std::uint32_t entity = 0;
  TextField field = TextField::body;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string reason;  // a phrase in lower case
};

/// A title that stands alone ("the foreign minister") and is nobody's, kept for `explain`.
struct UnresolvedTitle {
  TextField field = TextField::body;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string reason;  // a phrase in lower case
};

}  // namespace newsdex
