// How words and values become the terms of an index: used alike by indexing and searching.
#pragma once

#include <string>
#include <string_view>

#include "newsdex/analyzer.hpp"
#include "newsdex/schema.hpp"

namespace newsdex {

/// The key under which all spellings of a name meet: its tokens' forms joined by spaces.
std::string name_key(Analyzer& analyzer, std::string_view name);

/// The term of an exact form that differs from its stem.
std::string form_term(std::string_view stem, std::string_view form);

/// The prefix of all form terms of a stem.
std::string form_term_prefix(std::string_view stem);

/// The term by which articles that mention this entity are found.
std::string entity_term(EntityType type, std::string_view entity_id);

/// The term by which articles with this label are found, given the label's key. Values too long for
/// a term are cut and told apart by a hash; so are ids.
std::string label_term(Field field, std::string_view key);

/// The term that names one article.
std::string id_term(std::string_view id);

}  // namespace newsdex
