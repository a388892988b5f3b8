#include "dates/lexer.hpp"

#include <algorithm>
#include <array>

#include "dates/arithmetic.hpp"
#include "dates/digits.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// No time expression is longer; keeps hostile rows of numbers from being read again and again.
constexpr std::size_t kMaxWordsOfNumber = 8;

constexpr std::int32_t kLargestNumber = 999'999;

struct Mark {
  std::string_view text;
  char tight;   // without white space around it
  char spaced;  // with
};

constexpr auto kMarks = std::to_array<Mark>({{"-", '-', '~'},
                                             {"‐", '-', '~'},
                                             {"‑", '-', '~'},
                                             {"–", '~', '~'},
                                             {"—", '~', '~'},
                                             {"--", '~', '~'},
                                             {",", ',', ','},
                                             {"،", ',', ','},
                                             {"/", '/', '/'},
                                             {"+", '+', '?'},
                                             {":", ':', '?'},
                                             {".", '.', '.'},
                                             {"'", '\'', '\''},
                                             {"’", '\'', '\''},
                                             {"‘", '\'', '\''}});

bool begins_with_digit(std::string_view form) {
  return form.front() >= '0' && form.front() <= '9';
}

std::optional<std::int32_t> spelled_number(const Word* word) {
  if (word == nullptr) return std::nullopt;
  return word->lexeme.value(Kind::number);
}

// Reads one stretch of tokens, all of them known.
class StretchReader {
 public:
  StretchReader(const TimeLexicon& lexicon, std::string_view text, std::span<const Token> tokens,
                std::span<const Word* const> words, std::size_t offset)
      : lexicon_(lexicon), text_(text), tokens_(tokens), words_(words), offset_(offset) {}

  void read(std::vector<Lexeme>& out) {
    while (at_ < words_.size()) {
      Lexeme lexeme;
      const std::size_t begin = at_;
      if (!read_phrase(lexeme) && !read_number(lexeme)) read_word(lexeme);
      lexeme.first = static_cast<std::uint32_t>(offset_ + begin);
      lexeme.last = static_cast<std::uint32_t>(offset_ + at_ - 1);
      lexeme.gap = begin + offset_ == 0 ? '?' : gap_before(begin);
      out.push_back(lexeme);
    }
  }

 private:
  [[nodiscard]] const Token& token(std::size_t at) const { return tokens_[offset_ + at]; }
  [[nodiscard]] char gap_before(std::size_t at) const {
    return gap_between(text_, tokens_[offset_ + at - 1], token(at));
  }
  [[nodiscard]] bool joins(std::size_t at) const {
    if (at == 0 || at >= words_.size()) return false;
    const char gap = gap_before(at);
    return gap == ' ' || gap == '-';
  }

  bool read_phrase(Lexeme& out) {
    const Word* word = words_[at_];
    if (word == nullptr || word->phrase_tokens == 0) return false;
    const std::size_t most = std::min<std::size_t>(word->phrase_tokens, words_.size() - at_);
    for (std::size_t count = most; count > 1; --count) {
      std::string joined(token(at_).form);
      bool whole = true;
      for (std::size_t i = 1; i < count; ++i) {
        whole &= joins(at_ + i) || gap_before(at_ + i) == '.';
        joined += '_';
        joined += token(at_ + i).form;
      }
      const Word* phrase = whole ? lexicon_.find_phrase(joined) : nullptr;
      if (phrase == nullptr) continue;
      out = phrase->lexeme;
      at_ += count;
      return true;
    }
    return false;
  }

  void read_word(Lexeme& out) {
    if (const Word* word = words_[at_]) {
      out = word->lexeme;
    } else {
      read_digits(token(at_).form, out);
      out.grouped = text_.substr(token(at_).begin, token(at_).end - token(at_).begin).find(',') !=
                    std::string_view::npos;
    }
    ++at_;
  }

  bool read_number(Lexeme& out) {
    if (words_[at_] == nullptr) return read_mixed_number(out);
    if (!spelled_number(words_[at_])) return false;
    const std::int32_t value = sum_words();
    out.literal = value == 1 ? words_[at_ - 1]->lexeme.literal : std::uint16_t{0};
    if (joins(at_) && value % 10 == 0 && words_[at_] != nullptr) {
      const auto ordinal = words_[at_]->lexeme.value(Kind::ordinal);
      if (ordinal && *ordinal < 10) {
        ++at_;
        out.add(Kind::ordinal, value + *ordinal);
        return true;
      }
    }
    out.add(Kind::number, value);
    out.thousandths = value * kThousand + half_after();
    return true;
  }

