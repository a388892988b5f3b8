#include "storage/postings.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <array>
#include <mutex>
#include <sstream>
#include <utility>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

constexpr const char* kCheckHint = "run newsdex-index check, then build the index again";

template <typename Action>
auto reading(const std::string& path, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::bad_index, fmt::format("{}: {}", path, error.get_description()),
                kCheckHint);
  }
}

template <typename Action>
void writing(const std::string& path, Action&& action) {
  try {
    std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::io, fmt::format("cannot write {}: {}", path, error.get_description()),
                "is the disk full?");
  }
}

class XapianWriter final : public PostingsWriter {
 public:
  explicit XapianWriter(const std::string& path) : path_(path) {
    writing(path_, [&] {
      database_ = Xapian::WritableDatabase(path_, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    });
  }

  void add(const IndexDocument& document) override {
    Xapian::Document out;
    for (const DocumentTerm& term : document.terms) {
      for (const std::uint32_t position : term.positions) out.add_posting(term.term, position, 0);
      out.add_term(term.term, term.count);
    }
    out.set_data(document.stored);
    writing(path_, [&] { database_.add_document(out); });
  }

  void finish() override {
    writing(path_, [&] {
      database_.commit();
      database_.close();
    });
  }

 private:
  std::string path_;
  Xapian::WritableDatabase database_;
};

Xapian::docid to_docid(std::uint32_t article) {
  return article + 1;
}
std::uint32_t to_article(Xapian::docid docid) {
  return docid - 1;
}

class XapianPositions final : public PositionCursor {
 public:
  XapianPositions(std::string path, const Xapian::Database& database, const std::string& term,
                  std::mutex& mutex)
      : path_(std::move(path)),
        mutex_(mutex),
        at_(std::make_unique<Xapian::PostingIterator>(database.postlist_begin(term))) {}
  ~XapianPositions() override {
    const std::lock_guard lock(mutex_);
    at_.reset();
  }

  bool seek(std::uint32_t article) override {
    return reading(path_, [&] {
      const std::lock_guard lock(mutex_);
      if (*at_ == end_) return false;
      at_->skip_to(to_docid(article));
      return *at_ != end_ && **at_ == to_docid(article);
    });
  }

  void positions(std::vector<std::uint32_t>& out) override {
    reading(path_, [&] {
      const std::lock_guard lock(mutex_);
      out.assign(at_->positionlist_begin(), at_->positionlist_end());
    });
  }

 private:
  std::string path_;
  std::mutex& mutex_;
  std::unique_ptr<Xapian::PostingIterator> at_;
  Xapian::PostingIterator end_;
};

}  // namespace

std::unique_ptr<PostingsWriter> make_xapian_writer(const std::string& path) {
  return std::make_unique<XapianWriter>(path);
}

struct PostingsReader::Database {
  std::string path;
  Xapian::Database xapian;
  std::mutex mutex;  // Xapian's objects of one database are one thread's at a time
};

PostingsReader::PostingsReader(const std::string& path)
    : database_(reading(path, [&] {
        return std::unique_ptr<Database>(new Database{path, Xapian::Database(path), {}});
      })) {}
PostingsReader::~PostingsReader() = default;
PostingsReader::PostingsReader(PostingsReader&&) noexcept = default;
PostingsReader& PostingsReader::operator=(PostingsReader&&) noexcept = default;

std::uint32_t PostingsReader::articles() const {
  return reading(database_->path, [&] { return database_->xapian.get_doccount(); });
}

std::uint32_t PostingsReader::frequency(std::string_view term) const {
  return reading(database_->path, [&] {
    const std::lock_guard lock(database_->mutex);
    return database_->xapian.get_termfreq(std::string(term));
  });
}

