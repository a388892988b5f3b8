// The words of an article and how often they are written with a capital.
#include <algorithm>
#include <bit>
#include <limits>

#include "discovery/context_steps.hpp"
#include "discovery/hashing.hpp"

namespace newsdex::discovery {
namespace {

// Keeps "US" apart from "us".
constexpr std::uint64_t kAbbreviationSalt = 0x5A17ED0FABB7E71AU;

// From an item's key to its word: open addressing, at most half full.
class WordIndex {
 public:
  explicit WordIndex(std::size_t most_words)
      : slots_(std::bit_ceil(std::max<std::size_t>(most_words * 2, 16)), kNone) {}

  std::uint32_t find_or_add(std::uint64_t key, std::vector<ArticleWord>& words) {
    std::size_t at = scramble(key) & (slots_.size() - 1);
    while (slots_[at] != kNone) {
      if (words[slots_[at]].key == key) return slots_[at];
      at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = static_cast<std::uint32_t>(words.size());
    words.emplace_back().key = key;
    return slots_[at];
  }

 private:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> slots_;
};

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

void count_words(ArticleContext& context) {
  WordIndex index(context.text.items.size());
  context.words.reserve(context.text.items.size() / 2);
  for (std::uint32_t s = 0; s < context.text.sentences.size(); ++s) {
    const Sentence& sentence = context.text.sentences[s];
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const TextItem& item = context.text.items[i];
      ItemContext& about = context.items[i];
      about.sentence = s;
      about.word = index.find_or_add(key_of(item, sentence.letter_case), context.words);
      ArticleWord& word = context.words[about.word];
      word.hash = item.hash;
      word.form = item.form;
      if (sentence.letter_case != LetterCase::normal || item.shape == Shape::mark) continue;
      count_up(item.capital ? word.capitalised : word.lower);
      if (item.capital && !capital_is_due(context.text, sentence, i)) count_up(word.mid_sentence);
    }
  }
}

void look_up(ArticleWord& word, const WordLexicon& lexicon) {
  if (word.known) return;
  word.known = true;
  if (word.form.empty()) return;
  if (const ClusterRow* row = find_row(lexicon.clusters, cluster_key(word.hash))) {
    word.capitalised_clusters = row->capitalised;
    word.lower_clusters = row->lower;
  }
  if (const NameRow* row = find_row(lexicon.names, name_key(0, word.hash))) {
    word.kinds = row->kinds();
  }
}

namespace {

Appearance headline_appearance(ArticleWord& word, const WordLexicon& lexicon) {
  if (word.mid_sentence > 0) return Appearance::headline_name;
  if (word.lower > 0) return Appearance::headline_word;
  look_up(word, lexicon);
  return word.lower_clusters != 0 ? Appearance::headline_word : Appearance::headline_name;
}

Appearance first_word_appearance(ArticleWord& word, const WordLexicon& lexicon) {
  if (word.lower > 0) {
    return word.mid_sentence > 0 ? Appearance::first_uncertain : Appearance::first_word;
  }
  if (word.mid_sentence > 0) return Appearance::capitalised;
  look_up(word, lexicon);
  return word.lower_clusters != 0 ? Appearance::first_uncertain : Appearance::capitalised;
}

Appearance appearance_of(const TextItem& item, ArticleWord& word, LetterCase letter_case,
                         bool first, const WordLexicon& lexicon) {
  const bool capitals = item.shape == Shape::capitalised || item.shape == Shape::initial ||
                        item.shape == Shape::all_caps;
  if (letter_case == LetterCase::all_caps && capitals) return headline_appearance(word, lexicon);
  if (item.shape == Shape::capitalised) {
    if (letter_case == LetterCase::title_case) return headline_appearance(word, lexicon);
    if (first) return first_word_appearance(word, lexicon);
  }
  return static_cast<Appearance>(item.shape);
}

}  // namespace

void judge_appearance(ArticleContext& context) {
  for (std::uint32_t i = 0; i < context.items.size(); ++i) {
    ItemContext& about = context.items[i];
    const Sentence& sentence = context.text.sentences[about.sentence];
    const TextItem& item = context.text.items[i];
    const bool first = item.capital && capital_is_due(context.text, sentence, i);
    about.appearance = appearance_of(item, context.words[about.word], sentence.letter_case, first,
                                     context.lexicon);
  }
}

}  // namespace newsdex::discovery
