// Stored articles in few bytes, each to be read by itself.
//
// An article is too short to be compressed well alone; with a dictionary of what articles of its
// segment have in common zstd halves it again (RFC 8878; libzstd, ZDICT). The dictionary lies with
// the segment's postings under kDictionaryKey.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace newsdex {

inline constexpr std::string_view kDictionaryKey = "newsdex.dictionary";

/// What most of `samples` have in common; empty when they are too few or too alike to learn from.
std::string train_dictionary(std::span<const std::string> samples);

class ArticleCompressor {
 public:
  /// `dictionary` may be empty.
  explicit ArticleCompressor(std::string_view dictionary);

  /// The view lives until the next call.
  std::string_view compress(std::string_view article);

 private:
  std::unique_ptr<ZSTD_CCtx_s, void (*)(ZSTD_CCtx_s*)> context_;
  std::unique_ptr<ZSTD_CDict_s, void (*)(ZSTD_CDict_s*)> dictionary_;
  std::string buffer_;
};

/// Not to be shared among threads.
class ArticleDecompressor {
 public:
  explicit ArticleDecompressor(std::string_view dictionary);

  /// Throws Error{bad_index} for bytes that no compressor with this dictionary made.
  std::string decompress(std::string_view compressed);

 private:
  std::unique_ptr<ZSTD_DCtx_s, void (*)(ZSTD_DCtx_s*)> context_;
  std::unique_ptr<ZSTD_DDict_s, void (*)(ZSTD_DDict_s*)> dictionary_;
};

}  // namespace newsdex
