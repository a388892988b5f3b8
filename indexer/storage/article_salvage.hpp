// The stored articles of a segment whose table of blocks is damaged.
//
// Blocks lie one behind the other from the front of the file, and each says where it ends and what
// checksum its content has: so whole ones are found without the table, those behind a damaged one
// by the bytes that every block begins with.
#pragma once

#include <string>

#include "storage/article_block.hpp"
#include "storage/column_file.hpp"

namespace newsdex {

class ArticleSalvage {
 public:
  /// Throws Error{io} when the file cannot be read.
  explicit ArticleSalvage(const std::string& path);

  /// Goes to the next whole block; false when there is none.
  bool next();

  /// The articles of the block, living until next() is called.
  [[nodiscard]] std::span<const std::string_view> articles() const { return block_.articles(); }

  /// Whether something that is no whole block lies anywhere before it: then nobody knows how many
  /// articles that had.
  [[nodiscard]] bool follows_gap() const { return follows_gap_; }

 private:
  MappedFile file_;
  std::string_view rest_;
  ArticleBlock block_;
  bool follows_gap_ = false;
};

}  // namespace newsdex
