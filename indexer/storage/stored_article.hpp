// What an index keeps of an article, so that it can be shown, highlighted and tagged again without
// its source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "newsdex/article.hpp"
#include "newsdex/date.hpp"
#include "newsdex/entity.hpp"

namespace newsdex {

/// A mention as stored: by the entity's canonical name, so that it stands without the gazetteer.
struct StoredMention {
  std::string name;
  EntityType type = EntityType::person;
  TextField field = TextField::body;
  MentionRule rule = MentionRule::name;
  std::uint8_t confidence = 100;
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;

  bool operator==(const StoredMention&) const = default;
};

/// Where an article speaks of days, and of which.
struct StoredDate {
  TextField field = TextField::body;
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;
  DaySpan days;

  bool operator==(const StoredDate&) const = default;
};

struct StoredArticle {
  Article article;
  PublicationDate date;
  std::vector<StoredMention> mentions;
  std::vector<StoredDate> dates;
};

/// A length-prefixed binary form, the same on every machine.
std::string encode(const StoredArticle& stored);

/// Throws Error{bad_index} for bytes that `encode` did not make.
StoredArticle decode_stored_article(std::string_view bytes);

}  // namespace newsdex
