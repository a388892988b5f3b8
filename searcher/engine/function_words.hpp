// Words that say nothing of what an article is about.
#pragma once

#include <string_view>

namespace newsdex {

/// Whether `form`, as analysed, is a function word of English or Persian, or one of those that only
/// make a question of what they stand beside. Languages that share their letters with English have
/// none here: the German "die" would take a verb from an English query.
bool is_function_word(std::string_view form);

}  // namespace newsdex
