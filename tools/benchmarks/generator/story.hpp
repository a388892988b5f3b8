// What one article is about: the words it repeats, who and what it names, and its day.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/world.hpp"

namespace newsdex::benchmarks {

/// A person of a story: named in full first, by surname afterwards.
struct CastMember {
  const Name* name = nullptr;
  bool introduced = false;
};

class Story {
 public:
  Story(const World& world, Random& random);

  [[nodiscard]] Day day() const { return day_; }

  // Words: of the story as likely as not, else any.
  const Noun& noun(Random& random) const;
  const Verb& verb(Random& random) const;
  const Adjective& adjective(Random& random) const;
  const std::string& collocation(Random& random) const;
  [[nodiscard]] const FunctionWords& function_words() const {
    return world_.vocabulary().function_words;
  }

  /// A name as the text would have it at this place; what is named is noted.
  std::string_view mention(EntityType type, Random& random);

  /// Canonical names of the listed persons or platforms named so far.
  [[nodiscard]] const std::set<std::string>& named(EntityType type) const {
    return named_[static_cast<std::size_t>(type)];
  }

 private:
  std::string_view introduce(EntityType type, const Name& name, Random& random);

  const World& world_;
  const Topic& topic_;
  Day day_;
  std::vector<std::uint32_t> nouns_;
  std::vector<std::uint32_t> verbs_;
  std::vector<std::uint32_t> adjectives_;
  std::vector<CastMember> persons_;
  std::array<std::vector<const Name*>, 4> things_;  // by EntityType; persons are in persons_
  std::array<std::set<std::string>, 4> named_;
};

}  // namespace newsdex::benchmarks
