// What a search answered, in the form and the part that was asked for.
#pragma once

#include <cstdint>
#include <ostream>

#include "newsdex/search_result.hpp"
#include "printing/result_printer.hpp"

namespace newsdex {

enum class OutputFormat : std::uint8_t { text, json, jsonl, csv, tsv, html };

/// What of an answer is printed. Of `all`, tables have the hits.
enum class OutputPart : std::uint8_t { all, hits, ids, files, count, facets, timeline, matrix };

/// Whether a part is a list of words for other programs, a line each, instead of a format.
constexpr bool is_plain_list(OutputPart part) {
  return part == OutputPart::ids || part == OutputPart::files || part == OutputPart::count;
}

struct AnswerStyle {
  OutputFormat format = OutputFormat::text;
  OutputPart part = OutputPart::all;
  TextStyle text;               // of the text format; its fields are those of every format
  bool null_separated = false;  // ids and files, as they are, each followed by NUL
};

/// The result must hold what the part needs. Ids and files in the order of the hits, files once.
/// All that came from articles is made harmless, unless separated by NUL.
void print_answer(std::ostream& out, SearchResult result, const AnswerStyle& style);

}  // namespace newsdex
