#include "entities/author_credits.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "entities/credits.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// What parts the names of authors, and these from whom they work for.
constexpr auto kBetweenAuthors = std::to_array<std::string_view>(
    {",", ";", "&", "|", "/", "\n", " and ", " for ", " in ", " with "});

// Before and behind a name that stands alone in its line.
constexpr std::string_view kMarks = " \t\r.,:;|-*";
constexpr auto kBeforeAuthor = std::to_array<std::string_view>({"", "by", "By", "BY", "\u2014"});

// Behind the author's name they say that he or she did nothing but report.
constexpr auto kReports = std::to_array<std::string_view>(
    {" contributed ", " covers ", " reported for ", " reported from ", " reporting from ",
     " reports for ", " reports from ", " reports on ", " writes about ", " writes for ",
     " writes from ", " writes on "});

// Whoever is one of these reports: "Jane Doe is a senior correspondent in Paris".
constexpr auto kReporters = std::to_array<std::string_view>(
    {"columnist", "contributor", "correspondent", "editor", "journalist", "reporter", "writer"});

// Where the words end that say what somebody is.
constexpr auto kBehindOccupation =
    std::to_array<std::string_view>({"and", "at", "based", "by", "covering", "for", "from", "in",
                                     "of", "on", "who", "whose", "with"});
constexpr std::size_t kMostOccupationWords = 6;

// What is further away tells nothing, and a list of so many names is no author's.
constexpr std::size_t kBylineReach = 120;
constexpr std::size_t kMostAuthors = 8;

std::string_view without_author_marks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kMarks) + 1 - first);
}

bool is_letter_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

std::vector<std::string_view> names_of_authors(std::string_view author) {
  std::vector<std::string_view> out;
  while (!author.empty() && out.size() < kMostAuthors) {
    std::size_t end = author.size();
    std::size_t next = end;
    for (const std::string_view between : kBetweenAuthors) {
      const std::size_t at = author.find(between);
      if (at >= end) continue;
      end = at;
      next = at + between.size();
    }
    const std::string_view name = trim_spaces(author.substr(0, end));
    if (name.find(' ') != std::string_view::npos) out.push_back(name);
    author.remove_prefix(next);
  }
  return out;
}

// " is a senior correspondent in Paris".
bool says_reporter(std::string_view behind) {
  constexpr std::string_view kIs = " is ";
  if (!behind.starts_with(kIs)) return false;
  behind.remove_prefix(kIs.size());
  std::string_view last;
  for (std::size_t words = 0; words < kMostOccupationWords && !behind.empty(); ++words) {
    const std::string_view word = behind.substr(0, behind.find(' '));
    if (is_one_of(word, kBehindOccupation)) break;
    last = without_author_marks(word);
    if (last.size() < word.size()) break;
    behind.remove_prefix(std::min(word.size() + 1, behind.size()));
  }
  return is_one_of(last, kReporters);
}

bool is_author_byline(std::string_view before, std::string_view behind) {
  if (is_one_of(without_author_marks(before), kBeforeAuthor) &&
      without_author_marks(behind).empty())
    return true;
  return says_reporter(behind) ||
         std::any_of(kReports.begin(), kReports.end(),
                     [&](std::string_view phrase) { return behind.starts_with(phrase); });
}

// The line's bytes before `at`, or the last of them.
std::string_view line_until(std::string_view body, std::size_t at) {
  const std::size_t from = at - std::min(at, kBylineReach);
  const std::string_view until = body.substr(from, at - from);
  return until.substr(until.rfind('\n') + 1);
}

void add_credits_of(std::string_view body, std::string_view name, std::vector<CreditSpan>& spans) {
  const std::vector<CreditSpan> known = spans;
  for (std::size_t at = body.find(name); at != std::string_view::npos;
       at = body.find(name, at + name.size())) {
    const std::size_t end = at + name.size();
    const CreditSpan span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const bool is_part = (at > 0 && is_letter_of_name(body[at - 1])) ||
                         (end < body.size() && is_letter_of_name(body[end]));
    const std::string_view behind = body.substr(end, kBylineReach);
    const bool is_new = !is_part && !is_credited(known, span.begin, span.end) &&
                        is_author_byline(line_until(body, at), behind.substr(0, behind.find('\n')));
    if (is_new) spans.push_back(span);
  }
  std::sort(spans.begin(), spans.end());
}

}  // namespace

void add_author_credits(std::string_view body, std::string_view author,
                        std::vector<CreditSpan>& spans) {
  for (const std::string_view name : names_of_authors(author)) add_credits_of(body, name, spans);
}

}  // namespace newsdex
