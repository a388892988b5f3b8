// What tells two databases apart, as Xapian's API and as the own reader see them.
#pragma once

#include <xapian.h>

#include <string>

#include "storage/postings_reader.hpp"

namespace newsdex::testing {

/// The first thing in which they differ, in words; empty if there is none. Compares statistics,
/// metadata, terms, postings, positions, values, lists of terms and stored data.
std::string first_difference(const Xapian::Database& a, const Xapian::Database& b);

/// The same between the own reader and Xapian on one database.
std::string first_difference(const PostingsReader& reader, const Xapian::Database& database);

}  // namespace newsdex::testing
