#include "generator/world.hpp"

#include <algorithm>

#include "generator/inflection.hpp"

namespace newsdex::benchmarks {
namespace {

// Streams of the seed; those of articles begin at kFirstArticleStream (article_generator.cpp).
enum Stream : std::uint64_t { kWordStream, kNameStream, kTopicStream };

constexpr std::size_t kTopicCount = 600;
constexpr std::size_t kCollocations = 4000;
constexpr std::size_t kOutlets = 120;
constexpr Day kFirstDay = 14'610;  // 2010-01-01
constexpr Day kLastDay = 20'088;   // 2024-12-31
constexpr std::array<std::string_view, 8> kOutletKinds = {
    "Dispatch", "Monitor", "Herald", "Times", "Gazette", "Wire", "Courier", "News Agency"};

template <typename Word>
std::vector<std::uint32_t> draw_words(const Lexicon<Word>& lexicon, std::size_t count,
                                      Random& random) {
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(lexicon.draw(random));
  return numbers;
}

std::vector<std::string> make_outlets(WordForge& forge, Random random) {
  std::vector<std::string> outlets;
  for (std::size_t i = 0; i < kOutlets; ++i) {
    outlets.push_back(capitalised(forge.make(2)) + " " +
                      std::string(random.pick(std::span<const std::string_view>(kOutletKinds))));
  }
  return outlets;
}

}  // namespace

World::World(const Gazetteer& gazetteer, std::uint64_t seed)
    : forge_(Random(seed, kWordStream)),
      vocabulary_(forge_),
      names_(gazetteer, forge_, Random(seed, kNameStream)),
      outlets_(make_outlets(forge_, Random(seed, kNameStream))),
      topic_choice_(zipf_mandelbrot(kTopicCount, 10)),
      collocation_choice_(zipf_mandelbrot(kCollocations, 10)),
      outlet_choice_(zipf_mandelbrot(kOutlets, 4)) {
  Random random(seed, kTopicStream);
  for (std::size_t i = 0; i < kCollocations; ++i) collocations_.push_back(make_collocation(random));
  for (std::size_t i = 0; i < kTopicCount; ++i) topics_.push_back(make_topic(random));
}

std::string World::make_collocation(Random& random) const {
  const std::string& noun = vocabulary_.nouns[vocabulary_.nouns.draw(random)].singular;
  const std::string& head = vocabulary_.nouns[vocabulary_.nouns.draw(random)].singular;
  const std::string& adjective = vocabulary_.adjectives[vocabulary_.adjectives.draw(random)].plain;
  switch (random.below(4)) {
    case 0:
      return adjective + " " + noun + " " + head;
    case 1:
      return noun + " " + head;
    default:
      return adjective + " " + noun;
  }
}

Topic World::make_topic(Random& random) const {
  constexpr std::array<std::size_t, 4> kNamesOfType = {10, 4, 8, 6};
  Topic topic;
  topic.nouns = draw_words(vocabulary_.nouns, 45, random);
  topic.verbs = draw_words(vocabulary_.verbs, 20, random);
  topic.adjectives = draw_words(vocabulary_.adjectives, 15, random);
  for (int i = 0; i < 15; ++i) topic.collocations.push_back(make_collocation(random));
  for (std::size_t type = 0; type < kNamesOfType.size(); ++type) {
    for (std::size_t i = 0; i < kNamesOfType[type]; ++i) {
      topic.names[type].push_back(&names_.draw(static_cast<EntityType>(type), random));
    }
  }
  topic.heyday = kFirstDay + static_cast<Day>(random.below(kLastDay - kFirstDay));
  return topic;
}

const Topic& World::draw_topic(Random& random) const {
  return topics_[topic_choice_.pick(random)];
}

const std::string& World::draw_collocation(Random& random) const {
  return collocations_[collocation_choice_.pick(random)];
}

const std::string& World::draw_outlet(Random& random) const {
  return outlets_[outlet_choice_.pick(random)];
}

Day World::draw_day(const Topic& topic, Random& random) {
  constexpr double kAroundHeyday = 0.7;
  constexpr double kDaysOfHeyday = 60;
  const Day day = random.chance(kAroundHeyday)
                      ? topic.heyday + static_cast<Day>(kDaysOfHeyday * random.normal())
                      : kFirstDay + static_cast<Day>(random.below(kLastDay - kFirstDay + 1));
  return std::clamp(day, kFirstDay, kLastDay);
}

}  // namespace newsdex::benchmarks
