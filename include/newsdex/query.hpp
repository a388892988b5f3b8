// A query as a tree, and the parser that makes it from text.
//
// The tree says what the user asked for, not how it is answered: words are as typed (the engine
// analyses them), names are as typed (the engine resolves them against the index). It prints as an
// S-expression, which is what `--explain-query` shows and what the parser's tests compare.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "newsdex/date.hpp"
#include "newsdex/schema.hpp"

namespace newsdex {

struct Query;

/// Every article.
struct AllQuery {};

/// One word as typed, matched by stem. Where the analyzer makes several tokens of it (a hyphen, an
/// address) they must stand side by side.
struct WordQuery {
  std::string word;
  Field scope = Field::text;  // text or title
};

/// Words side by side in this order, matched by their exact forms.
struct PhraseQuery {
  std::string text;
  Field scope = Field::text;
};

/// `word*`: every word that begins with these letters, as written in articles, not by its stem.
struct PrefixQuery {
  std::string prefix;
  Field scope = Field::text;
};

/// `word~1`: every word that so many edits (a letter more, less or another, or two neighbours
/// swapped) make of this one, as written in articles.
struct FuzzyQuery {
  std::string word;
  std::uint32_t edits = 1;  // 1 or 2
  Field scope = Field::text;
};

/// `a NEAR/3 b`, `a ADJ/3 b`: each operand stands at most so many words from the one before it;
/// side by side is one. Operands are words, phrases, prefixes and fuzzy words, or an OrQuery of
/// such; at least two.
struct NearQuery {
  std::vector<Query> operands;
  std::uint32_t distance = 1;
  bool ordered = false;  // ADJ: each operand after the one before it
};

/// An article that carries this value; a field of kind name or label.
struct ValueQuery {
  Field field = Field::actor;
  std::string value;
};

/// Published wholly within the range, or, of the field mentions, speaking of days that lie in it (a
/// week, or a month of another calendar, also where it only reaches into a range that is as long);
/// without any date when `none` is set.
struct DateQuery {
  DateRange range;
  std::string text;  // as typed
  bool none = false;
  bool in_words = false;      // read from words, so that the range is worth showing
  Field field = Field::date;  // or mentions
};

/// Articles about the same as the one with this id, that one left out.
struct SimilarQuery {
  std::string id;
};

/// Articles with a sentence (of the text, or the title) that names all of the operand's names: one
/// name, an OrQuery of names, or an AndQuery of such. A vector of exactly one, as Query is
/// incomplete here.
struct SentenceQuery {
  std::vector<Query> operand;
};

/// All of the operands. `implied` when they only stood side by side: positive values of one field
/// among them, years and months too, are then alternatives, as in a facet. `grouped` when they
/// stood in parentheses or were a saved query, values among them: then these are not alternatives
/// to what stands beside the group.
struct AndQuery {
  std::vector<Query> operands;
  bool implied = true;
  bool grouped = false;
};

struct OrQuery {
  std::vector<Query> operands;
};

/// Articles that do not match the operand (a vector of exactly one, as Query is incomplete here).
struct NotQuery {
  std::vector<Query> operand;
};

struct Query {
  std::variant<AllQuery, WordQuery, PhraseQuery, PrefixQuery, FuzzyQuery, NearQuery, ValueQuery,
               DateQuery, SimilarQuery, SentenceQuery, AndQuery, OrQuery, NotQuery>
      node;
  std::uint32_t column = 0;  // 1-based, in characters, where it begins; 0 when made by an option
};

/// The tree as an S-expression: `(and (word "ban") (value actor "Rouhani") (not (phrase "a b")))`.
/// Words under a field print as `(word title "ban")`; `(prefix "ban")`, `(fuzzy 1 "ban")`,
/// `(near 3 (word "a") (word "b"))`, `(adj 3 ...)`, `(similar "id")`, `(sentence ...)`; dates as
/// `(date "2018-04")`,
/// `(mentions none)`, or `(date "last month" 2018-03-01..2018-03-31)`; an explicit AND as `(and!
/// ...)`; everything as `(all)`.
std::string to_string(const Query& query);

/// The tree in the query language. For a tree that was parsed, parsing it again gives the same
/// tree.
std::string to_query_text(const Query& query);

/// Why a query was refused: plain text that may quote the query, so escape it when printing.
struct QueryError {
  std::string message;       // names the token
  std::string hint;          // what to write instead; may be empty
  std::uint32_t column = 0;  // 1-based, in characters
};

/// Limits that keep any query from stalling the engine; a query beyond one is refused.
inline constexpr std::size_t kMaxQueryDepth = 64;
inline constexpr std::size_t kMaxQueryLeaves = 256;
inline constexpr std::size_t kMaxPhraseWords = 32;
inline constexpr std::size_t kMinPrefixLetters = 3;
inline constexpr std::uint32_t kMaxNearDistance = 100;
inline constexpr std::uint32_t kNearDistance = 10;  // of NEAR and ADJ without a number
inline constexpr std::size_t kMaxExpansions = 128;  // words that a prefix or fuzzy word stands for
inline constexpr std::size_t kSimilarTerms = 25;  // words that `similar:` looks for; so many leaves

/// Queries that may stand in others as `query:name`, by name.
using SavedQueries = std::map<std::string, std::string, std::less<>>;

/// Parses the query language:
///   a b            both            a OR b        either (binds less than side by side)
///   NOT a, -a      not a           (a OR b) c    grouping
///   "a b"          a phrase        a AND b       both, values of one field not merged
///   word*          begins so       word~1, word~2    so many letters off
///   a NEAR/5 b     at most 5 words apart     a ADJ/5 b   the same, in this order
///   field:value    field:"two words"   field:(a OR b)   date:2018-04..2018-06   date:none
///   date:"last month"   mentions:2018-W18   mentions:"the summer of 2009"
///   sentence:(actor:a platform:b)    a sentence names both
///   similar:ID     like that article         query:name  a saved query, as if in parentheses
/// Field names are those of the schema of kind words, name, label and date. Quotes may be
/// typographic (“ ”). Text that is empty or blank is AllQuery. Dates in words count from `today`.
/// Never throws, never recurses deeper than kMaxQueryDepth.
tl::expected<Query, QueryError> parse_query(std::string_view text, Day today = local_today(),
                                            const SavedQueries& saved = {});

/// Where a column of `text`, counted from its beginning as in QueryError, is for somebody who looks
/// at its lines. Both from 1.
struct LineAndColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  bool operator==(const LineAndColumn&) const = default;
};
LineAndColumn locate(std::string_view text, std::uint32_t column);

/// What an option says of a field as a query: a value, or the days of a date field.
tl::expected<Query, QueryError> filter_query(Field field, const std::string& value,
                                             Day today = local_today());

/// Adds filters made by options to a parsed query, as if written after it in parentheses: positive
/// values of one field become alternatives of one another.
Query with_filters(Query query, std::vector<Query> filters);

}  // namespace newsdex
