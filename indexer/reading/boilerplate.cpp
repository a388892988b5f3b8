#include "reading/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "reading/embedded_patterns.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes; boilerplate that is longer is a paragraph
constexpr std::size_t kLongestCredit = 40;

struct BoilerplatePattern {
  std::string_view text;
  std::size_t longest = kLongestLine;  // bytes of a line that it counts for
  bool yields_to_prose = false;        // does not count where the line reads like a sentence

  [[nodiscard]] bool ends_in_credit() const { return text.ends_with('~'); }

  /// The plain bytes that a line must end with, but for a credit, which rules out most lines at
  /// once.
  [[nodiscard]] std::string_view tail() const {
    const std::string_view plain = text.substr(0, text.size() - (ends_in_credit() ? 1 : 0));
    return plain.substr(plain.find_last_of("*^~") + 1);
  }
};

/// A line as patterns are held against it: without marks at its ends and one space between words.
struct PatternLine {
  std::string cased;
  std::string lower;
};

// A letter that is not a small one of ASCII.
bool begins_name(char byte) {
  return (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0xC0;
}

// What stands after the agency in the credit of a picture: a name, or "Handout via X".
bool is_credited(std::string_view rest) {
  return !rest.empty() && rest.size() <= kLongestCredit && begins_name(rest.front()) &&
         rest.find_first_of(",;:?!") == std::string_view::npos &&
         rest.find(" - ") == std::string_view::npos;
}

/// Patterns of one kind, by their first byte; those that begin with "*" are tried on every line.
class PatternList {
 public:
  void add(const BoilerplatePattern& pattern) {
    by_first_[index(pattern.text.front())].push_back(
        {pattern, pattern.tail(), pattern.ends_in_credit()});
  }

  /// Whether a pattern fits; `reads_as_prose` is asked for those that yield to it.
  template <typename ReadsAsProse>
  [[nodiscard]] bool matches(const PatternLine& line, ReadsAsProse&& reads_as_prose) const {
    if (line.lower.empty()) return false;
    const auto fits = [&](const Entry& entry) {
      const BoilerplatePattern& pattern = entry.pattern;
      return line.lower.size() <= pattern.longest && entry.may_end(line.lower) &&
             matches(pattern.text, line) && !(pattern.yields_to_prose && reads_as_prose());
    };
    const auto& own = by_first_[index(line.lower.front())];
    const auto& open = by_first_[index('*')];
    return std::any_of(own.begin(), own.end(), fits) || std::any_of(open.begin(), open.end(), fits);
  }

  [[nodiscard]] bool matches(const PatternLine& line) const {
    return matches(line, [] { return false; });
  }

 private:
  struct Entry {
    BoilerplatePattern pattern;
    std::string_view tail;
    bool ends_in_credit;

    [[nodiscard]] bool may_end(std::string_view line) const {
      if (!ends_in_credit) return line.ends_with(tail);
      const std::size_t most = std::min(line.size(), tail.size() + kLongestCredit);
      return line.find(tail, line.size() - most) != std::string_view::npos;
    }
  };

  static std::size_t index(char byte) { return static_cast<unsigned char>(byte); }

  // Where the bytes that "*" stands for may end at the earliest: where the byte behind it is.
  static std::size_t resume_at(std::string_view behind, std::string_view text, std::size_t at) {
    constexpr std::string_view kSpecial = "*^~";
    if (behind.empty() || kSpecial.find(behind.front()) != std::string_view::npos) return at;
    return std::min(text.find(behind.front(), at), text.size());
  }

  // "*" stands for any bytes; where the rest does not fit, the last one takes one byte more. "^"
  // takes none, but wants a capital, or a letter beyond ASCII, to come; "~" at the end is a credit.
  static bool matches(std::string_view pattern, const PatternLine& line) {
    const std::string_view text = line.lower;
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
      if (p < pattern.size() && pattern[p] == '*') {
        star = p++;
        resume = t = resume_at(pattern.substr(p), text, t);
      } else if (p < pattern.size() && pattern[p] == '^' && begins_name(line.cased[t])) {
        ++p;
      } else if (p + 1 == pattern.size() && pattern[p] == '~' &&
                 is_credited(std::string_view(line.cased).substr(t))) {
        return true;
      } else if (p < pattern.size() && pattern[p] == text[t]) {
        ++p;
        ++t;
      } else if (star != std::string_view::npos) {
        p = star + 1;
        resume = t = resume_at(pattern.substr(p), text, resume + 1);
      } else {
        return false;
      }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
  }

  std::array<std::vector<Entry>, 256> by_first_;
};

/// The patterns of boilerplate.txt.
struct BoilerplatePatterns {
  PatternList lines;
  PatternList prose;  // sentences, against those patterns that yield to them
  PatternList never;  // against all patterns
  PatternList neighbours;
  PatternList brackets;

  explicit BoilerplatePatterns(std::string_view text) {
    PatternList* list = &lines;
    for (LineCursor cursor(text); cursor.next_with_text();) {
      const std::string_view line = trim_spaces(cursor.line());
      if (line == "[lines]") list = &lines;
      if (line == "[prose]") list = &prose;
      if (line == "[never]") list = &never;
      if (line == "[neighbours]") list = &neighbours;
      if (line == "[brackets]") list = &brackets;
      if (!line.starts_with('#') && !line.starts_with('[')) list->add(pattern_of(line));
    }
  }

 private:
  // "60 photo: *" counts for lines of 60 bytes at most, "? join us on *" for what is no sentence.
  static BoilerplatePattern pattern_of(std::string_view line) {
    const bool yields = line.starts_with("? ");
    if (yields) line.remove_prefix(2);
    BoilerplatePattern pattern{line, kLongestLine, yields};
    const std::size_t space = line.find(' ');
    std::size_t longest = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), longest);
    if (error != std::errc() || end != line.data() + space) return pattern;
    return {line.substr(space + 1), longest, yields};
  }
};