  // "2 1/2".
  bool read_mixed_number(Lexeme& out) {
    if (at_ + 2 >= words_.size() || !joins(at_ + 1) || gap_before(at_ + 2) != '/') return false;
    Lexeme whole;
    if (token(at_ + 1).form != "1" || token(at_ + 2).form != "2") return false;
    if (!read_digits(token(at_).form, whole) || whole.digits == 0) return false;
    out = whole;
    out.digits = 0;
    out.thousandths += kThousand / 2;
    at_ += 3;
    return true;
  }

  // "two hundred and fifty": adds while the next word is of a lower place.
  std::int32_t sum_words() {
    std::int32_t total = 0;
    std::int32_t last = 0;  // value of the last word, whose place bounds the next
    for (std::size_t count = 0; count < kMaxWordsOfNumber && at_ < words_.size(); ++count) {
      if (count > 0 && !joins(at_)) break;
      std::size_t next = at_;
      if (last >= 100 && token(at_).form == "and" && joins(at_ + 1)) ++next;
      const std::optional<std::int32_t> value = spelled_number(words_[next]);
      if (!value) break;
      if (*value >= 100 && count > 0) {
        if (last >= *value || total > kLargestNumber / *value) break;
        total *= *value;
      } else {
        if (count > 0 && (last < 20 || *value >= (last < 100 ? 10 : 100))) break;
        total += *value;
      }
      last = *value;
      at_ = next + 1;
    }
    return total;
  }

  // "two and a half".
  std::int64_t half_after() {
    constexpr std::array<std::string_view, 3> kAndAHalf = {"and", "a", "half"};
    for (std::size_t i = 0; i < kAndAHalf.size(); ++i) {
      if (!joins(at_ + i) || token(at_ + i).form != kAndAHalf[i]) return 0;
    }
    at_ += kAndAHalf.size();
    return kThousand / 2;
  }

  const TimeLexicon& lexicon_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::span<const Word* const> words_;
  std::size_t offset_;
  std::size_t at_ = 0;
};

}  // namespace

char gap_between(std::string_view text, const Token& before, const Token& after) {
  std::string_view gap = text.substr(before.end, after.begin - before.end);
  if (gap == " ") return ' ';
  if (before.possessive) gap.remove_prefix(std::min(gap.find_first_of(" -\n"), gap.size()));
  const std::string_view mark = trim_spaces(gap);
  if (mark.empty()) {
    return std::count(gap.begin(), gap.end(), '\n') > 1 ? '?' : ' ';
  }
  if (mark.size() > 3) return '?';
  for (const Mark& each : kMarks) {
    if (each.text == mark) return mark.size() == gap.size() ? each.tight : each.spaced;
  }
  return '?';
}

void read_stretches(const TimeLexicon& lexicon, std::string_view text,
                    std::span<const Token> tokens, LexedText& out) {
  // So many tokens before a word's turn its letters are asked for, which few have read yet.
  constexpr std::size_t kAhead = 12;
  std::vector<const Word*> words;  // of the stretch so far; nullptr for a token in digits
  bool promising = false;
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    if (i + kAhead < tokens.size()) __builtin_prefetch(tokens[i + kAhead].form.data());
    const bool digits = i < tokens.size() && begins_with_digit(tokens[i].form);
    const Word* word = i < tokens.size() && !digits ? lexicon.find(tokens[i].form) : nullptr;
    if (word != nullptr && word->capitalised_only && !tokens[i].capitalised) word = nullptr;
    if (digits || word != nullptr) {
      promising |= digits || word->begins_expression;
      words.push_back(word);
      continue;
    }
    if (promising) {
      const std::size_t begin = out.lexemes.size();
      StretchReader(lexicon, text, tokens, words, i - words.size()).read(out.lexemes);
      out.stretches.push_back({begin, out.lexemes.size()});
    }
    words.clear();
    promising = false;
  }
}

}  // namespace newsdex
