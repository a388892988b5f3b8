#include "dates/admissions.hpp"

#include <array>

#include "dates/lexer.hpp"
#include "dates/word_set.hpp"

namespace newsdex {
namespace {

constexpr auto kPrepositions = sorted(std::to_array<std::string_view>(
    {"after",  "and",    "around",  "as",    "before", "between", "beyond",  "by",         "circa",
     "during", "early",  "end",     "for",   "from",   "in",      "into",    "late",       "mid",
     "of",     "on",     "or",      "over",  "past",   "since",   "through", "throughout", "till",
     "to",     "toward", "towards", "until", "within", "than",    "از",      "اواخر",      "اوایل",
     "اواسط",  "تا",     "در",      "ماه",   "و"}));

// What a number of four digits counts when it is no year.
constexpr auto kCounted = sorted(std::to_array<std::string_view>({"acres",
                                                                  "arrests",
                                                                  "bc",
                                                                  "bodies",
                                                                  "calories",
                                                                  "cars",
                                                                  "casualties",
                                                                  "children",
                                                                  "civilians",
                                                                  "companies",
                                                                  "dead",
                                                                  "deaths",
                                                                  "demonstrators",
                                                                  "houses",
                                                                  "immigrants",
                                                                  "injured",
                                                                  "inmates",
                                                                  "killed",
                                                                  "migrants",
                                                                  "passengers",
                                                                  "prisoners",
                                                                  "protesters",
                                                                  "refugees",
                                                                  "residents",
                                                                  "schools",
                                                                  "wounded",
                                                                  "victims",
                                                                  "villages",
                                                                  "volunteers",
                                                                  "copies",
                                                                  "degrees",
                                                                  "dollars",
                                                                  "employees",
                                                                  "euros",
                                                                  "families",
                                                                  "feet",
                                                                  "fighters",
                                                                  "foot",
                                                                  "grams",
                                                                  "guests",
                                                                  "hectares",
                                                                  "homes",
                                                                  "jobs",
                                                                  "kilometers",
                                                                  "kilometres",
                                                                  "kg",
                                                                  "km",
                                                                  "lives",
                                                                  "m",
                                                                  "members",
                                                                  "men",
                                                                  "meters",
                                                                  "metres",
                                                                  "miles",
                                                                  "million",
                                                                  "mm",
                                                                  "others",
                                                                  "people",
                                                                  "percent",
                                                                  "persons",
                                                                  "points",
                                                                  "police",
                                                                  "pounds",
                                                                  "rupees",
                                                                  "seats",
                                                                  "ships",
                                                                  "soldiers",
                                                                  "square",
                                                                  "students",
                                                                  "tonnes",
                                                                  "tons",
                                                                  "troops",
                                                                  "units",
                                                                  "votes",
                                                                  "women",
                                                                  "workers",
                                                                  "yards",
                                                                  "years"}));

// Before a number of four digits, signs that it counts.
constexpr auto kCounters = sorted(std::to_array<std::string_view>(
    {"about", "almost", "least", "nearly", "number", "no", "page", "room", "some", "than",
     "article", "resolution", "boeing", "flight", "route", "windows", "chapter"}));

// Months that are also given names or ordinary words.
constexpr auto kNameMonths = sorted(
    std::to_array<std::string_view>({"april", "august", "jan", "june", "may", "mar", "march"}));

constexpr auto kJalaliNames = sorted(std::to_array<std::string_view>(
    {"aban", "azar", "bahman", "dey", "esfand", "farvardin", "khordad", "mehr", "mordad",
     "ordibehesht", "shahrivar", "tir"}));

// Lunar months that are given names, too.
constexpr auto kLunarNames = sorted(std::to_array<std::string_view>(
    {"moharram", "muharram", "rajab", "safar", "shaaban", "shaban"}));

// What "a day" may count, besides plurals in s; and words in s that are none.
constexpr auto kPlurals = sorted(std::to_array<std::string_view>(
    {"billion", "men", "million", "once", "people", "percent", "trillion", "twice", "women"}));
constexpr auto kNoPlurals = sorted(std::to_array<std::string_view>(
    {"as", "does", "has", "is", "its", "lasts", "perhaps", "takes", "this", "thus", "was"}));

constexpr bool is_arabic(std::string_view form) {
  return !form.empty() && static_cast<unsigned char>(form.front()) >= 0xD8 &&
         static_cast<unsigned char>(form.front()) <= 0xDB;
}

const Token& first_token(const Site& site) {
  return site.tokens[site.first];
}

bool name_before(const Site& site) {
  if (site.before().empty()) return false;
  const Token& before = site.tokens[site.first - 1];
  const bool adjacent = site.byte_before() == ' ' && before.end + 1 == first_token(site).begin;
  return adjacent && before.capitalised && !before.all_caps && !before.possessive &&
         !site.before(2).empty() && !contains(kPrepositions, before.form);
}

bool name_after(const Site& site) {
  if (site.after().empty()) return false;
  return site.byte_after() == ' ' && site.tokens[site.last + 1].capitalised;
}

// "2000 were killed", "some 1900 have fled": a year stands beside no plural of a verb, unless "in"
// and its like, or a name of many ("the class of 2018 were ..."), stand before it.
bool is_plural_subject(const Site& site) {
  constexpr auto kPluralVerbs = sorted(std::to_array<std::string_view>({"are", "have", "were"}));
  return contains(kPluralVerbs, site.after()) && !contains(kPrepositions, site.before()) &&
         site.byte_after() == ' ';
}

// "1861-1863".
bool in_range(const Site& site) {
  const auto is_year = [](std::string_view form) {
    return form.size() == 4 && form.front() >= '1' && form.front() <= '2';
  };
  if (site.last + 1 < site.tokens.size() && is_year(site.tokens[site.last + 1].form)) {
    const char gap = gap_between(site.text, site.tokens[site.last], site.tokens[site.last + 1]);
    if (gap == '-' || gap == '~') return true;
  }
  if (site.first == 0 || !is_year(site.tokens[site.first - 1].form)) return false;
  const char gap = gap_between(site.text, site.tokens[site.first - 1], first_token(site));
  return gap == '-' || gap == '~';
}

bool is_money(const Site& site) {
  constexpr std::string_view kSigns = "$#%";
  if (kSigns.find(site.byte_before()) != std::string_view::npos && site.byte_before() != '\0') {
    return true;
  }
  const std::size_t begin = first_token(site).begin;
  return begin >= 2 && (site.text.substr(begin - 2, 2) == "£" ||
                        (begin >= 3 && site.text.substr(begin - 3, 3) == "€"));
}

// Words before a time of day that has no other sign of one.
bool before_clock(const Site& site) {
  constexpr auto kBefore = sorted(std::to_array<std::string_view>(
      {"about", "after", "around", "at", "before", "by", "from", "since", "till", "to", "until"}));
  return contains(kBefore, site.before());
}

}  // namespace

bool after_preposition(const Match& /*match*/, const Site& site) {
  return contains(kPrepositions, site.before());
}

bool after_at(const Match& /*match*/, const Site& site) {
  return site.before() == "at";
}

bool after_from(const Match& /*match*/, const Site& site) {
  return site.before() == "from" || site.before() == "between";
}

bool after_between(const Match& /*match*/, const Site& site) {
  return site.before() == "between";
}

bool not_before_of(const Match& /*match*/, const Site& site) {
  return site.after() != "of";
}

bool stands_alone(const Match& /*match*/, const Site& site) {
  constexpr std::string_view kFusing = "-/._:+";
  const auto fuses = [&](char byte) {
    return byte != '\0' && kFusing.find(byte) != std::string_view::npos;
  };
  const bool before = site.first > 0 && fuses(site.byte_before()) &&
                      site.tokens[site.first - 1].end + 1 == first_token(site).begin;
  const bool after = site.last + 1 < site.tokens.size() && fuses(site.byte_after()) &&
                     site.tokens[site.last].end + 1 == site.tokens[site.last + 1].begin;
  return !before && !after;
}

bool admits_past(const Match& match, const Site& site) {
  return site.before() == "in" || ends_clause(match, site);
}

bool admits_past_units(const Match& /*match*/, const Site& site) {
  constexpr auto kVerbs = sorted(std::to_array<std::string_view>(
      {"can", "could", "may", "might", "must", "should", "to", "will", "would"}));
  return first_token(site).form != "last" || !contains(kVerbs, site.before());
}

bool admits_holiday(const Match& /*match*/, const Site& site) {
  return !name_before(site);
}

bool admits_duration(const Match& match, const Site& site) {
  constexpr auto kJoined = sorted(
      std::to_array<std::string_view>({"end", "ago", "earlier", "long", "old", "round", "over"}));
  if (site.byte_after() == '-' && contains(kJoined, site.after())) return false;
  const auto unit = match.value(Kind::unit);
  const auto units = match.value(Kind::units);
  if (unit == static_cast<int>(Unit::quarter)) return false;
  if (units != static_cast<int>(Unit::quarter)) return true;
  return match.has(Kind::number) && site.after() != "of";
}

bool admits_year(const Match& match, const Site& site) {
  constexpr std::int32_t kFirstPlain = 1900;  // earlier ones want a preposition
  constexpr std::int32_t kLastPlain = 2100;
  constexpr std::int32_t kFirstOfOf = 1600;  // "a total of 1500"
  const std::int32_t year = match.value(Kind::number).value_or(0);
  constexpr std::string_view kFused = "/.%_-";
  const char before = site.byte_before();
  if (is_money(site) || site.byte_after() == '%') return false;
  if (before != '\0' && kFused.find(before) != std::string_view::npos && site.first > 0 &&
      first_token(site).begin == site.tokens[site.first - 1].end + 1) {
    const std::string_view previous = site.tokens[site.first - 1].form;
    const bool range = before == '-' && previous.size() == 4;
    const bool word = before == '-' && !previous.empty() && previous.front() > '9';
    if (!range && !word) return before == '/' && previous.size() == 4;
  }
  if (is_plural_subject(site)) return false;
  if (contains(kCounted, site.after()) || contains(kCounters, site.before())) return false;
  if (year >= kFirstPlain && year <= kLastPlain) return true;
  if (is_arabic(site.before())) return contains(kPrepositions, site.before());
  if (in_range(site)) return true;
  if (site.before() == "to" || site.before() == "for") return site.after().empty();
  if (site.before() == "of" && year < kFirstOfOf) return site.after().empty();
  return year < kLastPlain && (contains(kPrepositions, site.before()) || site.byte_before() == '(');
}

bool admits_month(const Match& /*match*/, const Site& site) {
  const std::string_view form = first_token(site).form;
  if (contains(kPrepositions, site.before())) {
    constexpr auto kBeforeNames = sorted(std::to_array<std::string_view>(
        {"and", "as", "for", "from", "of", "on", "or", "than", "to"}));
    const bool name =
        contains(kNameMonths, form) || contains(kJalaliNames, form) || contains(kLunarNames, form);
    return !name || !contains(kBeforeNames, site.before()) || !name_after(site);
  }
  if (is_arabic(form)) return false;
  if (contains(kJalaliNames, form)) return false;
  if (contains(kLunarNames, form) && name_after(site)) return false;
  if (form.size() <= 4 && form.ends_with('n') && site.byte_after() != '.') return form == "june";
  if (name_before(site)) return false;
  if (!contains(kNameMonths, form)) return true;
  if (form == "may" || form == "march" || form == "mar") return false;
  return !name_after(site);
}

bool admits_weekday(const Match& match, const Site& site) {
  const Lexeme* weekday = match.lexeme(Kind::weekday);
  if (weekday == nullptr) return false;
  if (weekday->abbreviated && site.byte_after() != '.') return false;
  constexpr auto kNames = sorted(std::to_array<std::string_view>(
      {"black", "bloody", "super", "ruby", "big", "freaky", "ash", "cyber"}));
  return !contains(kNames, site.before());
}

bool admits_season(const Match& match, const Site& site) {
  constexpr auto kArticles = sorted(
      std::to_array<std::string_view>({"by", "during", "early", "in", "into", "late", "mid", "of",
                                       "per", "since", "the", "through", "until", "before"}));
  const auto season = match.value(Kind::season);
  const bool noun_only = season && (*season == 1 || *season == 3);
  const std::string_view form = first_token(site).form;
  const std::string_view last = site.tokens[site.last].form;
  if (name_after(site) && last != "autumn") return false;
  if (last == "fall" || last == "spring") {
    if (site.after() == "of" || site.after() == "in" || site.after() == "from") return false;
    return form == "the" ? contains(kPrepositions, site.before()) || site.before() == "during"
                         : contains(kArticles, site.before());
  }
  return noun_only || contains(kArticles, site.before()) || form == "the" || !is_arabic(form);
}

bool admits_unit(const Match& match, const Site& site) {
  constexpr auto kBefore = sorted(std::to_array<std::string_view>(
      {"during", "end", "for", "in", "of", "over", "within", "this", "through", "into", "late",
       "later", "early", "earlier", "half", "rest", "beginning", "start"}));
  const auto unit = match.value(Kind::unit);
  if (!unit || first_token(site).capitalised) return false;
  if (site.tokens[site.last].capitalised || site.tokens[site.last].possessive) return false;
  constexpr auto kAfter = sorted(
      std::to_array<std::string_view>({"of", "that", "when", "before", "after", "he", "she", "they",
                                       "it", "we", "i", "in", "old", "long", "to", "the"}));
  const bool goes_on = site.byte_after() == ' ' && contains(kAfter, site.after());
  return contains(kBefore, site.before()) && !goes_on;
}

bool ends_clause(const Match& /*match*/, const Site& site) {
  if (site.after().empty()) return true;
  const char byte = site.byte_after();
  if (byte == ',' || byte == ';' || byte == ':' || byte == ')' || byte == '"') return true;
  constexpr auto kGoesOn =
      sorted(std::to_array<std::string_view>({"and", "but", "at", "in", "on", "when", "with", "by",
                                              "for", "to", "from", "was", "were", "had"}));
  return contains(kGoesOn, site.after());
}

bool admits_rate(const Match& /*match*/, const Site& site) {
  const std::string_view before = site.before();
  if (before.empty() || contains(kNoPlurals, before)) return false;
  const bool digits = before.front() >= '0' && before.front() <= '9';
  return digits || before.ends_with('s') || contains(kPlurals, before);
}

bool admits_decade(const Match& match, const Site& site) {
  const Lexeme* decade = match.lexeme(Kind::decade);
  if (decade == nullptr) return false;
  if (decade->digits == 4) return true;
  constexpr auto kOwners = sorted(
      std::to_array<std::string_view>({"her", "his", "i", "my", "our", "their", "your", "its"}));
  if (contains(kOwners, site.before()) || contains(kOwners, site.before(2))) return false;
  const bool of_a_decade =
      site.before() == "early" || site.before() == "late" || site.before() == "mid";
  if (decade->digits == 2) {
    const bool marked = decade->gap == '\'' || site.byte_before() == '\'';
    const bool determined =
        first_token(site).form == "the" || (of_a_decade && site.before(2) == "the");
    return marked || determined;
  }
  return first_token(site).form == "the" || of_a_decade;
}

bool is_whole_clock(const Match& match, const Site& site) {
  if (site.byte_before() == ':' || site.byte_after() == ':') return false;
  const Lexeme* third = match.lexeme(Kind::number, 2);
  const bool seconds = third != nullptr && third->gap == ':';
  return !seconds || match.has(Kind::zone) || match.has(Kind::meridiem) || before_clock(site);
}

bool admits_bare_clock(const Match& match, const Site& site) {
  const Lexeme* minutes = match.lexeme(Kind::number, 1);
  return minutes != nullptr && is_whole_clock(match, site) && before_clock(site);
}

bool admits_dotted_clock(const Match& match, const Site& site) {
  constexpr std::size_t kMostBytes = 5;  // "14.05"
  const std::string_view form = first_token(site).form;
  const std::size_t dot = form.find('.');
  const Lexeme* number = match.lexeme(Kind::number);
  return number != nullptr && number->digits == 0 && form.size() <= kMostBytes &&
         dot != std::string_view::npos && dot + 3 == form.size();
}

bool admits_reference(const Match& match, const Site& site) {
  if (site.tokens[site.last].capitalised && site.last > site.first) return false;
  const bool quoted = site.byte_before() == '"' || site.byte_before() == '\x9c';  // of “
  if (first_token(site).capitalised && !site.before().empty() && !quoted) return false;
  const auto direction = match.value(Kind::reference);
  if (direction && *direction == 0 && site.before() == "until") return true;
  constexpr auto kIdioms = sorted(std::to_array<std::string_view>({"as", "how", "too", "very"}));
  const bool soon = direction && *direction == 1;
  return !soon || (!contains(kIdioms, site.before()) && site.after() != "after");
}

}  // namespace newsdex
