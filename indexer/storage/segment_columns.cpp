#include "storage/segment_columns.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "storage/damage.hpp"

namespace newsdex {
namespace {

std::string facet_section(const FieldSpec& field, std::string_view part) {
  return fmt::format("{}.{}", field.name, part);
}

// Of articles of one file: an open stamp has it read again; else the later one is that of the
// reading that went through all of it.
FileStamp joined(const FileStamp& a, const FileStamp& b) {
  if (a == FileStamp{} || b == FileStamp{}) return {};
  return a.ctime_ns < b.ctime_ns ? b : a;
}

constexpr std::uint32_t kNoNumber = UINT32_MAX;

// Collects one facet field: values get numbers as they come, and are renumbered by order at the
// end.
struct FacetCollector {
  std::vector<std::uint64_t> starts = {0};
  std::vector<std::uint32_t> numbers;
  std::unordered_map<std::string, std::uint32_t> number_of;

  void add(const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      const auto next = static_cast<std::uint32_t>(number_of.size());
      numbers.push_back(number_of.try_emplace(value, next).first->second);
    }
  }
  // A value of another segment's column; `known` remembers the numbers of its ordinals.
  void add(const FacetColumn& from, std::uint32_t article, std::vector<std::uint32_t>& known) {
    known.resize(from.values.size(), kNoNumber);
    for (const std::uint32_t ordinal : from.of(article)) {
      std::uint32_t& number = known[ordinal];
      if (number == kNoNumber) {
        const auto next = static_cast<std::uint32_t>(number_of.size());
        number = number_of.try_emplace(std::string(from.values[ordinal]), next).first->second;
      }
      numbers.push_back(number);
    }
  }
  void end_article() { starts.push_back(numbers.size()); }

  void write(const FieldSpec& field, ColumnFileWriter& out) const {
    const std::map<std::string_view, std::uint32_t> ordered(number_of.begin(), number_of.end());
    std::vector<std::string> values;
    std::vector<std::uint32_t> ordinal_of(number_of.size());
    for (const auto& [value, number] : ordered) {
      ordinal_of[number] = static_cast<std::uint32_t>(values.size());
      values.emplace_back(value);
    }
    std::vector<std::uint32_t> ordinals;
    ordinals.reserve(numbers.size());
    for (const std::uint32_t number : numbers) ordinals.push_back(ordinal_of[number]);
    out.add_offsets(facet_section(field, "starts"), starts);
    out.add_narrow(facet_section(field, "ordinals"), ordinals);
    out.add_strings(facet_section(field, "values"), values);
  }
};

// Collects the files that articles come from.
struct FileCollector {
  std::vector<std::uint32_t> files;  // by article
  std::vector<FileStamp> stamps;
  std::vector<std::string> paths;
  std::unordered_map<std::string, std::uint32_t> file_of;

  void add(std::string_view path, const FileStamp& stamp) {
    const auto next = static_cast<std::uint32_t>(paths.size());
    const auto [file, is_new] = file_of.try_emplace(std::string(path), next);
    if (is_new) {
      paths.emplace_back(path);
      stamps.push_back(stamp);
    } else {
      stamps[file->second] = joined(stamps[file->second], stamp);
    }
    files.push_back(file->second);
  }

  void write(ColumnFileWriter& out) const {
    out.add_narrow("file", files);
    out.add<FileStamp>("stamp", stamps);
    out.add_strings("path", paths);
  }
};

// What `of` gives for each article of the sources, one after the other.
template <typename T, typename Of>
std::vector<T> gathered(std::span<const ColumnSource> sources, Of&& of) {
  std::vector<T> column;
  for (const ColumnSource& source : sources) {
    const auto& values = of(*source.columns);
    for (const std::uint32_t article : source.articles) column.emplace_back(values[article]);
  }
  return column;
}

void write_joined_files(std::span<const ColumnSource> sources, ColumnFileWriter& out) {
  FileCollector files;
  for (const auto& [columns, articles] : sources) {
    for (const std::uint32_t article : articles)
      files.add(columns->path(article), columns->stamp(article));
  }
  files.write(out);
}

void write_joined_facet(std::span<const ColumnSource> sources, const FieldSpec& field,
                        ColumnFileWriter& out) {
  FacetCollector facet;
  for (const auto& [columns, articles] : sources) {
    std::vector<std::uint32_t> known;
    for (const std::uint32_t article : articles) {
      facet.add(columns->facet(field.field), article, known);
      facet.end_article();
    }
  }
  facet.write(field, out);
}

}  // namespace

