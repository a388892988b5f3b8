// What a search answers, ready to be printed in any format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "newsdex/byte_range.hpp"
#include "newsdex/date.hpp"
#include "newsdex/schema.hpp"

namespace newsdex {

/// A passage of an article's text, as stored, and what matched in it. Untrusted text.
struct Snippet {
  std::string text;
  std::vector<ByteRange> highlights;  // into `text`, ascending, not touching
  bool cut_before = false;            // the article goes on before / after
  bool cut_after = false;
};

/// Untrusted text throughout.
struct Hit {
  std::string id;
  std::string title;
  std::vector<ByteRange> title_highlights;
  PublicationDate date;
  std::string source;
  std::string url;
  std::string path;
  std::uint32_t line = 0;
  std::string language;
  double score = 0;
  std::vector<std::string> actors;  // canonical names, ascending
  std::vector<std::string> platforms;
  std::vector<std::string> organisations;
  std::vector<std::string> places;
  std::vector<Snippet> snippets;
  std::vector<std::string> copies;  // ids of near copies that match, too, and are folded under it
  std::vector<std::string> other_paths;  // of files that say the same
};

struct FacetCount {
  std::string value;
  std::uint64_t count = 0;
  bool selected = false;    // the query filters by this value
  bool discovered = false;  // a name that no list holds
  bool excluded = false;    // the query leaves out articles with this value

  bool operator==(const FacetCount&) const = default;
};

/// By count, highest first, then by value. Counts ignore the query's own filters on this field.
struct Facet {
  Field field = Field::actor;
  std::vector<FacetCount> values;
  std::uint64_t more = 0;    // values left out by the request's limit
  std::uint64_t before = 0;  // values passed over by its offset
};

enum class TimelineUnit : std::uint8_t { year, month, week, day };

struct TimelineBar {
  std::string period;  // "2018", "2018-04", "2018-W18", "2018-04-30"
  std::uint64_t count = 0;
  std::string query = {};  // finds the articles of the bar

  bool operator==(const TimelineBar&) const = default;
};

/// From the first to the last period with an article, gaps included as zeros. An article whose date
/// is less precise than the unit, or that has none, is in no bar but in `unplaced`.
struct Timeline {
  TimelineUnit unit = TimelineUnit::month;
  std::vector<TimelineBar> bars;
  std::uint64_t unplaced = 0;
  // Whether the query chooses such a period already, so that another one is joined to it by AND.
  bool joined_by_and = false;
};

/// What a matrix counts together: values of one article, or names of one sentence of it.
enum class MatrixUnit : std::uint8_t { article, sentence };

struct MatrixValue {
  std::string value;
  std::uint64_t count = 0;  // articles with it among those found
};

struct MatrixCell {
  std::uint64_t count = 0;  // articles
  std::string query;        // finds them
};

/// How many of the found articles have a value of the one field and of the other, or name both in
/// one sentence. The most frequent values, by count, then by value.
struct Matrix {
  Field row_field = Field::actor;
  Field column_field = Field::platform;
  MatrixUnit unit = MatrixUnit::article;
  std::vector<MatrixValue> rows;
  std::vector<MatrixValue> columns;
  std::vector<MatrixCell> cells;  // row by row
  std::uint64_t more_rows = 0;    // values left out by the request's limits
  std::uint64_t more_columns = 0;

  [[nodiscard]] const MatrixCell& cell(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
};

/// The timeline of the found articles with one value of a field.
struct ValueTimeline {
  std::string value;
  std::uint64_t count = 0;  // articles
  Timeline timeline;        // of the same periods for all values of the field
};

struct ValueTimelines {
  Field field = Field::actor;
  std::vector<ValueTimeline> values;  // by count, then by value
  std::uint64_t more = 0;             // values left out by the request's limit
};

/// A shard that did not answer, as the list of shards calls it; or an address of one that was not
/// asked.
struct MissingShard {
  std::string name;
  std::string reason;
};

/// The shards that an answer is without, and addresses that were passed over for others.
struct AbsentShards {
  std::vector<MissingShard> missing;
  std::vector<MissingShard> passed_over;
};

/// What a search has found.
struct SearchResult {
  std::string query;         // as the user typed it, options included as fields
  std::uint64_t total = 0;   // of articles that match, near copies included
  std::uint64_t folded = 0;  // how many of them are no hits of their own, but copies of one
  std::uint64_t offset = 0;  // of the first hit among all hits, in this order
  double took_ms = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;  // in the order asked for
  std::optional<Timeline> timeline;
  std::optional<Matrix> matrix;
  std::optional<ValueTimelines> value_timelines;
  std::optional<std::string> suggestion;
  std::vector<MissingShard> missing;      // if any, all of this is what the other shards have
  std::vector<MissingShard> passed_over;  // addresses instead of which others were asked
  // Sentences for the user: whom a name of the query may mean besides the one it was taken for, and
  // words of it that look like operators.
  std::vector<std::string> notes;
};

}  // namespace newsdex
