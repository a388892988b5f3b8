// The words of a made-up English: real function words, invented nouns, verbs and adjectives by
// rank, each in the forms that English would give it.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/weighted_choice.hpp"
#include "generator/word_forge.hpp"

namespace newsdex::benchmarks {

struct Noun {
  std::string singular;
  std::string plural;
};
struct Verb {
  std::string base;
  std::string third;  // person
  std::string past;
  std::string participle;
};
struct Adjective {
  std::string plain;
  std::string adverb;
};

/// Words of one class by rank, drawn after Zipf and Mandelbrot.
template <typename Word>
class Lexicon {
 public:
  Lexicon(std::vector<Word> words, double shift, std::size_t kernel)
      : words_(std::move(words)), choice_(zipf_mandelbrot(words_.size(), shift, kernel)) {}

  std::uint32_t draw(Random& random) const { return choice_.pick(random); }
  const Word& operator[](std::uint32_t number) const { return words_[number]; }

 private:
  std::vector<Word> words_;
  WeightedChoice choice_;
};

enum class FunctionClass : std::uint8_t {
  determiner,
  preposition,
  conjunction,
  pronoun,
  modal,     // followed by a verb's base
  perfect,   // followed by its past form
  being,     // followed by its participle, or by its past form in the passive
  particle,  // adverbs that stand before a verb
};

/// Closed classes with their frequencies.
class FunctionWords {
 public:
  /// The forge will make none of them.
  explicit FunctionWords(WordForge& forge);
  std::string_view draw(FunctionClass kind, Random& random) const;

 private:
  std::vector<WeightedChoice> choices_;
};

struct Vocabulary {
  explicit Vocabulary(WordForge& forge);

  FunctionWords function_words;
  Lexicon<Noun> nouns;
  Lexicon<Verb> verbs;
  Lexicon<Adjective> adjectives;
};

}  // namespace newsdex::benchmarks
