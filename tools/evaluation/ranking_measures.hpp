// Measures of a ranking against judgments.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace newsdex::evaluation {

/// Gains of the judged documents of a topic; what is not judged, or gains 0, is not relevant.
using Judgments = std::map<std::string, double>;

/// Of one topic, or the mean of several.
struct RankingMeasures {
  double ndcg10 = 0;             // Järvelin and Kekäläinen 2002, with log2 of the rank plus one
  double average_precision = 0;  // over the whole ranking
  double precision10 = 0;
  double recall100 = 0;

  RankingMeasures& operator+=(const RankingMeasures& other);
  RankingMeasures& operator/=(double topics);
};

/// Of a ranking, the best first. Judgments without any gain measure 0.
RankingMeasures measure(std::span<const std::string> ranking, const Judgments& judgments);

}  // namespace newsdex::evaluation
