#include "discovery/person_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace newsdex::discovery {

WordRow PersonWords::of(const NameTokens& name, std::size_t count,
                        std::deque<std::string>& joined) const {
  const std::size_t first = begins_with_particle(name, count) ? 1 : 0;
  const bool has_halves = ends_in_halves(name, count);
  const std::size_t whole = has_halves ? count - 2 : count;
  const auto join = [&](std::size_t i) {
    return std::string_view(
        joined.emplace_back(fmt::format("{} {}", name.tokens[i].form, name.tokens[i + 1].form)));
  };
  WordRow words;
  for (std::size_t i = first; i < whole; ++i) {
    if (begins_syllables(name, i, whole)) {
      words.push_back(join(i++));
    } else {
      spellings_.add_words(name.tokens[i].form, name.written(i), words);
    }
  }
  if (has_halves) words.push_back(join(whole));
  if (!has_halves && count > 1 && begins_syllables(name, count - 2, count))
    std::rotate(words.begin(), words.end() - 1, words.end());
  return words;
}

// "Jae-in", "Chun-ying": a given name, which stands behind the surname or before it; but
// "Ahmadi-nejad".
bool PersonWords::begins_syllables(const NameTokens& name, std::size_t i, std::size_t count) const {
  if (i + 1 >= count || !name.tokens[i].capitalised || name.tokens[i + 1].capitalised) return false;
  const std::uint32_t end = name.tokens[i].end;
  return name.text.substr(end, name.tokens[i + 1].begin - end) == "-" &&
         !lexicon_.is(name.tokens[i + 1].form, WordClass::name_ending);
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
