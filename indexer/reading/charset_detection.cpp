#include "reading/charset_detection.hpp"

#include <unicode/localpointer.h>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace newsdex {
namespace {

// ICU gives 10 to encodings that are possible but that nothing speaks for.
constexpr std::int32_t kLeastConfidence = 11;
constexpr std::size_t kSampleBytes = 8000;  // ICU looks at no more
constexpr std::size_t kMaxLineBytes = 1000;
constexpr std::size_t kContextBytes = 100;

// Text said to be Latin-1 hardly ever is: on the web both names mean the Windows code page, whose
// quotation marks and dashes stand where Latin-1 has control characters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kWebNames = {{
    {"ISO-8859-1", "windows-1252"},
    {"ISO-8859-9", "windows-1254"},
}};

std::string_view web_name(std::string_view name) {
  for (const auto& [label, meant] : kWebNames) {
    if (label == name) return meant;
  }
  return name;
}

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

// The beginning of a text may be all ASCII, which tells nothing: only lines with other bytes count.
std::string telling_lines(std::string_view bytes) {
  std::string sample;
  for (std::size_t at = 0; at < bytes.size() && sample.size() < kSampleBytes;) {
    const auto found =
        std::find_if_not(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_ascii);
    const auto telling = static_cast<std::size_t>(found - bytes.begin());
    if (telling == bytes.size()) break;
    const std::size_t context = std::max(at, telling - std::min(telling, kContextBytes));
    const std::size_t line_end = bytes.substr(context, telling - context).rfind('\n');
    const std::size_t begin = context + (line_end + 1);  // npos + 1 is 0
    const std::size_t end =
        std::min({bytes.find('\n', telling), begin + kMaxLineBytes, bytes.size()});
    sample.append(bytes.substr(begin, end - begin)).append("\n");
    at = end;
  }
  return sample;
}

bool is_alphabet(UScriptCode script) {
  constexpr std::array kAlphabets = {USCRIPT_LATIN, USCRIPT_GREEK, USCRIPT_CYRILLIC, USCRIPT_HEBREW,
                                     USCRIPT_ARABIC};
  return std::find(kAlphabets.begin(), kAlphabets.end(), script) != kAlphabets.end();
}

// The alphabet of a letter, or USCRIPT_COMMON for all else.
UScriptCode alphabet_of(UChar32 character) {
  if (!u_isalpha(character)) return USCRIPT_COMMON;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(character, &status);
  return U_SUCCESS(status) && is_alphabet(script) ? script : USCRIPT_COMMON;
}

bool is_never_text(UChar32 character) {
  const std::uint32_t mask = U_GET_GC_MASK(character);
  return character == 0xFFFD || (mask & (U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CO_MASK)) != 0;
}

// Share of the non-ASCII characters that speak against the encoding, at most one in fifty.
bool is_plausible(std::string_view sample, std::string_view encoding) {
  const icu::UnicodeString text(sample.data(), static_cast<std::int32_t>(sample.size()),
                                std::string(encoding).c_str());
  std::int32_t others = 0;
  std::int32_t odd = 0;
  UScriptCode before = USCRIPT_COMMON;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at);
    const UScriptCode alphabet = alphabet_of(character);
    const bool mixed = before != USCRIPT_COMMON && alphabet != USCRIPT_COMMON && alphabet != before;
    before = alphabet;
    if (character < 0x80) continue;
    ++others;
    if (mixed || is_never_text(character)) ++odd;
  }
  return others > 0 && odd * 50 <= others;
}

// A few accents or quotation marks among ASCII letters are too little for ICU's statistics.
bool is_mostly_ascii_letters(std::string_view sample) {
  const auto letters = std::count_if(sample.begin(), sample.end(), [](char byte) {
    return is_ascii(byte) && u_isalpha(static_cast<unsigned char>(byte));
  });
  const auto others =
      std::count_if(sample.begin(), sample.end(), [](char byte) { return !is_ascii(byte); });
  return letters > others;
}

}  // namespace

std::optional<std::string> detect_charset(std::string_view bytes) {
  const std::string sample = telling_lines(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(&status));
  ucsdet_setText(detector.getAlias(), sample.data(), static_cast<std::int32_t>(sample.size()),
                 &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.getAlias(), &count, &status);
  if (U_FAILURE(status)) count = 0;
  for (const UCharsetMatch* match : std::span(matches, static_cast<std::size_t>(count))) {
    if (ucsdet_getConfidence(match, &status) < kLeastConfidence) break;
    const std::string_view name = web_name(ucsdet_getName(match, &status));
    if (!name.starts_with("UTF-") && is_plausible(sample, name)) return std::string(name);
  }
  constexpr std::string_view kFallback = "windows-1252";
  if (is_mostly_ascii_letters(sample) && is_plausible(sample, kFallback)) {
    return std::string(kFallback);
  }
  return std::nullopt;
}

}  // namespace newsdex
