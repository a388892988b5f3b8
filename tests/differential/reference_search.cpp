#include "differential/reference_search.hpp"

#include <algorithm>
#include <array>

#include "analysis/terms.hpp"
#include "highlight/sentences.hpp"
#include "text/utf8.hpp"

namespace newsdex::testing {
namespace {

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2018" is a value of the facet year, "2018-04" of month, all else of neither.
Field facet_of_date(const std::string& text) {
  if (text.size() == 4 && is_digits(text)) return Field::year;
  const bool is_month = text.size() == 7 && text[4] == '-' && is_digits(text.substr(0, 4)) &&
                        is_digits(text.substr(5));
  return is_month ? Field::month : Field::date;
}

// What a leaf chooses a value of, if it is such a leaf.
std::optional<Field> leaf_choice(const Query& query) {
  if (const auto* value = std::get_if<ValueQuery>(&query.node)) return value->field;
  const auto* date = std::get_if<DateQuery>(&query.node);
  if (date == nullptr) return std::nullopt;
  return date->field == Field::mentions ? Field::mentions : facet_of_date(date->text);
}

// What a positive value or alternative values choose, `date` where they are dates of several kinds.
std::optional<Field> choice(const Query& query) {
  if (const auto field = leaf_choice(query)) return field;
  const auto* either = std::get_if<OrQuery>(&query.node);
  const auto* both = std::get_if<AndQuery>(&query.node);
  if (either == nullptr && (both == nullptr || !both->implied)) return std::nullopt;
  std::set<Field> fields;
  for (const Query& operand : either != nullptr ? either->operands : both->operands) {
    const auto field = either != nullptr ? choice(operand) : leaf_choice(operand);
    if (!field) return std::nullopt;
    fields.insert(*field);
  }
  if (fields.size() == 1 && (either != nullptr || *fields.begin() != Field::date))
    return *fields.begin();
  const std::set<Field> dates = {Field::date, Field::year, Field::month};
  const bool all_dates = std::includes(dates.begin(), dates.end(), fields.begin(), fields.end());
  return either != nullptr && all_dates ? std::optional(Field::date) : std::nullopt;
}

// A choice, or a NOT of one, that the facet is counted without.
bool filters_only(const Query& query, Field facet) {
  const auto* no = std::get_if<NotQuery>(&query.node);
  const auto field = choice(no == nullptr ? query : no->operand.front());
  const bool is_period = facet == Field::year || facet == Field::month;
  return field && (*field == facet || (is_period && *field == Field::date));
}

// Whether a stretch that is spoken of counts for the days of a query: wholly within, or, where it
// is not made of months of ours, reaching into days that are as many.
bool counts(const DateRange& stretch, const DateRange& asked) {
  constexpr Day kEver = 10'000'000;
  const Day first = asked.first.value_or(-kEver);
  const Day last = asked.last.value_or(kEver);
  if (*stretch.first >= first && *stretch.last <= last) return true;
  const auto day_of_month = [](Day day) { return to_partial_date(day).day; };
  if (day_of_month(*stretch.first) == 1 && day_of_month(*stretch.last + 1) == 1) return false;
  const Day length = last - first + 1;
  const bool meets = *stretch.first <= last && first <= *stretch.last;
  return meets && *stretch.last - *stretch.first + 1 <= length + length / 9;
}

std::u32string letters_of(const std::string& text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    letters += point.value;
    at += point.length;
  }
  return letters;
}

// The whole table of optimal string alignment.
std::size_t edits(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, changed});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

// The number of the sentence that holds the byte.
std::size_t sentence_at(std::string_view text, std::size_t byte) {
  std::size_t number = 0;
  SentenceCursor sentence(text);
  while (sentence.end() <= byte && sentence.next()) ++number;
  return number;
}

}  // namespace

Query without_filters(const Query& query, Field field) {
  if (filters_only(query, field)) return {AllQuery{}};
  const auto* both = std::get_if<AndQuery>(&query.node);
  if (both == nullptr) return query;
  AndQuery rest = {{}, both->implied};
  for (const Query& operand : both->operands)
    rest.operands.push_back(without_filters(operand, field));
  return {rest};
}

