#include "storage/article_compression.hpp"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <vector>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

// Level 3 makes stored articles 9% smaller and a whole build 6% slower.
constexpr int kLevel = 1;
constexpr std::size_t kDictionaryBytes = std::size_t{32} << 10;
constexpr std::size_t kMinSamples = 16;

// What a frame may claim to hold; more is damage, as no source may be that large.
constexpr std::size_t kMaxArticleBytes = std::size_t{2} << 30;

void free_context(ZSTD_CCtx* context) {
  ZSTD_freeCCtx(context);
}
void free_dictionary(ZSTD_CDict* dictionary) {
  ZSTD_freeCDict(dictionary);
}
void free_context(ZSTD_DCtx* context) {
  ZSTD_freeDCtx(context);
}
void free_dictionary(ZSTD_DDict* dictionary) {
  ZSTD_freeDDict(dictionary);
}

}  // namespace

std::string train_dictionary(std::span<const std::string> samples) {
  if (samples.size() < kMinSamples) return {};
  std::string joined;
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    joined += sample;
    sizes.push_back(sample.size());
  }
  std::string dictionary(std::min(kDictionaryBytes, joined.size() / 8), '\0');
  const std::size_t size =
      ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(), sizes.data(),
                            static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size) != 0) return {};
  dictionary.resize(size);
  return dictionary;
}

ArticleCompressor::ArticleCompressor(std::string_view dictionary)
    : context_(ZSTD_createCCtx(), free_context),
      dictionary_(ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel), free_dictionary) {
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0);
  if (dictionary.empty()) {
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, kLevel);
  } else {
    ZSTD_CCtx_refCDict(context_.get(), dictionary_.get());
  }
}

std::string_view ArticleCompressor::compress(std::string_view article) {
  buffer_.resize(std::max(buffer_.size(), ZSTD_compressBound(article.size())));
  const std::size_t size = ZSTD_compress2(context_.get(), buffer_.data(), buffer_.size(),
                                          article.data(), article.size());
  if (ZSTD_isError(size) != 0)
    throw Error(ErrorCode::io,
                std::string("an article cannot be compressed: ") + ZSTD_getErrorName(size));
  return std::string_view(buffer_).substr(0, size);
}

ArticleDecompressor::ArticleDecompressor(std::string_view dictionary)
    : context_(ZSTD_createDCtx(), free_context),
      dictionary_(ZSTD_createDDict(dictionary.data(), dictionary.size()), free_dictionary) {
  if (!dictionary.empty()) ZSTD_DCtx_refDDict(context_.get(), dictionary_.get());
}

std::string ArticleDecompressor::decompress(std::string_view compressed) {
  const auto damaged = [] {
    return Error(ErrorCode::bad_index, "a stored article is damaged",
                 "run newsdex-index check, then build the index again");
  };
  const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size > kMaxArticleBytes) throw damaged();  // also ZSTD's two numbers for "not known"
  std::string article(size, '\0');
  const std::size_t got = ZSTD_decompressDCtx(context_.get(), article.data(), article.size(),
                                              compressed.data(), compressed.size());
  if (ZSTD_isError(got) != 0 || got != size) throw damaged();
  return article;
}

}  // namespace newsdex
