// JSON Lines: one object a line, read one at a time, so that a file of any size will do.
//
// Records are numbered by lines that are not blank, whether they could be read or not: a bad
// line changes no other article's number, and with it no id.
#include <fmt/format.h>

#include <utility>

#include "reading/bounded_lines.hpp"
#include "reading/format.hpp"
#include "reading/json_record.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

tl::expected<Article, std::string> read_line(JsonRecordReader& reader, std::string_view line,
                                             BoundedLines::Outcome outcome,
                                             const ReadLimits& limits) {
  if (outcome == BoundedLines::Outcome::line) return reader.read(line);
  return tl::unexpected(
      fmt::format("a line larger than the limit of {}", size_in_words(limits.max_text_bytes)));
}

}  // namespace

void read_json_lines(std::istream& in, const std::string& path, const ReadOptions& options,
                     const ArticleHandlers& handlers) {
  const ReadLimits& limits = options.limits;
  BoundedLines lines(in, limits.max_text_bytes);
  JsonRecordReader reader(options.mapping);
  std::string line;
  std::uint64_t number = 0;
  std::uint64_t record = 0;
  for (auto outcome = lines.next(line); outcome != BoundedLines::Outcome::end;
       outcome = lines.next(line)) {
    if (++number == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (outcome == BoundedLines::Outcome::line && trim_spaces(line).empty()) continue;
    ++record;
    auto article = read_line(reader, line, outcome, limits);
    if (!article) {
      handlers.error(unread(path, number, std::move(article.error())));
      continue;
    }
    article->path = path;
    article->record = saturate(record);
    article->line = saturate(number);
    handlers.article(std::move(*article));
  }
  if (const std::string missing = reader.missing_keys(); !missing.empty()) {
    handlers.error({path, 0, missing, true});
  }
  if (in.bad()) handlers.error({path, number, "cannot be read any further"});
}

void read_json_lines_stream(const StreamInput& input) {
  std::istream in(&input.source);
  read_json_lines(in, input.path, input.options, input.handlers);
}

}  // namespace newsdex
