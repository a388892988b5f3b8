// Files to articles.
//
// The format is decided by what the file holds; format.hpp tells which there are. A name list
// (first line "# newsdex names ...") and a text with labels ("# newsdex labels ...") give nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "newsdex/article.hpp"
#include "reading/byte_source.hpp"
#include "reading/read_options.hpp"
#include "reading/source_walker.hpp"

namespace newsdex {

/// The path of articles that come from standard input.
inline constexpr std::string_view kStandardInputPath = "-";

/// Called in the order of the file; `article.id` is empty unless the record has its own, path and
/// record and line are set.
struct ArticleHandlers {
  std::function<void(Article&&)> article;
  std::function<void(const ReadError&)> error;
};

/// Reads one file. JSON Lines, tables, mailboxes and archives are streamed, so such a file may be
/// of any size; everything else is read whole. What cannot be read goes to `error`, and reading
/// goes on after it where the format allows. Articles carry the file's path, errors its display
/// name.
void read_file(const SourceFile& file, const ReadOptions& options, const ArticleHandlers& handlers);

/// Reads JSON Lines from a stream; `path` ("-") is what articles and errors carry.
void read_json_lines(std::istream& in, const std::string& path, const ReadOptions& options,
                     const ArticleHandlers& handlers);

/// Reads what `source` gives as read_file() does; articles and errors carry `path`.
void read_bytes(ByteSource& source, const std::string& path, const ReadOptions& options,
                const ArticleHandlers& handlers);

/// Reads a text already in memory, of any format.
void read_text(std::string_view bytes, const std::string& path, const ReadOptions& options,
               const ArticleHandlers& handlers);

}  // namespace newsdex