bool is_mark(char byte) {
  constexpr std::string_view kMarks = " \t.:;,!|>*-_\"'";
  return kMarks.find(byte) != std::string_view::npos;
}

PatternLine folded(std::string_view line) {
  while (!line.empty() && is_mark(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_mark(line.back())) line.remove_suffix(1);
  std::string cased = single_spaced(line);
  std::string lower = ascii_lower(cased);
  return {std::move(cased), std::move(lower)};
}

// So that "wrote, or" has the word "wrote".
PatternLine without_marks(PatternLine line) {
  constexpr std::string_view kPunctuation = ",;:.!?\"()";
  for (char& byte : line.lower) {
    if (kPunctuation.find(byte) != std::string_view::npos) byte = ' ';
  }
  line.lower = single_spaced(line.lower);
  line.cased = line.lower;
  return line;
}

class BoilerplateSearch {
 public:
  BoilerplateSearch(std::string_view body, const BoilerplatePatterns& patterns)
      : body_(body), patterns_(patterns) {}

  std::vector<ByteRange> run() {
    for (LineCursor lines(body_); lines.next_with_text();) {
      const std::string_view line = trim_spaces(lines.line());
      lines_.push_back({line, kind_of(line)});
    }
    bool any_text = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_boilerplate(i)) {
        add(lines_[i].text);
      } else {
        any_text = true;
        look_into(lines_[i].text);
      }
    }
    if (!any_text) found_.clear();
    return std::move(found_);
  }

 private:
  enum class LineKind : std::uint8_t { text, neighbour, boilerplate };
  struct Line {
    std::string_view text;
    LineKind kind;
  };

  [[nodiscard]] LineKind kind_of(std::string_view line) const {
    if (line.size() > kLongestLine) return LineKind::text;
    const PatternLine words = folded(line);
    const bool fits = patterns_.lines.matches(
        words, [&] { return patterns_.prose.matches(without_marks(words)); });
    if (fits) return patterns_.never.matches(words) ? LineKind::text : LineKind::boilerplate;
    return patterns_.neighbours.matches(words) ? LineKind::neighbour : LineKind::text;
  }

  [[nodiscard]] bool is_boilerplate(std::size_t line) const {
    if (lines_[line].kind != LineKind::neighbour) return lines_[line].kind == LineKind::boilerplate;
    const bool after = line > 0 && lines_[line - 1].kind != LineKind::text;
    return after || (line + 1 < lines_.size() && lines_[line + 1].kind != LineKind::text);
  }

  // "(Reporting by Jane Roe; editing by John Doe)" at the end of a paragraph or in the middle.
  void look_into(std::string_view line) {
    if (line.find('(') == std::string_view::npos && line.find('[') == std::string_view::npos)
      return;
    for (std::size_t open = 0; open < line.size(); ++open) {
      if (line[open] != '(' && line[open] != '[') continue;
      const std::size_t close = line.substr(open, kLongestLine).find(line[open] == '(' ? ')' : ']');
      if (close == std::string_view::npos) continue;
      const std::string_view inside = line.substr(open + 1, close - 1);
      if (patterns_.brackets.matches(folded(inside))) add(line.substr(open, close + 1));
    }
  }

  void add(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(text.data() - body_.data());
    if (!found_.empty() && begin < found_.back().end) return;
    found_.push_back({begin, begin + static_cast<std::uint32_t>(text.size())});
  }

  std::string_view body_;
  const BoilerplatePatterns& patterns_;
  std::vector<Line> lines_;
  std::vector<ByteRange> found_;
};

}  // namespace

std::vector<ByteRange> find_boilerplate(std::string_view body) {
  static const BoilerplatePatterns kPatterns(boilerplate_text());
  return BoilerplateSearch(body, kPatterns).run();
}

}  // namespace newsdex
