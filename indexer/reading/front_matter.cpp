// Front matter: YAML between two lines `---`, and the text of the article after it.
//
// The YAML is read event by event and no tree is built of it. Values of unknown keys, however they
// nest or refer to one another, are passed over as they come, so aliases cannot multiply; yaml-cpp
// itself refuses nesting beyond 500. What a known key holds must be one scalar, or a list of them
// for the author and the date.
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <tl/expected.hpp>
#include <utility>

#include "reading/format.hpp"
#include "reading/metadata.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct Parts {
  std::string_view yaml;
  std::string_view text;
};

bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && trim_spaces(line) == fence;
}

/// The YAML begins in line 2. nullopt when it has no end.
std::optional<Parts> split(std::string_view text) {
  LineCursor lines(text);
  lines.next();
  const char* begin = lines.rest().data();
  while (lines.next()) {
    if (!is_fence(lines.line(), "---") && !is_fence(lines.line(), "...")) continue;
    const auto length = static_cast<std::size_t>(lines.line().data() - begin);
    return Parts{{begin, length}, lines.rest()};
  }
  return std::nullopt;
}

const MetadataKey* find_key(std::string_view name) {
  const std::string lower = ascii_lower(trim_spaces(name));
  const auto is_named = [&](const MetadataKey& key) { return key.name == lower; };
  const auto key = std::find_if(kMetadataKeys.begin(), kMetadataKeys.end(), is_named);
  if (key != kMetadataKeys.end()) return key;
  const auto synonym = std::find_if(kMetadataSynonyms.begin(), kMetadataSynonyms.end(), is_named);
  return synonym != kMetadataSynonyms.end() ? synonym : nullptr;
}

// Fills an article from the events of one YAML document. Refusals are thrown as yaml-cpp throws
// its own, with the place.
class MetadataEvents : public YAML::EventHandler {
 public:
  /// Proper names win over synonyms, and the last of a repeated key over the others. A second date
  /// is kept, for it may contradict the first.
  void fill(Article& article) {
    for (const MetadataKey& key : kMetadataKeys) article.*key.field = values_[key.name];
    for (const MetadataKey& key : kMetadataSynonyms) {
      std::string& field = article.*key.field;
      const std::string& value = values_[key.name];
      if (field.empty()) {
        field = value;
      } else if (key.field == &Article::date && !value.empty() && value != field) {
        field += '\n' + value;
      }
    }
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (std::exchange(started_, true)) refuse(mark, "more than one YAML document");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {
    if (depth_ > 0) take({});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    if (key_ != nullptr) refuse(mark, fmt::format("\"{}\" holds an alias", key_->name));
    take({});
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    if (depth_ == 0) refuse(mark, "not a list of keys and values");
    take(value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    if (depth_ == 0) refuse(mark, "not a list of keys and values");
    const bool list = depth_ == 1 && key_ != nullptr &&
                      (key_->field == &Article::author || key_->field == &Article::date);
    if (!list) refuse_for_known_key(mark);
    ++depth_;
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    refuse_for_known_key(mark);
    ++depth_;
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  [[noreturn]] static void refuse(const YAML::Mark& mark, const std::string& reason) {
    throw YAML::ParserException(mark, reason);
  }

  // A date of some other shape is one that cannot be read, and nothing worse.
  void refuse_for_known_key(const YAML::Mark& mark) {
    if (key_ != nullptr && key_->field == &Article::date) {
      values_[key_->name] = "{...}";
      key_ = nullptr;
    }
    if (key_ != nullptr) refuse(mark, fmt::format("\"{}\" is not a single value", key_->name));
  }

  // Keys and values of the outermost map take turns, and either may be of any shape.
  void turn() {
    at_key_ = !at_key_;
    if (at_key_) key_ = nullptr;
  }

  void close() {
    if (--depth_ == 1) turn();
  }

  void take(const std::string& value) {
    if (depth_ == 1 && at_key_) {
      key_ = find_key(value);
      if (key_ != nullptr) values_[key_->name].clear();
    } else if (key_ != nullptr && !value.empty()) {
      std::string& known = values_[key_->name];
      const std::string_view separator = key_->field == &Article::date ? "\n" : ", ";
      if (!known.empty()) known += separator;
      known += value;
    }
    if (depth_ == 1) turn();
  }

  std::map<std::string_view, std::string> values_;
  const MetadataKey* key_ = nullptr;  // the known key whose value is being read
  int depth_ = 0;                     // open maps and sequences
  bool at_key_ = true;                // of the outermost map
  bool started_ = false;
};

/// The error has its line in the file. The YAML is given an end of its own, at which yaml-cpp finds
/// that a quotation mark was never closed.
tl::expected<Article, ReadError> read_metadata(std::string_view yaml, const std::string& path) {
  std::istringstream in(std::string(yaml) + "...\n");
  MetadataEvents events;
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const YAML::Exception& error) {
    const int line = error.mark.is_null() ? 0 : error.mark.line;
    return tl::unexpected(ReadError{path, static_cast<std::uint64_t>(line) + 2,
                                    fmt::format("front matter: {}", error.msg)});
  }
  Article article;
  events.fill(article);
  tidy_metadata(article);
  return article;
}

// The first heading of the first rank is the title, unless it stands in a fenced block of code.
void take_title_from_heading(std::string_view text, Article& article) {
  bool in_code = false;
  for (LineCursor lines(text); lines.next();) {
    const std::string_view line = lines.line();
    if (line.starts_with("```") || line.starts_with("~~~")) in_code = !in_code;
    if (in_code || !line.starts_with("# ")) continue;
    article.title = trim_spaces(line.substr(2));
    const auto before = static_cast<std::size_t>(line.data() - text.data());
    article.body = std::string(text.substr(0, before)).append(lines.rest());
    return;
  }
}

tl::expected<Article, ReadError> read_article(const TextInput& input) {
  const auto fail = [&](std::string reason) {
    return tl::unexpected(unread(input.path, 1, std::move(reason)));
  };
  const std::optional<Parts> parts = split(input.text);
  if (!parts) return fail(R"(front matter that no line "---" or "..." ends)");
  if (parts->yaml.size() > input.options.limits.max_front_matter_bytes) {
    return fail(fmt::format("front matter larger than the limit of {}",
                            size_in_words(input.options.limits.max_front_matter_bytes)));
  }
  auto article = read_metadata(parts->yaml, input.path);
  if (!article) return article;
  article->body = parts->text;
  if (article->title.empty()) take_title_from_heading(parts->text, *article);
  article->body = without_blank_ends(article->body);
  if (article->title.empty() && article->body.empty()) return fail("no text");
  article->path = input.path;
  article->line = 1;
  return article;
}

}  // namespace

bool looks_like_front_matter(std::string_view text, const FileHints& /*hints*/) {
  return is_fence(text.substr(0, text.find('\n')), "---");
}

void read_front_matter_text(const TextInput& input) {
  auto article = read_article(input);
  if (!article) return input.handlers.error(article.error());
  input.handlers.article(std::move(*article));
}

}  // namespace newsdex
