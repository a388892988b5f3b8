#include "entities/lexicon.hpp"

namespace newsdex {
namespace {

std::uint32_t bit_of(WordClass word_class) {
  return 1U << static_cast<unsigned>(word_class);
}

}  // namespace

Lexicon::Lexicon(Analyzer& analyzer) {
  TokenStream words;
  for (const WordList& list : kWordLists) {
    analyzer.analyze(list.words, {}, words);
    for (const Token& word : words.tokens()) add(word.form, list.word_class);
  }
}

void Lexicon::add(std::string_view form, WordClass word_class) {
  const WordId id = words_.add(form);
  if (id >= classes_.size()) classes_.resize(id + std::size_t{1}, 0);
  classes_[id] |= bit_of(word_class);
}

bool Lexicon::is(std::string_view form, WordClass word_class) const {
  const WordId id = words_.find(form);
  return id != kNoWord && (classes_[id] & bit_of(word_class)) != 0;
}

}  // namespace newsdex
