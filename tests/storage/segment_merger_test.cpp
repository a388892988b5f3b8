#include "storage/segment_merger.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <random>

#include "newsdex/error.hpp"
#include "storage/article_store.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

// An article as a segment should give it back, whatever segment it lies in.
struct Sample {
  std::string id;
  std::map<std::string, std::vector<std::uint32_t>> words;  // term -> positions
  std::vector<std::string> actors;

  bool operator==(const Sample&) const = default;
};

class RandomSamples {
 public:
  explicit RandomSamples(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }

 private:
  std::mt19937 engine_;
};

Sample random_sample(RandomSamples& random, int number) {
  Sample sample{"article " + std::to_string(number), {}, {}};
  for (std::uint32_t position = 1; position < 30; ++position) {
    const std::string word = fmt::format("w{}", random.below(4) * random.below(40));
    sample.words[word].push_back(position);
  }
  sample.words["XA" + std::to_string(random.below(9))];  // a label
  sample.words["Q" + sample.id];
  if (random.below(2) == 0) sample.actors.push_back("A" + std::to_string(random.below(5)));
  return sample;
}

IndexDocument document(const Sample& sample, TermTable& terms) {
  IndexDocument out;
  out.id = sample.id;
  for (const auto& [term, positions] : sample.words) {
    const auto count = static_cast<std::uint32_t>(positions.size());
    out.terms.terms.push_back({terms.number(term), count, count});
    out.terms.positions.insert(out.terms.positions.end(), positions.begin(), positions.end());
    out.length += count;
  }
  StoredArticle stored;
  stored.article.body = "the text of the article that is called " + sample.id;
  out.stored = encode(stored);
  out.facets = {{Field::actor, sample.actors}};
  out.path = "/articles";
  return out;
}

std::vector<Sample> read_back(const Segment& segment) {
  std::vector<Sample> samples(segment.columns.articles());
  ArticleStore store(segment.articles);
  const FacetColumn& actors = segment.columns.facet(Field::actor);
  for (std::uint32_t i = 0; i < samples.size(); ++i) {
    samples[i].id = std::string(segment.columns.ids()[i]);
    EXPECT_TRUE(store.read(i).article.body.ends_with(samples[i].id));
    for (const std::uint32_t ordinal : actors.of(i))
      samples[i].actors.emplace_back(actors.values[ordinal]);
  }
  TermCursor terms = segment.postings.terms();
  while (terms.next()) {
    TermPositions lists = segment.positions.find(terms.term());
    PostingCursor cursor = terms.postings();
    for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
      for (const Posting& posting : block) {
        auto& positions = samples[posting.article].words[std::string(terms.term())];
        if (lists.seek(posting.article)) lists.append_to(positions);
        EXPECT_EQ(posting.count, positions.size());
      }
    }
  }
  return samples;
}

class SegmentMergerTest : public ::testing::Test {
 protected:
  // A segment of random articles, of which about one in four is dead.
  void add_source(int articles, const SegmentOptions& options = {}) {
    const std::string name = "source" + std::to_string(segments_.size());
    SegmentWriter writer(folder_.path(name), name, options);
    Tombstones& deleted = deleted_.emplace_back();
    for (int i = 0; i < articles; ++i) {
      const Sample sample = random_sample(random_, number_++);
      writer.add(document(sample, writer.terms()));
      if (random_.below(4) == 0) {
        mark_deleted(deleted, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(articles));
      } else {
        live_.push_back(sample);
      }
    }
    writer.finish();
    segments_.emplace_back(folder_.path(name));
  }

  SegmentInfo merge(const SegmentOptions& options = {}, const std::function<void()>& step = {}) {
    std::vector<MergeSource> sources;
    for (std::size_t i = 0; i < segments_.size(); ++i)
      sources.push_back({&segments_[i], &deleted_[i]});
    return merge_segments(sources, folder_.path("merged"), "merged", options, step);
  }

  TemporaryFolder folder_;
  RandomSamples random_{7};
  int number_ = 0;
  std::deque<Segment> segments_;
  std::deque<Tombstones> deleted_;
  std::vector<Sample> live_;
};

TEST_F(SegmentMergerTest, HoldsTheLiveArticlesOfAllAsTheyWere) {
  for (const int articles : {300, 1, 70, 700}) add_source(articles);
  const SegmentInfo info = merge();
  const Segment merged(folder_.path("merged"));
  EXPECT_EQ(info.articles, live_.size());
  EXPECT_EQ(info.tokens, live_.size() * 29);
  EXPECT_EQ(read_back(merged), live_);
  PostingsReader::check(postings_path(folder_.path("merged")));
}

TEST_F(SegmentMergerTest, KeepsTermListsAndXapiansPositions) {
  constexpr SegmentOptions kAllTables = {WriterKind::direct, true};
  for (const int articles : {20, 30}) add_source(articles, kAllTables);
  merge(kAllTables);
  const Segment merged(folder_.path("merged"));
  for (std::uint32_t i = 0; i < live_.size(); ++i) {
    const ArticleTerms list = merged.postings.terms_of(i);
    ASSERT_EQ(list.size(), live_[i].words.size());
    auto expected = live_[i].words.begin();
    for (const TermCount& term : list) EXPECT_EQ(term.term, (expected++)->first);
  }
  PostingsReader::check(postings_path(folder_.path("merged")));
}

TEST_F(SegmentMergerTest, CanBeStopped) {
  add_source(50);
  EXPECT_THROW(merge({}, [] { throw Error(ErrorCode::interrupted, "stop"); }), Error);
}

}  // namespace
}  // namespace newsdex::testing