void write_joined_columns(std::span<const ColumnSource> sources, const std::string& path) {
  using Columns = SegmentColumns;
  ColumnFileWriter out(path);
  const auto add = [&]<typename T>(T, std::string_view name, auto of) {
    out.add<T>(name, gathered<T>(sources, of));
  };
  const auto add_narrow = [&](std::string_view name, auto of) {
    out.add_narrow(name, gathered<std::uint32_t>(sources, of));
  };
  const auto add_strings = [&](std::string_view name, auto of) {
    out.add_strings(name, gathered<std::string>(sources, of));
  };
  add(std::uint32_t{}, "length", [](const Columns& c) { return c.lengths(); });
  add_narrow("title_length", [](const Columns& c) { return c.title_lengths(); });
  add(Day{}, "first_day", [](const Columns& c) { return c.first_days(); });
  add(Day{}, "last_day", [](const Columns& c) { return c.last_days(); });
  add_narrow("minute", [](const Columns& c) { return c.minutes(); });
  add(std::uint64_t{}, "order_key", [](const Columns& c) { return c.order_keys(); });
  add(ContentHash{}, "content", [](const Columns& c) { return c.contents(); });
  add(std::uint64_t{}, "spelling", [](const Columns& c) { return c.spellings(); });
  add_strings("signature", [](const Columns& c) { return c.signatures(); });
  add_narrow("record", [](const Columns& c) { return c.records(); });
  add(std::uint8_t{}, "made_id", [](const Columns& c) { return c.made_ids(); });
  add_strings("id", [](const Columns& c) { return c.ids(); });
  write_joined_files(sources, out);
  for (const FieldSpec& field : kFields) {
    if (has_facet_column(field)) write_joined_facet(sources, field, out);
  }
  out.finish();
}

struct SegmentColumnsWriter::Columns {
  std::vector<std::uint32_t> lengths;
  std::vector<std::uint32_t> title_lengths;
  std::vector<Day> first_days;
  std::vector<Day> last_days;
  std::vector<std::uint32_t> minutes;
  std::vector<std::uint64_t> order_keys;
  std::vector<ContentHash> contents;
  std::vector<std::uint64_t> spellings;
  std::vector<std::string> signatures;
  std::vector<std::uint32_t> records;
  std::vector<std::uint8_t> made_ids;
  std::vector<std::string> ids;
  FileCollector files;
  std::array<FacetCollector, kFields.size()> facets;
};

SegmentColumnsWriter::SegmentColumnsWriter() : columns_(std::make_unique<Columns>()) {}
SegmentColumnsWriter::~SegmentColumnsWriter() = default;

void SegmentColumnsWriter::add(const IndexDocument& document) {
  Columns& c = *columns_;
  const bool dated = document.date.precision != DatePrecision::none;
  c.lengths.push_back(document.length);
  c.title_lengths.push_back(document.title_length);
  c.first_days.push_back(dated ? first_day(document.date) : kNoFirstDay);
  c.last_days.push_back(dated ? last_day(document.date) : kNoLastDay);
  c.minutes.push_back(document.date.minute_of_day);
  c.order_keys.push_back(XXH3_64bits(document.id.data(), document.id.size()));
  c.contents.push_back(document.content);
  c.spellings.push_back(document.spelling);
  c.signatures.push_back(document.signature);
  c.records.push_back(document.record);
  c.made_ids.push_back(document.id_is_made ? 1 : 0);
  c.ids.push_back(document.id);
  c.files.add(document.path, document.stamp);
  for (const FacetValues& facet : document.facets) {
    c.facets[static_cast<std::size_t>(facet.field)].add(facet.values);
  }
  for (FacetCollector& facet : c.facets) facet.end_article();
}

void SegmentColumnsWriter::write(const std::string& path) const {
  const Columns& c = *columns_;
  ColumnFileWriter out(path);
  out.add<std::uint32_t>("length", c.lengths);
  out.add_narrow("title_length", c.title_lengths);
  out.add<Day>("first_day", c.first_days);
  out.add<Day>("last_day", c.last_days);
  out.add_narrow("minute", c.minutes);
  out.add<std::uint64_t>("order_key", c.order_keys);
  out.add<ContentHash>("content", c.contents);
  out.add<std::uint64_t>("spelling", c.spellings);
  out.add_strings("signature", c.signatures);
  out.add_narrow("record", c.records);
  out.add<std::uint8_t>("made_id", c.made_ids);
  out.add_strings("id", c.ids);
  c.files.write(out);
  for (const FieldSpec& field : kFields) {
    if (has_facet_column(field)) c.facets[static_cast<std::size_t>(field.field)].write(field, out);
  }
  out.finish();
}

