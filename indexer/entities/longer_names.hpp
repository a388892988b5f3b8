// Is the name of a place, body or platform perhaps part of something else's longer name, or the
// name of something else altogether? "Denzel Washington" is no town, the "Guardian Council" no
// newspaper, the "Daily Telegram" no app, and the rhinoceros Sudan no country; what bears a name
// once in an article bears it wherever it stands alone, unless a preposition of place stands before
// it.
#pragma once

#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

class LongerNames {
 public:
  LongerNames(const NameIndex& names, Interpretation& interpretation)
      : names_(names), lexicon_(names.lexicon()), interpretation_(interpretation) {}

  /// Refuses readings, of all entities but persons, that are part of another name or name something
  /// else.
  void refuse();

 private:
  struct Place;  // a reading with what lies around it

  void check(Reading& reading);
  void refuse_elsewhere();
  void refuse_alike();
  [[nodiscard]] Place place_of(const Reading& reading) const;

  [[nodiscard]] bool names_a_person(const Place& place) const;
  [[nodiscard]] bool is_other_kind(const Place& place, const Token& word) const;
  [[nodiscard]] bool names_another_kind(const Place& place) const;
  [[nodiscard]] static bool speaks_of_bearer(const Place& place);
  [[nodiscard]] bool is_given_to_something_else(const Place& place) const;
  [[nodiscard]] bool is_part_of_body(const Place& place) const;
  [[nodiscard]] bool begins_inside(const Place& place) const;
  [[nodiscard]] bool ends_title(const Place& place) const;
  [[nodiscard]] bool precedes_cue(const Place& place) const;
  [[nodiscard]] bool goes_on(const Place& place) const;
  [[nodiscard]] bool may_follow(const Place& place, const Token& word) const;
  [[nodiscard]] bool follows_locative(const Candidate& candidate) const;

  const NameIndex& names_;
  const Lexicon& lexicon_;
  Interpretation& interpretation_;
  std::unordered_set<TokenAutomaton::Node> borne_;  // forms that something else bears, too
  // Words before which the body has a platform's form as the end of a title, and those forms.
  std::set<std::pair<TokenAutomaton::Node, std::string_view>> title_ends_;
};

}  // namespace newsdex
