// Clusters are those of UAX #29, as ICU finds them. Their width follows what terminals agree on:
// East Asian wide and full-width characters and emoji take two columns, marks and format characters
// none, all else one (ambiguous ones too). A cluster takes the sum of its characters, as most
// terminals still advance by character, but never more than two columns: so an emoji sequence is as
// wide as one emoji, and a consonant conjunct as wide as two letters.
#include "text/display_width.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "newsdex/error.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr UChar32 kEmojiVariation = 0xFE0F;
constexpr int kMaxClusterWidth = 2;

void check(UErrorCode status) {
  if (U_SUCCESS(status) != 0) return;
  throw Error(ErrorCode::io, fmt::format("no character boundaries: {}", u_errorName(status)),
              "check that ICU's data is installed");
}

/// Each printable character is a cluster of one column.
bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool takes_no_column(UChar32 c) {
  constexpr std::uint32_t kCategories =
      U_GC_M_MASK | U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_CS_MASK;
  if (u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK) != 0) return false;
  if ((U_GET_GC_MASK(c) & kCategories) != 0) return true;
  // Vowels and finals of Hangul join the syllable that their lead consonant began.
  const int hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  return hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO;
}

int code_point_width(UChar32 c) {
  if (takes_no_column(c)) return 0;
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  const bool wide = east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ||
                    u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) != 0;
  return wide ? 2 : 1;
}

int cluster_width(std::string_view cluster) {
  int width = 0;
  UChar32 previous = 0;
  for (std::size_t at = 0; at < cluster.size() && width < kMaxClusterWidth;) {
    const CodePoint point = decode(cluster, at);
    at += point.length;
    const auto c = static_cast<UChar32>(point.value);
    width += code_point_width(c);
    if (c == kEmojiVariation && u_hasBinaryProperty(previous, UCHAR_EMOJI) != 0) {
      width = kMaxClusterWidth;
    }
    previous = c;
  }
  return std::min(width, kMaxClusterWidth);
}

std::unique_ptr<icu::BreakIterator> make_cluster_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  check(status);
  return iterator;
}

/// Calls `visit(begin, end)` for each cluster. An iterator is dear to make, so a thread keeps one.
template <typename Visit>
void for_each_cluster(std::string_view text, Visit visit) {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = make_cluster_iterator();
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  const std::unique_ptr<UText, decltype(&utext_close)> closer(&source, &utext_close);
  iterator->setText(&source, status);
  check(status);
  std::size_t begin = 0;
  for (int at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    const auto end = static_cast<std::size_t>(at);
    visit(begin, end);
    begin = end;
  }
}

bool is_right_to_left(UCharDirection direction) {
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

}  // namespace

std::vector<Grapheme> graphemes(std::string_view text) {
  std::vector<Grapheme> out;
  out.reserve(text.size());
  if (is_plain_ascii(text)) {
    for (std::size_t at = 0; at < text.size(); ++at) out.push_back({at, at + 1, 1});
    return out;
  }
  for_each_cluster(text, [&](std::size_t begin, std::size_t end) {
    out.push_back({begin, end, cluster_width(text.substr(begin, end - begin))});
  });
  return out;
}

int display_width(std::string_view text) {
  if (is_plain_ascii(text)) return static_cast<int>(text.size());
  int width = 0;
  for_each_cluster(text, [&](std::size_t begin, std::size_t end) {
    width += cluster_width(text.substr(begin, end - begin));
  });
  return width;
}

bool is_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(point.value));
    if (direction == U_LEFT_TO_RIGHT) return false;
    if (is_right_to_left(direction)) return true;
  }
  return false;
}

bool has_right_to_left(std::string_view text) {
  if (is_plain_ascii(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    if (is_right_to_left(u_charDirection(static_cast<UChar32>(point.value)))) return true;
  }
  return false;
}

}  // namespace newsdex
