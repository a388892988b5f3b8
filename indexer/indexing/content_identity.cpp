#include "indexing/content_identity.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "dates/date_in_name.hpp"
#include "dates/publication_dates.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// The bytes of the white space that `text` has at `at`; 0 if there is none. Besides ASCII's those
// spaces that web pages and word processors write: U+00A0, U+2000..200A, U+2028, 2029, 202F, 205F,
// U+3000.
std::size_t space_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
  if (first == 0xC2) return byte(1) == 0xA0 ? 2 : 0;
  if (first == 0xE3) return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
  if (first != 0xE2) return 0;
  const unsigned last = byte(2);
  if (byte(1) == 0x80 && ((last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9)) return 3;
  const bool narrow = byte(1) == 0x80 && last == 0xAF;
  const bool mathematical = byte(1) == 0x81 && last == 0x9F;
  return narrow || mathematical ? 3 : 0;
}

// Eight bytes of text at once, as "Bit Twiddling Hacks" (S. E. Anderson) has it: each byte of a
// mask tells of one byte of the word.
class EightBytes {
 public:
  static constexpr std::size_t kSize = sizeof(std::uint64_t);

  explicit EightBytes(const char* at) { std::memcpy(&bytes_, at, kSize); }

  /// Whether all are ASCII from the space on, with no space beside another.
  [[nodiscard]] bool are_plain() const {
    const std::uint64_t below_space = (bytes_ - kSpaces) & ~bytes_;
    if (((below_space | bytes_) & kHighBits) != 0) return false;
    const std::uint64_t others = (bytes_ ^ kSpaces) + kLowBits;  // high bit: not a space
    const std::uint64_t spaces = ~others & kHighBits;
    return (spaces & (spaces << 8)) == 0;
  }

 private:
  static constexpr std::uint64_t kSpaces = 0x2020202020202020;
  static constexpr std::uint64_t kHighBits = 0x8080808080808080;
  static constexpr std::uint64_t kLowBits = 0x7F7F7F7F7F7F7F7F;
  std::uint64_t bytes_ = 0;
};

// Appends the words of `text`, each ended by a space, and a zero byte. Most of a text is like that
// already, and is taken over as it is.
void append_words(std::string& out, const std::string& text) {
  const std::size_t begin = out.size();
  out.resize(begin + text.size() + 2);
  char* to = out.data() + begin;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool may_be_plain = in_word || text[at] != ' ';
    if (may_be_plain && at + EightBytes::kSize <= text.size() &&
        EightBytes(text.data() + at).are_plain()) {
      to = std::copy_n(text.data() + at, EightBytes::kSize, to);
      at += EightBytes::kSize;
      in_word = to[-1] != ' ';
      continue;
    }
    const std::size_t space = space_at(text, at);
    if (space == 0) {
      *to++ = text[at++];
      in_word = true;
      continue;
    }
    if (in_word) *to++ = ' ';
    in_word = false;
    at += space;
  }
  if (in_word) *to++ = ' ';
  *to++ = '\0';
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string dates_of_name(const Article& article) {
  std::string dates;
  for (const PartialDate& date : dates_in_name(named_path(article)))
    dates += fmt::format("{} ", to_string(date));
  if (const auto year = year_of_name(article)) dates += fmt::format("{}", *year);
  return dates;
}

ContentHash content_hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

std::uint64_t spelling_of(const Article& article) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  for (const std::string* text : {&article.title, &article.body, &article.date, &article.source,
                                  &article.url, &article.author, &article.language}) {
    const std::uint64_t size = text->size();  // so that no two rows of texts run into one
    XXH3_128bits_update(state.get(), &size, sizeof size);
    XXH3_128bits_update(state.get(), text->data(), text->size());
  }
  XXH3_128bits_update(state.get(), article.file_date.data(), article.file_date.size());
  return std::max<std::uint64_t>(1, XXH3_128bits_digest(state.get()).high64);
}

}  // namespace

ContentIdentity ContentHasher::identify(const Article& article) {
  text_.clear();
  for (const std::string* text : {&article.title, &article.body, &article.date, &article.source,
                                  &article.url, &article.author, &article.file_date}) {
    append_words(text_, *text);
  }
  if (article.date.empty()) {
    if (path_ != article.path) {
      path_ = article.path;
      name_dates_ = dates_of_name(article);
    }
    text_ += name_dates_;
  }
  return {content_hash_of(text_), spelling_of(article)};
}

ContentHash copy_key(const ContentHash& content, bool id_is_made, std::string_view id) {
  if (id_is_made) return content;
  const ContentHash own = content_hash_of(id);
  return {content[0] ^ own[0], content[1] ^ own[1]};
}

}  // namespace newsdex
