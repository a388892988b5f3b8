// The files of a segment: a whole one of which one part is replaced by the input.
//
// Of a file with checksums the mutations of a fuzzer would be refused unread, so that the first
// byte says which file and the second which section of it gets the rest as its content, with
// checksums that are right. Postings have none: there, the rest overwrites from a place that two
// more bytes give.
#include <array>
#include <cstring>
#include <vector>

#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "indexing/document_builder.hpp"
#include "newsdex/error.hpp"
#include "storage/article_salvage.hpp"
#include "storage/segment.hpp"
#include "storage/segment_writer.hpp"
#include "storage/stored_article.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::fuzz {
namespace {

using newsdex::testing::TemporaryFolder;

constexpr std::array<std::string_view, 3> kBodies = {
    "Pavel Durov said on April 30, 2018 that Telegram would stay. It did.",
    "The court ordered a ban on Monday; a ban is a ban is a ban.",
    "Text of no great length, and of no great depth, from 2017."};

/// A small segment, and what its files hold.
class Specimen {
 public:
  Specimen() {
    const Taggers taggers({}, false);
    DocumentBuilder builder(taggers);
    SegmentWriter writer(path(), "seg-000001", {});
    builder.begin_segment(writer.terms());
    for (std::size_t i = 0; i < kBodies.size(); ++i) {
      Article article;
      article.id = std::string("id").append(1, static_cast<char>('1' + i));
      article.title = "A title";
      article.body = kBodies[i];
      article.path = "/fuzz/" + article.id;
      writer.add(builder.build(std::move(article)));
    }
    writer.finish();
  }

  [[nodiscard]] std::string path() const { return folder_.path("seg-000001"); }

  /// Replaces a file of the segment until put_back().
  void replace(const std::string& file, std::string_view bytes) {
    const std::string name = file.substr(folder_.path().size() + 1);
    if (replaced_.empty()) {
      replaced_ = name;
      whole_ = folder_.read(name);
    }
    folder_.write(name, bytes);
  }

  void put_back() {
    if (!replaced_.empty()) folder_.write(replaced_, whole_);
    replaced_.clear();
  }

  [[nodiscard]] std::string content(const std::string& file) const {
    return folder_.read(file.substr(folder_.path().size() + 1));
  }

 private:
  TemporaryFolder folder_;
  std::string replaced_;
  std::string whole_;
};

struct ColumnPart {
  std::string name;
  std::string bytes;
};

template <typename T>
T number_at(std::string_view bytes, std::size_t at) {
  T number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

// As the head of column_file.hpp has it.
std::vector<ColumnPart> parts_of(std::string_view file) {
  constexpr std::size_t kNameBytes = 40;
  constexpr std::size_t kEntryBytes = 64;
  const auto table = number_at<std::uint64_t>(file, 8);
  const auto count = number_at<std::uint32_t>(file, table);
  std::vector<ColumnPart> parts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view entry = file.substr(table + 8 + i * kEntryBytes, kEntryBytes);
    const auto offset = number_at<std::uint64_t>(entry, kNameBytes);
    const auto size = number_at<std::uint64_t>(entry, kNameBytes + 8);
    parts.push_back(
        {std::string(entry.substr(0, entry.find('\0'))), std::string(file.substr(offset, size))});
  }
  return parts;
}

std::string with_part(std::string_view file, std::size_t number, std::string_view content) {
  std::vector<ColumnPart> parts = parts_of(file);
  parts[number % parts.size()].bytes = content;
  ColumnFileWriter out;
  for (const ColumnPart& part : parts) out.add_bytes(part.name, part.bytes);
  return out.finish();
}

void read_columns(const SegmentColumns& columns) {
  std::size_t all = 0;
  for (std::uint32_t article = 0; article < columns.articles(); ++article) {
    all += columns.lengths()[article] + columns.title_lengths()[article] +
           columns.minutes()[article] + columns.ids()[article].size() +
           columns.path(article).size() + columns.records()[article] +
           columns.signatures()[article].size() + columns.made_ids()[article];
    for (const Field field : {Field::actor, Field::platform, Field::language, Field::source}) {
      const FacetColumn& facet = columns.facet(field);
      for (const std::uint32_t value : facet.of(article)) all += facet.values[value].size();
    }
    all += columns.stamp(article).size;
  }
  require(all != SIZE_MAX, "columns are read");
}

void read_positions(const PositionFile& file) {
  for (TermWalk terms = file.terms(); terms.next();) {
    TermPositions lists = file.find(terms.term());
    std::vector<std::uint32_t> positions;
    for (std::uint32_t article = 0; article < kBodies.size(); ++article) {
      if (lists.seek(article)) lists.append_to(positions);
    }
  }
}

void read_postings(const PostingsReader& reader) {
  constexpr int kMostTerms = 10'000;
  int left = kMostTerms;
  for (TermCursor terms = reader.terms(); left-- > 0 && terms.next();) {
    PostingCursor postings = reader.postings(terms.term());
    while (left-- > 0 && !postings.next().empty()) {
    }
  }
}

void salvage_articles(const std::string& path) {
  for (ArticleSalvage blocks(articles_path(path)); blocks.next();) {
    for (const std::string_view article : blocks.articles()) decode_stored_article(article);
  }
}

void read_segment(const std::string& path) {
  const Segment segment(path);
  ArticleBlockReader articles(segment.articles);
  for (std::uint32_t article = 0; article < segment.articles.articles(); ++article)
    decode_stored_article(articles.read(article));
  read_columns(segment.columns);
  read_positions(segment.positions);
  read_postings(segment.postings);
}

void read_lists(std::string_view bytes) {
  std::string_view rest = bytes;
  std::vector<std::uint32_t> positions;
  while (!rest.empty() && take_positions(rest, positions)) positions.clear();
  while (!bytes.empty() && skip_positions(bytes)) {
  }
}

void overwrite(Specimen& specimen, std::string_view bytes) {
  const std::string file = postings_path(specimen.path()) + "/postlist.glass";
  std::string content = specimen.content(file);
  if (bytes.size() < 2 || content.empty()) return;
  const std::size_t at = number_at<std::uint16_t>(bytes, 0) % content.size();
  const std::string_view patch = bytes.substr(2, content.size() - at);
  content.replace(at, patch.size(), patch);
  specimen.replace(file, content);
}

}  // namespace

void run_segment(std::string_view bytes) {
  static Specimen specimen;
  if (bytes.size() < 2) return;
  const auto part = static_cast<unsigned char>(bytes[1]);
  const auto replace_part = [&](const std::string& file) {
    specimen.replace(file, with_part(specimen.content(file), part, bytes.substr(2)));
  };
  try {
    switch (bytes[0]) {
      case 's':
        decode_stored_article(bytes.substr(2));
        return;
      case 'l':
        return read_lists(bytes.substr(2));
      case 'c':
        replace_part(columns_path(specimen.path()));
        break;
      case 'a':
        replace_part(articles_path(specimen.path()));
        break;
      case 'p':
        replace_part(positions_path(specimen.path()));
        break;
      default:
        overwrite(specimen, bytes.substr(2));
    }
    salvage_articles(specimen.path());
    read_segment(specimen.path());
  } catch (const Error& error) {
    require(error.code() == ErrorCode::bad_index || error.code() == ErrorCode::io,
            "damage is reported as such");
  }
  specimen.put_back();
}

}  // namespace newsdex::fuzz