SegmentColumns::SegmentColumns(const FilePlace& place)
    : path_(place.path()),
      file_(place),
      checked_(std::make_unique<Checked>()),
      facets_(kFields.size()) {
  lengths_ = file_.section<std::uint32_t>("length");
  title_lengths_ = file_.narrow("title_length");
  first_days_ = file_.section<Day>("first_day");
  last_days_ = file_.section<Day>("last_day");
  minutes_ = file_.narrow("minute");
  order_keys_ = file_.section<std::uint64_t>("order_key");
  contents_ = file_.section<ContentHash>("content");
  spellings_ = file_.section<std::uint64_t>("spelling");
  signatures_ = file_.strings("signature");
  files_ = file_.narrow("file");
  records_ = file_.narrow("record");
  made_ids_ = file_.section<std::uint8_t>("made_id");
  stamps_ = file_.section<FileStamp>("stamp");
  ids_ = file_.strings("id");
  paths_ = file_.strings("path");
  for (const FieldSpec& field : kFields) {
    if (!has_facet_column(field)) continue;
    FacetColumn& column = facets_[static_cast<std::size_t>(field.field)];
    column.starts = file_.offsets(facet_section(field, "starts"));
    column.ordinals = file_.narrow(facet_section(field, "ordinals"));
    column.values = file_.strings(facet_section(field, "values"));
  }
  check_sizes();
}

void SegmentColumns::check_sizes() const {
  const std::size_t n = lengths_.size();
  bool whole = title_lengths_.size() == n && first_days_.size() == n && last_days_.size() == n &&
               minutes_.size() == n && order_keys_.size() == n && contents_.size() == n &&
               files_.size() == n && records_.size() == n && made_ids_.size() == n &&
               ids_.size() == n && spellings_.size() == n && signatures_.size() == n &&
               stamps_.size() == paths_.size();
  for (const FieldSpec& field : kFields) {
    const FacetColumn& facet = facets_[static_cast<std::size_t>(field.field)];
    if (has_facet_column(field)) whole = whole && facet.starts.size() == n + 1;
  }
  if (!whole) damaged("its columns differ in length");
}

// Two threads may compare the same checksums at once; they come to the same end.
void SegmentColumns::compare_checksums(Column which) const {
  const auto column = static_cast<std::size_t>(which);
  constexpr std::array<std::string_view, kColumns> kSections = {
      "length", "title_length", "first_day", "last_day", "minute",   "order_key", "content",
      "id",     "record",       "made_id",   "file",     "spelling", "signature"};
  if (column < kColumns) {
    file_.check(kSections[column]);
  } else {
    file_.check(kFields[column - kColumns].name);
    const FacetColumn& facet = facets_[column - kColumns];
    // So that nobody who looks a value up by its number need ask.
    if (!facet.ordinals.are_below(facet.values.size())) damaged("a facet has a value of no name");
  }
  if (which == Column::files) {
    file_.check("path");
    file_.check("stamp");
  }
  (*checked_)[column].store(true, std::memory_order_release);
}

std::uint32_t SegmentColumns::file_of(std::uint32_t article) const {
  check(Column::files);
  const std::uint32_t file = files_[article];
  if (file >= stamps_.size()) damaged("an article is of no file");
  return file;
}

void SegmentColumns::damaged(std::string_view what) const {
  throw_damaged(path_, what);
}

std::vector<std::uint32_t> FacetColumn::of(std::uint32_t article) const {
  const std::uint64_t end = std::min<std::uint64_t>(starts[article + 1], ordinals.size());
  std::vector<std::uint32_t> numbers;
  for (std::uint64_t at = starts[article]; at < end; ++at) numbers.push_back(ordinals[at]);
  return numbers;
}

const FacetColumn& SegmentColumns::facet(Field field) const {
  check(facet_column(field));
  return facets_[static_cast<std::size_t>(field)];
}

}  // namespace newsdex
