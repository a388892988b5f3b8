#include "storage/segment_merger.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "newsdex/error.hpp"
#include "storage/article_file.hpp"
#include "storage/damage.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kLeftOut = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kStepEvery = 256;

// A source on its way into the merged segment: its articles' new numbers, and its next term.
struct Source {
  Source(const MergeSource& given, std::uint32_t& next_number)
      : segment(*given.segment), terms(segment.postings.terms()) {
    numbers.reserve(segment.columns.articles());
    for (std::uint32_t article = 0; article < segment.columns.articles(); ++article)
      numbers.push_back(is_deleted(*given.deleted, article) ? kLeftOut : next_number++);
  }

  [[nodiscard]] bool all_live(ArticleRange range) const {
    return std::find(numbers.begin() + range.begin, numbers.begin() + range.end, kLeftOut) ==
           numbers.begin() + range.end;
  }

  template <typename Action>
  void for_each_live(ArticleRange range, Action&& action) const {
    for (std::uint32_t article = range.begin; article < range.end; ++article) {
      if (numbers[article] != kLeftOut) action(article);
    }
  }
  template <typename Action>
  void for_each_live(Action&& action) const {
    for_each_live({0, static_cast<std::uint32_t>(numbers.size())}, std::forward<Action>(action));
  }

  const Segment& segment;
  TermCursor terms;
  std::vector<std::uint32_t> numbers;
  TermPositions lists;  // of the term that is being merged
};

// Articles are numbered with 32 bits.
void refuse_too_many(std::span<const MergeSource> sources) {
  std::uint64_t articles = 0;
  for (const MergeSource& source : sources) articles += source.segment->columns.articles();
  if (articles < kLeftOut) return;
  throw Error(ErrorCode::io, "a segment cannot hold so many articles",
              "leave the index unmerged, or keep the articles in several indexes");
}

class Merger {
 public:
  Merger(std::span<const MergeSource> given, const std::string& path, const SegmentOptions& options,
         const std::function<void()>& step)
      : path_(path), options_(options), step_(step) {
    refuse_too_many(given);
    sources_.reserve(given.size());
    for (const MergeSource& source : given) sources_.emplace_back(source, articles_);
    create_segment_folder(path);
    postings_ = make_postings_writer(options.writer, postings_path(path));
    positions_.emplace(positions_path(path));
  }

  // The parts come in the order that the postings' writer asks for.
  std::uint32_t write() {
    store_articles();
    merge_terms();
    positions_->finish();
    if (options_.xapian_tables) write_term_lists();
    postings_->finish();
    return articles_;
  }

 private:
  void count_step() {
    if (steps_++ % kStepEvery == 0 && step_) step_();
  }

  // Blocks of which all articles live are copied as they are.
  void store_articles() {
    ArticleFileWriter out(articles_path(path_));
    for (const Source& source : sources_) {
      const ArticleFile& from = source.segment.articles;
      ArticleBlockReader reader(from);
      for (std::uint32_t block = 0; block < from.blocks(); ++block) {
        const ArticleRange articles = from.articles_of(block);
        if (out.takes_blocks() && source.all_live(articles)) {
          out.add_block(from, block);
        } else {
          source.for_each_live(articles,
                               [&](std::uint32_t article) { out.add(reader.read(article)); });
        }
        count_step();
      }
    }
    out.finish();
    for (std::uint32_t article = 0; article < articles_; ++article) postings_->store({});
  }

  void merge_terms() {
    std::vector<Source*> open;
    for (Source& source : sources_) {
      if (source.terms.next()) open.push_back(&source);
    }
    std::vector<Source*> with_term;
    while (!open.empty()) {
      count_step();
      const Source* first = *std::min_element(open.begin(), open.end(), [](auto* a, auto* b) {
        return a->terms.term() < b->terms.term();
      });
      const std::string term(first->terms.term());
      with_term.clear();
      std::copy_if(open.begin(), open.end(), std::back_inserter(with_term),
                   [&](const Source* source) { return source->terms.term() == term; });
      merge_term(term, with_term);
      for (Source* source : with_term) {
        if (!source->terms.next()) std::erase(open, source);
      }
    }
  }

  void merge_term(const std::string& term, std::span<Source* const> sources) {
    merged_.clear();
    decoded_.clear();
    positions_->begin(term);
    for (Source* source : sources) {
      source->lists = source->segment.positions.find(term);
      merge_postings(*source);
    }
    if (!merged_.empty()) postings_->add_term(term, merged_, decoded_.view());
  }

  void merge_postings(Source& source) {
    PostingCursor cursor = source.terms.postings();
    for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
      for (const Posting& posting : block) {
        if (posting.article >= source.numbers.size())
          throw_damaged(source.segment.path, "a term is in an article that is not there");
        const std::uint32_t number = source.numbers[posting.article];
        if (number == kLeftOut) continue;
        merged_.push_back({number, posting.count});
        std::string_view list;
        if (source.lists.seek(posting.article)) list = source.lists.encoded();
        if (!list.empty()) positions_->add(number, list);
        if (options_.xapian_tables) decoded_.add(list);
      }
    }
  }

  void write_term_lists() {
    for (Source& source : sources_) {
      source.for_each_live([&](std::uint32_t article) {
        count_step();
        const ArticleTerms terms = source.segment.postings.terms_of(article);
        postings_->add_term_list({terms.begin(), terms.end()});
      });
    }
  }

  std::string path_;
  SegmentOptions options_;
  const std::function<void()>& step_;
  std::uint32_t articles_ = 0;
  std::vector<Source> sources_;
  std::unique_ptr<PostingsWriter> postings_;
  std::optional<PositionFileWriter> positions_;
  std::uint64_t steps_ = 0;
  std::vector<Posting> merged_;
  DecodedPositions decoded_;
};

// Returns the number of tokens.
std::uint64_t merge_columns(std::span<const MergeSource> sources, const std::string& path) {
  std::vector<ColumnSource> live;
  std::uint64_t tokens = 0;
  for (const MergeSource& source : sources) {
    const SegmentColumns& from = source.segment->columns;
    std::vector<std::uint32_t>& articles = live.emplace_back(ColumnSource{&from, {}}).articles;
    for (std::uint32_t article = 0; article < from.articles(); ++article) {
      if (is_deleted(*source.deleted, article)) continue;
      articles.push_back(article);
      tokens += from.lengths()[article];
    }
  }
  write_joined_columns(live, columns_path(path));
  return tokens;
}

}  // namespace

SegmentInfo merge_segments(std::span<const MergeSource> sources, const std::string& path,
                           const std::string& name, const SegmentOptions& options,
                           const std::function<void()>& step) {
  const std::uint32_t articles = Merger(sources, path, options, step).write();
  const std::uint64_t tokens = merge_columns(sources, path);
  sync_folder(path);
  return {name, articles, tokens};
}

}  // namespace newsdex
