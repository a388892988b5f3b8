// The sources of a run, from arguments to identified articles.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexing/copy_registry.hpp"
#include "indexing/date_corrections.hpp"
#include "indexing/id_registry.hpp"
#include "indexing/segment_pipeline.hpp"
#include "newsdex/index_builder.hpp"
#include "reading/article_reader.hpp"
#include "reading/field_mapping.hpp"

namespace newsdex {

class SourceScan {
 public:
  /// `options`, `ids`, `copies` and `corrections` must outlive the scan. Walks the folders at once,
  /// so that progress knows its end. Throws Error{usage} for a source that does not exist, unless
  /// `known` has articles under it.
  SourceScan(const BuildOptions& options, IdRegistry& ids, CopyRegistry& copies,
             DateCorrections& corrections, const Catalog* known);

  /// Reads every file for which `skip` is false and passes its articles on, in a fixed order;
  /// copies of others only to the registry of copies. Throws Error{interrupted} when asked to stop.
  void run(const std::function<bool(const SourceFile&)>& skip,
           const std::function<void(IncomingArticle)>& take);

  /// Whether an article at `path` (absolute) belongs to the sources and could be judged: what lies
  /// under a folder that could not be listed, or in a file that could not be read whole, is not
  /// known to be gone.
  [[nodiscard]] bool covers(std::string_view path) const;

  /// Whether something of the file at `path` (absolute) could not be read.
  [[nodiscard]] bool is_partly_read(std::string_view path) const;

  /// Reports an article that is not to be indexed.
  void refuse(const Article& article, std::string reason);

  /// Of all files among the sources.
  [[nodiscard]] std::uint64_t bytes() const { return progress_.bytes_total; }

  [[nodiscard]] std::uint64_t errors() const { return errors_; }

  /// Files of which something could not be read, ascending, each once: an update must read them
  /// again to report it again.
  [[nodiscard]] const std::set<std::string>& troubled_files() const { return troubled_; }

 private:
  void share_dates();
  void share_dates_of(const SourceFile& file);
  void read(const SourceFile& file, const std::function<void(IncomingArticle)>& take);
  void read_standard_input(const std::function<void(IncomingArticle)>& take);
  [[nodiscard]] ArticleHandlers handlers(const SourceFile& file,
                                         const std::function<void(IncomingArticle)>& take);
  void identified(IncomingArticle incoming, const std::string& display,
                  const std::function<void(IncomingArticle)>& take);
  void wait_for_stamp(const SourceFile& file);
  [[nodiscard]] bool was_longer(const SourceFile& file) const;
  [[nodiscard]] bool was_collection(std::string_view path) const;
  [[nodiscard]] IncomingArticle incoming(Article&& article, const SourceFile& file);
  [[nodiscard]] FileStamp stamp_of(const SourceFile& file) const;
  void report(const ReadError& error);
  void show_progress() const;

  const BuildOptions& options_;
  ReadOptions read_;
  std::optional<FieldMapping> mapping_;
  IdRegistry& ids_;
  CopyRegistry& copies_;
  DateCorrections& corrections_;
  const Catalog* known_;
  ContentHasher hasher_;
  bool has_stamp_ = false;                          // whether that of the file being read holds
  std::vector<std::string> roots_;                  // absolute paths of the sources
  std::vector<std::string> unwalked_;               // files and folders that the walk reported
  std::set<std::string, std::less<>> partly_read_;  // absolute paths
  std::vector<SourceFile> files_;
  bool standard_input_ = false;
  Progress progress_;
  std::uint64_t errors_ = 0;
  std::set<std::string> troubled_;
};

/// Nanoseconds since 1970.
std::int64_t now_ns();

}  // namespace newsdex
