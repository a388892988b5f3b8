// Reads the inverted index of a segment, a glass database of Xapian's, where it lies, memory-mapped
// and without Xapian.
//
// It reads what either PostingsWriter makes, and any other glass database that has block sums, also
// one that Xapian has updated or compacted.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/posting.hpp"
#include "storage/posting_cursor.hpp"
#include "storage/term_cursor.hpp"

namespace newsdex {

/// The terms of one article, ascending by bytes, with the bytes they are made of.
class ArticleTerms {
 public:
  ArticleTerms(std::uint32_t length, std::vector<char> bytes, std::vector<TermCount> terms)
      : length_(length), bytes_(std::move(bytes)), terms_(std::move(terms)) {}
  ArticleTerms(ArticleTerms&&) noexcept = default;
  ArticleTerms& operator=(ArticleTerms&&) noexcept = default;
  ArticleTerms(const ArticleTerms&) = delete;
  ArticleTerms& operator=(const ArticleTerms&) = delete;
  ~ArticleTerms() = default;

  /// The sum of the counts.
  [[nodiscard]] std::uint32_t length() const { return length_; }
  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] const TermCount& operator[](std::size_t number) const { return terms_[number]; }
  [[nodiscard]] auto begin() const { return terms_.begin(); }
  [[nodiscard]] auto end() const { return terms_.end(); }

 private:
  std::uint32_t length_;
  std::vector<char> bytes_;
  std::vector<TermCount> terms_;
};

/// Const functions may be called from several threads at once. Every function throws
/// Error{bad_index} when the index turns out damaged, naming the file and what is wrong with it,
/// and Error{io} when a file cannot be opened. Cursors live no longer than the reader; they may
/// outlive its being moved.
class PostingsReader {
 public:
  /// Opens the database in a folder. Reads little: stored articles and lists of terms are
  /// opened when they are first asked for.
  explicit PostingsReader(const FilePlace& folder);
  ~PostingsReader();
  PostingsReader(PostingsReader&&) noexcept;
  PostingsReader& operator=(PostingsReader&&) noexcept;

  /// How many articles there are. In a database from which some were deleted, one more than the
  /// greatest number of one.
  [[nodiscard]] std::uint32_t articles() const;

  /// The sum of all articles' lengths; a length is the sum of an article's counts.
  [[nodiscard]] std::uint64_t total_length() const;

  /// How many articles have `term`.
  [[nodiscard]] std::uint32_t frequency(std::string_view term) const;

  /// The postings of `term`; none if no article has it.
  [[nodiscard]] PostingCursor postings(std::string_view term) const;

  /// The lengths of the articles, as if they were counts of a term that all have.
  [[nodiscard]] PostingCursor lengths() const;

  /// All terms that begin with `prefix`.
  [[nodiscard]] TermCursor terms(std::string_view prefix = "") const;

  /// What is stored of an article; empty if there is nothing.
  [[nodiscard]] std::string stored(std::uint32_t article) const;

  /// Whether there are lists of articles' terms. Then there is one for each article.
  [[nodiscard]] bool has_term_lists() const;

  /// The terms of an article. Throws Error{bad_index} if there is no such article.
  [[nodiscard]] ArticleTerms terms_of(std::uint32_t article) const;

  /// Replaces the content of `out` by the positions of a term in an article, ascending; false if
  /// there are none.
  bool positions(std::string_view term, std::uint32_t article,
                 std::vector<std::uint32_t>& out) const;

  /// Empty if there is none.
  [[nodiscard]] std::string metadata(std::string_view key) const;

  /// What an article has in a value slot; empty if nothing.
  [[nodiscard]] std::string value(std::uint32_t article, std::uint32_t slot) const;

  /// Reads everything, in Xapian's way and in this one, and compares what stands in two places.
  static void check(const std::string& path);

 private:
  struct Files;
  void check_terms() const;
  void check_positions() const;
  void check_articles() const;
  void check_term_list(std::uint32_t article, std::uint32_t length) const;

  std::unique_ptr<Files> files_;
};

}  // namespace newsdex
