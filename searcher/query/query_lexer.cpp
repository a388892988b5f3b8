#include "query/query_lexer.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "query/field_names.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct QuotePair {
  char32_t open;
  char32_t close;
};

constexpr std::array<QuotePair, 3> kQuotes = {{
    {U'"', U'"'},
    {U'\u201C', U'\u201D'},  // “ ”
    {U'\u00AB', U'\u00BB'},  // « »
}};

constexpr std::array<std::pair<std::string_view, TokenKind>, 3> kOperators = {{
    {"AND", TokenKind::and_operator},
    {"OR", TokenKind::or_operator},
    {"NOT", TokenKind::not_operator},
}};

// Take a number after a slash.
constexpr std::array<std::string_view, 2> kNearOperators = {"NEAR", "ADJ"};

constexpr char32_t kByteOrderMark = 0xFEFF;

bool is_white_space(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  return u_isUWhiteSpace(code_point) != 0 || u_charType(code_point) == U_CONTROL_CHAR ||
         c == kByteOrderMark;
}

bool is_searchable(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

const QuotePair* opening(char32_t c) {
  const auto* const found = std::find_if(kQuotes.begin(), kQuotes.end(),
                                         [c](const QuotePair& pair) { return pair.open == c; });
  return found == kQuotes.end() ? nullptr : found;
}

bool is_closing(char32_t c) {
  return std::any_of(kQuotes.begin(), kQuotes.end(),
                     [c](const QuotePair& pair) { return pair.close == c; });
}

bool ends_word(char32_t c) {
  return c == U'(' || c == U')' || is_white_space(c) || opening(c) != nullptr || is_closing(c);
}

// As other search engines let words of a phrase stand apart.
bool is_slop(std::string_view text) {
  return text.size() > 1 && text.front() == '~' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// A place in the query that knows its column.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] std::size_t offset() const { return at_; }
  [[nodiscard]] std::uint32_t column() const { return column_; }
  [[nodiscard]] char32_t peek() const { return decode(text_, at_).value; }  // not at the end
  [[nodiscard]] bool looks_at(std::string_view wanted) const {
    return text_.substr(at_).starts_with(wanted);
  }

  void step() {
    at_ += decode(text_, at_).length;
    ++column_;
  }

  template <typename Belongs>
  void skip_while(Belongs belongs) {
    while (!at_end() && belongs(peek())) step();
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t column_ = 1;
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text), scanner_(text) {}

  std::vector<QueryToken> run() {
    do {
      start_ = scanner_;
      scanner_.skip_while(is_white_space);
      after_space_ = start_.offset() == 0 || scanner_.offset() != start_.offset();
      start_ = scanner_;
      read_token();
    } while (tokens_.back().kind != TokenKind::end);
    return std::move(tokens_);
  }

 private:
  void read_token() {
    if (scanner_.at_end()) return add(TokenKind::end);
    const char32_t first = scanner_.peek();
    if (first == U'(') return add_character(TokenKind::open);
    if (first == U')') return add_character(TokenKind::close);
    if (const QuotePair* quotes = opening(first)) return read_phrase(quotes->close);
    if (is_closing(first)) return add_character(TokenKind::stray_quote);
    if (is_field_value()) return read_rest_of_word();
    if (first == U'-' && is_operator_place()) return read_minus();
    if (!read_field()) read_word();
  }

  // What touches the colon is taken as it stands, be it `OR`, `-1` or `a:b`.
  [[nodiscard]] bool is_field_value() const {
    return !tokens_.empty() && tokens_.back().kind == TokenKind::field && !after_space_;
  }

  // Elsewhere, as in `Azari-Jahromi` or `"a"-b`, a hyphen belongs to the word.
  [[nodiscard]] bool is_operator_place() const {
    return after_space_ || tokens_.back().kind == TokenKind::open;
  }

  void read_phrase(char32_t close) {
    scanner_.step();
    const std::size_t begin = scanner_.offset();
    scanner_.skip_while([close](char32_t c) { return c != close; });
    if (scanner_.at_end()) return add(TokenKind::unclosed_quote);
    const std::size_t end = scanner_.offset();
    scanner_.step();
    add(TokenKind::phrase, text_.substr(begin, end - begin));
  }

  // One `-` before an operand excludes it; several with nothing after them are a dash.
  void read_minus() {
    scanner_.skip_while([](char32_t c) { return c == U'-'; });
    const bool single = scanner_.offset() - start_.offset() == 1;
    const bool alone =
        scanner_.at_end() || scanner_.peek() == U')' || is_white_space(scanner_.peek());
    if (alone) return add(single ? TokenKind::lone_minus : TokenKind::word);
    if (single) return add(TokenKind::not_operator);
    read_rest_of_word();
    tokens_.back().kind = TokenKind::minuses;
  }

  // Letters and a colon, but not those of an address such as `https://...`. With a hyphen only what
  // is the name of a field, or a slip of the pen away from it: `co-worker:` is a word.
  bool read_field() {
    scanner_.skip_while([](char32_t c) { return is_letter(c) || c == U'-' || c == U'_'; });
    const std::size_t length = scanner_.offset() - start_.offset();
    const bool named = length > 0 && scanner_.looks_at(":") && !scanner_.looks_at("://");
    if (!named) return false;
    const std::string_view name = text_.substr(start_.offset(), length);
    if (name.find_first_of("-_") != std::string_view::npos && nearest_field_name(name).empty()) {
      return false;
    };
    scanner_.step();
    add(TokenKind::field, text_.substr(start_.offset(), length));
    return true;
  }

  void read_word() {
    const bool touches_phrase =
        !after_space_ && !tokens_.empty() && tokens_.back().kind == TokenKind::phrase;
    read_rest_of_word();
    QueryToken& token = tokens_.back();
    if (touches_phrase && is_slop(token.text)) token.kind = TokenKind::phrase_slop;
    for (const auto& [name, kind] : kOperators) {
      if (token.text == name) token.kind = kind;
    }
    for (const std::string_view name : kNearOperators) {
      if (token.text.substr(0, token.text.find('/')) == name) token.kind = TokenKind::near_operator;
    }
  }

  void read_rest_of_word() {
    scanner_.skip_while([](char32_t c) { return !ends_word(c); });
    add(TokenKind::word);
  }

  void add_character(TokenKind kind) {
    scanner_.step();
    add(kind);
  }

  void add(TokenKind kind) { add(kind, written()); }
  void add(TokenKind kind, std::string_view value) {
    tokens_.push_back({kind, written(), value, start_.column(), after_space_});
  }

  [[nodiscard]] std::string_view written() const {
    return text_.substr(start_.offset(), scanner_.offset() - start_.offset());
  }

  std::string_view text_;
  Scanner scanner_;
  Scanner start_{text_};
  bool after_space_ = true;
  std::vector<QueryToken> tokens_;
};

template <typename Belongs>
std::size_t count_runs(std::string_view text, Belongs belongs) {
  std::size_t runs = 0;
  Scanner scanner(text);
  while (!scanner.at_end()) {
    scanner.skip_while([&belongs](char32_t c) { return !belongs(c); });
    if (!scanner.at_end()) ++runs;
    scanner.skip_while(belongs);
  }
  return runs;
}

}  // namespace