void PostingsReader::read(std::string_view term,
                          const std::function<void(std::span<const Posting>)>& batch) const {
  reading(database_->path, [&] {
    const std::string name(term);
    std::array<Posting, 512> buffer;
    std::size_t filled = 0;
    const auto end = database_->xapian.postlist_end(name);
    for (auto at = database_->xapian.postlist_begin(name); at != end; ++at) {
      buffer[filled++] = {to_article(*at), at.get_wdf()};
      if (filled < buffer.size()) continue;
      batch(buffer);
      filled = 0;
    }
    if (filled > 0) batch(std::span<const Posting>(buffer).first(filled));
  });
}

struct PostingCursor::State {
  State(std::string of, Xapian::PostingIterator begin, std::mutex& shared)
      : path(std::move(of)), mutex(shared), at(std::make_unique<Xapian::PostingIterator>(begin)) {}
  ~State() {
    const std::lock_guard lock(mutex);
    at.reset();
  }

  std::string path;
  std::mutex& mutex;
  std::unique_ptr<Xapian::PostingIterator> at;
  Xapian::PostingIterator end;
  std::array<Posting, 256> block;
};

PostingCursor::PostingCursor() = default;
PostingCursor::~PostingCursor() = default;
PostingCursor::PostingCursor(PostingCursor&&) noexcept = default;
PostingCursor& PostingCursor::operator=(PostingCursor&&) noexcept = default;

std::span<const Posting> PostingCursor::next() {
  if (state_ == nullptr) return {};
  return reading(state_->path, [&] {
    const std::lock_guard lock(state_->mutex);
    std::size_t filled = 0;
    Xapian::PostingIterator& at = *state_->at;
    for (; at != state_->end && filled < state_->block.size(); ++at) {
      state_->block[filled++] = {to_article(*at), at.get_wdf()};
    }
    return std::span<const Posting>(state_->block).first(filled);
  });
}

void PostingCursor::skip_to(std::uint32_t article) {
  if (state_ == nullptr) return;
  reading(state_->path, [&] {
    const std::lock_guard lock(state_->mutex);
    if (*state_->at != state_->end) state_->at->skip_to(to_docid(article));
  });
}

PostingCursor PostingsReader::postings(std::string_view term) const {
  return reading(database_->path, [&] {
    const std::lock_guard lock(database_->mutex);
    const std::string name(term);
    PostingCursor cursor;
    cursor.frequency_ = database_->xapian.get_termfreq(name);
    if (cursor.frequency_ > 0) {
      cursor.state_ = std::make_unique<PostingCursor::State>(
          database_->path, database_->xapian.postlist_begin(name), database_->mutex);
    }
    return cursor;
  });
}

std::unique_ptr<PositionCursor> PostingsReader::positions_of(std::string_view term) const {
  return reading(database_->path, [&]() -> std::unique_ptr<PositionCursor> {
    const std::lock_guard lock(database_->mutex);
    return std::make_unique<XapianPositions>(database_->path, database_->xapian, std::string(term),
                                             database_->mutex);
  });
}

std::vector<std::string> PostingsReader::terms_with_prefix(std::string_view prefix) const {
  return reading(database_->path, [&] {
    const std::lock_guard lock(database_->mutex);
    const std::string begin(prefix);
    return std::vector<std::string>(database_->xapian.allterms_begin(begin),
                                    database_->xapian.allterms_end(begin));
  });
}

std::vector<std::string> PostingsReader::terms_of(std::uint32_t article) const {
  return reading(database_->path, [&] {
    const Xapian::docid docid = to_docid(article);
    return std::vector<std::string>(database_->xapian.termlist_begin(docid),
                                    database_->xapian.termlist_end(docid));
  });
}

std::string PostingsReader::stored(std::uint32_t article) const {
  return reading(database_->path,
                 [&] { return database_->xapian.get_document(to_docid(article)).get_data(); });
}

void PostingsReader::check(const std::string& path) {
  reading(path, [&] {
    std::ostringstream report;
    if (Xapian::Database::check(path, 0, &report) != 0) {
      throw Error(ErrorCode::bad_index, fmt::format("{} is damaged: {}", path, report.str()),
                  kCheckHint);
    }
  });
}

}  // namespace newsdex
