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

namespace newsdex {

inline constexpr std::size_t kTermsPerBlock = 16;

class TermDictionaryWriter {
 public:
  /// Terms ascend by bytes, numbers do not fall.
  void add(std::string_view term, std::uint64_t number);
  /// Sections "terms.at" and "terms.bytes".
  void write(ColumnFileWriter& out) const;

 private:
  std::vector<std::uint64_t> offsets_;
  std::string bytes_;
  std::string last_term_;
  std::uint64_t last_number_ = 0;
  std::size_t terms_ = 0;
};

class TermDictionary {
 public:
  TermDictionary() = default;
  /// The file must outlive the dictionary. Throws Error{bad_index} when the sections are missing.
  explicit TermDictionary(const ColumnFile& file);

  /// The number of `term`, if it is there. A damaged dictionary finds nothing or a wrong number,
  /// but reads nothing outside its bytes.
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view term) const;

 private:
  [[nodiscard]] std::string_view block(std::size_t number) const;
  [[nodiscard]] std::string_view first_term(std::size_t block_number) const;

  std::span<const std::uint64_t> offsets_;
  std::string_view bytes_;
};

}  // namespace newsdex
