#include "generator/story.hpp"

namespace newsdex::benchmarks {
namespace {

// Shares that make a corpus look like news: of the words of a class those that are the story's, of
// names those of its topic, of mentions of a person those by an alias.
constexpr double kStoryWords = 0.3;
constexpr double kTopicNames = 0.7;
constexpr double kAliases = 0.25;
constexpr double kShareOfStrangers = 0.3;
constexpr double kTopicCollocations = 0.6;

std::vector<std::uint32_t> some_of(const std::vector<std::uint32_t>& words, std::uint32_t count,
                                   Random& random) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < count; ++i) {
    chosen.push_back(random.pick(std::span<const std::uint32_t>(words)));
  }
  return chosen;
}

template <typename Word>
const Word& draw_word(const Lexicon<Word>& lexicon, const std::vector<std::uint32_t>& of_story,
                      Random& random) {
  return lexicon[random.chance(kStoryWords) ? random.pick(std::span<const std::uint32_t>(of_story))
                                            : lexicon.draw(random)];
}

const Name& draw_name(EntityType type, const World& world, const Topic& topic, Random& random) {
  const auto& of_topic = topic.names[static_cast<std::size_t>(type)];
  return random.chance(kTopicNames) ? *random.pick(std::span<const Name* const>(of_topic))
                                    : world.names().draw(type, random);
}

}  // namespace

Story::Story(const World& world, Random& random)
    : world_(world),
      topic_(world.draw_topic(random)),
      day_(World::draw_day(topic_, random)),
      nouns_(some_of(topic_.nouns, 8, random)),
      verbs_(some_of(topic_.verbs, 4, random)),
      adjectives_(some_of(topic_.adjectives, 3, random)) {
  const std::uint32_t persons = random.between(1, 4);
  for (std::uint32_t i = 0; i < persons; ++i) {
    const Name& name = random.chance(kShareOfStrangers)
                           ? world.names().draw_stranger(random)
                           : draw_name(EntityType::person, world, topic_, random);
    persons_.push_back({&name, false});
  }
  for (const EntityType type :
       {EntityType::platform, EntityType::organisation, EntityType::place}) {
    const std::uint32_t things = random.between(1, 3);
    for (std::uint32_t i = 0; i < things; ++i) {
      things_[static_cast<std::size_t>(type)].push_back(&draw_name(type, world, topic_, random));
    }
  }
}

const Noun& Story::noun(Random& random) const {
  return draw_word(world_.vocabulary().nouns, nouns_, random);
}

const Verb& Story::verb(Random& random) const {
  return draw_word(world_.vocabulary().verbs, verbs_, random);
}

const Adjective& Story::adjective(Random& random) const {
  return draw_word(world_.vocabulary().adjectives, adjectives_, random);
}

const std::string& Story::collocation(Random& random) const {
  return random.chance(kTopicCollocations)
             ? random.pick(std::span<const std::string>(topic_.collocations))
             : world_.draw_collocation(random);
}

std::string_view Story::mention(EntityType type, Random& random) {
  if (type != EntityType::person) {
    const auto& things = things_[static_cast<std::size_t>(type)];
    return introduce(type, *random.pick(std::span<const Name* const>(things)), random);
  }
  CastMember& person = persons_[random.below(static_cast<std::uint32_t>(persons_.size()))];
  if (person.introduced) return person.name->surname;
  person.introduced = true;
  return introduce(type, *person.name, random);
}

std::string_view Story::introduce(EntityType type, const Name& name, Random& random) {
  if (name.listed) named_[static_cast<std::size_t>(type)].insert(name.canonical);
  return random.chance(kAliases) ? random.pick(std::span<const std::string>(name.forms))
                                 : name.forms.front();
}

}  // namespace newsdex::benchmarks
