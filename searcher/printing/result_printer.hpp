// A SearchResult on paper: text for people, JSON for programs.
#pragma once

#include <cstdint>
#include <ostream>
#include <string_view>

#include "newsdex/query.hpp"
#include "newsdex/search_result.hpp"
#include "printing/hit_fields.hpp"
#include "printing/hyperlinks.hpp"

namespace newsdex {

struct TextStyle {
  bool color = false;
  int width = 80;              // columns of the terminal; lines are fitted to it; 0 for no limit
  HyperlinkFormat links = {};  // empty for none
  HitFields fields = {};       // empty for the usual list of hits
  bool cell_queries = false;   // whether the queries of a matrix's cells are listed
};

/// Ranked hits with date, title, source, marked snippets and their actors and platforms; then
/// facets in columns, the timeline as bars, timelines a value and the matrix. Everything that came
/// from articles is escaped.
void print_text(std::ostream& out, const SearchResult& result, const TextStyle& style);

/// The whole answer as one JSON object, on one line, with a line feed at its end. Hits have the
/// chosen fields; all of them where none is chosen.
void print_json(std::ostream& out, const SearchResult& result, const HitFields& fields = {});

/// What stands in the place of a batch line that was refused: `query`, `error`, `hint`, `line` (in
/// the batch, from 1) and `column` (0 when it is not known).
void print_json_error(std::ostream& out, std::string_view query, std::uint64_t line,
                      const QueryError& error);

}  // namespace newsdex