std::string period_of(const PartialDate& date, TimelineUnit unit) {
  constexpr std::size_t kYear = 4, kMonth = 7, kDay = 10;  // characters of an ISO 8601 date
  const std::size_t length = unit == TimelineUnit::year    ? kYear
                             : unit == TimelineUnit::month ? kMonth
                                                           : kDay;
  const std::string text = to_string(date);
  return text.size() < length ? std::string() : text.substr(0, length);
}

ReferenceSearch::ReferenceSearch(const std::string& names)
    : taggers_(std::vector<NameListFile>{{"names", names}}, false), builder_(taggers_) {
  for (const Entity& entity : taggers_.gazetteer.entities()) {
    const Field field = field_of(entity.type);
    for (const Alias& alias : entity.aliases) {
      names_[{field, name_key(analyzer_, alias.form)}].insert(entity.name);
    }
    for (const std::string& surname : entity.surnames) {
      names_[{field, name_key(analyzer_, surname)}].insert(entity.name);
    }
  }
}

void ReferenceSearch::set(const Article& article) {
  const TaggedArticle tagged = builder_.tag(article);
  Entry entry;
  const auto fill = [&](const std::string& text, const std::vector<ByteRange>& left_out,
                        std::vector<Word>& out) {
    TokenStream tokens;
    analyzer_.analyze(text, tagged.article.language, tokens);
    for (const Token& t : tokens.tokens()) {
      const bool counts = std::none_of(left_out.begin(), left_out.end(), [&](ByteRange range) {
        return range.begin <= t.begin && t.begin < range.end;
      });
      if (counts) out.push_back({std::string(t.form), std::string(t.stem)});
    }
  };
  fill(tagged.article.title, {}, entry.title);
  fill(tagged.article.body, tagged.article.boilerplate, entry.body);
  for (const Mention& mention : tagged.recognition.mentions) {
    entry.values[field_of(mention.type)].insert(taggers_.gazetteer.entities()[mention.entity].name);
    entry.values[Field::tagged_by].emplace(to_string(mention.rule));
  }
  for (const Mention& mention : tagged.recognition.mentions) {
    const std::size_t sentence =
        mention.field == TextField::title ? 0 : 1 + sentence_at(tagged.article.body, mention.begin);
    entry.sentences[sentence][field_of(mention.type)].insert(
        taggers_.gazetteer.entities()[mention.entity].name);
  }
  if (!tagged.article.source.empty()) entry.values[Field::source] = {tagged.article.source};
  if (!tagged.article.language.empty()) entry.values[Field::language] = {tagged.article.language};
  entry.date = tagged.published.chosen.value;
  for (const auto& [field, unit] :
       {std::pair(Field::year, TimelineUnit::year), std::pair(Field::month, TimelineUnit::month)}) {
    const std::string period = testing::period_of(entry.date, unit);
    if (!period.empty()) entry.values[field] = {period};
  }
  entry.values[Field::date_source] = {std::string(to_string(tagged.published.chosen.source))};
  for (const DateMention& mention : tagged.dates) {
    if (!mention.first) continue;
    entry.spoken.push_back({mention.first, mention.last});
    constexpr Day kMostDays = 60;  // longer ones are of no single month
    if (*mention.last - *mention.first > kMostDays) continue;
    for (Day day = *mention.first; day <= *mention.last; ++day) {
      constexpr std::size_t kMonth = 7;  // characters of an ISO 8601 date
      const std::string month = to_string(to_partial_date(day)).substr(0, kMonth);
      const bool spoken = counts(entry.spoken.back(), *parse_date_range(month));
      if (spoken) entry.values[Field::mentions].insert(month);
    }
  }
  entries_[article.id] = std::move(entry);
  analysed_.clear();  // there may be a new language
  telling_.clear();
}

void ReferenceSearch::erase(const std::string& id) {
  entries_.erase(id);
  telling_.clear();
}

std::set<std::string> ReferenceSearch::languages() const {
  std::set<std::string> all = {""};
  for (const auto& [id, entry] : entries_) {
    const auto found = entry.values.find(Field::language);
    if (found != entry.values.end()) all.insert(found->second.begin(), found->second.end());
  }
  return all;
}

