#include "entities/letters.hpp"

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace newsdex {

bool is_caseless(std::string_view word) {
  return !word.empty() && u_charType(static_cast<UChar32>(decode(word, 0).value)) == U_OTHER_LETTER;
}

bool is_one_character(std::string_view word) {
  return !word.empty() && decode(word, 0).length == word.size();
}

}  // namespace newsdex
