// Turns articles with their terms into terms with their articles, in memory, and writes both.
//
// Numbers take the place of strings until the end: then the terms are put in order once, and a
// counting sort brings the postings to their terms.
#pragma once

#include <cstdint>
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

  void add(const DocumentTerms& article);

  /// Writes terms to `postings` and positions to `positions`; if `all_tables` is set, positions and
  /// lists of terms to `postings` as well. Throws Error{io}.
  void write(PostingsWriter& postings, PositionFileWriter& positions, bool all_tables) const;

 private:
  // A term in an article; its encoded positions end where those of the next entry begin.
  struct Entry {
    std::uint32_t term = 0;
    std::uint32_t count = 0;
    std::uint32_t list = 0;  // offset into lists_
  };
  struct Sorted;

  [[nodiscard]] Sorted sort() const;
  void write_terms(const Sorted& sorted, PostingsWriter& postings, PositionFileWriter& positions,
                   bool positions_in_postings) const;
  void write_term_lists(const Sorted& sorted, PostingsWriter& postings) const;
  [[nodiscard]] std::string_view list_of(std::uint32_t entry) const;

  const TermTable& terms_;
  std::vector<Entry> entries_;                 // article by article
  std::vector<std::uint32_t> articles_ = {0};  // where each article's entries begin, and the end
  std::string lists_;
};

}  // namespace newsdex
