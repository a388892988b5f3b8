// Writes a glass database table by table, without Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/glass/posting_list.hpp"
#include "storage/glass/table_writer.hpp"
#include "storage/glass/value_list.hpp"
#include "storage/glass/version_file.hpp"
#include "storage/postings_writer.hpp"

namespace newsdex {

class DirectWriter final : public PostingsWriter {
 public:
  /// As make_postings_writer().
  explicit DirectWriter(std::string path);

  using PostingsWriter::add_term;
  void store(std::string_view data) override;
  void add_metadata(std::string_view key, std::string_view value) override;
  void add_values(std::uint32_t slot, std::span<const ArticleValue> values) override;
  void add_term(std::string_view term, std::span<const Posting> postings,
                const PositionLists& positions) override;
  void add_term_list(std::span<const TermCount> terms) override;
  void finish() override;

 private:
  [[nodiscard]] std::string table_path(glass::Table table) const;
  void add_postings(std::string_view term, std::span<const Posting> postings);
  void add_positions(std::span<const Posting> postings, const PositionLists& positions);
  glass::RowHeader count(std::span<const Posting> postings);
  void add_lengths();
  void set_length_statistics();
  void write_version(glass::VersionFile version);
  [[noreturn]] void refuse(std::string_view why) const;

  std::string path_;
  glass::TableWriter postlist_;
  glass::TableWriter docdata_;
  std::optional<glass::TableWriter> termlist_;  // made with the first list
  glass::TableWriter position_;
  glass::Statistics statistics_;
  glass::ValueCollector values_;
  glass::ChunkEncoder chunks_;
  std::vector<std::uint32_t> lengths_;  // an article each
  std::uint32_t lists_ = 0;             // lists of terms added
  std::uint32_t past_articles_ = 0;     // no posting or value is of this one or a later one
  std::string term_key_;
  std::string key_;
  std::string tag_;
};

}  // namespace newsdex
