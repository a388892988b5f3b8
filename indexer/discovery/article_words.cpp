// The words of an article and how often they are written with a capital.
#include <algorithm>
#include <bit>
#include <limits>
#include <span>

#include "discovery/context_steps.hpp"
#include "discovery/hashing.hpp"

namespace newsdex::discovery {
namespace {

// Keeps "US" apart from "us".
constexpr std::uint64_t kAbbreviationSalt = 0x5A17ED0FABB7E71AU;

std::uint64_t key_of(const TextItem& item, LetterCase letter_case) {
  const bool abbreviation = letter_case != LetterCase::all_caps &&
                            (item.shape == Shape::all_caps || item.shape == Shape::initial);
  return abbreviation ? item.hash ^ kAbbreviationSalt : item.hash;
}

void count_up(std::uint16_t& count) {
  if (count != std::numeric_limits<std::uint16_t>::max()) ++count;
}

// Whether a word here has a capital whatever it is: at the beginning of a sentence, perhaps behind
// marks, or behind a colon or a quotation mark.
bool capital_is_due(const ItemizedText& text, const Sentence& sentence, std::uint32_t item) {
  if (item == sentence.begin) return true;
  const Mark mark = text.items[item - 1].mark;
  return mark == Mark::quote || mark == Mark::colon ||
         (item - 1 == sentence.begin && text.items[item - 1].shape == Shape::mark);
}

}  // namespace

void WordIndex::clear(std::size_t most_words) {
  slots_.assign(std::bit_ceil(std::max<std::size_t>(most_words * 2, 16)), ItemContext::kNoWord);
  bits_.fill(0);
}

std::uint32_t WordIndex::find(std::uint64_t key, const std::vector<ArticleWord>& words) const {
  std::size_t at = scramble(key) & (slots_.size() - 1);
  while (slots_[at] != ItemContext::kNoWord && words[slots_[at]].key != key) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return slots_[at];
}

std::uint32_t WordIndex::find_or_add(std::uint64_t key, std::vector<ArticleWord>& words) {
  std::size_t at = scramble(key) & (slots_.size() - 1);
  while (slots_[at] != ItemContext::kNoWord) {
    if (words[slots_[at]].key == key) return slots_[at];
    at = (at + 1) & (slots_.size() - 1);
  }
  bits_[key / 64 % bits_.size()] |= std::uint64_t{1} << (key % 64);
  slots_[at] = static_cast<std::uint32_t>(words.size());
  words.emplace_back().key = key;
  return slots_[at];
}

namespace {

void start_items(ArticleContext& context) {
  context.items.resize(context.text.items.size());
  for (std::size_t i = 0; i < context.items.size(); ++i) {
    context.items[i] = {};
    context.items[i].appearance = static_cast<Appearance>(context.text.items[i].shape);
  }
}

// The words of names in a sentence's items: a part of ItemizedText::with_capitals.
class CapitalsBySentence {
 public:
  explicit CapitalsBySentence(const ItemizedText& text) : rest_(text.with_capitals) {}

  /// To be called for each sentence in turn.
  std::span<const std::uint32_t> in(const Sentence& sentence) {
    std::size_t size = 0;
    while (size < rest_.size() && rest_[size] < sentence.end) ++size;
    const auto out = rest_.first(size);
    rest_ = rest_.subspan(size);
    return out;
  }

 private:
  std::span<const std::uint32_t> rest_;
};

void count_capitals(ArticleContext& context) {
  CapitalsBySentence capitals(context.text);
  for (const Sentence& sentence : context.text.sentences) {
    for (const std::uint32_t i : capitals.in(sentence)) {
      const TextItem& item = context.text.items[i];
      const std::uint64_t key = key_of(item, sentence.letter_case);
      context.items[i].word = context.index.find_or_add(key, context.words);
      if (sentence.letter_case != LetterCase::normal) continue;
      ArticleWord& word = context.words[context.items[i].word];
      count_up(item.capital ? word.capitalised : word.lower);
      if (item.capital && !capital_is_due(context.text, sentence, i)) count_up(word.mid_sentence);
    }
  }
}

// Words in lower case that are written with a capital elsewhere.
void count_lower(ArticleContext& context) {
  for (const Sentence& sentence : context.text.sentences) {
    if (sentence.letter_case != LetterCase::normal) continue;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const TextItem& item = context.text.items[i];
      if (!context.index.may_hold(item.hash) || item.shape != Shape::lower) continue;
      const std::uint32_t word = context.index.find(item.hash, context.words);
      if (word != ItemContext::kNoWord) count_up(context.words[word].lower);
    }
  }
}

}  // namespace

void count_words(ArticleContext& context) {
  start_items(context);
  context.words.clear();
  context.index.clear(context.text.with_capitals.size());
  count_capitals(context);
  count_lower(context);
}

namespace {

Appearance headline_appearance(const TextItem& item, const ArticleWord& word) {
  if (word.mid_sentence > 0) return Appearance::headline_name;
  if (word.lower > 0 || item.known_lower) return Appearance::headline_word;
  return Appearance::headline_name;
}

Appearance first_word_appearance(const TextItem& item, const ArticleWord& word) {
  if (word.lower > 0) {
    return word.mid_sentence > 0 ? Appearance::first_uncertain : Appearance::first_word;
  }
  if (word.mid_sentence > 0) return Appearance::capitalised;
  return item.known_lower ? Appearance::first_uncertain : Appearance::capitalised;
}

Appearance appearance_of(const TextItem& item, const ArticleWord& word, LetterCase letter_case,
                         bool first) {
  if (letter_case == LetterCase::all_caps) return headline_appearance(item, word);
  if (item.shape == Shape::capitalised) {
    if (letter_case == LetterCase::title_case) return headline_appearance(item, word);
    if (first) return first_word_appearance(item, word);
  }
  return static_cast<Appearance>(item.shape);
}

}  // namespace

void judge_appearance(ArticleContext& context) {
  CapitalsBySentence capitals(context.text);
  for (const Sentence& sentence : context.text.sentences) {
    for (const std::uint32_t i : capitals.in(sentence)) {
      const TextItem& item = context.text.items[i];
      if (item.shape == Shape::mixed || item.shape == Shape::alphanumeric) continue;
      ItemContext& about = context.items[i];
      const bool first = item.capital && capital_is_due(context.text, sentence, i);
      about.appearance =
          appearance_of(item, context.words[about.word], sentence.letter_case, first);
    }
  }
}

}  // namespace newsdex::discovery
