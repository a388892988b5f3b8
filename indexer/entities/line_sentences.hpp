// Where sentences of a line begin and end, for who reads credits: from bytes alone, without words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsdex {

/// Where the sentence begins that holds byte `at` of a line; nothing if that is more than `most`
/// bytes before it.
std::optional<std::size_t> sentence_begin(std::string_view line, std::size_t at, std::size_t most);

/// Where the sentence behind byte `at` begins; the line's end if there is none.
std::size_t next_sentence(std::string_view line, std::size_t at);

/// Behind the full stop that follows a word in small letters; the line's end if there is none.
std::size_t first_sentence_end(std::string_view line);

}  // namespace newsdex
