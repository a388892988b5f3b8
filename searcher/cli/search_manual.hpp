// The manual pages of newsdex-search and of the query language.
#pragma once

#include <string>

namespace newsdex {

/// newsdex-search(1), made from the definition of the command line.
std::string search_manual();

/// newsdex-query(7), made from the tables of the language.
std::string query_manual();

}  // namespace newsdex
