#include "discovery/features.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "discovery/context_of.hpp"

namespace newsdex::discovery {
namespace {

using newsdex::test::Analyzed;
using Keys = std::set<std::uint64_t>;

// The features of the item whose form is `form`, its first.
Keys features_of(const std::string& body, std::string_view form, const WordLexicon& lexicon = {}) {
  const Analyzed article(body);
  const ArticleContext context = context_of(article, lexicon);
  SegmentFeatures features;
  FeatureKeys keys;
  for (std::uint32_t i = 0; i < context.items.size(); ++i) {
    if (context.text.items[i].form != form || !context.items[i].candidate) continue;
    const auto segment = std::find_if(context.segments.begin(), context.segments.end(),
                                      [&](const Segment& s) { return i < s.end; });
    features.look_at(context, *segment);
    features.turn_to(i);
    extract_features(features, keys);
    return {keys.keys().begin(), keys.keys().end()};
  }
  ADD_FAILURE() << form << " is no candidate in: " << body;
  return {};
}

std::size_t shared(const Keys& a, const Keys& b) {
  Keys both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
  return both.size();
}

struct ContextCase {
  std::string what;
  std::string text;
  std::string other;
};

TEST(Features, DependOnWhatIsAroundTheWord) {
  const std::vector<ContextCase> cases = {
      {"word in front", "we met Ada there", "we saw Ada there"},
      {"word behind", "we met Ada there", "we met Ada here"},
      {"two in front", "we met a Ada", "we saw a Ada"},
      {"the run", "we met Ada there", "we met Ada Byron there"},
      {"hyphen", "we met Ada Byron", "we met Ada-Byron"},
      {"mark", "we met Ada Byron", "we met Ada, Byron"},
      {"spelling", "we met Ada there", "we met ADA there"},
      {"lower case elsewhere", "we met Ada. A cat", "we met Ada. An ada"},
      {"full name elsewhere", "we met Ada. So did a man", "we met Ada. So did Ada Byron"},
      {"speech elsewhere", "we met Ada. But Ada left", "we met Ada. But Ada said"},
      {"acronym behind", "the Ada Byron Club met", "the Ada Byron Club (ABC) met"},
  };
  for (const ContextCase& c : cases) {
    const Keys a = features_of(c.text, "ada");
    const Keys b = features_of(c.other, "ada");
    EXPECT_NE(a, b) << c.what;
    EXPECT_GT(shared(a, b), 10U) << c.what;
  }
}

TEST(Features, DependOnTheLists) {
  std::vector<NameRow> names(8);
  const std::uint64_t key = name_key(0, hash_text("ada"));
  find_place(std::span(names), key)->bits = NameRow::fingerprint(key) << 9 | kGivenName;
  std::vector<ClusterRow> clusters(8);
  const std::uint64_t form = cluster_key(hash_text("ada"));
  *find_place(std::span(clusters), form) = {short_fingerprint(form), pack_clusters(3, 7), 0};
  const Keys bare = features_of("we met Ada there", "ada");
  EXPECT_NE(bare, features_of("we met Ada there", "ada", {{}, names}));
  EXPECT_NE(bare, features_of("we met Ada there", "ada", {clusters, {}}));
}

TEST(Features, DoNotDependOnWhatIsFarAway) {
  EXPECT_EQ(features_of("one thing or two, we met Ada in there again", "ada"),
            features_of("this or that, but we met Ada in there once more", "ada"));
}

TEST(Features, AreNeverMoreThanThereIsRoomFor) {
  const Analyzed article(
      "Said the Ada Byron Club (ABC), who said: Ada Byron. Said Mr Ada, who came");
  std::vector<NameRow> names(64);
  for (const std::string_view form : {"ada", "byron", "club", "said", "abc", "the"}) {
    const std::uint64_t key = name_key(0, hash_text(form));
    find_place(std::span(names), key)->bits = NameRow::fingerprint(key) << 9 | 0xFF;
  }
  const ArticleContext context = context_of(article, {{}, names});
  SegmentFeatures features;
  FeatureKeys keys;
  for (const Segment& segment : context.segments) {
    features.look_at(context, segment);
    for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
      features.turn_to(i);
      extract_features(features, keys);
      EXPECT_LE(keys.keys().size(), FeatureKeys::kMost);
    }
  }
}

TEST(Clusters, ComeOutOfTheirPackingAsTheyWentIn) {
  for (const unsigned coarse : {0U, 1U, 63U}) {
    for (const unsigned fine : {0U, 1U, 511U}) {
      const Clusters clusters = unpack_clusters(pack_clusters(coarse, fine));
      EXPECT_EQ(clusters.coarse, coarse + 1);
      EXPECT_EQ(clusters.fine, fine + 1);
    }
  }
  EXPECT_EQ(unpack_clusters(0).fine, 0);
}

}  // namespace
}  // namespace newsdex::discovery
