#include "discovery/name_shape.hpp"

#include <algorithm>

#include "entities/letters.hpp"
#include "text/utf8.hpp"

namespace newsdex::discovery {

bool is_latin(const NameTokens& name) {
  return std::all_of(name.tokens.begin(), name.tokens.end(), [&](const Token& token) {
    return may_be_latin(decode(name.text, token.begin).value);
  });
}

bool reads_as_thing(const NameTokens& name, const Lexicon& lexicon) {
  const auto tokens = name.tokens;
  if (tokens.size() < 2) return false;
  const std::string_view last = tokens.back().form;
  const bool is_eponym = lexicon.is(last, WordClass::eponym);
  if (is_eponym && lexicon.is(last, WordClass::body_head)) return true;
  if (lexicon.is(tokens.front().form, WordClass::given_name)) return false;
  return is_eponym || lexicon.is(last, WordClass::thing) || lexicon.is(last, WordClass::company) ||
         lexicon.is(last, WordClass::place_kind);
}

bool ends_in_eponym(const NameTokens& name, const Lexicon& lexicon) {
  return lexicon.is(name.tokens.back().form, WordClass::eponym);
}

bool is_all_caps(const NameTokens& name) {
  return count_all_caps(name) == name.tokens.size();
}

std::size_t count_all_caps(const NameTokens& name) {
  return static_cast<std::size_t>(std::count_if(name.tokens.begin(), name.tokens.end(),
                                                [](const Token& token) { return token.all_caps; }));
}

}  // namespace newsdex::discovery
