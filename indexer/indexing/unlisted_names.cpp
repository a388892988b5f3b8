// Names that the recogniser has found, and else names by their capitals alone: a hint for whoever
// keeps a name list, not a tagger.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analysis/terms.hpp"
#include "entities/field_text.hpp"
#include "entities/lexicon.hpp"
#include "entities/sentences.hpp"
#include "indexing/name_uses.hpp"
#include "indexing/stored_articles.hpp"
#include "newsdex/analyzer.hpp"
#include "storage/value_merges.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMinWords = 2;
constexpr std::size_t kMaxWords = 4;

struct Sighting {
  std::string value;  // the collection's name for it, if the recogniser has found it
  std::map<std::string, std::uint64_t> spellings;
  std::uint64_t articles = 0;
  std::uint64_t as_person = 0;
  std::uint64_t as_body = 0;
  std::map<EntityType, std::uint64_t> found_as;  // by the recogniser
};

// A row of capitalised words: tokens [first, last).
struct Row {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Survey {
 public:
  Survey(const Gazetteer& gazetteer, const ValueMerges& merges)
      : merges_(merges), lexicon_(analyzer_) {
    for (const Entity& entity : gazetteer.entities()) listed_.emplace(entity.type, entity.name);
  }

  void add(StoredArticle stored) {
    const auto is_found = [](const StoredMention& m) { return m.rule == MentionRule::discovered; };
    const std::string& body = stored.article.body;
    analyzer_.analyze(body, stored.article.language, tokens_);
    const FieldText text(TextField::body, body, tokens_.tokens());
    std::set<std::string> seen;
    for (const StoredMention& mention : stored.mentions) {
      if (is_found(mention)) note_found(body, mention, seen);
    }
    for (std::size_t i = 0; i < tokens_.tokens().size();) {
      const Row row = row_from(text, i);
      i = std::max(i + 1, row.last);
      const std::size_t words = row.last - row.first;
      if (words < kMinWords || words > kMaxWords || is_mentioned(stored, text, row)) continue;
      if (!is_fragment(text, row)) note(body, text, row, seen);
    }
  }

  std::vector<UnlistedName> names(std::uint64_t articles) {
    std::vector<UnlistedName> out;
    for (const auto& [key, sighting] : sightings_) {
      if (sighting.articles >= articles) out.push_back(unlisted(sighting));
    }
    std::stable_sort(out.begin(), out.end(), [](const UnlistedName& a, const UnlistedName& b) {
      return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
    });
    return out;
  }

 private:
  [[nodiscard]] bool is_name_word(const FieldText& text, std::size_t i) const {
    const Token& word = text.token(i);
    return word.capitalised && !word.all_caps && !lexicon_.is(word.form, WordClass::grammar);
  }

  // Titles at its head are left out, as is a first word that a sentence may have capitalised.
  [[nodiscard]] Row row_from(const FieldText& text, std::size_t first) const {
    Row row{first, first};
    while (row.last < text.tokens().size() && is_name_word(text, row.last)) {
      ++row.last;
      const Gap gap = text.gap_before(row.last);
      if (text.token(row.last - 1).possessive || (gap != Gap::space && gap != Gap::hyphen)) break;
    }
    const std::size_t begin = row.first;
    while (row.first < row.last && is_head(text, row.first, begin)) ++row.first;
    return row;
  }

  [[nodiscard]] bool is_head(const FieldText& text, std::size_t i, std::size_t begin) const {
    const std::string_view form = text.token(i).form;
    if (lexicon_.is(form, WordClass::office) || lexicon_.is(form, WordClass::address)) return true;
    return i == begin && sentence_begins_at(text, i, lexicon_) &&
           !lexicon_.is(form, WordClass::given_name);
  }

  [[nodiscard]] static bool is_mentioned(const StoredArticle& stored, const FieldText& text,
                                         const Row& row) {
    const std::uint32_t begin = text.token(row.first).begin;
    const std::uint32_t end = text.token(row.last - 1).end;
    const auto& all = stored.mentions;  // by field, then begin; never overlapping
    const auto next =
        std::upper_bound(all.begin(), all.end(), end, [](std::uint32_t at, const StoredMention& m) {
          return m.field == TextField::body && at <= m.begin;
        });
    return next != all.begin() && (next - 1)->field == TextField::body && (next - 1)->end > begin;
  }

