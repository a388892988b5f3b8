// Where the words of a segment's articles stand: for every term with positions, one list an
// article that has the term, in the order of the term's postings.
//
// Xapian's position table spends 12 to 15 bytes on the key of every single list, half of an index;
// here a list has no key, as its posting's place among the term's postings finds it. A column file
// with the dictionary of the terms (their numbers are offsets into "lists") and the section
// "lists", a term after the other: a varint of how many lists it has, for every kListsPerSkip-th of
// them but the first a u32 of where it begins, counted from the first, then the lists. A list is
// the byte 0 when it is empty, else a varint of twice its first position, plus one if there are
// more; then, if so, a varint of how many more less one, and for each a varint of its distance to
// the one before less one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/column_file.hpp"
#include "storage/term_dictionary.hpp"

namespace newsdex {

inline constexpr std::uint32_t kListsPerSkip = 64;

/// Appends the form of one list: strictly ascending positions from 1.
void encode_positions(std::span<const std::uint32_t> positions, std::string& out);

/// Takes one list from the front of `bytes` and appends its positions to `out`; false when the
/// bytes end within it.
bool take_positions(std::string_view& bytes, std::vector<std::uint32_t>& out);

class PositionFileWriter {
 public:
  /// Throws Error{io}, as do the other functions.
  explicit PositionFileWriter(const std::string& path);

  /// The encoded list of the next article with `term`; terms ascend by bytes, and all lists of a
  /// term follow one another. Terms without any position are better left out.
  void add(std::string_view term, std::string_view list);

  void finish();

 private:
  void end_term();

  ColumnFileWriter out_;
  TermDictionaryWriter dictionary_;
  std::uint64_t written_ = 0;
  std::string term_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> skips_;
  std::string lists_;
};

/// The lists of one term. A cheap value; the file must outlive it.
class TermPositions {
 public:
  /// `bytes` from the term's beginning on. Throws Error{bad_index} naming `path` when damaged, as
  /// do the other functions.
  TermPositions(const std::string& path, std::string_view bytes);

  [[nodiscard]] std::uint32_t size() const { return count_; }

  /// Replaces the content of `out` by the list number `ordinal`, below size(). Numbers must not
  /// fall from call to call.
  void positions(std::uint32_t ordinal, std::vector<std::uint32_t>& out);

  /// The same as it is encoded.
  std::string_view encoded(std::uint32_t ordinal);

 private:
  void seek(std::uint32_t ordinal);
  void skip_list();
  [[noreturn]] void damaged() const;

  const std::string* path_;
  std::uint32_t count_ = 0;
  std::string_view skips_;
  std::string_view lists_;
  std::string_view rest_;  // from list number next_ on
  std::uint32_t next_ = 0;
};

class PositionFile {
 public:
  /// Throws Error{bad_index} when the file is damaged or not of this form, Error{io} when it cannot
  /// be read.
  explicit PositionFile(const std::string& path);

  /// Nothing for a term without positions.
  [[nodiscard]] std::optional<TermPositions> find(std::string_view term) const;

  /// Names of sections that are damaged. Reads everything.
  [[nodiscard]] std::vector<std::string> damaged_sections() const {
    return file_.damaged_sections();
  }

 private:
  std::string path_;
  ColumnFile file_;
  TermDictionary dictionary_;
  std::string_view lists_;
};

}  // namespace newsdex
