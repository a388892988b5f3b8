#include "entities/name_words.hpp"

#include <algorithm>

namespace newsdex {

namespace {

// Aliases may begin with anything ("Supreme Leader"); a name that ends in the surname begins with a
// given name, or with a title.
bool ends_in_surname(const Entity& entity, std::string_view name) {
  return std::any_of(entity.surnames.begin(), entity.surnames.end(),
                     [&](const std::string& surname) { return name.ends_with(surname); });
}

}  // namespace

NameWords::NameWords(const Gazetteer& gazetteer, Analyzer& analyzer, Lexicon& lexicon) {
  for (std::uint32_t i = 0; i < gazetteer.entities().size(); ++i) {
    const Entity& entity = gazetteer.entities()[i];
    if (entity.type == EntityType::place) {
      for (const Alias& name : entity.aliases) add_words(i, name.form, analyzer);
    }
    if (entity.type != EntityType::person) continue;
    for (const Alias& name : entity.aliases) {
      const std::string_view first = add_words(i, name.form, analyzer);
      const bool is_given_name = !first.empty() && ends_in_surname(entity, name.form) &&
                                 !lexicon.is(first, WordClass::office) &&
                                 !lexicon.is(first, WordClass::grammar);
      if (is_given_name) lexicon.add(first, WordClass::given_name);
    }
  }
  std::sort(owned_.begin(), owned_.end());
  owned_.erase(std::unique(owned_.begin(), owned_.end()), owned_.end());
}

// The first word, if there are more; it lives until the next call.
std::string_view NameWords::add_words(std::uint32_t entity, std::string_view name,
                                      Analyzer& analyzer) {
  analyzer.analyze(name, {}, stream_);
  const std::span<const Token> words = stream_.tokens();
  for (const Token& word : words) owned_.emplace_back(entity, words_.add(word.form));
  return words.size() < 2 ? std::string_view{} : words.front().form;
}

bool NameWords::belong_to(std::uint32_t entity, std::string_view word) const {
  const WordId id = words_.find(word);
  return id != kNoWord && std::binary_search(owned_.begin(), owned_.end(), Owned(entity, id));
}

bool NameWords::begin_with(std::uint32_t entity, std::string_view letter) const {
  auto at = std::lower_bound(owned_.begin(), owned_.end(), Owned(entity, 0));
  for (; at != owned_.end() && at->first == entity; ++at) {
    if (words_.word(at->second).starts_with(letter)) return true;
  }
  return false;
}

bool NameWords::have_initial(std::uint32_t entity) const {
  auto at = std::lower_bound(owned_.begin(), owned_.end(), Owned(entity, 0));
  for (; at != owned_.end() && at->first == entity; ++at) {
    if (words_.word(at->second).size() == 1) return true;
  }
  return false;
}

}  // namespace newsdex
