// Most changes of the tagger are changes of its tables, which are hashed; those of its code are
// told by a version.
#include <fmt/format.h>
#include <xxhash.h>

#include "dates/holidays.hpp"
#include "dates/rules.hpp"
#include "dates/time_lexicon.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {
namespace {

// Raised when the code finds other dates, of articles or in them, by the same tables.
constexpr int kCodeVersion = 7;

void write_rules(std::string& out, std::span<const Rule> rules) {
  for (const Rule& rule : rules) {
    out += fmt::format("{} {} {}\n", rule.name, rule.pattern, rule.argument);
  }
}

void write_words(std::string& out, std::span<const LexiconRow> words) {
  for (const LexiconRow& word : words) {
    out += fmt::format("{} {} {}\n", static_cast<int>(word.kind), word.value, word.forms);
  }
}

std::string tables() {
  std::string out;
  for (const auto& rules :
       {calendar_rules(), relative_rules(), duration_rules(), clock_rules(), persian_rules()}) {
    write_rules(out, rules);
  }
  for (const Prefix& prefix : prefixes()) {
    const auto& [pattern, modifier, of_dates, of_durations] = prefix;
    out += fmt::format("{} {} {} {} {}\n", pattern, modifier.mod, modifier.beside_today, of_dates,
                       of_durations);
  }
  write_words(out, english_words());
  write_words(out, persian_words());
  for (const std::string_view forms : {abbreviations(), capitalised_only(), signs()}) {
    out += fmt::format("{}\n", forms);
  }
  for (const Holiday& holiday : holidays()) {
    out += fmt::format("{} {} {} {} {} {} {} {}\n", holiday.names, static_cast<int>(holiday.rule),
                       holiday.a, holiday.b, holiday.year, holiday.shift, holiday.length,
                       holiday.american);
  }
  return out;
}

}  // namespace

std::string date_tagger_fingerprint() {
  const std::string bytes = tables();
  return fmt::format("{}-{:016x}", kCodeVersion, XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace newsdex
