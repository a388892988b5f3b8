// Columns of a segment: what is asked of many articles at once, by article number.
//
// Lengths for ranking, days for filters and the timeline, facet values, and what an update must
// know of each article.
#pragma once

#include <array>
#include <atomic>
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

/// Whether the values of a field are in a column: those of years and months follow from days.
constexpr bool has_facet_column(const FieldSpec& field) {
  return field.facet && field.kind != FieldKind::period;
}

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
/// object. A column has its checksum compared when it is first asked for, so that a damaged one
/// never gives a wrong answer: its function then throws Error{bad_index}. They may be called from
/// several threads at once.
class SegmentColumns {
 public:
  /// What is checked at once. Facets follow, by Field.
  enum class Column : std::uint8_t {
    lengths,
    title_lengths,
    first_days,
    last_days,
    minutes,
    order_keys,
    contents,
    ids,
    records,
    made_ids,
    files,
    spellings,
    signatures,
    count,
  };
  static constexpr std::size_t kColumns = static_cast<std::size_t>(Column::count);
  [[nodiscard]] static constexpr Column facet_column(Field field) {
    return static_cast<Column>(kColumns + static_cast<std::size_t>(field));
  }

  /// Throws Error{bad_index} when the file is damaged or not of this form.
  explicit SegmentColumns(const FilePlace& place);

  /// Compares a column's checksum, unless that was done before.
  void check(Column column) const {
    if (!is_checked(column)) compare_checksums(column);
  }
  [[nodiscard]] bool is_checked(Column column) const {
    return (*checked_)[static_cast<std::size_t>(column)].load(std::memory_order_acquire);
  }

  [[nodiscard]] std::uint32_t articles() const {
    return static_cast<std::uint32_t>(lengths_.size());
  }
  [[nodiscard]] std::span<const std::uint32_t> lengths() const {
    check(Column::lengths);
    return lengths_;
  }
  [[nodiscard]] const NarrowColumn& title_lengths() const {
    check(Column::title_lengths);
    return title_lengths_;
  }
  [[nodiscard]] std::span<const Day> first_days() const {
    check(Column::first_days);
    return first_days_;
  }
  [[nodiscard]] std::span<const Day> last_days() const {
    check(Column::last_days);
    return last_days_;
  }
  /// Of the first day, where the date is known to the minute; 0 elsewhere.
  [[nodiscard]] const NarrowColumn& minutes() const {
    check(Column::minutes);
    return minutes_;
  }
  /// A hash of the id: the last word on the order of equals, the same in every segment.
  [[nodiscard]] std::span<const std::uint64_t> order_keys() const {
    check(Column::order_keys);
    return order_keys_;
  }
  [[nodiscard]] std::span<const ContentHash> contents() const {
    check(Column::contents);
    return contents_;
  }
  /// A hash of each article to the byte; 0 where it is not known.
  [[nodiscard]] std::span<const std::uint64_t> spellings() const {
    check(Column::spellings);
    return spellings_;
  }
  /// What near copies are found by; empty for articles too short to have any.
  [[nodiscard]] const StringColumn& signatures() const {
    check(Column::signatures);
    return signatures_;
  }
  [[nodiscard]] const StringColumn& ids() const {
    check(Column::ids);
    return ids_;
  }
  [[nodiscard]] std::string_view path(std::uint32_t article) const {
    return paths_[file_of(article)];
  }
  [[nodiscard]] const NarrowColumn& records() const {
    check(Column::records);
    return records_;
  }
  /// Whether the id was not the record's own.
  [[nodiscard]] std::span<const std::uint8_t> made_ids() const {
    check(Column::made_ids);
    return made_ids_;
  }
  [[nodiscard]] FileStamp stamp(std::uint32_t article) const { return stamps_[file_of(article)]; }
  /// Only for fields that are facets with values of their own (not year and month).
  [[nodiscard]] const FacetColumn& facet(Field field) const;

  /// Names of sections that are damaged. Reads everything.
  [[nodiscard]] std::vector<std::string> damaged_sections() const {
    return file_.damaged_sections();
  }

 private:
  using Checked = std::array<std::atomic<bool>, kColumns + kFields.size()>;

  void check_sizes() const;
  void compare_checksums(Column column) const;
  [[nodiscard]] std::uint32_t file_of(std::uint32_t article) const;
  [[noreturn]] void damaged(std::string_view what) const;

  std::string path_;
  ColumnFile file_;
  std::unique_ptr<Checked> checked_;
  std::span<const std::uint32_t> lengths_;
  NarrowColumn title_lengths_;
  std::span<const Day> first_days_;
  std::span<const Day> last_days_;
  NarrowColumn minutes_;
  std::span<const std::uint64_t> order_keys_;
  std::span<const ContentHash> contents_;
  std::span<const std::uint64_t> spellings_;
  StringColumn signatures_;
  NarrowColumn files_;
  NarrowColumn records_;
  std::span<const std::uint8_t> made_ids_;
  std::span<const FileStamp> stamps_;
  StringColumn ids_;
  StringColumn paths_;
  std::vector<FacetColumn> facets_;  // by Field; empty ones for fields that are no facets
};

/// Articles of a segment by number, to be written anew.
struct ColumnSource {
  const SegmentColumns* columns = nullptr;
  std::vector<std::uint32_t> articles;
};

/// Writes the columns of the sources' articles, one source after the other, as one file, with one
/// column at a time in memory. Throws Error{io}, and Error{bad_index} when a source is damaged.
void write_joined_columns(std::span<const ColumnSource> sources, const std::string& path);

/// Collects articles' columns in memory and writes them as one file.
class SegmentColumnsWriter {
 public:
  SegmentColumnsWriter();
  ~SegmentColumnsWriter();
  void add(const IndexDocument& document);
  /// Throws Error{io}.
  void write(const std::string& path) const;

 private:
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

}  // namespace newsdex
