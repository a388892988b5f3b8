// What an article says of its items before they are labelled: of each word, how it is written
// elsewhere, what stands around it, and what the lexicon knows of it.
//
// The context is built in the order of the functions of context_steps.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "discovery/text_items.hpp"
#include "discovery/word_lexicon.hpp"

namespace newsdex::discovery {

/// How an item is written, as far as that says something: the first nine are the shapes, the rest
/// stand for capitals where any word would have them.
enum class Appearance : std::uint8_t {
  lower,
  capitalised,
  all_caps,
  mixed,
  number,
  alphanumeric,
  mark,
  initial,
  uncased,
  headline_name,    // in a sentence of capitals; a name by the rest of the article or the lexicon
  headline_word,    // the same, and no name by them
  first_word,       // of a sentence; in lower case elsewhere in the article
  first_uncertain,  // of a sentence; elsewhere both, or only known in lower case
  none,             // no item: before or behind the sentence
};

/// Bits of what the runs of capitalised words say of a word of theirs.
enum RunEvidence : std::uint16_t {
  kBehindGivenName = 1,
  kGivenNameInFront = 2,  // is one, with another word of its run behind it
  kBehindTitle = 4,       // its run stands behind one, as "minister"
  kBehindTitleInRun = 8,
  kBeforeLowerWord = 16,
  kBehindIn = 32,    // its run begins with it, behind "in", "near" and their like
  kBehindThe = 64,   // the same, behind "the"
  kBySpeech = 128,   // its run ends with it, before or behind "said" and its like
  kBeforeWho = 256,  // the same, before ", who" or its like
};
inline constexpr unsigned kRunEvidenceBits = 9;

/// A word of the article that is written with a capital somewhere: all its items share it.
struct ArticleWord {
  std::uint64_t key = 0;
  std::uint16_t capitalised = 0;        // items, not counting sentences of capitals
  std::uint16_t lower = 0;              // the same
  std::uint16_t mid_sentence = 0;       // of `capitalised`, those that need not be
  std::uint16_t run_evidence = 0;       // RunEvidence
  std::uint32_t longest_run_begin = 0;  // items of the longest run with it; 0, 0 for none
  std::uint32_t longest_run_end = 0;
};

/// A name of two words or more from the lexicon, as it covers an item.
struct ListMatch {
  std::uint8_t kinds = 0;
  std::uint8_t length = 0;  // items; 0 for no match
  std::uint8_t place = 0;   // of the item: 0 first, 1 between, 2 last
};

struct ItemContext {
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  std::uint32_t word = kNoWord;  // index into ArticleContext::words; items with a capital have one
  std::uint32_t run_begin = 0;   // items of the run of capitalised words it is in; 0, 0 for none
  std::uint32_t run_end = 0;
  Appearance appearance = Appearance::none;
  bool candidate = false;  // may be labelled; all other items are outside of names
  ListMatch match;

  [[nodiscard]] bool in_run() const { return run_end != 0; }
};

/// Capitalised words side by side: items [begin, end) of a sentence.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;  // index into the sentences
};

/// Whether an abbreviation in brackets follows, as behind "World Health Organization (WHO)".
enum class AcronymBehind : std::uint8_t { none, other_letter, first_letter };

/// Candidates that follow each other in a sentence: items [begin, end), labelled together.
struct Segment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;                   // index into the sentences
  AcronymBehind acronym = AcronymBehind::none;  // whether it begins with the segment's first letter
};

/// From a word's key to its number, by open addressing, at most half full. And what tells most keys
/// that it does not hold at a glance: a table of bits by the keys' lowest ones.
class WordIndex {
 public:
  /// Makes room for so many words, and holds none.
  void clear(std::size_t most_words);

  [[nodiscard]] bool may_hold(std::uint64_t key) const {
    return (bits_[key / 64 % bits_.size()] >> (key % 64) & 1U) != 0;
  }
  /// The word's number, or ItemContext::kNoWord.
  [[nodiscard]] std::uint32_t find(std::uint64_t key, const std::vector<ArticleWord>& words) const;
  std::uint32_t find_or_add(std::uint64_t key, std::vector<ArticleWord>& words);

 private:
  std::vector<std::uint32_t> slots_;
  std::array<std::uint64_t, 64> bits_{};
};

/// Reused, so that it allocates little.
class ArticleContext {
 public:
  /// The lexicon's tables must outlive the context.
  explicit ArticleContext(const WordLexicon& known) : lexicon(known) {}

  /// Replaces what the context holds. `article` must outlive what is asked of it; `traits` must
  /// have been made with the context's lexicon.
  void read(const AnalyzedArticle& article, std::size_t most_tokens, WordTraitsTable& traits);

  ItemizedText text;
  std::vector<ItemContext> items;  // for each of text.items
  std::vector<ArticleWord> words;
  std::vector<Run> runs;
  std::vector<Segment> segments;
  WordLexicon lexicon;
  WordIndex index;

  /// Of a run or a segment.
  template <class Items>
  [[nodiscard]] const Sentence& sentence_of(const Items& part) const {
    return text.sentences[part.sentence];
  }
};

}  // namespace newsdex::discovery
