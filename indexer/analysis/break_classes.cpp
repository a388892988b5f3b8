// The rules grouped here are those of ICU 72's root word iterator (brkitr/rules/word.txt):
// UAX #29 with "@" among the letters and without the colons, and with dictionaries for the scripts
// that put no spaces between words.

#include "analysis/break_classes.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace newsdex {
namespace {

constexpr std::size_t kCodePoints = 0x110000;

bool is_colon(UChar32 c) {
  return c == u':' || c == 0xFE55 || c == 0xFF1A;
}

bool needs_dictionary(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  const bool is_hangul_syllable = c >= 0xAC00 && c <= 0xD7A3;
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         is_hangul_syllable || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ||
         u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

BreakClass class_of_property(int word_break) {
  switch (word_break) {
    case U_WB_ALETTER:
      return BreakClass::letter;
    case U_WB_NUMERIC:
      return BreakClass::digit;
    case U_WB_HEBREW_LETTER:
      return BreakClass::hebrew;
    case U_WB_EXTENDNUMLET:
      return BreakClass::connector;
    case U_WB_MIDLETTER:
      return BreakClass::mid_letter;
    case U_WB_MIDNUM:
      return BreakClass::mid_number;
    case U_WB_MIDNUMLET:
      return BreakClass::mid_both;
    case U_WB_SINGLE_QUOTE:
      return BreakClass::single_quote;
    case U_WB_DOUBLE_QUOTE:
      return BreakClass::double_quote;
    case U_WB_WSEGSPACE:
      return BreakClass::space;
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
      return BreakClass::newline;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return BreakClass::extend;
    case U_WB_ZWJ:
      return BreakClass::zwj;
    case U_WB_REGIONAL_INDICATOR:
      return BreakClass::regional_indicator;
    case U_WB_KATAKANA:
      return BreakClass::dictionary;
    default:
      return BreakClass::other;
  }
}

BreakProperty property_of(UChar32 c) {
  const bool pictograph = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  if (c == u'@') return {BreakClass::letter, pictograph};
  if (is_colon(c)) return {BreakClass::other, pictograph};
  if (needs_dictionary(c)) return {BreakClass::dictionary, pictograph};
  return {class_of_property(u_getIntPropertyValue(c, UCHAR_WORD_BREAK)), pictograph};
}

}  // namespace

BreakClasses::BreakClasses() : blocks_(kCodePoints / kBlockSize) {
  of_bytes_.fill(BreakClass::other);
  const Block& ascii = fill(0);
  for (std::size_t i = 0; i < ascii.size(); ++i) of_bytes_[i] = ascii[i].break_class;
}

const BreakClasses::Block& BreakClasses::fill(std::size_t block) {
  blocks_[block] = std::make_unique<Block>();
  auto c = static_cast<UChar32>(block * kBlockSize);
  for (BreakProperty& property : *blocks_[block]) property = property_of(c++);
  return *blocks_[block];
}

}  // namespace newsdex
