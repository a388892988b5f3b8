// Where the words of a segment's articles stand: for every term with positions, one list for each
// article in which it has any.
//
// Xapian's position table spends 12 to 15 bytes on the key of every single list, half of an index;
// here a term's lists follow one another. A column file with the dictionary of the terms (their
// numbers are offsets into "lists"), the section "lists" and its sums "lists.sums"; in "lists" a
// term after the other: a varint of how many lists it has; for every kListsPerSkip-th of them but
// the first a u32 of its article and a u32 of where it begins, counted from the first; then for
// each list a varint of its article less that of the list before (the first of a skip has its
// article whole), and the positions: a varint of twice the first, plus one if there are more; then,
// if so, a varint of how many more less one, and for each a varint of its distance to the one
// before less one. The first is written as twice its distance from kBodyPosition, where most words
// stand, or as one more than twice itself if it lies before: then the places in a short article
// take a byte.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/column_file.hpp"
#include "storage/posting.hpp"
#include "storage/summed_bytes.hpp"
#include "storage/term_dictionary.hpp"

namespace newsdex {

inline constexpr std::uint32_t kListsPerSkip = 64;

/// Appends the form of one list: strictly ascending positions, of which there is at least one.
void encode_positions(std::span<const std::uint32_t> positions, std::string& out);

/// Takes one list from the front of `bytes` and appends its positions to `out`; false when the
/// bytes end within it.
bool take_positions(std::string_view& bytes, std::vector<std::uint32_t>& out);

/// Takes one list from the front of `bytes` without decoding it; false when they end within it.
bool skip_positions(std::string_view& bytes);

/// Lists of one term decoded, as a PostingsWriter takes them.
class DecodedPositions {
 public:
  void clear();
  /// Adds one encoded list; an empty text stands for no positions.
  void add(std::string_view list);
  /// Adds a list of one position.
  void add(std::uint32_t position);
  /// Empty if no list was added; lives until the next change.
  [[nodiscard]] PositionLists view() const { return {starts_, positions_}; }

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> positions_;
};

class PositionFileWriter {
 public:
  /// Throws Error{io}, as do the other functions, also where one term's lists come to more than
  /// `most_bytes`: skips cannot lead further.
  explicit PositionFileWriter(const std::string& path,
                              std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max());

  /// Lists added from now on are those of `term`. Terms ascend by bytes; one without lists leaves
  /// no trace.
  void begin(std::string_view term);
  /// The encoded list of an article; articles ascend.
  void add(std::uint32_t article, std::string_view list);
  /// A list of one position.
  void add(std::uint32_t article, std::uint32_t position);

  void finish();

 private:
  struct Skip {
    std::uint32_t article = 0;
    std::uint32_t offset = 0;
  };
  void begin_list(std::uint32_t article);
  void end_term();

  void append(std::string_view bytes);

  ColumnFileWriter out_;
  BlockSummer summer_;
  std::uint64_t most_bytes_;
  TermDictionaryWriter dictionary_;
  std::uint64_t written_ = 0;
  std::string term_;
  std::uint32_t count_ = 0;
  std::uint32_t last_article_ = 0;
  std::vector<Skip> skips_;
  std::string lists_;
};

/// Walks through the lists of one term. A cheap value; the file must outlive it.
class TermPositions {
 public:
  /// No lists at all.
  TermPositions() = default;
  /// The lists of a term that begin at `begin` of `bytes`. Throws Error{bad_index} naming `path`
  /// when damaged, as do the other functions.
  TermPositions(const std::string& path, const SummedBytes& bytes, std::uint64_t begin);

  /// Moves on to the list of `article`, which must not be below one asked for before; false when
  /// the term has none there.
  bool seek(std::uint32_t article);

  /// Appends the positions of the list found last to `out`. Once for each list.
  void append_to(std::vector<std::uint32_t>& out);

  /// The list found last as it is encoded. Once for each list.
  std::string_view encoded();

 private:
  void skip_to(std::uint32_t article);
  void next_article();
  void pass_list();
  template <typename Read>
  void read_list(Read&& read);
  [[nodiscard]] std::uint32_t skip_word(std::uint32_t skip, std::size_t word) const;
  // Checks what was read, before anything is told of it, and the head of what is read next: how far
  // a list reaches only reading it shows.
  void check_read();
  [[noreturn]] void damaged() const;

  const std::string* path_ = nullptr;
  const SummedBytes* bytes_ = nullptr;
  const char* checked_ = nullptr;  // all that was read before it is checked
  std::uint32_t count_ = 0;
  std::string_view skips_;
  std::string_view lists_;
  std::string_view rest_;   // from the list of article_ on, if at_list_, else from the next entry
  std::uint32_t next_ = 0;  // number of the next entry
  std::uint32_t article_ = 0;  // of the entry before it
  bool at_list_ = false;
};

class PositionFile {
 public:
  /// Throws Error{bad_index} when the file is damaged or not of this form, Error{io} when it cannot
  /// be read.
  explicit PositionFile(const FilePlace& place);

  /// Lists of a term; none for a term without positions.
  [[nodiscard]] TermPositions find(std::string_view term) const;

  /// All terms that have positions: the forms of words, each with its stem (ARCHITECTURE.md,
  /// terms).
  [[nodiscard]] TermWalk terms() const { return TermWalk(dictionary_); }

  /// Names of sections that are damaged. Reads everything.
  [[nodiscard]] std::vector<std::string> damaged_sections() const {
    return file_.damaged_sections();
  }

 private:
  std::string path_;
  ColumnFile file_;
  TermDictionary dictionary_;
  SummedBytes lists_;
};

}  // namespace newsdex
