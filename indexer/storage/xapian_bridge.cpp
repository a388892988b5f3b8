#include "storage/xapian_bridge.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <csignal>
#include <ctime>
#include <filesystem>
#include <sstream>
#include <utility>
#include <vector>

#include "newsdex/error.hpp"
#include "storage/block_sums.hpp"
#include "storage/damage.hpp"
#include "storage/glass/keys.hpp"

namespace newsdex {
namespace {

class XapianWriter final : public PostingsWriter {
 public:
  explicit XapianWriter(std::string path) : path_(std::move(path)) {
    std::error_code ignored;
    if (std::filesystem::exists(path_, ignored))
      throw Error(ErrorCode::io, fmt::format("cannot make {}: it exists", path_));
  }

  using PostingsWriter::add_term;

  void store(std::string_view data) override { document(stored_++).set_data(std::string(data)); }

  void add_metadata(std::string_view key, std::string_view value) override {
    metadata_.emplace_back(key, value);
  }

  void add_values(std::uint32_t slot, std::span<const ArticleValue> values) override {
    for (const ArticleValue& value : values) {
      document(value.article).add_value(slot, std::string(value.value));
    }
  }

  void add_term(std::string_view term, std::span<const Posting> postings,
                const PositionLists& positions) override {
    const std::string name(term);
    for (std::size_t i = 0; i < postings.size(); ++i) {
      Xapian::Document& to = document(postings[i].article);
      writing([&] {
        for (const std::uint32_t position : positions.of(i)) to.add_posting(name, position, 0);
        to.add_term(name, postings[i].count);
      });
    }
  }

  // Xapian makes the list of a document's terms itself.
  void add_term_list(std::span<const TermCount>) override { with_term_lists_ = true; }

  void finish() override {
    writing([&] {
      const int lists = with_term_lists_ ? 0 : Xapian::DB_NO_TERMLIST;
      Xapian::WritableDatabase database(path_,
                                        Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | lists);
      for (const auto& [key, value] : metadata_) database.set_metadata(key, value);
      for (const Xapian::Document& document : documents_) database.add_document(document);
      database.commit();
      database.close();
    });
    write_block_sums(path_);
  }

 private:
  template <typename Action>
  void writing(Action&& action) {
    try {
      std::forward<Action>(action)();
    } catch (const Xapian::Error& error) {
      throw Error(ErrorCode::io, fmt::format("cannot write {}: {}", path_, error.get_description()),
                  "is the disk full?");
    }
  }

  Xapian::Document& document(std::uint32_t article) {
    if (article >= documents_.size()) documents_.resize(std::size_t{article} + 1);
    return documents_[article];
  }

  std::string path_;
  std::vector<std::pair<std::string, std::string>> metadata_;
  std::vector<Xapian::Document> documents_;
  std::uint32_t stored_ = 0;
  bool with_term_lists_ = false;
};

// Writing to a connection that the server has closed must not end the program; the signal is taken
// away from this thread before anybody sees it.
class WithoutSigpipe {
 public:
  WithoutSigpipe() {
    sigset_t waiting;
    ::sigpending(&waiting);
    was_waiting_ = ::sigismember(&waiting, SIGPIPE) == 1;
    ::sigemptyset(&pipe_);
    ::sigaddset(&pipe_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~WithoutSigpipe() {
    constexpr timespec kNoTime = {0, 0};
    if (!was_waiting_) ::sigtimedwait(&pipe_, nullptr, &kNoTime);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  WithoutSigpipe(const WithoutSigpipe&) = delete;
  WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;

 private:
  sigset_t pipe_ = {};
  sigset_t before_ = {};
  bool was_waiting_ = false;
};

template <typename Action>
auto talking(Action&& action) {
  const WithoutSigpipe quiet;
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    const char* const system = error.get_error_string();
    throw ConnectionFailure(system == nullptr ? error.get_msg()
                                              : fmt::format("{} ({})", error.get_msg(), system));
  }
}

}  // namespace

std::unique_ptr<PostingsWriter> make_xapian_writer(const std::string& path) {
  return std::make_unique<XapianWriter>(path);
}

// Xapian opens what it checks for writing. Where that is not allowed, our own checks must do.
void check_with_xapian(const std::string& path) {
  if (::access((path + "/docdata.glass").c_str(), W_OK) != 0) return;
  try {
    std::ostringstream report;
    if (Xapian::Database::check(path, 0, &report) != 0) throw_damaged(path, report.str());
  } catch (const Xapian::Error& error) {
    throw_damaged(path, error.get_description());
  }
}

struct XapianConnection::Remote {
  ~Remote() {
    const WithoutSigpipe quiet;
    database = Xapian::Database();
  }
  Xapian::Database database;
};

XapianConnection::XapianConnection(const std::string& host, std::uint16_t port,
                                   std::chrono::milliseconds timeout)
    : remote_(std::make_unique<Remote>()) {
  const auto milliseconds = static_cast<unsigned>(timeout.count());
  talking(
      [&] { remote_->database = Xapian::Remote::open(host, port, milliseconds, milliseconds); });
}

XapianConnection::~XapianConnection() = default;
XapianConnection::XapianConnection(XapianConnection&&) noexcept = default;
XapianConnection& XapianConnection::operator=(XapianConnection&&) noexcept = default;

std::string XapianConnection::metadata(const std::string& key) {
  return talking([&] { return remote_->database.get_metadata(key); });
}

}  // namespace newsdex
