// A trie over the folded words of all listed forms.
//
// A text is matched by following it from each token. A token that begins no form, or none that may
// begin in lower case, mostly costs the probe of one bit: a filter small enough for the first-level
// cache stands before the word table, and tokens bring their hash. The trie's edges lie in one flat
// hash table, so that a list of a hundred thousand names stays compact and quick to build.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entities/form.hpp"
#include "entities/word_table.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

class TokenAutomaton {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;  // also "no such node": nothing leads back to the root

  TokenAutomaton();

  /// Adds a form with its words, and returns the node where it ends. `text` is what `words` were
  /// analysed from. A form without words is left out. Not after freeze().
  Node add(std::string_view text, std::span<const Token> words, Form form);

  /// Sorts the forms by the node they end at; call it once, before matching.
  void freeze();

  /// Where a token leads by its form; kRoot if no listed form goes on with it. `start` leaves out
  /// forms that begin with a capital where the text does not.
  [[nodiscard]] Node start(const Token& token) const {
    const WordFilter& filter = token.capitalised ? all_starts_ : lower_case_starts_;
    return filter.may_have(token.form_hash) ? start_at(token.form, token.form_hash) : kRoot;
  }
  [[nodiscard]] Node step(Node from, const Token& token) const {
    return goes_on_[from] ? step(from, token.form, token.form_hash) : kRoot;
  }

  /// Where a folded word leads, were it a token in lower case.
  [[nodiscard]] Node start(std::string_view word) const;
  [[nodiscard]] Node step(Node from, std::string_view word) const;

  /// The forms but surnames that end at a node: names and aliases that need no evidence, then those
  /// that do, then demonyms.
  [[nodiscard]] std::span<const Form> names(Node node) const;
  [[nodiscard]] std::span<const Form> surnames(Node node) const;

  /// Of a form that has_spelling(): each word as it is written, then the signs after it without
  /// white space, each ended by a zero byte.
  [[nodiscard]] std::string_view spelling(const Form& form) const {
    return spellings_[form.spelling];
  }

  [[nodiscard]] std::size_t nodes() const { return nodes_; }

 private:
  struct Edge {
    std::uint64_t key = 0;  // node and word
    Node to = kRoot;        // kRoot in an empty slot
  };
  struct Ending {
    Node node = kRoot;
    Form form;
  };

  // Bits set at the hashes of words: without false negatives.
  class WordFilter {
   public:
    void reserve(std::size_t words);
    void add(std::uint32_t hash) { bits_[place(hash)] = true; }
    [[nodiscard]] bool may_have(std::uint32_t hash) const { return bits_[place(hash)]; }

   private:
    [[nodiscard]] std::size_t place(std::uint32_t hash) const { return hash >> shift_; }

    unsigned shift_ = 31;
    std::vector<bool> bits_ = std::vector<bool>(2);
  };

  [[nodiscard]] Node start_at(std::string_view word, std::uint32_t hash) const;
  [[nodiscard]] Node step(Node from, std::string_view word, std::uint32_t hash) const;
  [[nodiscard]] std::size_t edge_slot(std::uint64_t key) const;
  void fill_filters();
  Node add_step(Node from, WordId word);
  void grow_edges();

  WordTable words_;
  std::vector<Node> starts_;                // by word: the root's edges
  std::vector<bool> starts_in_lower_case_;  // by word: some form begins so
  WordFilter all_starts_;
  WordFilter lower_case_starts_;
  std::vector<Edge> edges_;  // a power of two, at most half full
  std::size_t edge_count_ = 0;
  std::vector<bool> goes_on_;  // by node: some edge leads on from it
  Node nodes_ = 1;
  std::vector<Ending> endings_;  // until freeze()
  std::vector<Form> forms_;
  std::vector<std::uint32_t> form_begins_;     // by node
  std::vector<std::uint32_t> surname_begins_;  // by node
  std::vector<std::string> spellings_;
};

}  // namespace newsdex
