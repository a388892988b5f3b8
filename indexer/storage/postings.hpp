// The inverted index of one segment: terms, postings, positions and stored articles.
//
// Everything newsdex asks of Xapian stands here; postings.cpp is the one file that knows it.
// Articles of a segment are numbered from 0 in the order they were added.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/index_document.hpp"

namespace newsdex {

/// Writes a segment's inverted index; there may be several ways of doing so.
class PostingsWriter {
 public:
  virtual ~PostingsWriter() = default;
  /// The article gets the next number.
  virtual void add(const IndexDocument& document) = 0;
  /// Makes everything durable; nothing may be added afterwards.
  virtual void finish() = 0;
};

/// A writer through Xapian's own API, making a glass database in the folder `path`, which must
/// not exist. It and its functions throw Error{io} when Xapian cannot write.
std::unique_ptr<PostingsWriter> make_xapian_writer(const std::string& path);

struct Posting {
  std::uint32_t article = 0;
  std::uint32_t count = 0;
};

/// Reads one term's postings in blocks, ascending by article. Its reader must outlive it.
class PostingCursor {
 public:
  /// Of a term that no article holds.
  PostingCursor();
  ~PostingCursor();
  PostingCursor(PostingCursor&&) noexcept;
  PostingCursor& operator=(PostingCursor&&) noexcept;

  /// How many articles hold the term.
  [[nodiscard]] std::uint32_t frequency() const { return frequency_; }

  /// The next block, valid until the next call; empty at the end.
  std::span<const Posting> next();

  /// Passes over blocks that end before `article`.
  void skip_to(std::uint32_t article);

 private:
  friend class PostingsReader;
  struct State;
  std::unique_ptr<State> state_;
  std::uint32_t frequency_ = 0;
};

/// Walks one term's articles to read the positions in them.
class PositionCursor {
 public:
  virtual ~PositionCursor() = default;
  /// Moves on to `article`, which must be past all asked for before; false when the term is not in
  /// it.
  virtual bool seek(std::uint32_t article) = 0;
  /// Positions in the article found last, ascending; replaces the content of `out`.
  virtual void positions(std::vector<std::uint32_t>& out) = 0;
};

/// Reads a segment's inverted index. Not to be shared among threads. Every function throws
/// Error{bad_index} when the index turns out damaged.
class PostingsReader {
 public:
  explicit PostingsReader(const std::string& path);
  ~PostingsReader();
  PostingsReader(PostingsReader&&) noexcept;
  PostingsReader& operator=(PostingsReader&&) noexcept;

  [[nodiscard]] std::uint32_t articles() const;

  /// How many articles hold `term`.
  [[nodiscard]] std::uint32_t frequency(std::string_view term) const;

  /// All postings of `term` by article number, in batches; none if there is no such term.
  void read(std::string_view term,
            const std::function<void(std::span<const Posting>)>& batch) const;

  [[nodiscard]] PostingCursor postings(std::string_view term) const;

  [[nodiscard]] std::unique_ptr<PositionCursor> positions_of(std::string_view term) const;

  /// All terms that begin with `prefix`, ascending by bytes.
  [[nodiscard]] std::vector<std::string> terms_with_prefix(std::string_view prefix) const;

  /// The terms of an article, ascending by bytes.
  [[nodiscard]] std::vector<std::string> terms_of(std::uint32_t article) const;

  /// The encoded StoredArticle.
  [[nodiscard]] std::string stored(std::uint32_t article) const;

  /// Walks every structure; throws Error{bad_index} for what is inconsistent.
  static void check(const std::string& path);

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace newsdex
