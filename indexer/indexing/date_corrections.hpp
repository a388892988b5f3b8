// The user's file of dates: what is wrong or missing, by article.
//
//     # id or path, and date of publication
//     news/telegram.txt,2018-04-30
//     dump.txt#2<TAB>2018-04
//     b2020-02,none
//
// A line holds an article's id, or the path of its file (from the folder of this file on, or from
// the root), in a file of several articles with "#" and its number; after the last tab, or the last
// comma where there is no tab, its date in any form that metadata may have, or "none". Fields may
// be quoted as in CSV. Empty lines, lines that begin with "#" and a heading whose second word is
// "date" say nothing.
//
// An article that stands in several places has the line of any of them: which place it is indexed
// from is no matter of its date.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexing/content_identity.hpp"
#include "newsdex/article.hpp"

namespace newsdex {

/// The file as it was read: kept with an index, so that an update without it can go by it.
struct CorrectionFile {
  std::string path;  // absolute; empty for none
  std::string text;

  bool operator==(const CorrectionFile&) const = default;
};

class DateCorrections {
 public:
  DateCorrections() = default;
  /// Throws Error{usage}, naming file and line, for a line without a date that can be read, and for
  /// one that contradicts an earlier one.
  explicit DateCorrections(const CorrectionFile& file);

  /// Whether a line may name an article of the file at this path, or so called.
  [[nodiscard]] bool names(std::string_view file) const;

  /// Makes the line of this place, if it has one, that of all articles with this copy_key(). Of two
  /// lines that contradict one another the first of the file counts.
  void share(std::string_view id, std::string_view path, std::uint32_t record,
             const ContentHash& key);

  /// The date as written, "none", or nothing for an article that the file does not name. What is
  /// shared goes before all, the id before the path, the record of a file before the whole file.
  [[nodiscard]] std::string_view date_of(std::string_view id, std::string_view path,
                                         std::uint32_t record, const ContentHash& key = {}) const;

  /// Sets the article's corrected date, and takes note that its line is of use.
  void correct(Article& article, const ContentHash& key = {});

  /// Takes note that the lines which name this article are of use: by its id, by its place, and of
  /// a file of several by the whole file.
  void note(std::string_view id, std::string_view path, std::uint32_t record);

  /// Whether this is the file of dates itself, by its absolute path: it may lie among the articles,
  /// but is none of them.
  [[nodiscard]] bool is_own_file(std::string_view path) const { return path == file_; }

  [[nodiscard]] bool empty() const { return lines_.empty(); }

  /// One for each line that no article has made use of, most likely for a mistyped id, in order;
  /// then one for each that gives an article a date which an earlier line contradicts.
  [[nodiscard]] std::vector<ReadError> doubts() const;

 private:
  struct Line {
    std::uint64_t number = 0;
    std::string key;
    std::string date;
    bool used = false;
    bool contradicted = false;  // by an earlier line, and reported
  };
  using Places = std::map<std::string, std::size_t, std::less<>>;  // into lines_

  // By the id, by the record of a file, by the file; the number of lines where there is none.
  using Naming = std::array<std::size_t, 3>;

  void add_line(std::string_view line, std::uint64_t number);
  void compare(std::size_t a, std::size_t b);
  [[nodiscard]] Naming naming(std::string_view id, std::string_view path,
                              std::uint32_t record) const;
  [[nodiscard]] std::size_t find(std::string_view id, std::string_view path,
                                 std::uint32_t record) const;

  std::string file_;
  std::vector<Line> lines_;
  Places by_key_;
  bool may_be_heading_ = true;  // the next line that says anything
  Places by_path_;              // absolute, with "#n" if written
  std::unordered_map<ContentHash, std::size_t, ContentHashHash> shared_;  // into lines_
  std::vector<ReadError> contradictions_;
};

/// Reads the file at `path`; none where `path` is empty. Throws Error{usage}
/// for what is no regular file or larger than 256 MiB.
CorrectionFile read_corrections(const std::string& path);

}  // namespace newsdex
