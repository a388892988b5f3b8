// UTF-8, seen as untrusted bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsdex {

/// Stands for every ill-formed sequence.
inline constexpr char32_t kReplacement = 0xFFFD;
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct CodePoint {
  char32_t value = kReplacement;  // kReplacement when ill-formed
  std::uint32_t length = 0;       // bytes it takes, at least 1
  bool valid = false;
};

/// decode() of what is neither ASCII nor a well-formed sequence of two bytes.
CodePoint decode_long(std::string_view text, std::size_t at);

/// Decodes the code point that starts at `text[at]`; `at` must be below `text.size()`.
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0U) == 0x80U) {
      return {static_cast<char32_t>((first & 0x1FU) << 6U | (second & 0x3FU)), 2, true};
    }
  }
  return decode_long(text, at);
}

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// `text` with every ill-formed sequence replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

/// Number of characters, by the bytes that do not go on with one.
std::size_t count_characters(std::string_view text);

/// Longest prefix of at most `max_bytes` bytes that does not end inside a character.
std::string_view cut_to_bytes(std::string_view text, std::size_t max_bytes);

/// With one space for every run of ASCII white space.
std::string single_spaced(std::string_view text);

std::string_view trim_spaces(std::string_view text);  // ASCII white space at both ends

/// ASCII letters to lower case, all other bytes as they are.
std::string ascii_lower(std::string_view text);

}  // namespace newsdex
