// The formats a text can have. Each has a file of its own; the table that tells them apart is
// in article_reader.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reading/article_reader.hpp"

namespace newsdex {

/// A text to be read in one format: valid UTF-8, lines ended by \n.
struct TextInput {
  std::string_view text;
  const std::string& path;
  const ReadLimits& limits;
  const ArticleHandlers& handlers;
};

/// Whether a text is JSON Lines: its first line is an object, or its file's name says so. Needs
/// only the first two lines that are not blank, and may be asked about raw bytes.
bool looks_like_json_lines(std::string_view text, const std::string& path);
void read_json_lines_text(const TextInput& input);

/// One object, or an array of objects, over many lines.
bool looks_like_json_document(std::string_view text, const std::string& path);
void read_json_document(const TextInput& input);

/// A text after YAML between two lines `---` (the second may be `...`).
bool looks_like_front_matter(std::string_view text, const std::string& path);
void read_front_matter_text(const TextInput& input);

/// Articles one after another, each with a title line, a lead marked by ◢, paragraphs, a photo
/// credit.
bool looks_like_wire_dump(std::string_view text, const std::string& path);
void read_wire_dump(const TextInput& input);

/// A name list or a text with labels, known by its first line "# newsdex names ..." or "# newsdex
/// labels ...", which gives no articles.
bool looks_like_name_list(std::string_view text, const std::string& path);
void read_name_list(const TextInput& input);

/// Everything else: a title line and the text below it.
bool looks_like_plain_text(std::string_view text, const std::string& path);
void read_plain_text(const TextInput& input);

/// The title and body that a text without any marks has; `first_line` is the number of its first
/// line. Both are empty when the text is blank.
Article article_of_plain_text(std::string_view text, std::uint32_t first_line);

/// Bytes for a message: "64 MiB" where it is a whole number of them, else "1000 bytes".
std::string size_in_words(std::uint64_t bytes);

/// `value`, or the largest number there is room for.
std::uint32_t saturate(std::uint64_t value);

}  // namespace newsdex
