// What tokens that begin with a digit may be in a time expression.
#pragma once

#include <string_view>

#include "dates/lexeme.hpp"

namespace newsdex {

/// Reads "30", "2.5", "21st", "1990s", "10pm", "10.30pm", "30.04.2018", "30t18" (the middle of an
/// ISO date and time). `form` is folded, without thousands separators. False where it is none of
/// these; then `out` keeps only what it was.
bool read_digits(std::string_view form, Lexeme& out);

}  // namespace newsdex
