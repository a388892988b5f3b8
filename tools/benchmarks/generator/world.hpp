// What there is to write about: the words, the names, and the topics that articles share.
//
// Words come in bursts: an article repeats the few words of its topic, and the articles of a topic
// cluster in time. Without that, conjunctions would match next to nothing and phrases nothing.
#pragma once

#include <string>
#include <vector>

#include "generator/name_pool.hpp"
#include "generator/vocabulary.hpp"
#include "newsdex/date.hpp"

namespace newsdex::benchmarks {

struct Topic {
  std::vector<std::uint32_t> nouns;  // numbers in the lexica
  std::vector<std::uint32_t> verbs;
  std::vector<std::uint32_t> adjectives;
  std::vector<std::string> collocations;          // "social media", "ballot box"
  std::array<std::vector<const Name*>, 4> names;  // by EntityType
  Day heyday = 0;
};

class World {
 public:
  /// The gazetteer is not kept.
  World(const Gazetteer& gazetteer, std::uint64_t seed);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const NamePool& names() const { return names_; }
  [[nodiscard]] const Topic& draw_topic(Random& random) const;
  [[nodiscard]] const std::string& draw_collocation(Random& random) const;
  [[nodiscard]] const std::string& draw_outlet(Random& random) const;
  /// Most articles of a topic are from around its heyday.
  [[nodiscard]] static Day draw_day(const Topic& topic, Random& random);

 private:
  [[nodiscard]] std::string make_collocation(Random& random) const;
  [[nodiscard]] Topic make_topic(Random& random) const;

  WordForge forge_;
  Vocabulary vocabulary_;
  NamePool names_;
  std::vector<std::string> collocations_;
  std::vector<std::string> outlets_;
  std::vector<Topic> topics_;
  WeightedChoice topic_choice_;
  WeightedChoice collocation_choice_;
  WeightedChoice outlet_choice_;
};

}  // namespace newsdex::benchmarks
