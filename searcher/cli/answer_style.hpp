// From options to the form that an answer is printed in.
#pragma once

#include <tl/expected.hpp>

#include "cli/searcher_options.hpp"
#include "printing/answer_printer.hpp"

namespace newsdex {

/// The error is for an unknown field, or options that cannot go together.
tl::expected<AnswerStyle, QueryError> answer_style(const SearcherOptions& options);

/// Whether every hit is printed unless a limit is set: a sheet or a list that silently ends after
/// ten would be a trap.
bool prints_every_hit(const SearcherOptions& options);

}  // namespace newsdex
