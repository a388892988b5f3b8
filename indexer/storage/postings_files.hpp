// The open files of a glass database.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "storage/block_sums.hpp"
#include "storage/glass/table_reader.hpp"
#include "storage/glass/version_file.hpp"
#include "storage/posting_cursor.hpp"
#include "storage/postings_reader.hpp"

namespace newsdex {

/// A table that is opened when it is first needed.
class LazyTable {
 public:
  template <typename Open>
  const glass::TableReader& get(Open&& open) const {
    std::call_once(once_, [&] { table_.emplace(open()); });
    return *table_;
  }

 private:
  mutable std::once_flag once_;
  mutable std::optional<glass::TableReader> table_;
};

struct PostingsReader::Files {
  explicit Files(const FilePlace& folder);

  /// Opens it if it is not open yet.
  const glass::TableReader& table(glass::Table which) const;
  [[nodiscard]] Postlist terms() const;

  FilePlace folder;
  BlockSums sums;
  glass::VersionFile version;
  std::array<LazyTable, glass::kTableNames.size()> tables;
};

}  // namespace newsdex
