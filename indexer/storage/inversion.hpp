// Turns articles with their terms into terms with their articles, in memory, and writes both.
//
// Numbers take the place of strings until the end: then the terms are put in order once, and a
// counting sort brings the postings to their terms.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "storage/index_document.hpp"
#include "storage/position_file.hpp"
#include "storage/postings_writer.hpp"
#include "storage/term_table.hpp"

namespace newsdex {

class Inversion {
 public:
  /// `terms` numbers the terms of all articles to come; it must outlive this object.
  explicit Inversion(const TermTable& terms) : terms_(terms) {}

  /// Throws Error{io} for an article in which a word stands a thousand million times.
  void add(const DocumentTerms& article);

  /// Bytes that it takes, and what write() takes besides.
  [[nodiscard]] std::size_t memory() const;

  /// Writes terms to `postings` and positions to `positions`; if `all_tables` is set, positions and
  /// lists of terms to `postings` as well. `step`, if any, is called now and then, and may throw to
  /// give up. Throws Error{io}.
  void write(PostingsWriter& postings, PositionFileWriter& positions, bool all_tables,
             const std::function<void()>& step = {}) const;

 private:
  enum class Positions : std::uint8_t { none, one, several };
  // How a term stands in an article. Most do so once: then the position itself is at hand when the
  // terms come, wherever the articles were.
  struct Occurrence {
    std::uint32_t count : 30;
    Positions positions : 2;
    std::uint32_t where;  // the position, or of several where their list begins in lists_
  };
  struct Entry {
    std::uint32_t term;
    Occurrence occurrence;
  };
  struct Sorted;

  [[nodiscard]] Sorted sort() const;
  void announce(const Sorted& sorted, std::size_t place) const;
  void write_terms(const Sorted& sorted, PostingsWriter& postings, PositionFileWriter& positions,
                   bool positions_in_postings, const std::function<void()>& step) const;
  void write_term_lists(const Sorted& sorted, PostingsWriter& postings) const;
  [[nodiscard]] Occurrence keep(const DocumentTerm& term, std::span<const std::uint32_t> positions);
  [[nodiscard]] std::string_view list_at(std::uint32_t offset) const;

  const TermTable& terms_;
  std::vector<Entry> entries_;                 // article by article
  std::vector<std::uint32_t> articles_ = {0};  // where each article's entries begin, and the end
  std::string lists_;
};

}  // namespace newsdex
