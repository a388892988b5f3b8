#include "text/utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

// ICU's macros narrow between int and byte types in the including file.
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace newsdex {
namespace {

// Most texts are nearly all ASCII, and eight bytes of it are told by one look.
bool begins_with_eight_ascii(std::string_view text) {
  std::uint64_t bytes = 0;
  if (text.size() < sizeof bytes) return false;
  std::memcpy(&bytes, text.data(), sizeof bytes);
  return (bytes & 0x8080808080808080) == 0;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Whether white space is single blanks only, as in most lines. Looks at every byte, come what may,
// and counts in bytes: so the compiler takes many at once.
bool has_single_blanks_only(std::string_view text) {
  unsigned char others = 0;
  for (const char c : text) others |= static_cast<unsigned char>(c >= '\t' && c <= '\r');
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto blank_before = static_cast<unsigned char>(text[i - 1] == ' ');
    others |= blank_before & static_cast<unsigned char>(text[i] == ' ');
  }
  return others == 0;
}

}  // namespace

CodePoint decode_long(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  auto next = static_cast<std::int64_t>(at);
  UChar32 value = 0;
  U8_NEXT(bytes, next, size, value);
  const auto length = static_cast<std::uint32_t>(next - static_cast<std::int64_t>(at));
  if (value < 0) return {kReplacement, length, false};
  return {static_cast<char32_t>(value), length, true};
}

void append_utf8(std::string& out, char32_t code_point) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  out.append(bytes, bytes + length);
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid) return false;
    at += point.length;
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (begins_with_eight_ascii(text.substr(at))) {
      at += sizeof(std::uint64_t);
      continue;
    }
    const CodePoint point = decode(text, at);
    if (!point.valid) {
      out.append(text, copied, at - copied);
      append_utf8(out, kReplacement);
      copied = at + point.length;
    }
    at += point.length;
  }
  return out.append(text, copied);
}

std::size_t count_characters(std::string_view text) {
  // Eight bytes at once: of a byte that goes on a character the first bit is set and the second
  // not.
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::size_t count = text.size();
  for (; text.size() >= sizeof kOnes; text.remove_prefix(sizeof kOnes)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    const std::uint64_t going_on = (bytes >> 7) & (~bytes >> 6) & kOnes;
    count -= (going_on * kOnes) >> 56;  // the sum of the bytes
  }
  return count - static_cast<std::size_t>(std::count_if(
                     text.begin(), text.end(), [](char byte) { return (byte & 0xC0) == 0x80; }));
}

std::string_view cut_to_bytes(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && U8_IS_TRAIL(text[end])) --end;
  return text.substr(0, end);
}

std::string_view trim_spaces(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::string single_spaced(std::string_view text) {
  std::string out(text);
  if (has_single_blanks_only(text)) return out;
  std::size_t size = 0;
  bool after_space = false;
  for (const char c : text) {
    const bool space = is_space(c);
    if (!(space && after_space)) out[size++] = space ? ' ' : c;
    after_space = space;
  }
  out.resize(size);
  return out;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

}  // namespace newsdex
