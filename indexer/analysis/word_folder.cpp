#include "analysis/word_folder.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "newsdex/error.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct Replacement {
  char32_t from;
  std::string_view to;
};

// Letters that no decomposition relates. Arabic ones first: Persian and Arabic keyboards write the
// same letter with different code points, and hamza carriers are written or left out at will.
constexpr std::array kReplacements = {
    Replacement{U'ß', "ss"},     Replacement{U'æ', "ae"},     Replacement{U'ð', "d"},
    Replacement{U'ø', "o"},      Replacement{U'þ', "th"},     Replacement{U'đ', "d"},
    Replacement{U'ħ', "h"},      Replacement{U'ı', "i"},      Replacement{U'ł', "l"},
    Replacement{U'œ', "oe"},     Replacement{U'ё', "е"},      Replacement{U'\u0622', "ا"},
    Replacement{U'\u0623', "ا"}, Replacement{U'\u0624', "و"}, Replacement{U'\u0625', "ا"},
    Replacement{U'\u0626', "ی"}, Replacement{U'\u0629', "ه"}, Replacement{U'\u0640', ""},
    Replacement{U'\u0643', "ک"}, Replacement{U'\u0649', "ی"}, Replacement{U'\u064A', "ی"},
    Replacement{U'\u066B', "."}, Replacement{U'\u066C', ""},  Replacement{U'\u0671', "ا"},
    Replacement{U'\u06C0', "ه"}, Replacement{U'\u06C1', "ه"}, Replacement{U'\u06C2', "ه"},
    Replacement{U'\u06D3', "ی"},
};

const Replacement* replacement_of(char32_t c) {
  const auto* found = std::lower_bound(kReplacements.begin(), kReplacements.end(), c,
                                       [](const Replacement& r, char32_t v) { return r.from < v; });
  return found != kReplacements.end() && found->from == c ? found : nullptr;
}

// Apostrophes, and the commas of numbers.
constexpr bool is_to_drop(char32_t c) {
  constexpr std::u32string_view kDropped =
      U"'`,\u00B4\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u2018\u2019\u201B\u2032\uFF07";
  return kDropped.find(c) != std::u32string_view::npos;
}

constexpr bool is_mark_to_drop(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06ED);
}

bool is_accented_script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

const icu::Normalizer2* instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = get(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io, "ICU's normalization data cannot be loaded", "reinstall libicu");
  }
  return normalizer;
}

}  // namespace

WordFolder::WordFolder()
    : casefold_(instance(&icu::Normalizer2::getNFKCCasefoldInstance)),
      decompose_(instance(&icu::Normalizer2::getNFDInstance)) {}

void WordFolder::casefold(std::string_view word, std::string& out) const {
  out.clear();
  if (is_ascii(word)) {
    for (const char c : word) {
      if (is_to_drop(static_cast<unsigned char>(c))) continue;
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  casefold_->normalizeUTF8(0, {word.data(), static_cast<std::int32_t>(word.size())}, sink, nullptr,
                           status);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = decode(folded, at);
    if (!is_to_drop(point.value)) out.append(folded, at, point.length);
    at += point.length;
  }
}

void WordFolder::strip_marks(std::string_view folded, std::string& out) const {
  if (is_ascii(folded)) {
    out = folded;
    return;
  }
  out.clear();
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = decode(folded, at);
    const char32_t c = point.value;
    at += point.length;
    if (const Replacement* replacement = replacement_of(c)) {
      out += replacement->to;
    } else if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else if (c >= 0xC0 && is_accented_script(c)) {
      icu::UnicodeString parts;
      const bool composed = decompose_->getDecomposition(static_cast<UChar32>(c), parts) != 0;
      append_utf8(out, composed ? static_cast<char32_t>(parts.char32At(0)) : c);
    } else if (!is_mark_to_drop(c)) {
      append_utf8(out, c);
    }
  }
}

}  // namespace newsdex
