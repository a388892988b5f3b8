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

// Counts what tells how a sentence is written.
struct SentenceCase {
  std::uint32_t caps = 0;
  std::uint32_t others = 0;
  std::uint32_t long_words = 0;
  std::uint32_t capital_long_words = 0;

  void add(const TextItem& item) {
    if (item.shape == Shape::all_caps) ++caps;
    if (item.shape != Shape::lower && item.shape != Shape::capitalised &&
        item.shape != Shape::mixed) {
      return;
    }
    ++others;
    if (item.form.size() < kShortWord) return;
    ++long_words;
    if (item.capital) ++capital_long_words;
  }

  [[nodiscard]] LetterCase letter_case() const {
    if (caps >= kFewestCapsWords && others * 5 <= caps) return LetterCase::all_caps;
    const bool title = long_words >= kFewestTitleWords && capital_long_words * 10 >= long_words * 9;
    return title ? LetterCase::title_case : LetterCase::normal;
  }
};

class Itemizer {
 public:
  Itemizer(ItemizedText& out, WordTraitsTable& words, TextField field, std::string_view text,
           std::span<const Token> tokens)
      : out_(out), words_(words), field_(field), text_(text), tokens_(tokens) {}

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
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    TextItem& item = out_.items.emplace_back();
    const WordTraits& traits = words_.of(token, written);
    item.hash = traits.hash;
    item.form = token.form;
    item.begin = token.begin;
    item.end = token.end;
    item.field = field_;
    item.shape = traits.shape;
    item.glued = glued_;
    item.capital = traits.capital;
    item.known_lower = traits.known_lower;
    item.begins_names = traits.begins_names;
    item.kinds = traits.kinds;
    item.roles = traits.roles;
    item.clusters = traits.clusters;
    sentence_case_.add(item);
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
  out.items.reserve((title.size() + body.size()) * 5 / 4);
  Itemizer(out, words, TextField::title, article.title, title).run();
  Itemizer(out, words, TextField::body, article.body, body).run();
}

}  // namespace newsdex::discovery
