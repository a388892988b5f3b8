// The functions behind the fuzz targets, by what they feed.
#pragma once

#include <string_view>

#include "fuzz/fuzz_targets.hpp"

namespace newsdex::fuzz {

/// One for each format that articles come in, one for any of them, one with a mapping.
std::span<const FuzzTarget> reader_targets();

/// Text to tokens, in several languages.
void run_analyzer(std::string_view bytes);
/// Dates in a text, in metadata and in names of files.
void run_dates(std::string_view bytes);
/// All that is found in an article, whose title is the first line.
void run_tagger(std::string_view bytes);
/// A list of names.
void run_names(std::string_view bytes);
/// A query.
void run_query(std::string_view bytes);
/// Files of a segment: see segment_target.cpp.
void run_segment(std::string_view bytes);
/// What a search has found, in every format.
void run_printer(std::string_view bytes);

}  // namespace newsdex::fuzz
