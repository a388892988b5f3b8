// Viterbi's algorithm and the sums against all paths, one after the other.
#include "discovery/lattice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>

namespace newsdex::discovery {
namespace {

constexpr float kUnits = 20;

struct Row {
  std::vector<LabelScores> scores;
  Transitions transitions{};
};

Row random_row(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> score(-60, 60);
  Row row;
  row.scores.resize(size);
  for (LabelScores& scores : row.scores) {
    for (std::int16_t& s : scores) s = static_cast<std::int16_t>(score(random));
  }
  for (auto& from : row.transitions) {
    for (std::int16_t& s : from) s = static_cast<std::int16_t>(score(random));
  }
  return row;
}

using Visit = std::function<void(const std::vector<Label>&, int)>;

// Calls `visit` with every row of labels that BILOU allows and its score.
void each_path(const Row& row, std::vector<Label>& path, int score, const Visit& visit) {
  const std::size_t before = path.empty() ? kEdge : path.back();
  if (path.size() == row.scores.size()) {
    if (may_follow(before, kEdge)) visit(path, score + row.transitions[before][kEdge]);
    return;
  }
  for (Label label = 0; label < kLabels; ++label) {
    if (!may_follow(before, label)) continue;
    const int step = row.transitions[before][label] + row.scores[path.size()][label];
    path.push_back(label);
    each_path(row, path, score + step, visit);
    path.pop_back();
  }
}

TEST(Lattice, ViterbiFindsTheBestOfAllPaths) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Row row = random_row(1 + seed % 4, seed);
    int best = std::numeric_limits<int>::min();
    std::vector<std::vector<Label>> best_paths;
    std::vector<Label> path;
    each_path(row, path, 0, [&](const std::vector<Label>& labels, int score) {
      if (score > best) best_paths.clear();
      best = std::max(best, score);
      if (score == best) best_paths.push_back(labels);
    });
    std::vector<Label> found(row.scores.size());
    ViterbiDecoder(row.transitions).decode(row.scores, found);
    EXPECT_THAT(best_paths, testing::Contains(found)) << "seed " << seed;
  }
}

TEST(Lattice, ProbabilitiesAreSharesOfAllPaths) {
  for (unsigned seed = 100; seed < 120; ++seed) {
    const Row row = random_row(3, seed);
    NameProbabilities probabilities(row.transitions, kUnits);
    probabilities.prepare(row.scores);
    const LabelledName name{static_cast<std::uint32_t>(seed % 3), 3, NameClass::organisation};
    double all = 0;
    double with_name = 0;
    std::vector<Label> path;
    each_path(row, path, 0, [&](const std::vector<Label>& labels, int score) {
      const double weight = std::exp(score / static_cast<double>(kUnits));
      all += weight;
      const auto names = names_of(labels);
      if (std::find(names.begin(), names.end(), name) != names.end()) with_name += weight;
    });
    EXPECT_NEAR(probabilities.probability(name), with_name / all, 1e-4) << "seed " << seed;
  }
}

TEST(Lattice, ExtremeScoresGiveProbabilitiesAllTheSame) {
  Row row = random_row(200, 1);
  for (LabelScores& scores : row.scores) {
    scores.fill(-16000);
    scores[label_of(NameClass::person, NamePart::inside)] = 16000;
  }
  NameProbabilities probabilities(row.transitions, kUnits);
  probabilities.prepare(row.scores);
  for (std::uint32_t i = 0; i < 200; ++i) {
    const double p = probabilities.probability({i, i + 1, NameClass::place});
    EXPECT_GE(p, 0);
    EXPECT_LE(p, 1);
  }
}

TEST(Lattice, RowsWithoutItemsAreLabelled) {
  ViterbiDecoder(Transitions{}).decode({}, {});
  NameProbabilities(Transitions{}, kUnits).prepare({});
}

}  // namespace
}  // namespace newsdex::discovery
