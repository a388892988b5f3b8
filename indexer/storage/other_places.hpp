// Where else the articles of a generation stand: files and records that say the same as an article
// of it. A file of the generation, for copies come and go while the article stays.
//
// Layout: a column file, a row a place, in order of the articles' ids, then of paths and records.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/column_file.hpp"
#include "storage/index_document.hpp"

namespace newsdex {

struct OtherPlace {
  std::string path;          // absolute; "-" for standard input
  std::uint32_t record = 0;  // as Article has them
  std::uint32_t line = 0;
  FileStamp stamp;
  ContentHash key = {};        // what it shares with the article (indexing/content_identity.hpp)
  std::uint64_t spelling = 0;  // of the text there
  std::string id;              // what the article is to be called if it comes to stand here
  bool id_is_made = false;
  std::string article;  // id of the article

  bool operator==(const OtherPlace&) const = default;
};

/// The path of a place for people and programs: of what lies in an archive, a feed or a mailbox
/// with its name there, "news.zip#2018/a.html".
std::string place_name(const OtherPlace& place);

/// The file's content, of places in any order.
std::string encode_other_places(std::vector<OtherPlace> places);

/// Strings are views of a file: they live as long as this object.
class OtherPlaces {
 public:
  /// Throws Error{bad_index} when the file is damaged or missing.
  explicit OtherPlaces(const FilePlace& place);
  /// One that was read before; `path` is its name in errors.
  OtherPlaces(ColumnFile file, const std::string& path);

  [[nodiscard]] std::size_t size() const { return articles_.size(); }
  [[nodiscard]] OtherPlace operator[](std::size_t number) const;

  /// The places of the article with this id.
  [[nodiscard]] std::vector<OtherPlace> of(std::string_view article) const;

 private:
  ColumnFile file_;
  StringColumn articles_;
  StringColumn paths_;
  StringColumn ids_;
  std::span<const std::uint32_t> records_;
  std::span<const std::uint32_t> lines_;
  std::span<const FileStamp> stamps_;
  std::span<const ContentHash> keys_;
  std::span<const std::uint64_t> spellings_;
  std::span<const std::uint8_t> made_ids_;
};

}  // namespace newsdex
