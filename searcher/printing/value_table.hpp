// Rows and columns for other programs: CSV, TSV, JSON Lines.
//
// Whatever came from articles is made harmless on the way out. Of CSV and TSV, what a spreadsheet
// would run as a formula is defused after OWASP, "CSV Injection": cells that begin with one of
// = + - @ (also in full width), a tab or an end of line get an apostrophe before them.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"
#include "printing/hit_fields.hpp"

namespace newsdex {

struct ValueTable {
  std::vector<std::string> columns;
  std::vector<std::vector<Json>> rows;  // a cell a column
};

/// A row a hit. Without chosen fields, those that tables have.
ValueTable hits_table(const SearchResult& result, const HitFields& fields);

/// `field value count selected excluded`, a row a value.
ValueTable facets_table(const SearchResult& result);

/// `period count query`, a row a bar.
ValueTable timeline_table(const SearchResult& result);

/// `field value period count query`, a row a bar of each value.
ValueTable value_timelines_table(const SearchResult& result);

/// The two fields' names, `count` and `query`, a row a cell.
ValueTable matrix_table(const SearchResult& result);

/// A header and the rows, after RFC 4180: cells with a comma or a quote stand in quotes, lines end
/// in CR LF.
void print_csv(std::ostream& out, const ValueTable& table);

/// The same with tabs between cells, without quotes, lines ending in LF. No cell has a tab or an
/// end of line in it.
void print_tsv(std::ostream& out, const ValueTable& table);

/// An object a row.
void print_json_lines(std::ostream& out, const ValueTable& table);

/// A value as one line of text: lists by "; ", snippets by " … ". As it is, not made harmless.
std::string cell_text(const Json& value);

/// Text made harmless for a terminal and for a spreadsheet.
std::string defused_cell(std::string_view text);

/// A cell of CSV: defused, and in quotes where it has to be.
std::string csv_cell(std::string_view text);

}  // namespace newsdex
