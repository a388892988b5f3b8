// What in a query probably means something else than it says.
#pragma once

#include <string>
#include <vector>

#include "newsdex/query.hpp"

namespace newsdex {

/// A sentence for each word that is searched for as it stands though it looks like an operator
/// (`and`, `or` and `not` before other words, `near/5`), and for each phrase with a word like
/// `messag*`, which quotes keep from being a pattern. Quotes the query: escape it when printing.
std::vector<std::string> notes_on(const Query& query);

}  // namespace newsdex
