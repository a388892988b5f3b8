#include "labelled_article.hpp"

#include <array>
#include <fstream>
#include <iterator>

#include "newsdex/error.hpp"

namespace newsdex::training {
namespace {

using discovery::NameClass;

struct ClassName {
  std::string_view name;
  NameClass name_class;
};
constexpr std::array<ClassName, 9> kClassNames = {{{"PER", NameClass::person},
                                                   {"PERSON", NameClass::person},
                                                   {"Person", NameClass::person},
                                                   {"ORG", NameClass::organisation},
                                                   {"ORGANISATION", NameClass::organisation},
                                                   {"Organisation", NameClass::organisation},
                                                   {"LOC", NameClass::place},
                                                   {"GPE", NameClass::place},
                                                   {"Location", NameClass::place}}};

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Copies `marked` to `out` without its marks, which become names of `field`.
void unmark(std::string_view marked, TextField field, std::string& out,
            std::vector<LabelledName>& names) {
  while (!marked.empty()) {
    const std::size_t open = marked.find('[');
    out += marked.substr(0, open);
    if (open == std::string_view::npos) return;
    const std::size_t space = marked.find(' ', open);
    const std::size_t close = marked.find(']', open);
    if (close == std::string_view::npos || space > close) {
      throw Error(ErrorCode::io, "a mark does not end: " + std::string(marked.substr(open, 40)));
    }
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += marked.substr(space + 1, close - space - 1);
    if (const auto name_class = class_named(marked.substr(open + 1, space - open - 1))) {
      names.push_back({field, begin, static_cast<std::uint32_t>(out.size()), *name_class});
    }
    marked.remove_prefix(close + 1);
  }
}

// A label taken apart: "B-PER" is 'B' and "PER", "O" is 'O'.
struct ColumnLabel {
  char part = 'O';
  std::string_view class_name;
};

ColumnLabel parse_label(std::string_view label) {
  if (label.size() < 3 || label[1] != '-') return {};
  return {label[0], label.substr(2)};
}

// Puts tokens of a treebank together to text: no space before closing signs, behind opening ones
// and within contractions.
class Detokenizer {
 public:
  explicit Detokenizer(std::string& out) : out_(out) {}

  /// Returns where the token begins.
  std::uint32_t add(std::string_view token) {
    if (token == "-LRB-") token = "(";
    if (token == "-RRB-") token = ")";
    if (token == "``" || token == "''") token = "\"";
    const bool quote = token == "\"";
    const bool closes = quote ? quote_open_ : is_closing(token);
    const bool hyphen = token == "-" && !at_beginning_;
    if (!at_beginning_ && !glue_next_ && !closes && !hyphen) out_ += ' ';
    if (quote) quote_open_ = !quote_open_;
    const auto begin = static_cast<std::uint32_t>(out_.size());
    out_ += token;
    glue_next_ = is_opening(token) || (quote && quote_open_) || hyphen;
    at_beginning_ = false;
    return begin;
  }

  /// A sentence that no sign ends is a paragraph of its own.
  void end_sentence() {
    if (at_beginning_) return;
    const char last = out_.back();
    const bool ended = last == '.' || last == '!' || last == '?' || last == '"' || last == ')';
    out_ += ended ? " " : "\n\n";
    at_beginning_ = true;
    glue_next_ = false;
    quote_open_ = false;
  }

 private:
  static bool is_closing(std::string_view token) {
    constexpr std::array<std::string_view, 22> kClosing = {
        ".", ",",  ";",  ":",   "!",   "?",   ")",  "]",   "%", "'s",  "'S",
        "'", "'d", "'m", "'re", "'ve", "'ll", "’s", "n't", "”", "...", "n’t"};
    for (const std::string_view closing : kClosing) {
      if (token == closing) return true;
    }
    return false;
  }
  static bool is_opening(std::string_view token) {
    return token == "(" || token == "[" || token == "$" || token == "#" || token == "“" ||
           token == "£" || token == "@";
  }

  std::string& out_;
  bool at_beginning_ = true;
  bool glue_next_ = false;
  bool quote_open_ = false;
};

class ColumnReader {
 public:
  explicit ColumnReader(bool article_a_sentence) : article_a_sentence_(article_a_sentence) {}

  void read(std::string_view line) {
    if (line.starts_with("-DOCSTART-")) return end_article();
    const std::size_t end = line.find_first_of(" \t");
    if (line.empty() || end == 0) return end_sentence();
    if (end == std::string_view::npos) return;
    add(line.substr(0, end), parse_label(line.substr(line.find_last_of(" \t") + 1)));
  }

  std::vector<LabelledArticle> finish() {
    end_article();
    return std::move(articles_);
  }

 private:
  void add(std::string_view token, const ColumnLabel& label) {
    const std::uint32_t begin = text_.add(token);
    const auto end = static_cast<std::uint32_t>(article_.body.size());
    const auto name_class = class_named(label.class_name);
    const bool starts = label.part == 'B' || label.part == 'U' || label.part == 'S' ||
                        label.class_name != open_class_;
    if (!name_class) {
      open_class_ = {};
      return;
    }
    if (starts) {
      article_.names.push_back({TextField::body, begin, end, *name_class});
    } else {
      article_.names.back().end = end;
    }
    const bool ends =
        label.part == 'L' || label.part == 'E' || label.part == 'U' || label.part == 'S';
    open_class_ = ends ? std::string_view{} : label.class_name;
  }

  void end_sentence() {
    text_.end_sentence();
    open_class_ = {};
    if (article_a_sentence_) end_article();
  }

  void end_article() {
    text_.end_sentence();
    open_class_ = {};
    if (!article_.body.empty()) articles_.push_back(std::move(article_));
    article_ = {};
  }

  bool article_a_sentence_;
  LabelledArticle article_;
  Detokenizer text_{article_.body};
  std::string_view open_class_;  // of the name that the next token may go on with; empty for none
  std::vector<LabelledArticle> articles_;
};

}  // namespace

std::optional<NameClass> class_named(std::string_view name) {
  for (const ClassName& known : kClassNames) {
    if (known.name == name) return known.name_class;
  }
  return std::nullopt;
}

LabelledArticle read_marked_article(std::string_view text) {
  constexpr std::string_view kTitle = "title:";
  LabelledArticle article;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (line.starts_with('#')) continue;
    if (line.empty()) break;
    if (!line.starts_with(kTitle)) continue;
    line.remove_prefix(kTitle.size());
    if (line.starts_with(' ')) line.remove_prefix(1);
    unmark(line, TextField::title, article.title, article.names);
  }
  unmark(text, TextField::body, article.body, article.names);
  return article;
}

std::vector<LabelledArticle> read_columns(std::string_view text) {
  ColumnReader reader(text.find("-DOCSTART-") == std::string_view::npos);
  while (!text.empty()) reader.read(take_line(text));
  return reader.finish();
}

std::vector<LabelledArticle> read_labelled_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) throw Error(ErrorCode::io, "cannot read " + path);
  const bool marked = text.starts_with("title:") || text.find("\ntitle:") != std::string::npos;
  if (marked) return {read_marked_article(text)};
  return read_columns(text);
}

}  // namespace newsdex::training
