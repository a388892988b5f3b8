// Remembered sums against those of each item's features, added up one by one.
#include "discovery/item_scorer.hpp"

#include <gtest/gtest.h>

#include <random>

#include "discovery/context_of.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex::discovery {
namespace {

// Words that agree in form, in letters or in lists with others: what could be taken for another.
constexpr auto kWords = std::to_array<std::string_view>({"Ada",
                                                         "ada",
                                                         "ADA",
                                                         "Byron",
                                                         "byron",
                                                         "of",
                                                         "the",
                                                         "The",
                                                         "in",
                                                         "In",
                                                         "said",
                                                         "Said",
                                                         "who",
                                                         "Mr",
                                                         "mr.",
                                                         "President",
                                                         "president",
                                                         "Paris",
                                                         "London",
                                                         "Bank",
                                                         "U.S.",
                                                         "US",
                                                         "us",
                                                         "12",
                                                         "3M",
                                                         "iPhone",
                                                         "Al-Ahram",
                                                         "Jean-Paul",
                                                         "J.",
                                                         "K",
                                                         "(",
                                                         ")",
                                                         ",",
                                                         ".",
                                                         ":",
                                                         "\"",
                                                         "'s",
                                                         "&",
                                                         "\n\n",
                                                         "\u00c9lys\u00e9e",
                                                         "\u0627\u06cc\u0631\u0627\u0646",
                                                         "a",
                                                         "ban",
                                                         "Ban",
                                                         "banned",
                                                         "minister",
                                                         "Ministry",
                                                         "Foreign",
                                                         "of",
                                                         "and",
                                                         "And",
                                                         "World",
                                                         "Health",
                                                         "Organization"});

std::string random_text(std::mt19937& random) {
  std::string out;
  for (auto words = random() % 200; words > 0; --words) {
    out += kWords[random() % kWords.size()];
    if (random() % 8 != 0) out += ' ';
  }
  return out;
}

TEST(ItemScorer, RemembersWhatFeaturesAddUpTo) {
  const NameModel model = open_model(default_name_model());
  ItemScorer scorer(model.weights);
  SegmentFeatures features;
  FeatureKeys keys;
  std::vector<LabelScores> scores;
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    const newsdex::test::Analyzed article(random_text(random), random_text(random));
    const ArticleContext context = context_of(article, model.lexicon);
    scorer.score(context, context.segments, scores);
    auto score = scores.begin();
    for (const Segment& segment : context.segments) {
      features.look_at(context, segment);
      for (std::uint32_t item = segment.begin; item < segment.end; ++item) {
        features.turn_to(item);
        extract_features(features, keys);
        ASSERT_EQ(*score++, plain_scores(model.weights, keys))
            << article.view().body << " at " << item;
      }
    }
    ASSERT_EQ(score, scores.end());
  }
}

TEST(NameTaggerWorkspace, FindsWhatATaggerWithoutMemoryFinds) {
  const NameTagger tagger(default_name_model());
  NameTaggerWorkspace workspace(tagger);
  Analyzer analyzer;
  TokenStream tokens;
  std::mt19937 random(2);
  for (int i = 0; i < 100; ++i) {
    const std::string text = random_text(random);
    analyzer.analyze(text, "en", tokens);
    const AnalyzedArticle article = {{}, {}, text, tokens.tokens()};
    ASSERT_EQ(workspace.tag(article), tagger.tag(article)) << text;
  }
}

}  // namespace
}  // namespace newsdex::discovery
