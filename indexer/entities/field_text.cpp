#include "entities/field_text.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "entities/line_ends.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

enum class GapSign : std::uint8_t { ignored, space, line_feed, hyphen, dot, comma, other };

constexpr char32_t kParagraphSeparator = 0x2029;

GapSign sign_of(char32_t c) {
  switch (c) {
    case ' ':
      return GapSign::space;
    case '\n':
      return GapSign::line_feed;
    case '.':
      return GapSign::dot;
    case ',':
    case '&':
    case '/':
    case U'،':
    case U'、':
      return GapSign::comma;
    case '-':
    case U'\u2010':  // hyphen
    case U'\u2011':  // non-breaking hyphen
    case U'\u2013':  // en dash
      return GapSign::hyphen;
    case '\'':
    case U'’':
    case U'‘':
    case U'ʿ':
    case U'ʾ':
      return GapSign::ignored;
    case kParagraphSeparator:
      return GapSign::other;
    default:
      break;
  }
  const auto code_point = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(code_point) != 0) return GapSign::space;
  return u_charType(code_point) == U_FORMAT_CHAR ? GapSign::ignored : GapSign::other;
}

struct SignCounts {
  int spaces = 0;
  int line_feeds = 0;
  int hyphens = 0;
  int dots = 0;
  int commas = 0;
};

// False for a sign that no name and no enumeration contains.
bool count_signs(std::string_view gap, SignCounts& counts) {
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint point = decode(gap, at);
    at += point.length;
    switch (point.valid ? sign_of(point.value) : GapSign::other) {
      case GapSign::ignored:
        break;
      case GapSign::space:
        ++counts.spaces;
        break;
      case GapSign::line_feed:
        ++counts.spaces;
        ++counts.line_feeds;
        break;
      case GapSign::hyphen:
        ++counts.hyphens;
        break;
      case GapSign::dot:
        ++counts.dots;
        break;
      case GapSign::comma:
        ++counts.commas;
        break;
      case GapSign::other:
        return false;
    }
  }
  return true;
}

Gap classify(std::string_view gap) {
  SignCounts counts;
  if (!count_signs(gap, counts) || counts.line_feeds > 1) return Gap::barrier;
  const int signs = counts.hyphens + counts.dots + counts.commas;
  if (signs == 0) return counts.spaces > 0 ? Gap::space : Gap::hyphen;
  if (signs > 1) return Gap::barrier;
  if (counts.dots == 1) return Gap::dot;
  if (counts.commas == 1) return Gap::comma;
  return counts.spaces == 0 ? Gap::hyphen : Gap::barrier;
}

}  // namespace

std::string_view FieldText::written(std::size_t i) const {
  const Token& token = tokens_[i];
  const std::size_t begin = std::min<std::size_t>(token.begin, text_.size());
  return text_.substr(begin, std::max(token.begin, token.end) - token.begin);
}

std::string_view FieldText::before(std::size_t i) const {
  const std::size_t begin = i == 0 ? 0 : end_with_possessive(i - 1);
  const std::size_t end = i < tokens_.size() ? tokens_[i].begin : text_.size();
  if (begin >= text_.size() || begin >= end) return {};
  return text_.substr(begin, end - begin);
}

Gap FieldText::gap_before(std::size_t i) const {
  if (is_space_before(i)) return Gap::space;
  if (i == 0 || i >= tokens_.size()) return Gap::barrier;
  return block_begins_at(i) ? Gap::barrier : classify(before(i));
}

bool FieldText::phrase_goes_on_at(std::size_t i) const {
  const Gap gap = gap_before(i);
  if (gap != Gap::dot) return gap == Gap::space;
  return written(i - 1).find('.') != std::string_view::npos && !block_begins_at(i);
}

bool FieldText::block_begins_at(std::size_t i) const {
  const std::string_view gap = before(i);
  const std::size_t feed = gap.find('\n');
  if (feed == std::string_view::npos) return false;
  return ends_block(text_, static_cast<std::size_t>(gap.data() - text_.data()) + feed);
}

bool FieldText::is_in_one_block(std::size_t from, std::size_t to) const {
  const std::string_view until = text_.substr(0, tokens_[to].begin);
  std::size_t feed = until.find('\n', tokens_[from].begin);
  while (feed != std::string_view::npos) {
    if (ends_block(text_, feed)) return false;
    feed = until.find('\n', feed + 1);
  }
  return true;
}

// The ending is an apostrophe of one to three bytes and an s.
std::size_t FieldText::end_with_possessive(std::size_t i) const {
  const Token& token = tokens_[i];
  if (!token.possessive) return token.end;
  const std::size_t s = text_.find_first_of("sS", token.end);
  return s == std::string_view::npos ? token.end : s + 1;
}

}  // namespace newsdex
