// The names that articles mention: those of a name list, drawn with frequencies as natural as those
// of words, and persons whom no list knows.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "generator/weighted_choice.hpp"
#include "generator/word_forge.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex::benchmarks {

struct Name {
  std::string canonical;
  std::vector<std::string> forms;  // in Latin letters, the canonical name first
  std::string surname;             // of a person
  bool listed = true;              // in the name list
};

class NamePool {
 public:
  /// Names that the list guards (those that are also everyday words) are left out: whether they
  /// count depends on what stands around them. Throws Error{bad_name_list} when the list has
  /// none of some type.
  NamePool(const Gazetteer& gazetteer, WordForge& forge, Random random);

  [[nodiscard]] const Name& draw(EntityType type, Random& random) const;
  /// A person of no list.
  [[nodiscard]] const Name& draw_stranger(Random& random) const;

 private:
  struct Ranked {
    std::vector<Name> names;
    std::optional<WeightedChoice> choice;
  };
  static const Name& draw(const Ranked& ranked, Random& random) {
    return ranked.names[ranked.choice->pick(random)];
  }

  std::array<Ranked, 4> by_type_;
  Ranked strangers_;
};

}  // namespace newsdex::benchmarks
