#include "reading/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "reading/embedded_patterns.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kLongestLine = 400;  // bytes; boilerplate that is longer is a paragraph

struct BoilerplatePattern {
  std::string_view text;
  std::size_t longest = kLongestLine;  // bytes of a line that it counts for
};

/// Patterns of one kind, by their first byte; those that begin with "*" are tried on every line.
class PatternList {
 public:
  void add(const BoilerplatePattern& pattern) {
    by_first_[index(pattern.text.front())].push_back(pattern);
  }

  [[nodiscard]] bool matches(std::string_view folded) const {
    if (folded.empty()) return false;
    const auto fits = [&](const BoilerplatePattern& pattern) {
      return folded.size() <= pattern.longest && matches(pattern.text, folded);
    };
    const auto& own = by_first_[index(folded.front())];
    const auto& open = by_first_[index('*')];
    return std::any_of(own.begin(), own.end(), fits) || std::any_of(open.begin(), open.end(), fits);
  }

 private:
  static std::size_t index(char byte) { return static_cast<unsigned char>(byte); }

  // "*" stands for any bytes; where the rest does not fit, the last one takes one byte more.
  static bool matches(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
      if (p < pattern.size() && pattern[p] == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.size() && pattern[p] == text[t]) {
        ++p;
        ++t;
      } else if (star != std::string_view::npos) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
  }

  std::array<std::vector<BoilerplatePattern>, 256> by_first_;
};

/// The patterns of boilerplate.txt.
struct BoilerplatePatterns {
  PatternList lines;
  PatternList neighbours;
  PatternList brackets;

  explicit BoilerplatePatterns(std::string_view text) {
    PatternList* list = &lines;
    for (LineCursor cursor(text); cursor.next_with_text();) {
      const std::string_view line = trim_spaces(cursor.line());
      if (line == "[lines]") list = &lines;
      if (line == "[neighbours]") list = &neighbours;
      if (line == "[brackets]") list = &brackets;
      if (!line.starts_with('#') && !line.starts_with('[')) list->add(pattern_of(line));
    }
  }

 private:
  // "60 photo: *" counts for lines of 60 bytes at most.
  static BoilerplatePattern pattern_of(std::string_view line) {
    BoilerplatePattern pattern{line};
    const std::size_t space = line.find(' ');
    std::size_t longest = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), longest);
    if (error != std::errc() || end != line.data() + space) return pattern;
    return {line.substr(space + 1), longest};
  }
};

bool is_mark(char byte) {
  constexpr std::string_view kMarks = " \t.:;,!|>*-_\"'";
  return kMarks.find(byte) != std::string_view::npos;
}

// In lower case, one space between words, without marks at the ends.
std::string folded(std::string_view line) {
  while (!line.empty() && is_mark(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_mark(line.back())) line.remove_suffix(1);
  return ascii_lower(single_spaced(line));
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
    const std::string words = folded(line);
    if (patterns_.lines.matches(words)) return LineKind::boilerplate;
    return patterns_.neighbours.matches(words) ? LineKind::neighbour : LineKind::text;
  }

  [[nodiscard]] bool is_boilerplate(std::size_t line) const {
    if (lines_[line].kind != LineKind::neighbour) return lines_[line].kind == LineKind::boilerplate;
    const bool after = line > 0 && lines_[line - 1].kind != LineKind::text;
    return after || (line + 1 < lines_.size() && lines_[line + 1].kind != LineKind::text);
  }

  // "(Reporting by Jane Roe; editing by John Doe)" at the end of a paragraph or in the middle.
  void look_into(std::string_view line) {
    for (std::size_t open = line.find('('); open != std::string_view::npos;
         open = line.find('(', open + 1)) {
      const std::size_t close = line.substr(open, kLongestLine).find(')');
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
