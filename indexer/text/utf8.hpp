// UTF-8, seen as untrusted bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsdex {

/// Stands for every ill-formed sequence.
inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;  // kReplacement when ill-formed
  std::uint32_t length = 0;       // bytes it takes, at least 1
  bool valid = false;
};

/// decode() where the byte is not ASCII.
CodePoint decode_multibyte(std::string_view text, std::size_t at);

/// Decodes the code point that starts at `text[at]`; `at` must be below `text.size()`.
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1, true} : decode_multibyte(text, at);
}

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// `text` with every ill-formed sequence replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

/// Longest prefix of at most `max_bytes` bytes that does not end inside a character.
std::string_view cut_to_bytes(std::string_view text, std::size_t max_bytes);

std::string_view trim_spaces(std::string_view text);  // ASCII white space at both ends

/// ASCII letters to lower case, all other bytes as they are.
std::string ascii_lower(std::string_view text);

}  // namespace newsdex