const std::vector<std::vector<ReferenceSearch::Word>>& ReferenceSearch::analysed(
    const std::string& text) {
  const auto [known, is_new] = analysed_.try_emplace(text);
  if (!is_new) return known->second;
  for (const std::string& language : languages()) {
    TokenStream stream;
    analyzer_.analyze(text, language, stream);
    std::vector<Word>& words = known->second.emplace_back();
    for (const Token& t : stream.tokens()) {
      words.push_back({std::string(t.form), std::string(t.stem)});
    }
  }
  return known->second;
}

ReferenceSearch::Places ReferenceSearch::places_of_text(const std::string& text, bool exact,
                                                        const Entry& entry) {
  Places found;
  for (const std::vector<Word>& wanted : analysed(text)) {
    if (wanted.empty()) continue;
    for (const std::vector<Word>* words : {&entry.title, &entry.body}) {
      for (std::size_t at = 0; at + wanted.size() <= words->size(); ++at) {
        bool same = true;
        for (std::size_t i = 0; i < wanted.size() && same; ++i) {
          const Word& word = (*words)[at + i];
          same = exact ? word.form == wanted[i].form : word.stem == wanted[i].stem;
        }
        if (same) found.insert({words == &entry.title, at, at + wanted.size() - 1});
      }
    }
  }
  return found;
}

template <typename Matches>
ReferenceSearch::Places ReferenceSearch::places_where(const Entry& entry, Matches&& matches) {
  Places found;
  for (const std::vector<Word>* words : {&entry.title, &entry.body}) {
    for (std::size_t at = 0; at < words->size(); ++at) {
      if (matches((*words)[at].form)) found.insert({words == &entry.title, at, at});
    }
  }
  return found;
}

// All places of the last operand that end a row of near ones, by trying all rows.
ReferenceSearch::Places ReferenceSearch::places_near(const NearQuery& near, const Entry& entry) {
  const auto follows = [&](const Place& a, const Place& b) {
    return a.in_title == b.in_title && b.first > a.last && b.first - a.last <= near.distance;
  };
  Places ends = places(near.operands.front(), entry);
  for (std::size_t i = 1; i < near.operands.size(); ++i) {
    Places next;
    for (const Place& place : places(near.operands[i], entry)) {
      const bool is_near = std::any_of(ends.begin(), ends.end(), [&](const Place& end) {
        return follows(end, place) || (!near.ordered && follows(place, end));
      });
      if (is_near) next.insert(place);
    }
    ends = std::move(next);
  }
  return ends;
}

ReferenceSearch::Places ReferenceSearch::places(const Query& leaf, const Entry& entry) {
  Places found;
  Field scope = Field::text;
  if (const auto* word = std::get_if<WordQuery>(&leaf.node)) {
    found = places_of_text(word->word, false, entry);
    scope = word->scope;
  } else if (const auto* phrase = std::get_if<PhraseQuery>(&leaf.node)) {
    found = places_of_text(phrase->text, true, entry);
    scope = phrase->scope;
  } else if (const auto* prefix = std::get_if<PrefixQuery>(&leaf.node)) {
    const std::string beginning = analysed(prefix->prefix).front().front().form;
    found = places_where(entry, [&](const std::string& f) { return f.starts_with(beginning); });
    scope = prefix->scope;
  } else if (const auto* fuzzy = std::get_if<FuzzyQuery>(&leaf.node)) {
    const std::u32string letters = letters_of(analysed(fuzzy->word).front().front().form);
    found = places_where(
        entry, [&](const std::string& f) { return edits(letters_of(f), letters) <= fuzzy->edits; });
    scope = fuzzy->scope;
  } else if (const auto* near = std::get_if<NearQuery>(&leaf.node)) {
    return places_near(*near, entry);
  } else if (const auto* either = std::get_if<OrQuery>(&leaf.node)) {
    for (const Query& operand : either->operands) found.merge(places(operand, entry));
    return found;
  }
  if (scope == Field::title) std::erase_if(found, [](const Place& p) { return !p.in_title; });
  return found;
}

std::uint32_t ReferenceSearch::occurrences(const Query& leaf, const Entry& entry) {
  return static_cast<std::uint32_t>(places(leaf, entry).size());
}

