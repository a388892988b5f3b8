#include "entities/surroundings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "entities/calendar_words.hpp"
#include "entities/letters.hpp"
#include "entities/sentences.hpp"
#include "text/one_of.hpp"

namespace newsdex {

struct Surroundings::Place {
  const FieldText& text;
  std::uint32_t entity;
  std::uint32_t first;  // tokens [first, last)
  std::uint32_t last;
  Gap gap_before;
  Gap gap_behind;
  bool may_be_surname_only;  // of a full name only a known given name before it makes another
  bool follows_other_name;   // a listed form ends right before it
  bool precedes_other_name;
  bool precedes_full_name;  // and it is more than a surname

  [[nodiscard]] bool is_in_title() const { return text.field() == TextField::title; }
};

bool follows_own_given_name(const FieldText& text, const NameWords& words, std::uint32_t entity,
                            std::size_t token) {
  if (token == 0 || text.gap_before(token) != Gap::space) return false;
  const Token& word = text.token(token - 1);
  return word.capitalised && !word.possessive && words.belong_to(entity, word.form);
}

namespace {

// Words between a name and what is called after it: "International".
constexpr std::uint32_t kMostQualifiers = 2;

// Folded words that a statement begins with.
constexpr std::array<std::string_view, 9> kPersianSaid = {
    "گفت", "افزود", "اعلام", "تاکید", "اظهار", "تصریح", "هشدار", "خواستار", "خاطرنشان"};

// The folded letters of the initials that a token is: "j" of "J.", "h" and "w" of "H.W."; none if
// it is none.
std::string_view initials_of(const FieldText& text, std::size_t token) {
  const Token& word = text.token(token);
  if (!word.capitalised) return {};
  const std::string_view written = text.written(token);
  const bool is_several = word.form.size() <= 3 && written.find('.') != std::string_view::npos;
  return is_one_character(written) || is_several ? word.form : std::string_view{};
}

}  // namespace

bool initials_fit(const FieldText& text, const NameWords& words, std::uint32_t entity,
                  std::size_t token) {
  std::size_t letters = 0;
  std::size_t unknown = 0;
  while (token > 0 && text.gap_before(token) == Gap::dot) {
    const std::string_view initials = initials_of(text, token - 1);
    if (initials.empty()) break;
    --token;
    const std::size_t each = is_one_character(text.written(token)) ? initials.size() : 1;
    for (std::size_t at = 0; at < initials.size(); at += each) {
      ++letters;
      if (!words.begin_with(entity, initials.substr(at, each))) ++unknown;
    }
  }
  if (unknown == 0) return true;
  return letters == 1 && !words.have_initial(entity) &&
         follows_own_given_name(text, words, entity, token);
}

void Surroundings::check(const Interpretation& interpretation, Reading& reading) const {
  const std::vector<Candidate>& all = interpretation.candidates;
  const Candidate& here = all[reading.candidate];
  const Candidate* previous = reading.candidate > 0 ? &here - 1 : nullptr;
  const Candidate* next = reading.candidate + 1 < all.size() ? &here + 1 : nullptr;
  const FieldText& text = interpretation.field_of(here);
  const std::uint32_t first = first_with_particles(text, here.first, reading.form->entity);
  const Place place{
      .text = text,
      .entity = reading.form->entity,
      .first = first,
      .last = here.last,
      .gap_before = text.gap_before(first),
      .gap_behind = text.gap_before(here.last),
      .may_be_surname_only = reading.form->kind == FormKind::surname || reading.form->words == 1,
      .follows_other_name =
          previous != nullptr && previous->field == here.field && previous->last == first,
      .precedes_other_name =
          next != nullptr && next->field == here.field && next->first == here.last,
      .precedes_full_name = next != nullptr && next->field == here.field &&
                            next->first == here.last &&
                            !names_.automaton().names(next->node).empty()};
  if (has_foreign_initial(place) || has_foreign_given_name(place)) {
    reading.refusal = Refusal::other_given_name;
    reading.evidence = first - 1;
  } else if (reads_as_month(place.text, here.first, here.last, lexicon_)) {
    reading.refusal = Refusal::month;
  } else if (may_have_foreign_given_name(place)) {
    reading.refusal = Refusal::unknown_given_name;
    reading.evidence = first - 1;
  } else if (precedes_given_name(place)) {
    reading.refusal = Refusal::other_given_name;
    reading.evidence = here.last;
  } else if (goes_on(place) || precedes_patronymic(place, *reading.form) ||
             begins_next_name(place, *reading.form)) {
    reading.refusal = Refusal::longer_name;
    reading.evidence = here.last;
  } else if (const auto thing = thing_called_so(place)) {
    reading.refusal = Refusal::longer_name;
    reading.evidence = *thing;
  }
}

// "Hafez al-Assad": what stands before the "al-" that is the person's own tells whose name it is.
std::uint32_t Surroundings::first_with_particles(const FieldText& text, std::uint32_t first,
                                                 std::uint32_t entity) const {
  const auto is_own_particle = [&](std::uint32_t token) {
    const Gap gap = text.gap_before(token + std::size_t{1});
    const Token& word = text.token(token);
    return (gap == Gap::space || gap == Gap::hyphen) && !word.possessive &&
           lexicon_.is(word.form, WordClass::particle) && name_words_.belong_to(entity, word.form);
  };
  while (first > 0 && is_own_particle(first - 1)) --first;
  return first;
}

// "A. Rouhani" is not Hassan; "M. Rouhani" is "Monsieur".
bool Surroundings::has_foreign_initial(const Place& place) const {
  if (!place.may_be_surname_only || place.gap_before != Gap::dot) return false;
  const Token& before = place.text.token(place.first - std::size_t{1});
  return !lexicon_.is(before.form, WordClass::office) &&
         !initials_fit(place.text, name_words_, place.entity, place.first);
}

// "Yousef bin Alawi", "Riyad al-Maliki": such a surname is another one, unless the list has it so.
bool Surroundings::is_foreign_particle(const Place& place, const Token& word) const {
  return place.may_be_surname_only && lexicon_.is(word.form, WordClass::particle) &&
         !name_words_.belong_to(place.entity, word.form);
}

bool Surroundings::has_foreign_given_name(const Place& place) const {
  const Gap gap = place.gap_before;
  if (gap != Gap::space && gap != Gap::hyphen) return false;
  const std::size_t before = place.first - std::size_t{1};
  const Token& word = place.text.token(before);
  if (is_foreign_particle(place, word)) return true;
  const bool could_be_name = word.capitalised || is_caseless(place.text.written(before));
  if (!could_be_name || word.possessive || name_words_.belong_to(place.entity, word.form) ||
      lexicon_.is(word.form, WordClass::office) || lexicon_.is(word.form, WordClass::grammar)) {
    return false;
  }
  if (lexicon_.is(word.form, WordClass::given_name)) return !place.follows_other_name;
  return place.may_be_surname_only && word.capitalised && !is_explained(place, before);
}

// "Firuz Rouhani" at the head of a sentence, where any word has a capital: unless it is known as
// one that sentences begin with, it may be a name.
bool Surroundings::may_have_foreign_given_name(const Place& place) const {
  if (!place.may_be_surname_only || place.is_in_title() || place.follows_other_name) return false;
  if (place.gap_before != Gap::space) return false;
  const std::size_t before = place.first - std::size_t{1};
  const Token& word = place.text.token(before);
  return word.capitalised && !word.all_caps && !word.possessive &&
         !place.text.token(place.first).all_caps &&
         !name_words_.belong_to(place.entity, word.form) &&
         !lexicon_.is(word.form, WordClass::office) &&
         !lexicon_.is(word.form, WordClass::occupation) &&
         !lexicon_.is(word.form, WordClass::grammar) && !is_opener(word.form);
}

// "Yesterday Rouhani said", "Reportedly", "Quoting".
bool Surroundings::is_opener(std::string_view form) const {
  constexpr std::size_t kLeastStem = 4;
  const auto has_ending = [&](std::string_view ending) {
    return form.size() >= ending.size() + kLeastStem && form.ends_with(ending);
  };
  return has_ending("ly") || has_ending("ing") || lexicon_.is(form, WordClass::opener) ||
         lexicon_.is(form, WordClass::company) || lexicon_.is(form, WordClass::body_head);
}

// Why a capitalised word may stand before a surname without being a first name. A hyphen leaves
// fewer reasons: "Haddad-Adel" is one name wherever it stands.
bool Surroundings::is_explained(const Place& place, std::size_t before) const {
  if (place.follows_other_name || place.is_in_title()) return true;
  const bool in_capitals = place.text.token(place.first).all_caps;
  if (place.text.token(before).all_caps || in_capitals) return true;
  if (place.gap_before == Gap::hyphen) return false;
  return sentence_begins_at(place.text, before, lexicon_);
}

// What is called after a person: "Imam Khomeini International Airport", "Ali Khamenei Street".
std::optional<std::uint32_t> Surroundings::thing_called_so(const Place& place) const {
  if (const auto noun = thing_behind(place)) return noun;
  return thing_before(place);
}

std::optional<std::uint32_t> Surroundings::thing_behind(const Place& place) const {
  if (place.text.token(place.last - std::size_t{1}).possessive) return std::nullopt;
  for (std::uint32_t at = place.last; at <= place.last + kMostQualifiers; ++at) {
    if (place.text.gap_before(at) != Gap::space) return std::nullopt;
    const Token& word = place.text.token(at);
    if (lexicon_.is(word.form, WordClass::eponym)) {
      const bool is_qualified = at > place.last && !place.is_in_title();
      const bool is_plain = is_qualified || is_called_so(place, word);
      return is_plain ? std::optional(at) : std::nullopt;
    }
    if (!word.capitalised || !lexicon_.is(word.form, WordClass::qualifier)) return std::nullopt;
  }
  return std::nullopt;
}

// "Can Rouhani bridge the divide?", "a Rouhani university speech": without a capital, or with that
// of a headline, many nouns are verbs, or belong to somebody for a moment. In full, "Imam Khomeini
// hospital" is one.
bool Surroundings::is_called_so(const Place& place, const Token& noun) const {
  if (lexicon_.is(noun.form, WordClass::plain_eponym)) return true;
  if (place.is_in_title()) return false;
  return noun.capitalised ||
         (!place.may_be_surname_only && lexicon_.is(noun.form, WordClass::body_head));
}

// Persian has the thing first, as French has: "the street of Imam Khomeini". A surname before a
// verb of saying is who said it: "در دانشگاه روحانی گفت".
std::optional<std::uint32_t> Surroundings::thing_before(const Place& place) const {
  if (place.may_be_surname_only && place.gap_behind == Gap::space &&
      is_one_of(place.text.token(place.last).form, kPersianSaid)) {
    return std::nullopt;
  }
  for (std::uint32_t at = place.first, words = 0; words <= kMostQualifiers; --at, ++words) {
    if (place.text.gap_before(at) != Gap::space) return std::nullopt;
    const std::string_view form = place.text.token(at - std::size_t{1}).form;
    if (lexicon_.is(form, WordClass::eponym_before)) return at - 1;
    if (!lexicon_.is(form, WordClass::qualifier)) return std::nullopt;
  }
  return std::nullopt;
}

// "Rouhani Nejad", "Rouhani-Motahari", "Trump Jr".
bool Surroundings::goes_on(const Place& place) const {
  const Gap gap = place.gap_behind;
  if (has_generation(place, gap)) return true;
  if (gap != Gap::space && gap != Gap::hyphen) return false;
  if (place.text.token(place.last - std::size_t{1}).possessive) return false;
  const Token& word = place.text.token(place.last);
  const bool joined = gap == Gap::hyphen;
  if (lexicon_.is(word.form, WordClass::name_ending)) {
    return joined || word.capitalised || is_caseless(place.text.written(place.last));
  }
  if (!joined) return !may_follow_surname(place);
  return word.capitalised && !place.precedes_other_name && !place.is_in_title() &&
         !lexicon_.is(word.form, WordClass::office);
}

// "Rouhani Hassan"; but "Kim Jong Il" has more words of "Kim Jong Un" than are his: what is his
// alone would be a listed form. "Xi Jin Ping" is his name, too.
bool Surroundings::is_own_word(const Place& place) const {
  const std::string_view word = place.text.token(place.last).form;
  if (!names_.has_surname_first(place.entity)) return name_words_.belong_to(place.entity, word);
  if (place.text.gap_before(place.last + std::size_t{1}) != Gap::space) return false;
  const std::string_view next = place.text.token(place.last + std::size_t{1}).form;
  return name_words_.belong_to(place.entity, fmt::format("{}{}", word, next));
}

// What has a capital right behind a surname, and does not make it another name: "so Rouhani Monday
// left", "Rouhani Telegram channels".
bool Surroundings::may_follow_surname(const Place& place) const {
  if (!place.may_be_surname_only || place.is_in_title() || place.precedes_full_name) return true;
  const Token& word = place.text.token(place.last);
  if (!word.capitalised || word.all_caps || place.text.token(place.first).all_caps) return true;
  return is_own_word(place) || lexicon_.is(word.form, WordClass::office) ||
         lexicon_.is(word.form, WordClass::grammar);
}

// "Kim Yo Jong": where the family name comes first, what follows it is somebody's given name; but
// the "Xi Foundation" is nobody.
bool Surroundings::precedes_given_name(const Place& place) const {
  if (!names_.has_surname_first(place.entity)) return false;
  if (place.gap_behind != Gap::space) return false;
  if (place.text.token(place.last - std::size_t{1}).possessive) return false;
  const Token& word = place.text.token(place.last);
  return !may_follow_surname(place) && !lexicon_.is(word.form, WordClass::company) &&
         !lexicon_.is(word.form, WordClass::body_head);
}

// "Trump Jr.", "Trump, Jr.": whoever is told apart so is not the one whom the list has without.
bool Surroundings::has_generation(const Place& place, Gap gap) const {
  if (gap != Gap::space && gap != Gap::comma) return false;
  const Token& word = place.text.token(place.last);
  return word.capitalised && lexicon_.is(word.form, WordClass::generation);
}

// "Prince Mohammed bin Nayef" is not Mohammed bin Salman, who is called Prince Mohammed too; but
// "Mohammed bin Salman al-Saud" is.
bool Surroundings::precedes_patronymic(const Place& place, const Form& form) const {
  const auto is_joined = [&](std::size_t token) {
    const Gap gap = place.text.gap_before(token);
    return gap == Gap::space || gap == Gap::hyphen;
  };
  const std::size_t name = place.last + std::size_t{1};
  if (!is_joined(place.last) || !is_joined(name) || place.precedes_other_name) return false;
  if (place.text.token(place.last - std::size_t{1}).possessive) return false;
  const Token& word = place.text.token(name);
  const bool is_name = word.capitalised || is_caseless(place.text.written(name));
  return is_name && lexicon_.is(place.text.token(place.last).form, WordClass::particle) &&
         !name_words_.belong_to(place.entity, word.form) && !has_family_name(place, form);
}

// Whether the form says all that tells the person from others of the given name.
bool Surroundings::has_family_name(const Place& place, const Form& form) const {
  const auto words = place.text.tokens().subspan(place.first, place.last - place.first);
  const bool has_particle = std::any_of(words.begin(), words.end(), [&](const Token& word) {
    return lexicon_.is(word.form, WordClass::particle);
  });
  if (has_particle) return true;
  const TokenAutomaton::Node last = names_.automaton().start(words.back());
  const auto surnames = names_.surnames_of(place.entity);
  return form.kind != FormKind::surname &&
         std::any_of(surnames.begin(), surnames.end(),
                     [&](const auto& surname) { return surname.second == last; });
}

// "Trump, Donald" of a list that goes on "Donald Tusk".
bool Surroundings::begins_next_name(const Place& place, const Form& form) const {
  return form.signs != 0 && place.gap_behind == Gap::space &&
         place.text.token(place.last).capitalised;
}

}  // namespace newsdex
