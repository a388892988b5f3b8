// What a search has found, in every format: texts of articles reach no terminal, table or page as
// anything but text.
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "printing/answer_printer.hpp"
#include "text/utf8.hpp"

namespace newsdex::fuzz {
namespace {

// Texts stand apart by a record separator; where there are no more, the first comes again.
class Texts {
 public:
  explicit Texts(std::string_view bytes) {
    constexpr char kSeparator = '\x1E';
    const std::string valid = to_valid_utf8(bytes);
    for (std::size_t begin = 0; begin <= valid.size();) {
      const std::size_t end = std::min(valid.find(kSeparator, begin), valid.size());
      texts_.push_back(valid.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  const std::string& next() { return texts_[next_++ % texts_.size()]; }

 private:
  std::vector<std::string> texts_;
  std::size_t next_ = 0;
};

// The second quarter of the text, at the boundaries of characters.
std::vector<ByteRange> marked(const std::string& text) {
  const std::size_t begin = cut_to_bytes(text, text.size() / 4).size();
  const std::size_t end = cut_to_bytes(text, text.size() / 2).size();
  if (begin >= end) return {};
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

SearchResult result_of(Texts& texts) {
  SearchResult result;
  result.query = texts.next();
  result.total = 3;
  Hit hit;
  for (std::string* const field : {&hit.title, &hit.id, &hit.source, &hit.url, &hit.path})
    *field = texts.next();
  hit.language = "en";
  hit.title_highlights = marked(hit.title);
  for (std::vector<std::string>* const names : {&hit.actors, &hit.platforms, &hit.organisations,
                                                &hit.places, &hit.copies, &hit.other_paths})
    names->push_back(texts.next());
  const std::string passage = texts.next();
  hit.snippets = {{passage, marked(passage), true, true}};
  result.hits.push_back(hit);
  result.facets = {{Field::actor, {{texts.next(), 2}, {texts.next(), 1}}, 1}};
  result.timeline = Timeline{TimelineUnit::month, {{"2018-04", 1, texts.next()}}, 1};
  result.matrix = Matrix{};
  result.matrix->rows = {{texts.next(), 2}};
  result.matrix->columns = {{texts.next(), 1}};
  result.matrix->cells = {{1, texts.next()}};
  result.value_timelines = ValueTimelines{Field::platform, {{texts.next(), 1, *result.timeline}}};
  result.suggestion = texts.next();
  return result;
}

// Bytes that act rather than show, but for the ends of lines and columns.
bool acts(char32_t character) {
  const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  const bool layout = character == '\n' || character == '\t' || character == '\r';
  const bool direction = character >= 0x202A && character <= 0x202E;
  return (control && !layout) || direction;
}

// Text that runs from right to left is put between marks of its own, which end in their line.
void check_text(const std::string& printed) {
  constexpr char32_t kEnd = 0x2069;
  require(is_valid_utf8(printed), "what is printed is UTF-8");
  int open = 0;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = decode(printed, at);
    require(!acts(point.value), "nothing that is printed acts on a terminal");
    if (point.value >= 0x2066 && point.value < kEnd) ++open;
    if (point.value == kEnd) --open;
    require(open >= 0 && (open == 0 || point.value != '\n'), "a direction ends in its line");
    at += point.length;
  }
}

void check_page(const std::string& page) {
  for (const std::string_view mark :
       {"<script", "<img", "<iframe", "<object", "<b>", "href=\"javascript:"}) {
    require(page.find(mark) == std::string::npos, "texts are no markup of a page");
  }
}

}  // namespace

void run_printer(std::string_view bytes) {
  Texts texts(bytes);
  const SearchResult result = result_of(texts);
  for (const OutputFormat format : {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl,
                                    OutputFormat::csv, OutputFormat::tsv, OutputFormat::html}) {
    std::ostringstream out;
    AnswerStyle style;
    style.format = format;
    print_answer(out, result, style);
    const std::string printed = out.str();
    check_text(printed);
    if (format == OutputFormat::html) check_page(printed);
    if (format != OutputFormat::json) continue;
    const auto read = nlohmann::json::parse(printed, nullptr, false);
    require(!read.is_discarded(), "JSON is JSON");
    require(read["hits"][0]["title"] == result.hits[0].title, "JSON holds what it was given");
  }
}

}  // namespace newsdex::fuzz
