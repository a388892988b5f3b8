// A sorted list of terms, each with a number that never falls, in few bytes a term.
//
// Terms are front-coded in blocks of kTermsPerBlock: each is the length of the prefix it shares
// with the one before it, the length of the rest, the rest, and by how much its number is larger
// (all lengths and numbers as varints; Witten, Moffat and Bell, "Managing Gigabytes", 4.1). The
// offsets of the blocks are kept apart, so that a look-up is a binary search over the blocks' first
// terms and a walk through one block.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/column_file.hpp"
#include "storage/summed_bytes.hpp"

namespace newsdex {

inline constexpr std::size_t kTermsPerBlock = 16;

class TermDictionaryWriter {
 public:
  /// Terms ascend by bytes, numbers do not fall.
  void add(std::string_view term, std::uint64_t number);
  /// Sections "terms.at", "terms.bytes" and "terms.sums", the sums of the bytes.
  void write(ColumnFileWriter& out) const;

 private:
  std::vector<std::uint64_t> offsets_;
  std::string bytes_;
  std::string last_term_;
  std::uint64_t last_number_ = 0;
  std::size_t terms_ = 0;
};

/// Walks through the terms of one block.
class TermBlockWalk {
 public:
  TermBlockWalk() = default;
  explicit TermBlockWalk(std::string_view block) : rest_(block) {}

  /// Moves on to the first term, then to the next; false at the end of the block or where it is
  /// damaged.
  bool next();

  [[nodiscard]] std::string_view term() const { return term_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  std::string_view rest_;
  std::string term_;
  std::uint64_t number_ = 0;
};

class TermDictionary {
 public:
  TermDictionary() = default;
  /// The file must outlive the dictionary; `path` is its name in errors. Throws Error{bad_index}
  /// when the sections are missing or the offsets damaged, and so do all functions, its walks'
  /// included, that touch damaged bytes.
  TermDictionary(const ColumnFile& file, std::string path);

  /// The number of `term`, if it is there.
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view term) const;

 private:
  friend class TermWalk;
  // The last block from `first` on that does not begin after `term`, or `first`.
  [[nodiscard]] std::size_t block_of(std::string_view term, std::size_t first) const;
  [[nodiscard]] std::string_view block(std::size_t number) const;
  [[nodiscard]] std::string_view first_term(std::size_t block_number) const;

  std::span<const std::uint64_t> offsets_;
  SummedBytes bytes_;
};

/// Walks through the terms of a dictionary in order. It never goes back, so that it ends in a
/// damaged one, too. The dictionary must outlive it.
class TermWalk {
 public:
  explicit TermWalk(const TermDictionary& dictionary) : dictionary_(&dictionary) {}

  /// Moves on to the first term, then to the next; false at the end.
  bool next();

  /// Moves on to the first term at or after `term`, unless it stands there already; false at the
  /// end. Looks at few of those before it.
  bool skip_to(std::string_view term);

  /// Until it moves on.
  [[nodiscard]] std::string_view term() const { return block_.term(); }

 private:
  const TermDictionary* dictionary_;
  std::size_t next_block_ = 0;
  TermBlockWalk block_;
  bool at_term_ = false;
};

}  // namespace newsdex
