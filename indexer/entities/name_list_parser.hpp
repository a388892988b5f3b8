// A name-list file to its entries. All that can be said of an entry by itself is checked here, and
// every complaint names file and line.
#pragma once

#include <vector>

#include "entities/name_list_entry.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// The bounds a name list must keep. They are far above anything real, and keep a broken or hostile
/// list from taking the run's memory or time.
inline constexpr std::size_t kMaxNameBytes = 400;
inline constexpr std::size_t kMaxNameWords = 32;
inline constexpr std::size_t kMaxFormsOfFile = 2'000'000;

/// Throws Error{bad_name_list}. `analyzer` tells the words of a name.
std::vector<NameListEntry> parse_name_list(const NameListFile& file, Analyzer& analyzer);

}  // namespace newsdex
