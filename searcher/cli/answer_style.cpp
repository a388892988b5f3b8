#include "cli/answer_style.hpp"

#include <fmt/format.h>

#include <optional>

namespace newsdex {
namespace {

bool is_table(OutputFormat format) {
  return format == OutputFormat::jsonl || format == OutputFormat::csv ||
         format == OutputFormat::tsv;
}

std::optional<QueryError> refuse_combination(const SearcherOptions& options) {
  if (is_plain_list(options.part) && options.format != OutputFormat::text) {
    return QueryError{"--output ids, files and count are plain lists without a --format",
                      "leave one of the two out", 0};
  }
  if (options.part != OutputPart::all && options.format == OutputFormat::html) {
    return QueryError{"--format html is always the whole report", "leave out --output", 0};
  }
  const bool nameable = options.part == OutputPart::ids || options.part == OutputPart::files;
  if (options.null_separated && !nameable) {
    return QueryError{"-0 separates ids or files", "add --output ids or --output files", 0};
  }
  if (options.part == OutputPart::matrix && options.matrix.empty()) {
    return QueryError{"--output matrix needs to know of what", "add --matrix actor:platform", 0};
  }
  return std::nullopt;
}

tl::expected<HitFields, QueryError> chosen_fields(std::string_view list) {
  HitFields fields;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view name = list.substr(0, end);
    const HitField* const field = find_hit_field(name);
    if (field == nullptr) {
      return tl::unexpected(QueryError{fmt::format("--fields: no field `{}`", name),
                                       fmt::format("fields are {}", list_hit_fields()), 0});
    }
    fields.push_back(field);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return fields;
}

QueryError bad_links(const std::string& format, const std::string& fault) {
  return {fmt::format("--hyperlink-format {} {}", format, fault),
          fmt::format("write one of {}, or a text with {{path}}, {{line}} and {{host}}, as in "
                      "myeditor://{{path}}:{{line}}",
                      list_hyperlink_formats()),
          0};
}

}  // namespace

tl::expected<AnswerStyle, QueryError> answer_style(const SearcherOptions& options) {
  if (auto refusal = refuse_combination(options)) return tl::unexpected(std::move(*refusal));
  auto fields = chosen_fields(options.fields);
  if (!fields) return tl::unexpected(std::move(fields.error()));
  auto links = hyperlink_format(options.hyperlink_format);
  if (!links) return tl::unexpected(bad_links(options.hyperlink_format, links.error()));
  AnswerStyle style;
  style.format = options.format;
  style.part = options.part;
  style.null_separated = options.null_separated;
  style.text.color = use_color(options.color);
  style.text.width = options.width > 0 ? options.width : terminal_width();
  style.text.fields = std::move(*fields);
  style.text.cell_queries = options.matrix_queries;
  if (use_hyperlinks(options.hyperlinks)) style.text.links = std::move(*links);
  return style;
}

bool prints_every_hit(const SearcherOptions& options) {
  const bool hits = options.part == OutputPart::all || options.part == OutputPart::hits;
  const bool list = options.part == OutputPart::ids || options.part == OutputPart::files;
  return list || (hits && is_table(options.format));
}

}  // namespace newsdex
