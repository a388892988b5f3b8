// Xapian's own way of writing and checking a glass database. Only here is Xapian's library used.
#pragma once

#include <memory>
#include <string>

#include "storage/postings_writer.hpp"

namespace newsdex {

/// As make_postings_writer(). Keeps everything in memory until finish().
std::unique_ptr<PostingsWriter> make_xapian_writer(const std::string& path);

/// Lets Xapian walk the database. Throws Error{bad_index} for what it finds inconsistent.
void check_with_xapian(const std::string& path);

}  // namespace newsdex