std::vector<QueryToken> lex_query(std::string_view text) {
  return Lexer(text).run();
}

std::size_t join_range(QueryToken& token, std::span<const QueryToken> after, std::string& joined) {
  constexpr std::string_view kDots = "..";
  joined = token.value;
  std::size_t taken = 0;
  for (const QueryToken& next : after) {
    const bool part = next.kind == TokenKind::word || next.kind == TokenKind::phrase;
    const bool dots =
        joined.ends_with(kDots) || (next.kind == TokenKind::word && next.text.starts_with(kDots));
    if (!part || !dots || next.after_space) break;
    joined += next.value;
    const char* const end = next.text.data() + next.text.size();
    token.text = {token.text.data(), static_cast<std::size_t>(end - token.text.data())};
    ++taken;
  }
  if (taken == 0) return 0;
  token.kind = TokenKind::phrase;
  token.value = joined;
  return taken;
}

std::size_t count_words(std::string_view text) {
  return count_runs(text, [](char32_t c) { return !is_white_space(c); });
}

std::size_t count_searchable_parts(std::string_view text) {
  return count_runs(text, is_searchable);
}

std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (Scanner scanner(text); !scanner.at_end(); scanner.step()) {
    if (is_searchable(scanner.peek())) ++letters;
  }
  return letters;
}

std::string_view trim_white_space(std::string_view text) {
  Scanner scanner(text);
  scanner.skip_while(is_white_space);
  const std::size_t begin = scanner.offset();
  std::size_t end = begin;
  while (!scanner.at_end()) {
    scanner.skip_while([](char32_t c) { return !is_white_space(c); });
    end = scanner.offset();
    scanner.skip_while(is_white_space);
  }
  return text.substr(begin, end - begin);
}

}  // namespace newsdex
