#include "discovery/text_items.hpp"

#include <algorithm>
#include <array>

#include "discovery/hashing.hpp"
#include "discovery/marks.hpp"
#include "text/utf8.hpp"

namespace newsdex::discovery {
namespace {

// A sentence has to have so many words before its letters' case is judged.
constexpr std::uint32_t kFewestCapsWords = 3;
constexpr std::uint32_t kFewestTitleWords = 4;

// What a word of a shape, with a capital or without, long or short, adds to a sentence's counts:
// 16 bits for each of words in capitals, other words, long ones of these, and those with a capital.
constexpr std::uint64_t kCaps = 1;
constexpr std::uint64_t kOther = std::uint64_t{1} << 16;
constexpr std::uint64_t kLong = std::uint64_t{1} << 32;
constexpr std::uint64_t kCapitalLong = std::uint64_t{1} << 48;

constexpr std::size_t kShapes = static_cast<std::size_t>(Shape::uncased) + 1;

constexpr std::uint64_t counts_of(Shape shape, bool capital, bool is_long) {
  if (shape == Shape::all_caps) return kCaps;
  if (shape != Shape::lower && shape != Shape::capitalised && shape != Shape::mixed) return 0;
  return kOther + (is_long ? kLong : 0) + (is_long && capital ? kCapitalLong : 0);
}

constexpr auto kCountsByWord = [] {
  std::array<std::uint64_t, kShapes * 4> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = counts_of(static_cast<Shape>(i / 4), (i & 2) != 0, (i & 1) != 0);
  }
  return out;
}();

// Counts what tells how a sentence is written. Words beyond so many that the counts would overflow
// are not looked at.
class SentenceCase {
 public:
  void add(const WordTraits& word) {
    if (words_ == kMostWords) return;
    ++words_;
    counts_ += kCountsByWord[static_cast<std::size_t>(word.shape) * 4 + (word.capital ? 2U : 0U) +
                             ((word.roles & kLongWord) != 0 ? 1U : 0U)];
  }

  [[nodiscard]] LetterCase letter_case() const {
    const auto caps = static_cast<std::uint32_t>(counts_ & 0xFFFF);
    const auto others = static_cast<std::uint32_t>(counts_ / kOther & 0xFFFF);
    const auto long_words = static_cast<std::uint32_t>(counts_ / kLong & 0xFFFF);
    const auto capital_long_words = static_cast<std::uint32_t>(counts_ / kCapitalLong);
    if (caps >= kFewestCapsWords && others * 5 <= caps) return LetterCase::all_caps;
    const bool title = long_words >= kFewestTitleWords && capital_long_words * 10 >= long_words * 9;
    return title ? LetterCase::title_case : LetterCase::normal;
  }

 private:
  static constexpr std::uint32_t kMostWords = 0xFFFF;

  std::uint64_t counts_ = 0;
  std::uint32_t words_ = 0;
};

// Words with a capital somewhere, but for numbers.
bool may_be_name(const WordTraits& word) {
  return word.capital || word.shape == Shape::all_caps || word.shape == Shape::initial;
}

class Itemizer {
 public:
  Itemizer(ItemizedText& out, WordTraitsTable& words, TextField field, std::string_view text,
           std::span<const Token> tokens)
      : out_(out), words_(words), field_(field), text_(text), tokens_(tokens) {}

  void run() {
    for (const Token& token : tokens_.first(std::min(tokens_.size(), kAhead))) {
      words_.announce(token);
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (i + kAhead < tokens_.size()) words_.announce(tokens_[i + kAhead]);
      add_gap(i);
      add_word(i);
    }
    end_sentence();
  }

 private:
  // So many tokens before a word's turn its traits are asked for.
  static constexpr std::size_t kAhead = 12;

  std::uint32_t gap_begin(std::size_t i) const { return i == 0 ? 0 : tokens_[i - 1].end; }

  void add_gap(std::size_t i) {
    glued_ = false;
    const std::uint32_t begin = gap_begin(i);
    if (tokens_[i].begin == begin + 1 && text_[begin] == ' ') return;
    add_longer_gap(i, begin);
  }

  [[gnu::noinline]] void add_longer_gap(std::size_t i, std::uint32_t begin) {
    std::string_view gap = text_.substr(begin, tokens_[i].begin - begin);
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
    return !out_.items.empty() && (out_.items.back().roles & kAbbreviation) != 0;
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
    const std::string_view written(text_.data() + token.begin, token.end - token.begin);
    const WordTraits& traits = words_.of(token, written);
    if (may_be_name(traits)) {
      out_.with_capitals.push_back(static_cast<std::uint32_t>(out_.items.size()));
    }
    out_.items.push_back({traits, token.form, token.begin, token.end, field_, Mark::none, glued_});
    sentence_case_.add(traits);
  }

  void end_sentence() {
    const auto end = static_cast<std::uint32_t>(out_.items.size());
    const std::uint32_t begin = out_.sentences.empty() ? 0 : out_.sentences.back().end;
    if (end == begin) return;
    out_.sentences.push_back({begin, end, sentence_case_.letter_case()});
    sentence_case_ = {};
  }

  ItemizedText& out_;
  WordTraitsTable& words_;
  TextField field_;
  std::string_view text_;
  std::span<const Token> tokens_;
  SentenceCase sentence_case_;
  bool glued_ = false;
};

}  // namespace

void itemize(const AnalyzedArticle& article, std::size_t most_tokens, WordTraitsTable& words,
             ItemizedText& out) {
  const auto title = article.title_tokens.first(std::min(article.title_tokens.size(), most_tokens));
  const auto body = article.body_tokens.first(std::min(article.body_tokens.size(), most_tokens));
  out.items.clear();
  out.sentences.clear();
  out.with_capitals.clear();
  out.items.reserve((title.size() + body.size()) * 5 / 4);
  Itemizer(out, words, TextField::title, article.title, title).run();
  Itemizer(out, words, TextField::body, article.body, body).run();
}

}  // namespace newsdex::discovery
