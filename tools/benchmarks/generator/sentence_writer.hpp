// Writes sentences of a small English grammar: clauses of noun phrases, verb groups and
// prepositional phrases, with quotations, names, dates and numbers where English has them.
#pragma once

#include <string>
#include <string_view>

#include "generator/story.hpp"

namespace newsdex::benchmarks {

class SentenceWriter {
 public:
  /// All three must outlive the writer, which appends to `out`.
  SentenceWriter(Story& story, Random& random, std::string& out)
      : story_(story), random_(random), out_(out) {}

  void sentence();
  /// Without a full stop, most words capitalised.
  void headline();

 private:
  void clause();
  void quotation();
  void noun_phrase();
  void plain_noun_phrase();
  void verb_group();
  void object();
  void prepositional_phrase();
  void number();
  void date();

  void word(std::string_view text);
  void function_word(FunctionClass kind) { word(story_.function_words().draw(kind, random_)); }
  void noun();

  Story& story_;
  Random& random_;
  std::string& out_;
  bool at_start_ = true;  // of a sentence
  bool glue_ = true;      // the next word follows without a space
  bool title_case_ = false;
};

}  // namespace newsdex::benchmarks
