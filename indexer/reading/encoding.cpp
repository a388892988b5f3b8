#include "reading/encoding.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "reading/charset_detection.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

using namespace std::string_view_literals;

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view encoding;
};

// Longest first, as UTF-32LE begins like UTF-16LE.
constexpr std::array kByteOrderMarks = {
    ByteOrderMark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, ByteOrderMark{"\0\0\xFE\xFF"sv, "UTF-32BE"},
    ByteOrderMark{"\xEF\xBB\xBF"sv, "UTF-8"},    ByteOrderMark{"\xFF\xFE"sv, "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF"sv, "UTF-16BE"},
};

// Files that may begin with little but text, and that people keep beside articles.
constexpr std::array kBinarySignatures = {
    "%PDF-"sv,  "\x89PNG\r\n"sv, "PK\x03\x04"sv,       "\x1F\x8B"sv,         "\xFF\xD8\xFF"sv,
    "GIF87a"sv, "GIF89a"sv,      "\xD0\xCF\x11\xE0"sv, "\x28\xB5\x2F\xFD"sv, "\177ELF"sv,
};

// One in twenty is more than any text has, and half of what evenly spread bytes have.
constexpr std::size_t kControlsOneIn = 20;

// The control characters of text, a bit each: tab, line feed, vertical tab, form feed, carriage
// return, and escape, which terminal logs and ISO-2022 have.
constexpr std::uint32_t kTextControls =
    1U << 9U | 1U << 10U | 1U << 11U | 1U << 12U | 1U << 13U | 1U << 27U;

bool is_control(char32_t character) {
  return character < 0x20 ? (kTextControls >> character & 1U) == 0 : character == 0x7F;
}

bool has_many_controls(std::string_view bytes) {
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char byte) {
    return is_control(static_cast<unsigned char>(byte));
  });
  return static_cast<std::size_t>(controls) * kControlsOneIn > bytes.size();
}

// Bytes of another encoding seldom form well-formed sequences by chance: in Latin, Greek, Hebrew
// and most Cyrillic ones next to never, in Persian windows-1256 one in thirty, in Chinese, Japanese
// and Thai ones one in three at the most. Where every other one is well-formed, the rest is damage.
// An end inside a character is no more than the mark of a file that was cut.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t well_formed = 0;
  std::size_t ill_formed = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    at += point.length;
    if (point.length == 1 && point.valid) continue;
    const bool cut = !point.valid && at == bytes.size();
    if (point.valid || (cut && point.length > 1)) {
      ++well_formed;
    } else if (!cut) {
      ++ill_formed;
    }
  }
  return well_formed > 0 && ill_formed <= well_formed;
}

// In UTF-16 the characters up to U+00FF, spaces and line ends at the least, have a zero byte: the
// first of two in big-endian text, else the second.
std::string_view utf16_by_zero_bytes(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == '\0') ++zeros[at % 2];
  }
  const std::size_t more = std::max(zeros[0], zeros[1]);
  const std::size_t fewer = std::min(zeros[0], zeros[1]);
  if (more * 40 < bytes.size() || fewer * 4 > more) return {};
  return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

tl::expected<DecodedText, std::string> finish(std::string text, std::string_view encoding) {
  unify_line_ends(text);
  return DecodedText{std::move(text), std::string(encoding)};
}

// Converted bytes must still prove to be text: a table of numbers has zero bytes too.
bool is_garbled(std::string_view text) {
  std::size_t garbled = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const CodePoint point = decode(text, at);
    at += point.length;
    if (point.value == kReplacement || is_control(point.value)) ++garbled;
  }
  return garbled * kControlsOneIn > characters;
}

tl::expected<DecodedText, std::string> convert(std::string_view bytes, std::string_view encoding) {
  constexpr std::size_t kMaxBytes = std::numeric_limits<std::int32_t>::max() / 4;
  if (bytes.size() > kMaxBytes) {
    return tl::unexpected(fmt::format("too large to be converted from {}", encoding));
  }
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                     std::string(encoding).c_str())
      .toUTF8String(text);
  if (is_garbled(text)) return tl::unexpected(std::string(kBinaryData));
  return finish(std::move(text), encoding);
}

