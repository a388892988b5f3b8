// Articles whose names are marked, as they are trained on and measured with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "discovery/name_label.hpp"
#include "newsdex/entity.hpp"

namespace newsdex::training {

struct LabelledName {
  TextField field = TextField::body;
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;
  discovery::NameClass name_class = discovery::NameClass::person;
};

struct LabelledArticle {
  std::string title;
  std::string body;
  std::vector<LabelledName> names;  // by field, then begin; not overlapping
};

/// The class that corpora call "PER", "person", "ORG", "LOC", "GPE" and so on; none for other
/// classes, whose names are not looked for.
std::optional<discovery::NameClass> class_named(std::string_view name);

/// An article with marks like "[PER Hassan Rouhani]": lines that begin with '#', then a line
/// "title: ...", an empty line and the body. Throws Error(io) if a mark does not end.
LabelledArticle read_marked_article(std::string_view text);

/// Articles in columns: a token first and its label last on each line, white space between them, an
/// empty line behind each sentence. Labels are IO, IOB1, IOB2 or BILOU (BIOES too). A line that
/// begins with "-DOCSTART-" begins an article; in a file without one, each sentence is an article.
/// Tokens are joined to text as it would be printed.
std::vector<LabelledArticle> read_columns(std::string_view text);

/// A file's articles, by its form: marked if it has a line "title:", else columns. Throws
/// Error(io).
std::vector<LabelledArticle> read_labelled_file(const std::string& path);

}  // namespace newsdex::training
