// An automaton over BreakClass. A boundary of one segment is where the next begins afresh, without
// regard to what stood before; so a text may be handed to ICU at any boundary and taken back at
// any.
//
// The oddities are ICU's. Its rules overlap by a character, and a segment is a word if a rule that
// says so ends at its last character: an underscore after a letter makes a word, but not one with
// a mark on it.

#include "analysis/word_segmenter.hpp"

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr bool makes_words(BreakClass c) {
  return c <= BreakClass::connector;
}

constexpr bool is_mark(BreakClass c) {
  return c == BreakClass::extend || c == BreakClass::zwj;
}

constexpr bool is_letter(BreakClass c) {
  return c == BreakClass::letter || c == BreakClass::hebrew;
}

// "can't", "3.14": a sign that joins what stands on both sides.
constexpr bool joins(BreakClass before, BreakClass sign, BreakClass after) {
  switch (sign) {
    case BreakClass::mid_letter:
      return is_letter(before) && is_letter(after);
    case BreakClass::mid_number:
      return before == BreakClass::digit && after == BreakClass::digit;
    case BreakClass::mid_both:
    case BreakClass::single_quote:
      return (is_letter(before) && is_letter(after)) ||
             (before == BreakClass::digit && after == BreakClass::digit);
    case BreakClass::double_quote:
      return before == BreakClass::hebrew && after == BreakClass::hebrew;
    default:
      return false;
  }
}

constexpr bool may_join(BreakClass c) {
  return c >= BreakClass::mid_letter && c <= BreakClass::double_quote;
}

}  // namespace

struct WordSegmenter::Character {
  BreakClass break_class = BreakClass::other;
  bool pictograph = false;
  bool exists = false;  // false at the end of the text
  std::size_t end = 0;
};

// A segment as far as it has been read.
struct WordSegmenter::Growth {
  std::size_t begin = 0;
  std::size_t end = 0;
  BreakClass last = BreakClass::other;  // of the last character that is no mark on another
  bool ends_in_mark = false;
  bool ends_in_zwj = false;
  bool is_single = true;  // one character, perhaps with marks
  bool is_plain = true;
  bool needs_dictionary = false;

  [[nodiscard]] bool is_word() const {
    switch (last) {
      case BreakClass::letter:
      case BreakClass::digit:
      case BreakClass::hebrew:
        return true;
      case BreakClass::connector:
      case BreakClass::single_quote:  // only a Hebrew letter draws one in
        return !is_single && !ends_in_mark;
      default:
        return false;
    }
  }

  void take(const Character& character) {
    is_single = end == begin;
    last = character.break_class;
    end = character.end;
    ends_in_mark = is_mark(last);
    ends_in_zwj = last == BreakClass::zwj;
    is_plain &= is_letter(last) || last == BreakClass::digit;
  }

  void take_mark(const Character& mark) {
    end = mark.end;
    ends_in_mark = true;
    ends_in_zwj = mark.break_class == BreakClass::zwj;
  }
};

void WordSegmenter::start(std::string_view text) {
  text_ = text;
  at_ = 0;
  is_icu_at_work_ = false;
}

bool WordSegmenter::next(SegmentedWord& out) {
  while (true) {
    if (is_icu_at_work_ && next_of_icu(out)) return true;
    skip_signs();
    if (at_ == text_.size()) return false;
    Growth growth{.begin = at_, .end = at_};
    bool goes_on = !grow_over_ascii(growth);
    while (goes_on) goes_on = grow(growth);
    if (growth.needs_dictionary) {
      hand_to_icu(growth.begin);
      continue;
    }
    at_ = growth.end;
    if (!growth.is_word()) continue;
    out = {growth.begin, growth.end, growth.is_plain};
    return true;
  }
}

// Passes over ASCII signs and spaces. Not over the last before another character, which may be a
// mark on it; nor over the spaces before that, which are one segment with it.
void WordSegmenter::skip_signs() {
  while (is_ascii_at(at_) && !makes_words(byte_class_at(at_))) {
    std::size_t next = at_ + 1;
    while (text_[at_] == ' ' && next < text_.size() && text_[next] == ' ') ++next;
    if (next < text_.size() && !is_ascii_at(next)) return;
    at_ = next;
  }
}

