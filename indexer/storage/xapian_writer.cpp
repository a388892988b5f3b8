#include "storage/xapian_writer.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

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

}  // namespace newsdex
