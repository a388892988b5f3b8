// A block of stored articles, unpacked.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_DCtx_s;

namespace newsdex {

class ArticleBlock {
 public:
  ArticleBlock();

  /// Unpacks a block as it lies in the file, in place of the one before; false, and without
  /// articles, when it is damaged.
  bool open(std::string_view frame);

  /// Living until the next open().
  [[nodiscard]] std::span<const std::string_view> articles() const { return articles_; }

 private:
  bool unpack(std::string_view frame);
  bool part();

  std::unique_ptr<ZSTD_DCtx_s, void (*)(ZSTD_DCtx_s*)> context_;
  std::string plain_;
  std::vector<std::string_view> articles_;
};

}  // namespace newsdex