// Reads a segment from its beginning as far as it is ASCII. True if that is all of it, false if
// another character has to be looked at.
bool WordSegmenter::grow_over_ascii(Growth& growth) const {
  const std::size_t size = text_.size();
  std::size_t end = growth.begin;
  bool is_whole = false;
  while (true) {
    end = after_word_bytes(end, growth);
    is_whole = end == size;
    if (end == growth.begin || !is_ascii_at(end)) break;
    is_whole = end + 1 == size || !may_join(byte_class_at(end));
    if (is_whole || !is_ascii_at(end + 1)) break;
    is_whole = !joins(byte_class_at(end - 1), byte_class_at(end), byte_class_at(end + 1));
    if (is_whole) break;
    growth.is_plain = false;
    ++end;
  }
  if (end == growth.begin) return false;
  growth.end = end;
  growth.last = byte_class_at(end - 1);
  growth.is_single = end == growth.begin + 1;
  return is_whole;
}

// The end of the ASCII letters, digits and connectors from `at` on.
std::size_t WordSegmenter::after_word_bytes(std::size_t at, Growth& growth) const {
  const std::array<BreakClass, 256>& classes = classes_.of_bytes();
  const char* const end = text_.data() + text_.size();
  const char* next = text_.data() + at;
  bool has_connector = false;
  for (; next != end; ++next) {
    const BreakClass c = classes[static_cast<unsigned char>(*next)];
    if (!makes_words(c)) break;
    has_connector |= c == BreakClass::connector;
  }
  growth.is_plain &= !has_connector;
  return static_cast<std::size_t>(next - text_.data());
}

// Takes the next character into the segment; false if it does not belong there.
bool WordSegmenter::grow(Growth& growth) {
  const Character next = character_at(growth.end);
  growth.needs_dictionary = next.break_class == BreakClass::dictionary;
  if (!next.exists || growth.needs_dictionary) return false;
  const bool is_first = growth.end == growth.begin;
  if (!is_first && is_mark(next.break_class)) {
    if (growth.last == BreakClass::newline) return false;
    growth.take_mark(next);
    return true;
  }
  const auto both_are = [&](BreakClass c) { return growth.last == c && next.break_class == c; };
  const bool belongs = is_first || (makes_words(growth.last) && makes_words(next.break_class)) ||
                       (growth.ends_in_zwj && next.pictograph) ||
                       (both_are(BreakClass::space) && !growth.ends_in_mark) ||
                       (both_are(BreakClass::regional_indicator) && growth.is_single);
  if (!belongs) return may_join(next.break_class) && grow_over_sign(growth, next);
  growth.take(next);
  return true;
}

bool WordSegmenter::grow_over_sign(Growth& growth, const Character& sign) {
  const Character after = after_marks(sign.end);
  growth.needs_dictionary = after.break_class == BreakClass::dictionary;
  if (growth.needs_dictionary) return false;
  const bool is_joint = joins(growth.last, sign.break_class, after.break_class);
  const bool ends_hebrew_word =
      growth.last == BreakClass::hebrew && sign.break_class == BreakClass::single_quote;
  if (is_joint || ends_hebrew_word) growth.take(sign);
  if (is_joint) growth.take(after);
  return is_joint || ends_hebrew_word;
}

WordSegmenter::Character WordSegmenter::character_at(std::size_t at) {
  if (at >= text_.size()) return {};
  const CodePoint point = decode(text_, at);
  const BreakProperty property = classes_.of(point.value);
  return {property.break_class, property.pictograph, true, at + point.length};
}

// The first character from `at` on that is no mark.
WordSegmenter::Character WordSegmenter::after_marks(std::size_t at) {
  Character character = character_at(at);
  while (is_mark(character.break_class)) character = character_at(character.end);
  return character;
}

void WordSegmenter::hand_to_icu(std::size_t begin) {
  icu_.start(text_.substr(begin));
  icu_begin_ = begin;
  is_icu_at_work_ = true;
}

// Takes the text back from ICU where a word without a dictionary begins after a space. Only there:
// a boundary between other characters may lie within a stretch that a dictionary has cut, and
// cutting the rest of it again at each would take quadratic time.
bool WordSegmenter::next_of_icu(SegmentedWord& out) {
  IcuSegment segment;
  while (icu_.next(segment)) {
    at_ = icu_begin_ + segment.end;
    if (segment.is_word) {
      out = {icu_begin_ + segment.begin, at_, false};
      return true;
    }
    if (text_[at_ - 1] == ' ' && is_ascii_at(at_) && makes_words(byte_class_at(at_))) break;
  }
  is_icu_at_work_ = false;
  return false;
}

}  // namespace newsdex