tl::expected<DecodedText, std::string> decode_marked(std::string_view bytes,
                                                     const ByteOrderMark& mark) {
  bytes.remove_prefix(mark.bytes.size());
  if (mark.encoding != "UTF-8") return convert(bytes, mark.encoding);
  if (has_many_controls(bytes)) return tl::unexpected(std::string(kBinaryData));
  return finish(to_valid_utf8(bytes), mark.encoding);
}

bool has_binary_signature(std::string_view bytes) {
  return std::any_of(kBinarySignatures.begin(), kBinarySignatures.end(),
                     [&](std::string_view signature) { return bytes.starts_with(signature); });
}

// ISO-2022-JP and its like are ASCII to the eye.
bool is_seven_bit_code(std::string_view encoding) {
  return ascii_lower(encoding).starts_with("iso-2022-");
}

// UTF-16 and UTF-32 are known by their zero bytes; who declares them in ASCII is mistaken.
bool is_known_encoding(std::string_view encoding) {
  if (encoding.empty() || ascii_lower(encoding).starts_with("utf")) return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(std::string(encoding).c_str(), &status));
  return U_SUCCESS(status);
}

// The web reads these two as the Windows code page, which only adds to them.
std::string_view web_encoding(std::string_view encoding) {
  constexpr std::array<std::string_view, 5> kLatin = {"iso-8859-1", "latin1", "iso8859-1",
                                                      "us-ascii", "ascii"};
  const std::string lower = ascii_lower(encoding);
  const bool latin = std::find(kLatin.begin(), kLatin.end(), lower) != kLatin.end();
  return latin ? "windows-1252" : encoding;
}

// What follows `key`, "=" and maybe a quotation mark, up to the end of a name.
std::string_view named_after(std::string_view text, std::string_view key) {
  constexpr std::string_view kBlank = " \t\r\n\"'";
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    std::size_t begin = text.find_first_not_of(kBlank, at + key.size());
    if (begin == std::string_view::npos || text[begin] != '=') continue;
    begin = text.find_first_not_of(kBlank, begin + 1);
    if (begin == std::string_view::npos) continue;
    const std::size_t end = text.find_first_of(" \t\r\n\"';/>?", begin);
    return text.substr(begin, end == std::string_view::npos ? end : end - begin);
  }
  return {};
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kWhereDeclared = 1024;
  const std::string beginning = ascii_lower(bytes.substr(0, kWhereDeclared));
  if (!trim_spaces(beginning).starts_with('<')) return {};
  const bool xml = trim_spaces(beginning).starts_with("<?xml");
  std::string_view found;
  if (xml)
    found = named_after(std::string_view(beginning).substr(0, beginning.find("?>")), "encoding");
  if (found.empty()) found = named_after(beginning, "charset");
  return std::string(found);
}

tl::expected<DecodedText, std::string> decode_text(std::string_view bytes,
                                                   std::string_view declared) {
  if (has_binary_signature(bytes)) return tl::unexpected(std::string(kBinaryData));
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) return decode_marked(bytes, mark);
  }
  if (bytes.find('\0') != std::string_view::npos) {
    const std::string_view encoding = utf16_by_zero_bytes(bytes);
    if (encoding.empty()) return tl::unexpected(std::string(kBinaryData));
    return convert(bytes, encoding);
  }
  if (is_seven_bit_code(declared)) return convert(bytes, declared);
  if (has_many_controls(bytes)) return tl::unexpected(std::string(kBinaryData));
  if (simdjson::validate_utf8(bytes)) return finish(std::string(bytes), "UTF-8");
  if (is_damaged_utf8(bytes)) return finish(to_valid_utf8(bytes), "UTF-8");
  if (is_known_encoding(declared)) {
    if (auto text = convert(bytes, web_encoding(declared))) return text;
  }
  const std::optional<std::string> encoding = detect_charset(bytes);
  if (!encoding) return tl::unexpected(std::string("an encoding that cannot be told"));
  return convert(bytes, *encoding);
}

}  // namespace newsdex
