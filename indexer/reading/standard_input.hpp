// Articles from standard input.
#pragma once

#include <atomic>

#include "reading/article_reader.hpp"

namespace newsdex {

/// Reads what comes from standard input until its end, or until `*stop`, if any, is true: JSON
/// Lines line by line as they come where `options` name no other format and `any_format` is not
/// set, else as read_file() reads a file; but a zip archive is kept in memory, as its directory is
/// at its end, and refused beyond the limit for a text. Articles and errors carry
/// kStandardInputPath.
void read_standard_input(const ReadOptions& options, bool any_format, const std::atomic<bool>* stop,
                         const ArticleHandlers& handlers);

}  // namespace newsdex