  // "Islamic Republic" of "Islamic Republic of Firuzia", unless it reads like a person: "Ali Zand
  // of Amnesty".
  [[nodiscard]] bool is_fragment(const FieldText& text, const Row& row) const {
    const auto is_joint = [&](std::size_t token) {
      const std::string_view form = text.token(token).form;
      return !text.token(token).capitalised && (form == "of" || form == "for" || form == "de");
    };
    const auto joins = [&](std::size_t token) { return text.gap_before(token) == Gap::space; };
    const std::size_t size = text.tokens().size();
    const bool follows = row.first > 1 && joins(row.first) && joins(row.first - 1) &&
                         is_joint(row.first - 1) && text.token(row.first - 2).capitalised;
    const bool goes_on = row.last + 1 < size && joins(row.last) && joins(row.last + 1) &&
                         is_joint(row.last) && text.token(row.last + 1).capitalised;
    if (follows) return true;
    return goes_on && !lexicon_.is(text.token(row.first).form, WordClass::given_name);
  }

  // Under the name that stands for all spellings of one. A surname alone is no other spelling of a
  // person, and headlines have their own capitals.
  void note_found(std::string_view body, const StoredMention& mention,
                  std::set<std::string>& seen) {
    const std::string value(merges_.shown(field_of(mention.type), mention.name));
    if (listed_.contains({mention.type, value})) return;
    const std::string key = name_key(analyzer_, value);
    Sighting& sighting = sightings_[key];
    sighting.value = value;
    ++sighting.found_as[mention.type];
    if (seen.insert(key).second) ++sighting.articles;
    if (mention.field == TextField::title || mention.end > body.size()) return;
    const std::string written =
        single_spaced(body.substr(mention.begin, mention.end - mention.begin));
    const bool is_surname = mention.type == EntityType::person &&
                            name_key(analyzer_, written).find(' ') == std::string::npos;
    if (!is_surname) ++sighting.spellings[written];
  }

  void note(std::string_view body, const FieldText& text, const Row& row,
            std::set<std::string>& seen) {
    const std::uint32_t begin = text.token(row.first).begin;
    const std::string written =
        single_spaced(body.substr(begin, text.token(row.last - 1).end - begin));
    const std::string_view value = merges_.shown(Field::actor, written);
    if (listed_.contains({EntityType::person, std::string(value)})) return;
    const std::string key = name_key(analyzer_, value);
    Sighting& sighting = sightings_[key];
    ++sighting.spellings[written];
    if (seen.insert(key).second) ++sighting.articles;
    const bool has_title =
        row.first > 0 && lexicon_.is(text.token(row.first - 1).form, WordClass::office);
    const bool is_person =
        has_title || lexicon_.is(text.token(row.first).form, WordClass::given_name);
    bool is_body = false;
    for (std::size_t i = row.first; i < row.last; ++i) {
      const std::string_view form = text.token(i).form;
      is_body |= lexicon_.is(form, WordClass::body_head) || lexicon_.is(form, WordClass::company);
    }
    if (is_body) {
      ++sighting.as_body;
    } else if (is_person) {
      ++sighting.as_person;
    }
  }

  [[nodiscard]] UnlistedName unlisted(const Sighting& sighting) {
    UnlistedName out;
    out.name = sighting.value;
    std::uint64_t most = 0;
    for (const auto& [spelling, count] : sighting.spellings) {
      if (sighting.value.empty() && count > most) out.name = spelling;
      most = std::max(most, count);
    }
    // Capitals, hyphens and accents need no entry of their own.
    std::set<std::string> keys = {name_key(analyzer_, out.name)};
    for (const auto& [spelling, count] : sighting.spellings) {
      if (keys.insert(name_key(analyzer_, spelling)).second) out.spellings.push_back(spelling);
    }
    out.articles = sighting.articles;
    if (sighting.as_body > 0) out.type = EntityType::organisation;
    out.is_guess = sighting.as_body + sighting.as_person == 0 && sighting.found_as.empty();
    std::uint64_t most_found = 0;
    for (const auto& [type, count] : sighting.found_as) {
      if (count > most_found) out.type = type;
      most_found = std::max(most_found, count);
    }
    return out;
  }

  const ValueMerges& merges_;
  Analyzer analyzer_;
  Lexicon lexicon_;
  TokenStream tokens_;
  std::set<std::pair<EntityType, std::string>> listed_;
  std::map<std::string, Sighting> sightings_;  // by name key
};

}  // namespace

std::vector<UnlistedName> unlisted_names(const GenerationHandle& handle, const Gazetteer& gazetteer,
                                         std::uint64_t articles) {
  const Catalog catalog(handle);
  const ValueMerges merges = ValueMerges::of(handle);
  Survey survey(gazetteer, merges);
  for_each_stored_article(handle, catalog, [&](Catalog::EntryNumber, StoredArticle&& stored) {
    survey.add(std::move(stored));
  });
  return survey.names(articles);
}

}  // namespace newsdex