bool ReferenceSearch::has_value(const ValueQuery& query, const Entry& entry) {
  const auto found = entry.values.find(query.field);
  if (found == entry.values.end()) return false;
  const auto key_of = [&](const std::string& value) {
    std::string key;
    for (const Word& word : analysed(value).front()) key += (key.empty() ? "" : " ") + word.form;
    return key;
  };
  const std::string key = key_of(query.value);
  const auto named = names_.find({query.field, key});
  return std::any_of(found->second.begin(), found->second.end(), [&](const std::string& value) {
    return (named != names_.end() && named->second.contains(value)) || key_of(value) == key;
  });
}

bool ReferenceSearch::matches_all(const AndQuery& both, const Entry& entry) {
  std::map<Field, bool> alternatives;
  for (const Query& operand : both.operands) {
    const auto field = leaf_choice(operand);
    if (field && *field != Field::date && both.implied) {
      alternatives[*field] |= matches(operand, entry);
    } else if (!matches(operand, entry)) {
      return false;
    }
  }
  return std::all_of(alternatives.begin(), alternatives.end(),
                     [](const auto& a) { return a.second; });
}

// As if each sentence were an article that has its names and nothing else.
bool ReferenceSearch::matches_in_sentence(const SentenceQuery& query, const Entry& entry) {
  return std::any_of(entry.sentences.begin(), entry.sentences.end(), [&](const auto& sentence) {
    Entry names;
    names.values = sentence.second;
    return matches(query.operand.front(), names);
  });
}

bool ReferenceSearch::matches(const Query& query, const Entry& entry) {
  if (const auto* sentence = std::get_if<SentenceQuery>(&query.node)) {
    return matches_in_sentence(*sentence, entry);
  }
  if (const auto* similar = std::get_if<SimilarQuery>(&query.node)) {
    return is_similar(*similar, entry);
  }
  if (std::holds_alternative<AllQuery>(query.node)) return true;
  if (const auto* value = std::get_if<ValueQuery>(&query.node)) return has_value(*value, entry);
  if (const auto* both = std::get_if<AndQuery>(&query.node)) return matches_all(*both, entry);
  if (const auto* no = std::get_if<NotQuery>(&query.node))
    return !matches(no->operand.front(), entry);
  if (const auto* either = std::get_if<OrQuery>(&query.node)) {
    return std::any_of(either->operands.begin(), either->operands.end(),
                       [&](const Query& operand) { return matches(operand, entry); });
  }
  if (const auto* date = std::get_if<DateQuery>(&query.node)) return has_date(*date, entry);
  return occurrences(query, entry) > 0;
}

bool ReferenceSearch::has_date(const DateQuery& query, const Entry& entry) {
  const auto lies_within = [&](Day first, Day last) {
    return (!query.range.first || first >= *query.range.first) &&
           (!query.range.last || last <= *query.range.last);
  };
  if (query.field == Field::mentions) {
    if (query.none) return entry.spoken.empty();
    return std::any_of(entry.spoken.begin(), entry.spoken.end(),
                       [&](const DateRange& days) { return counts(days, query.range); });
  }
  const bool dated = entry.date.precision != DatePrecision::none;
  if (query.none || !dated) return query.none && !dated;
  return lies_within(first_day(entry.date), last_day(entry.date));
}

ReferenceResult ReferenceSearch::search(const Query& query, bool expand) {
  ReferenceResult result;
  Ranking ranking = ranking_of(query);
  result.hits = ranked(query, ranking);
  if (expand) {
    add_feedback(result.hits, ranking);
    result.hits = ranked(query, ranking);
  }
  add_facets(query, result);
  return result;
}

void ReferenceSearch::add_facets(const Query& query, ReferenceResult& result) {
  for (const Field field : {Field::actor, Field::platform, Field::organisation, Field::place,
                            Field::source, Field::language, Field::date_source, Field::year,
                            Field::month, Field::mentions, Field::tagged_by}) {
    const Query others = without_filters(query, field);
    for (const auto& [id, entry] : entries_) {
      const auto values = entry.values.find(field);
      if (values == entry.values.end() || !matches(others, entry)) continue;
      for (const std::string& value : values->second) ++result.facets[field][value];
    }
  }
  for (const ReferenceHit& hit : result.hits) {
    for (const auto unit : {TimelineUnit::year, TimelineUnit::month, TimelineUnit::day}) {
      const std::string period = testing::period_of(entries_[hit.id].date, unit);
      if (!period.empty()) ++result.timelines[unit][period];
    }
  }
}

}  // namespace newsdex::testing
