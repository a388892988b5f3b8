#include "discovery/person_words.hpp"

#include <fmt/format.h>

namespace newsdex::discovery {

WordRow PersonWords::of(const NameTokens& name, std::size_t count,
                        std::deque<std::string>& joined) const {
  const std::size_t first = begins_with_particle(name, count) ? 1 : 0;
  const bool has_halves = ends_in_halves(name, count);
  const std::size_t whole = has_halves ? count - 2 : count;
  WordRow words;
  for (std::size_t i = first; i < whole; ++i)
    spellings_.add_words(name.tokens[i].form, name.written(i), words);
  if (has_halves) {
    words.push_back(joined.emplace_back(
        fmt::format("{} {}", name.tokens[count - 2].form, name.tokens[count - 1].form)));
  }
  return words;
}

// "al-Sisi" and "bin Salman", but not "Al Gore".
bool PersonWords::begins_with_particle(const NameTokens& name, std::size_t count) const {
  if (count < 2 || !lexicon_.is(name.tokens[0].form, WordClass::particle)) return false;
  const std::uint32_t end = name.tokens[0].end;
  const bool is_joined = name.text.substr(end, name.tokens[1].begin - end) == "-";
  return is_joined || !name.tokens[0].capitalised;
}

// Behind a given name the ending is all of the surname.
bool PersonWords::ends_in_halves(const NameTokens& name, std::size_t count) const {
  if (count < 2 || !lexicon_.is(name.tokens[count - 1].form, WordClass::name_suffix)) return false;
  const std::string_view first_half = name.tokens[count - 2].form;
  return first_half.size() > 1 && !lexicon_.is(first_half, WordClass::given_name) &&
         !spellings_.knows(first_half);
}

}  // namespace newsdex::discovery
