// The stored articles of a segment, compressed a block of them at a time.
//
// One article is too short to be compressed well, and a frame of its own costs more than its text;
// some sixteen kilobytes of them together take a third, and are unpacked in about ten microseconds
// when one is asked for.
//
// Layout: a column file. "blocks" holds zstd frames (RFC 8878) with checksums of their content; a
// block is, for each of its articles, the size in bytes as LEB128, then the articles' bytes. It is
// the first section, so that blocks are found where all else is damaged (article_salvage.hpp).
// "block" holds where each frame begins and where the last ends (u64), "first" the number of each
// block's first article and, at the end, the number of articles (u32).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/article_block.hpp"
#include "storage/column_file.hpp"

struct ZSTD_CCtx_s;

namespace newsdex {

/// Of text in a block, in bytes: a block is complete when it has as many.
inline constexpr std::size_t kArticleBlockBytes = std::size_t{16} << 10;

struct ArticleRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(std::uint32_t article) const {
    return article >= begin && article < end;
  }
};

class ArticleFile {
 public:
  /// Maps the file. Throws Error{bad_index} when it is damaged, Error{io} when it cannot be read.
  explicit ArticleFile(const FilePlace& place);

  [[nodiscard]] std::uint32_t articles() const { return first_.back(); }
  [[nodiscard]] std::uint32_t blocks() const {
    return static_cast<std::uint32_t>(first_.size() - 1);
  }

  /// The block that holds an article, which must be less than articles().
  [[nodiscard]] std::uint32_t block_of(std::uint32_t article) const;
  /// The articles of a block, and the block as it is compressed. Both throw Error{bad_index} when
  /// they are not within the file.
  [[nodiscard]] ArticleRange articles_of(std::uint32_t block) const;
  [[nodiscard]] std::string_view frame(std::uint32_t block) const;

  [[nodiscard]] const std::string& path() const { return path_; }

  /// As ColumnFile::damaged_sections.
  [[nodiscard]] std::vector<std::string> damaged_sections() const {
    return file_.damaged_sections();
  }

 private:
  std::string path_;
  ColumnFile file_;
  std::span<const char> frames_;
  std::span<const std::uint64_t> block_;
  std::span<const std::uint32_t> first_;
};

/// Its functions throw Error{io}.
class ArticleFileWriter {
 public:
  explicit ArticleFileWriter(const std::string& path);

  /// The next article, which may be empty.
  void add(std::string_view article);

  /// Whether a block may be added as it is without leaving a small one before it.
  [[nodiscard]] bool takes_blocks() const;
  /// All articles of a block of another file, as they are compressed there.
  void add_block(const ArticleFile& from, std::uint32_t block);

  /// Completes the file and syncs it; to be called last.
  void finish();

 private:
  void end_block();
  void put_frame(std::string_view frame, std::uint32_t articles);

  std::unique_ptr<ZSTD_CCtx_s, void (*)(ZSTD_CCtx_s*)> context_;
  ColumnFileWriter out_;
  std::vector<std::uint64_t> block_ = {0};
  std::vector<std::uint32_t> first_ = {0};
  std::string sizes_;  // of the articles of the block being filled
  std::string texts_;
  std::uint32_t waiting_ = 0;  // how many they are
  std::string plain_;
  std::string frame_;
};

/// Reads the articles of a file one by one; fast when asked in their order. Not to be shared among
/// threads.
class ArticleBlockReader {
 public:
  /// The file must outlive the reader.
  explicit ArticleBlockReader(const ArticleFile& file);

  /// The bytes of an article, living until the next call. Throws Error{bad_index} when the block is
  /// damaged or there is no such article.
  std::string_view read(std::uint32_t article);

 private:
  void open(std::uint32_t block);
  [[noreturn]] void damaged() const;

  const ArticleFile& file_;
  ArticleBlock block_;
  ArticleRange open_;  // the articles of the block
};

}  // namespace newsdex
