#include "discovery/person_words.hpp"

#include <fmt/format.h>

namespace newsdex::discovery {

WordRow PersonWords::of(const NameTokens& name, std::size_t count,
                        std::deque<std::string>& joined) const {
  const bool has_halves = ends_in_halves(name, count);
  const std::size_t whole = has_halves ? count - 2 : count;
  WordRow words;
  for (std::size_t i = 0; i < whole; ++i)
    spellings_.add_words(name.tokens[i].form, name.written(i), words);
  if (has_halves) {
    words.push_back(joined.emplace_back(
        fmt::format("{} {}", name.tokens[count - 2].form, name.tokens[count - 1].form)));
  }
  return words;
}

// Behind a given name the ending is all of the surname.
bool PersonWords::ends_in_halves(const NameTokens& name, std::size_t count) const {
  if (count < 2 || !lexicon_.is(name.tokens[count - 1].form, WordClass::name_suffix)) return false;
  const std::string_view first_half = name.tokens[count - 2].form;
  return first_half.size() > 1 && !lexicon_.is(first_half, WordClass::given_name) &&
         !spellings_.knows(first_half);
}

}  // namespace newsdex::discovery
