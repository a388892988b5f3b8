// Writes the inverted index of a segment: a glass database of Xapian's, with a file of checksums
// beside it.
//
// There are two ways of doing so, and they make the same database: the direct one lays sorted
// tables down from front to back, the other goes through Xapian's API, some twenty times slower,
// and is there to be compared with. Articles are numbered from 0 in the order they are added;
// Xapian's document ids are one more.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "storage/posting.hpp"

namespace newsdex {

/// The kinds of calls come in the order in which they stand here, except that store() may come at
/// any time. Every function throws Error{io} when the system refuses to write, and when it is given
/// something that no glass database can hold: rows that do not ascend, terms of more than 245
/// bytes, keys of more than 255. What a writer leaves that has thrown or was not finished, no
/// PostingsReader opens.
class PostingsWriter {
 public:
  virtual ~PostingsWriter() = default;

  /// What is stored of the next article; it may be empty. Called once an article, in order.
  virtual void store(std::string_view data) = 0;

  /// Keys ascend and are not empty. An empty value is as good as none.
  virtual void add_metadata(std::string_view key, std::string_view value) = 0;

  /// The values of a slot; slots ascend from call to call, articles within one. An empty value is
  /// as good as none.
  virtual void add_values(std::uint32_t slot, std::span<const ArticleValue> values) = 0;

  /// A term's postings, articles ascending; terms ascend by bytes and are not empty.
  virtual void add_term(std::string_view term, std::span<const Posting> postings,
                        const PositionLists& positions) = 0;
  void add_term(std::string_view term, std::span<const Posting> postings) {
    add_term(term, postings, {});
  }

  /// The terms of the next article, ascending by bytes, with the counts that their postings have.
  /// Called once an article, in order, or not at all: the database is then half as large for short
  /// articles, and Xapian can query it, but not update it.
  virtual void add_term_list(std::span<const TermCount> terms) = 0;

  /// Makes everything durable; nothing may be added afterwards.
  virtual void finish() = 0;
};

enum class WriterKind { direct, api };

/// A writer of a database in the folder `path`, which it makes and which must not exist.
std::unique_ptr<PostingsWriter> make_postings_writer(WriterKind kind, const std::string& path);

}  // namespace newsdex
