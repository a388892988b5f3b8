// Walks the terms of an inverted index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/posting_cursor.hpp"

namespace newsdex {

/// Terms with a common prefix, ascending by bytes. Its functions throw Error{bad_index} when they
/// meet damage. The reader that it comes from must outlive it.
class TermCursor {
 public:
  TermCursor(const Postlist& postlist, std::string_view prefix);

  /// Moves on to the first term, then to the next; false at the end.
  bool next();

  /// Until next().
  [[nodiscard]] std::string_view term() const { return term_; }
  /// How many articles have it.
  [[nodiscard]] std::uint32_t frequency() const { return row_.frequency; }
  /// How often it occurs in all of them.
  [[nodiscard]] std::uint64_t total() const { return row_.total; }
  /// Good also after the cursor has moved on.
  [[nodiscard]] PostingCursor postings() const {
    return {postlist_, first_chunk_, PostingCursor::Row::term};
  }

 private:
  [[nodiscard]] bool find_next();

  Postlist postlist_;
  std::string prefix_key_;
  std::string key_;  // of the term
  std::string term_;
  glass::Place place_;  // the last part of its first chunk
  glass::Place first_chunk_;
  glass::RowHeader row_;
  bool is_last_chunk_ = true;
  bool has_begun_ = false;
  std::vector<char> joined_;
};

}  // namespace newsdex
