// How articles are shared out among workers and segments.
#include "indexing/segment_pipeline.hpp"

#include <fmt/format.h>

#include "indexing/index_fixture.hpp"
#include "indexing/name_lists.hpp"
#include "indexing/publication.hpp"

namespace newsdex::testing {
namespace {

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

class SegmentPipelineTest : public IndexFixture {
 protected:
  // Articles of a quarter of a chunk each; what is not analysed is quickly read.
  void write_articles(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) {
      lines += "{\"id\":\"" + std::to_string(100 + i) + "\",\"title\":\"T\",\"body\":\"Body " +
               std::to_string(i) + ".\",\"url\":\"" + std::string(kMebibyte / 4, 'u') + "\"}\n";
    }
    folder_.write("articles/all.jsonl", lines);
  }

  std::uint32_t segments_of_build(unsigned jobs) {
    BuildOptions build = options();
    build.jobs = jobs;
    EXPECT_EQ(build_index(build).articles, kArticles);
    EXPECT_TRUE(check_index(build.index).empty());
    return static_cast<std::uint32_t>(index_statistics(build.index).segments);
  }

  static constexpr int kArticles = 20;
};

TEST_F(SegmentPipelineTest, AWorkerFillsOneSegmentWithAllItsChunks) {
  write_articles(kArticles);
  EXPECT_EQ(segments_of_build(1), 1U);
  const std::string alone = found("");
  const std::uint32_t shared = segments_of_build(3);
  EXPECT_LE(shared, 3U);
  EXPECT_EQ(found(""), alone) << "no answer depends on who had which article";
}

// As a text does whose words hardly repeat, long before it is as large as others may be.
TEST_F(SegmentPipelineTest, ASegmentIsFullWhenItHasItsShareOfMemory) {
  for (const std::size_t memory : {std::size_t{1}, 1024 * kMebibyte}) {
    BuildOptions build = options();
    build.jobs = 1;
    PipelineOptions planned = plan_build(build, 0);
    planned.chunk_bytes = 1;
    planned.segment_memory = memory;
    IndexLock index(build.index);
    const Taggers taggers(read_name_lists(build.name_lists, false), false);
    SegmentPipeline pipeline(index, taggers, planned);
    for (const char* id : {"a", "b", "c"}) {
      IncomingArticle incoming;
      incoming.article.id = id;
      incoming.article.body = "Some words.";
      pipeline.add(std::move(incoming));
    }
    EXPECT_EQ(pipeline.finish().size(), memory == 1 ? 3U : 1U);
  }
}

TEST(Doubts, AreToldByPlaceWhicheverSegmentHasTheArticle) {
  std::vector<BuiltSegment> segments(2);
  segments[0].doubts = {{"/b", 1, "x"}, {"/b", 3, "x"}};
  segments[1].doubts = {{"/a", 7, "x"}, {"/b", 2, "x"}};
  std::string places;
  for (const ReadError& doubt : doubts_of(segments))
    places += fmt::format("{}:{} ", doubt.path, doubt.line);
  EXPECT_EQ(places, "/a:7 /b:1 /b:2 /b:3 ");
}

TEST(PipelinePlan, GivesSegmentsWhatMemoryAllows) {
  BuildOptions options;
  options.jobs = 2;
  options.memory = 1024 * kMebibyte;
  const PipelineOptions ample = plan_build(options, 0);
  EXPECT_NEAR(static_cast<double>(ample.segment_bytes), 88.0 * kMebibyte, 3.0 * kMebibyte);
  EXPECT_EQ(ample.chunk_bytes, kMebibyte);
  options.memory = 256 * kMebibyte;
  const PipelineOptions scarce = plan_build(options, 0);
  EXPECT_LT(scarce.segment_bytes, 20 * kMebibyte);
}

TEST(PipelinePlan, HasNoMoreWorkersThanThereIsMemoryFor) {
  BuildOptions options;
  options.jobs = 256;
  options.memory = kLeastMemory;
  EXPECT_EQ(plan_build(options, 0).jobs, 1U);
  EXPECT_EQ(plan_update(options).jobs, 1U);
  options.memory = 1024 * kMebibyte;
  const PipelineOptions planned = plan_build(options, 0);
  EXPECT_GT(planned.jobs, 16U);
  EXPECT_LT(planned.jobs, 32U);
  EXPECT_GE(planned.segment_bytes, kMebibyte);
  options.jobs = 2;
  EXPECT_EQ(plan_build(options, 0).jobs, 2U);
}

TEST(PipelinePlan, GivesAShardAChunkAsLargeAsASegment) {
  BuildOptions options;
  options.jobs = 2;
  options.shards = 4;
  options.memory = 1024 * kMebibyte;
  const PipelineOptions small = plan_build(options, 40 * kMebibyte);
  EXPECT_EQ(small.segment_bytes, small.chunk_bytes);
  EXPECT_NEAR(static_cast<double>(small.segment_bytes), 10.0 * kMebibyte, 1.0 * kMebibyte);
  const PipelineOptions large = plan_build(options, 4000 * kMebibyte);
  EXPECT_GT(large.segment_bytes, small.segment_bytes);
  // Four that are filled, one that waits, and two in the making.
  EXPECT_LT(7 * large.chunk_bytes + 2 * large.segment_bytes, options.memory);
}

TEST(PipelinePlan, GivesAnUpdateSmallSegmentsOfOneChunk) {
  BuildOptions options;
  options.jobs = 2;
  const PipelineOptions update = plan_update(options);
  EXPECT_EQ(update.segment_bytes, update.chunk_bytes);
  EXPECT_LE(update.segment_bytes, 8 * kMebibyte);
}

}  // namespace
}  // namespace newsdex::testing
