// Columns of a segment: what is asked of many articles at once, by article number.
//
// Lengths for ranking, days for filters and the timeline, facet values, and what an update must
// know of each article.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/column_file.hpp"
#include "storage/index_document.hpp"

namespace newsdex {

/// Days that no article is in: an article without a date lies in no range.
inline constexpr Day kNoFirstDay = INT32_MAX;
inline constexpr Day kNoLastDay = INT32_MIN;

/// The values of one facet field in a segment: which numbers each article carries, and what the
/// numbers stand for. Numbers follow the order of the values.
struct FacetColumn {
  OffsetColumn starts;  // of each article in `ordinals`, one more than articles
  NarrowColumn ordinals;
  StringColumn values;

  /// The numbers of an article's values, as far as they lie within the column.
  [[nodiscard]] std::vector<std::uint32_t> of(std::uint32_t article) const;
};

/// The columns of a segment by article number, memory-mapped; the views live as long as this
/// object.
class SegmentColumns {
 public:
  /// Throws Error{bad_index} when the file is damaged or not of this form.
  explicit SegmentColumns(const std::string& path);

  [[nodiscard]] std::uint32_t articles() const {
    return static_cast<std::uint32_t>(lengths_.size());
  }
  [[nodiscard]] std::span<const std::uint32_t> lengths() const { return lengths_; }
  [[nodiscard]] const NarrowColumn& title_lengths() const { return title_lengths_; }
  [[nodiscard]] std::span<const Day> first_days() const { return first_days_; }
  [[nodiscard]] std::span<const Day> last_days() const { return last_days_; }
  /// Of the first day, where the date is known to the minute; 0 elsewhere.
  [[nodiscard]] const NarrowColumn& minutes() const { return minutes_; }
  /// A hash of the id: the last word on the order of equals, the same in every segment.
  [[nodiscard]] std::span<const std::uint64_t> order_keys() const { return order_keys_; }
  [[nodiscard]] std::span<const ContentHash> contents() const { return contents_; }
  [[nodiscard]] const StringColumn& ids() const { return ids_; }
  [[nodiscard]] std::string_view path(std::uint32_t article) const {
    return paths_[files_[article]];
  }
  [[nodiscard]] const NarrowColumn& records() const { return records_; }
  /// Whether the id was not the record's own.
  [[nodiscard]] std::span<const std::uint8_t> made_ids() const { return made_ids_; }
  [[nodiscard]] FileStamp stamp(std::uint32_t article) const { return stamps_[files_[article]]; }
  /// Only for fields that are facets with values of their own (not year and month).
  [[nodiscard]] const FacetColumn& facet(Field field) const;

  /// Names of sections that are damaged. Reads everything.
  [[nodiscard]] std::vector<std::string> damaged_sections() const {
    return file_.damaged_sections();
  }

 private:
  void check_sizes(const std::string& path) const;

  ColumnFile file_;
  std::span<const std::uint32_t> lengths_;
  NarrowColumn title_lengths_;
  std::span<const Day> first_days_;
  std::span<const Day> last_days_;
  NarrowColumn minutes_;
  std::span<const std::uint64_t> order_keys_;
  std::span<const ContentHash> contents_;
  NarrowColumn files_;
  NarrowColumn records_;
  std::span<const std::uint8_t> made_ids_;
  std::span<const FileStamp> stamps_;
  StringColumn ids_;
  StringColumn paths_;
  std::vector<FacetColumn> facets_;  // by Field; empty ones for fields that are no facets
};

/// Collects articles' columns in memory and writes them as one file.
class SegmentColumnsWriter {
 public:
  SegmentColumnsWriter();
  ~SegmentColumnsWriter();
  void add(const IndexDocument& document);
  /// Adds articles of another segment by number.
  void add(const SegmentColumns& from, std::span<const std::uint32_t> articles);
  /// Throws Error{io}.
  void write(const std::string& path) const;

 private:
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

}  // namespace newsdex
