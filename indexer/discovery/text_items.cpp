#include "discovery/text_items.hpp"

#include <algorithm>

#include "discovery/hashing.hpp"
#include "discovery/marks.hpp"
#include "text/utf8.hpp"

namespace newsdex::discovery {
namespace {

// A sentence has to have so many words before its letters' case is judged.
constexpr std::uint32_t kFewestCapsWords = 3;
constexpr std::uint32_t kFewestTitleWords = 4;
constexpr std::size_t kShortWord = 4;  // letters of words that headlines leave in lower case

struct Letters {
  bool later_capital = false;
  bool lower = false;
  bool digit = false;
  bool dot = false;
};

Letters letters_of(std::string_view written) {
  Letters out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    out.later_capital |= i > 0 && c >= 'A' && c <= 'Z';
    out.lower |= c >= 'a' && c <= 'z';
    out.digit |= c >= '0' && c <= '9';
    out.dot |= c == '.';
  }
  return out;
}

Shape shape_of(const Token& token, std::string_view written) {
  const Letters letters = letters_of(written);
  const auto first = static_cast<unsigned char>(written.front());
  if (letters.digit) {
    return letters.lower || letters.later_capital || token.capitalised ? Shape::alphanumeric
                                                                       : Shape::number;
  }
  if (token.all_caps) return letters.dot ? Shape::initial : Shape::all_caps;
  if (token.capitalised) {
    if (decode(written, 0).length == written.size()) return Shape::initial;
    return letters.later_capital ? Shape::mixed : Shape::capitalised;
  }
  if (letters.later_capital) return Shape::mixed;
  // Letters of the Latin, Greek and Cyrillic alphabets stand below U+0530.
  return first < 0x80 || decode(written, 0).value < 0x530 ? Shape::lower : Shape::uncased;
}

class Itemizer {
 public:
  Itemizer(ItemizedText& out, TextField field, std::string_view text, std::span<const Token> tokens)
      : out_(out), field_(field), text_(text), tokens_(tokens) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      add_gap(i);
      add_word(i);
    }
    end_sentence();
  }

 private:
  std::uint32_t gap_begin(std::size_t i) const { return i == 0 ? 0 : tokens_[i - 1].end; }

  void add_gap(std::size_t i) {
    const std::uint32_t begin = gap_begin(i);
    std::string_view gap = text_.substr(begin, tokens_[i].begin - begin);
    glued_ = false;
    if (gap == " ") return;
    const bool possessive = i > 0 && tokens_[i - 1].possessive;
    if (possessive) gap.remove_prefix(std::min(gap.size(), possessive_length(gap)));
    Mark mark = mark_in(gap);
    if (possessive) mark = std::max(mark, Mark::possessive);
    if (i == 0 && (mark == Mark::glue || mark == Mark::stop || mark == Mark::paragraph)) return;
    if (mark == Mark::quote && is_plural_possessive(i, gap)) mark = Mark::possessive;
    if (mark == Mark::stop && goes_on_after_stop(i, gap)) mark = Mark::dot;
    if (mark == Mark::glue) glued_ = true;
    if (mark > Mark::dot && mark != Mark::paragraph) add_mark(mark, begin, tokens_[i].begin);
    if (mark >= Mark::stop) end_sentence();
  }

  // An apostrophe of any kind and the letter behind it; of a plural, the apostrophe alone.
  static std::size_t possessive_length(std::string_view gap) {
    if (gap.empty()) return 0;
    const std::size_t apostrophe = decode(gap, 0).length;
    const bool letter = apostrophe < gap.size() && (gap[apostrophe] | 0x20) == 's';
    return apostrophe + (letter ? 1 : 0);
  }

  // The apostrophe of "the traders' union", which tokens do not tell from a quotation mark.
  bool is_plural_possessive(std::size_t i, std::string_view gap) const {
    return i > 0 && (gap == "' " || gap == "\u2019 ") && tokens_[i - 1].form.ends_with('s');
  }

  // A full stop behind an abbreviation or an initial.
  bool goes_on_after_stop(std::size_t i, std::string_view gap) const {
    if (i == 0 || gap.find_first_of("!?") != std::string_view::npos || gap.front() != '.') {
      return false;
    }
    if (std::count(gap.begin(), gap.end(), '\n') > 1) return false;
    if (!out_.items.empty() && out_.items.back().shape == Shape::initial) return true;
    return is_abbreviation(tokens_[i - 1].form);
  }

  void add_mark(Mark mark, std::uint32_t begin, std::uint32_t end) {
    TextItem& item = out_.items.emplace_back();
    item.hash = scramble(static_cast<std::uint64_t>(mark) + 1);
    item.begin = begin;
    item.end = end;
    item.field = field_;
    item.mark = mark;
  }

  void add_word(std::size_t i) {
    const Token& token = tokens_[i];
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    TextItem& item = out_.items.emplace_back();
    item.hash = hash_text(token.form);
    item.form = token.form;
    item.begin = token.begin;
    item.end = token.end;
    item.field = field_;
    item.shape = shape_of(token, written);
    item.glued = glued_;
    item.capital = token.capitalised || item.shape == Shape::mixed;
  }

  void end_sentence() {
    const auto end = static_cast<std::uint32_t>(out_.items.size());
    const std::uint32_t begin = out_.sentences.empty() ? 0 : out_.sentences.back().end;
    if (end == begin) return;
    out_.sentences.push_back({begin, end, letter_case(begin, end)});
  }

  LetterCase letter_case(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t caps = 0;
    std::uint32_t others = 0;
    std::uint32_t long_words = 0;
    std::uint32_t capital_long_words = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      const TextItem& item = out_.items[i];
      if (item.shape == Shape::mark || item.shape == Shape::number) continue;
      if (item.shape == Shape::all_caps) ++caps;
      if (item.shape == Shape::lower || item.shape == Shape::capitalised ||
          item.shape == Shape::mixed) {
        ++others;
        if (item.form.size() < kShortWord) continue;
        ++long_words;
        if (item.capital) ++capital_long_words;
      }
    }
    if (caps >= kFewestCapsWords && others * 5 <= caps) return LetterCase::all_caps;
    const bool title = long_words >= kFewestTitleWords && capital_long_words * 10 >= long_words * 9;
    return title ? LetterCase::title_case : LetterCase::normal;
  }

  ItemizedText& out_;
  TextField field_;
  std::string_view text_;
  std::span<const Token> tokens_;
  bool glued_ = false;
};

}  // namespace

ItemizedText itemize(const AnalyzedArticle& article, std::size_t most_tokens) {
  ItemizedText out;
  const auto title = article.title_tokens.first(std::min(article.title_tokens.size(), most_tokens));
  const auto body = article.body_tokens.first(std::min(article.body_tokens.size(), most_tokens));
  out.items.reserve((title.size() + body.size()) * 5 / 4);
  Itemizer(out, TextField::title, article.title, title).run();
  Itemizer(out, TextField::body, article.body, body).run();
  return out;
}

}  // namespace newsdex::discovery
