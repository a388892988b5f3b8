#include "generator/sentence_writer.hpp"

#include <fmt/format.h>

#include "generator/inflection.hpp"

namespace newsdex::benchmarks {
namespace {

// One of the cases by percent; the rest is `Otherwise`.
template <typename Case, std::size_t Count>
Case choose(const std::pair<Case, std::uint32_t> (&cases)[Count], Case otherwise, Random& random) {
  std::uint32_t roll = random.below(100);
  for (const auto& [value, percent] : cases) {
    if (roll < percent) return value;
    roll -= percent;
  }
  return otherwise;
}

enum class NounPhrase {
  plain,
  possessed,
  collocation,
  person,
  organisation,
  platform,
  pronoun,
  count
};
constexpr std::pair<NounPhrase, std::uint32_t> kNounPhrases[] = {
    {NounPhrase::possessed, 9},    {NounPhrase::collocation, 8}, {NounPhrase::person, 9},
    {NounPhrase::organisation, 4}, {NounPhrase::platform, 4},    {NounPhrase::pronoun, 10},
    {NounPhrase::count, 3}};

enum class VerbGroup { past, third, modal, perfect, continuous, passive };
constexpr std::pair<VerbGroup, std::uint32_t> kVerbGroups[] = {{VerbGroup::third, 12},
                                                               {VerbGroup::modal, 18},
                                                               {VerbGroup::perfect, 14},
                                                               {VerbGroup::continuous, 10},
                                                               {VerbGroup::passive, 10}};

}  // namespace

void SentenceWriter::word(std::string_view text) {
  if (!glue_) out_ += ' ';
  if (at_start_ || title_case_) {
    out_ += capitalised(text);
  } else {
    out_ += text;
  }
  glue_ = at_start_ = false;
}

void SentenceWriter::sentence() {
  constexpr double kQuotations = 0.12;
  constexpr double kSecondClauses = 0.35;
  glue_ = out_.empty() || out_.back() == '\n';
  at_start_ = true;
  if (random_.chance(kQuotations)) {
    quotation();
  } else {
    clause();
    if (random_.chance(kSecondClauses)) {
      out_ += ',';
      function_word(FunctionClass::conjunction);
      clause();
    }
  }
  out_ += '.';
}

void SentenceWriter::headline() {
  glue_ = title_case_ = true;
  const std::uint32_t roll = random_.below(10);
  if (roll < 4) {
    word(story_.noun(random_).singular);
  } else {
    word(story_.mention(roll < 7 ? EntityType::person : EntityType::platform, random_));
  }
  word(story_.verb(random_).third);
  word(story_.adjective(random_).plain);
  word(random_.chance(0.5) ? story_.noun(random_).plural : story_.collocation(random_));
  function_word(FunctionClass::preposition);
  word(story_.noun(random_).plural);
  title_case_ = false;
}

void SentenceWriter::quotation() {
  if (!glue_) out_ += ' ';
  out_ += "“";
  glue_ = true;
  clause();
  out_ += ",”";
  word(random_.chance(0.3) ? "told" : "said");
  word(story_.mention(EntityType::person, random_));
  if (random_.chance(0.3)) date();
}

void SentenceWriter::clause() {
  noun_phrase();
  if (random_.chance(0.1)) function_word(FunctionClass::particle);
  verb_group();
  object();
  if (random_.chance(0.55)) prepositional_phrase();
  if (random_.chance(0.07)) word(story_.adjective(random_).adverb);
}

void SentenceWriter::noun_phrase() {
  switch (choose(kNounPhrases, NounPhrase::plain, random_)) {
    case NounPhrase::plain:
      return plain_noun_phrase();
    case NounPhrase::possessed:
      plain_noun_phrase();
      word("of");
      return plain_noun_phrase();
    case NounPhrase::collocation:
      function_word(FunctionClass::determiner);
      return word(story_.collocation(random_));
    case NounPhrase::person:
      return word(story_.mention(EntityType::person, random_));
    case NounPhrase::organisation:
      return word(story_.mention(EntityType::organisation, random_));
    case NounPhrase::platform:
      return word(story_.mention(EntityType::platform, random_));
    case NounPhrase::pronoun:
      return function_word(FunctionClass::pronoun);
    case NounPhrase::count:
      number();
      return word(story_.noun(random_).plural);
  }
}

void SentenceWriter::plain_noun_phrase() {
  if (random_.chance(0.68)) function_word(FunctionClass::determiner);
  if (random_.chance(0.32)) word(story_.adjective(random_).plain);
  noun();
}

void SentenceWriter::noun() {
  const Noun& chosen = story_.noun(random_);
  word(random_.chance(0.3) ? chosen.plural : chosen.singular);
}

void SentenceWriter::verb_group() {
  const Verb& verb = story_.verb(random_);
  switch (choose(kVerbGroups, VerbGroup::past, random_)) {
    case VerbGroup::past:
      return word(verb.past);
    case VerbGroup::third:
      return word(verb.third);
    case VerbGroup::modal:
      function_word(FunctionClass::modal);
      return word(verb.base);
    case VerbGroup::perfect:
      function_word(FunctionClass::perfect);
      return word(verb.past);
    case VerbGroup::continuous:
      function_word(FunctionClass::being);
      return word(verb.participle);
    case VerbGroup::passive:
      function_word(FunctionClass::being);
      word(verb.past);
      return word("by");
  }
}

void SentenceWriter::object() {
  const std::uint32_t roll = random_.below(100);
  if (roll < 20) function_word(FunctionClass::preposition);
  if (roll < 85) noun_phrase();
}

void SentenceWriter::prepositional_phrase() {
  const std::uint32_t roll = random_.below(100);
  if (roll < 12) {
    word("in");
    word(story_.mention(EntityType::place, random_));
  } else if (roll < 20) {
    date();
  } else {
    function_word(FunctionClass::preposition);
    noun_phrase();
  }
}

void SentenceWriter::number() {
  const std::uint32_t digits = random_.below(5);
  constexpr std::uint32_t kBounds[] = {10, 100, 1000, 100'000, 10'000'000};
  const std::uint32_t value = 2 + random_.below(kBounds[digits]);
  word(value < 10'000 ? fmt::format("{}", value)
                      : fmt::format("{},{:03}", value / 1000, value % 1000));
}

void SentenceWriter::date() {
  static constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
  static constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
  const Day before = static_cast<Day>(random_.below(400));
  const PartialDate date = to_partial_date(story_.day() - before);
  const std::string_view month = kMonths[date.month - 1];
  switch (random_.below(4)) {
    case 0:
      return word(fmt::format("on {} {}", month, date.day));
    case 1:
      return word(fmt::format("on {} {} {}", date.day, month, date.year));
    case 2:
      return word(fmt::format("in {} {}", month, date.year));
    default:
      return word(fmt::format("on {}", random_.pick(std::span<const std::string_view>(kWeekdays))));
  }
}

}  // namespace newsdex::benchmarks
