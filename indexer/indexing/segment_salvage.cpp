#include "indexing/segment_salvage.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "newsdex/error.hpp"
#include "storage/article_salvage.hpp"
#include "storage/article_store.hpp"
#include "storage/generation_segment.hpp"

namespace newsdex {
namespace {

std::optional<SegmentColumns> whole_columns(const std::string& segment) {
  try {
    SegmentColumns columns(columns_path(segment));
    if (columns.damaged_sections().empty()) return columns;
  } catch (const Error&) {
    // Then ids and paths are not known.
  }
  return std::nullopt;
}

// Whether what lies there was never of this index, its stored articles included.
bool is_of_another_index(const std::string& folder, const GenerationSegment& segment) {
  const auto sum = segment.checksums.find("articles");
  return holds_other_segment(folder, segment) && sum != segment.checksums.end() &&
         file_checksum(articles_path(folder)) != sum->second;
}

class SegmentSalvage {
 public:
  SegmentSalvage(const IndexLayout& layout, const GenerationSegment& segment,
                 const Tombstones& deleted, const SalvageHandlers& handlers)
      : segment_(segment),
        deleted_(deleted),
        handlers_(handlers),
        folder_(layout.segment(segment.name)),
        articles_path_(articles_path(folder_)),
        columns_(whole_columns(folder_)),
        found_(segment.articles) {
    if (columns_ && columns_->articles() != segment.articles) columns_.reset();
  }

  void run() {
    if (is_of_another_index(folder_, segment_)) {
      columns_.reset();
      reason_ = fmt::format("{} is a segment of another index", folder_);
      return report_lost();
    }
    try {
      const ArticleFile articles(articles_path_);
      read_all(articles);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_index) throw;
      reason_ = error.what();
      find_blocks();
    }
    report_lost();
  }

 private:
  void read_all(const ArticleFile& articles) {
    ArticleStore store(articles);
    for (std::uint32_t number = 0; number < segment_.articles; ++number) {
      if (is_deleted(deleted_, number)) continue;
      auto article = readable([&] { return store.read(number); });
      if (article) take(number, std::move(*article));
    }
  }

  void find_blocks() {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(articles_path_, ignored)) return;
    ArticleSalvage blocks(articles_path_);
    while (blocks.next()) {
      for (const std::string_view bytes : blocks.articles()) {
        auto article = readable([&] { return decode_stored_article(bytes); });
        const auto number = number_of(article, blocks.follows_gap());
        if (article) take(number, std::move(*article));
      }
    }
  }

  template <typename Read>
  std::optional<Article> readable(const Read& read) {
    try {
      return read().article;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_index) throw;
      reason_ = error.what();
      return std::nullopt;
    }
  }

  // Of the article that comes next: the one with its id, else the one that follows unless some may
  // be missing between.
  std::optional<std::uint32_t> number_of(const std::optional<Article>& article, bool follows_gap) {
    const std::uint32_t after = next_;
    if (columns_ && article) {
      for (std::uint32_t number = after; number < segment_.articles; ++number) {
        if (columns_->ids()[number] != article->id) continue;
        next_ = number + 1;
        return number;
      }
      return std::nullopt;
    }
    if (follows_gap || after >= segment_.articles) return std::nullopt;
    return next_++;
  }

  // One that may be a deleted one must not come back.
  void take(std::optional<std::uint32_t> number, Article&& article) {
    const bool has_deleted = segment_.live_articles < segment_.articles;
    if (number ? is_deleted(deleted_, *number) : has_deleted) return;
    if (number) {
      found_[*number] = true;
    } else {
      all_are_numbered_ = false;
    }
    ++taken_;
    handlers_.article(std::move(article));
  }

  void report_lost() {
    if (taken_ >= segment_.live_articles) return;
    if (!columns_ || !all_are_numbered_) {
      const std::uint64_t count = segment_.live_articles - taken_;
      return handlers_.lost({count, {}, fmt::format("{} articles are lost: {}", count, reason_)});
    }
    for (std::uint32_t number = 0; number < segment_.articles; ++number) {
      if (found_[number] || is_deleted(deleted_, number)) continue;
      handlers_.lost({1, std::string(columns_->path(number)),
                      fmt::format("article {} is lost: {}", columns_->ids()[number], reason_)});
    }
  }

  const GenerationSegment& segment_;
  const Tombstones& deleted_;
  const SalvageHandlers& handlers_;
  std::string folder_;
  std::string articles_path_;
  std::optional<SegmentColumns> columns_;
  std::vector<bool> found_;  // by number of article
  std::uint32_t next_ = 0;   // the least number that a further block may have
  bool all_are_numbered_ = true;
  std::uint64_t taken_ = 0;
  std::string reason_;  // why others are lost
};

}  // namespace

void salvage_segment(const IndexLayout& layout, const GenerationSegment& segment,
                     const Tombstones& deleted, const SalvageHandlers& handlers) {
  SegmentSalvage(layout, segment, deleted, handlers).run();
}

}  // namespace newsdex
