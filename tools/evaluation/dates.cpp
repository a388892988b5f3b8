#include "dates.hpp"

#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "newsdex/date_tagger.hpp"
#include "timeml.hpp"

namespace newsdex::evaluation {
namespace {

struct Scores {
  std::size_t expected = 0;
  std::size_t found = 0;
  std::size_t strict = 0;
  std::size_t relaxed = 0;
  std::size_t value = 0;  // of those that overlap
  std::size_t type = 0;
};

double f1(std::size_t right, const Scores& scores) {
  const auto total = static_cast<double>(scores.expected + scores.found);
  return total == 0 ? 0 : 2 * static_cast<double>(right) / total;
}

void print_difference(const TimeMlDocument& document, const TimexSpan* expected,
                      const DateMention* found) {
  constexpr std::size_t kContext = 30;
  const auto words = [&](std::size_t begin, std::size_t end) {
    std::string text = document.text.substr(begin, end - begin);
    for (char& c : text) {
      if (c == '\n') c = ' ';
    }
    return text;
  };
  const std::size_t at = expected != nullptr ? expected->begin : found->begin;
  const std::size_t from = at < kContext ? 0 : at - kContext;
  std::string line = fmt::format("{:>30} ", words(from, at));
  line += expected == nullptr
              ? std::string("[nothing]")
              : fmt::format("[{}={}]", words(expected->begin, expected->end), expected->value);
  line += found == nullptr ? std::string(" nothing")
                           : fmt::format(" <{}={}> {}", words(found->begin, found->end),
                                         found->value, found->rule);
  const std::size_t end = expected != nullptr ? expected->end : found->end;
  fmt::print("{} | {}\n", line, words(end, std::min(end + kContext, document.text.size())));
}

// Pairs each expected span with the first found one that overlaps it and has no pair.
void compare(const TimeMlDocument& document, const std::vector<DateMention>& found, bool list,
             Scores& scores) {
  std::vector<bool> paired(found.size());
  scores.expected += document.spans.size();
  scores.found += found.size();
  for (const TimexSpan& span : document.spans) {
    std::optional<std::size_t> pair;
    for (std::size_t i = 0; i < found.size() && !pair; ++i) {
      const bool overlaps = found[i].begin < span.end && span.begin < found[i].end;
      if (overlaps && !paired[i]) pair = i;
    }
    if (!pair) {
      if (list) print_difference(document, &span, nullptr);
      continue;
    }
    paired[*pair] = true;
    const DateMention& mention = found[*pair];
    const bool strict = mention.begin == span.begin && mention.end == span.end;
    scores.relaxed += 1;
    scores.strict += strict ? 1U : 0U;
    scores.value += mention.value == span.value ? 1U : 0U;
    scores.type += to_string(mention.type) == span.type ? 1U : 0U;
    if (list && (!strict || mention.value != span.value)) {
      print_difference(document, &span, &mention);
    }
  }
  for (std::size_t i = 0; list && i < found.size(); ++i) {
    if (!paired[i]) print_difference(document, nullptr, &found[i]);
  }
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void print(const Scores& scores) {
  fmt::print("expressions: {} expected, {} found\n", scores.expected, scores.found);
  fmt::print("strict F1   {:.4f}\n", f1(scores.strict, scores));
  fmt::print("relaxed F1  {:.4f}  precision {:.4f}  recall {:.4f}\n", f1(scores.relaxed, scores),
             static_cast<double>(scores.relaxed) /
                 static_cast<double>(std::max<std::size_t>(scores.found, 1)),
             static_cast<double>(scores.relaxed) /
                 static_cast<double>(std::max<std::size_t>(scores.expected, 1)));
  fmt::print("value F1    {:.4f}\n", f1(scores.value, scores));
  fmt::print("type F1     {:.4f}\n", f1(scores.type, scores));
}

}  // namespace

int evaluate_dates(std::span<const std::string> files, bool list) {
  Analyzer analyzer;
  const DateTagger tagger;
  TokenStream tokens;
  Scores scores;
  std::size_t bytes = 0;
  std::clock_t spent = 0;
  for (const std::string& path : files) {
    const std::optional<std::string> xml = read_file(path);
    if (!xml) {
      fmt::print(stderr, "newsdex-evaluate: {} cannot be read\n", path);
      return 2;
    }
    const TimeMlDocument document = read_timeml(*xml);
    analyzer.analyze(document.text, document.language, tokens);
    const auto published =
        parse_date(std::string_view(document.creation_time).substr(0, 10)).value_or(PartialDate{});
    const std::clock_t start = std::clock();
    const std::vector<DateMention> found =
        tagger.tag({{}, {}, document.text, tokens.tokens()}, published, document.language);
    spent += std::clock() - start;
    bytes += document.text.size();
    if (list) fmt::print("== {} ({})\n", path, document.creation_time);
    compare(document, found, list, scores);
  }
  print(scores);
  fmt::print("tagging     {:.1f} ns of CPU a byte, of {} bytes\n",
             static_cast<double>(spent) * 1e9 / CLOCKS_PER_SEC /
                 static_cast<double>(std::max<std::size_t>(bytes, 1)),
             bytes);
  return 0;
}

}  // namespace newsdex::evaluation
