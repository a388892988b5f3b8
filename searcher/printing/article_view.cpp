#include "printing/article_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "printing/hit_list.hpp"

namespace newsdex {
namespace {

struct TagKind {
  std::string_view name;
  const std::vector<std::string> Hit::*values;
};

constexpr std::array<TagKind, 4> kTagKinds = {{{"actors", &Hit::actors},
                                               {"platforms", &Hit::platforms},
                                               {"organisations", &Hit::organisations},
                                               {"places", &Hit::places}}};

void print_tags(const Page& page, const Hit& hit) {
  for (const TagKind& kind : kTagKinds) {
    const std::vector<std::string>& values = hit.*kind.values;
    if (values.empty()) continue;
    StyledText text;
    text.append(fmt::format("{}: ", kind.name), Ink::faint);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) text.append(", ");
      text.append(values[i]);
    }
    print_wrapped(page, text, 0, SIZE_MAX);
  }
}

// The part of the marks that lies in [begin, end), counted from `begin`.
std::vector<ByteRange> marks_within(std::span<const ByteRange> marks, std::uint32_t begin,
                                    std::uint32_t end) {
  std::vector<ByteRange> inside;
  for (const ByteRange& mark : marks) {
    const std::uint32_t from = std::max(mark.begin, begin);
    const std::uint32_t to = std::min(mark.end, end);
    if (from < to) inside.push_back({from - begin, to - begin});
  }
  return inside;
}

void print_body(const Page& page, const Snippet& body) {
  const std::string_view text = body.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto marks = marks_within(body.highlights, static_cast<std::uint32_t>(begin),
                                    static_cast<std::uint32_t>(end));
    StyledText line;
    line.append_marked(text.substr(begin, end - begin), marks, Ink::plain, Ink::mark);
    begin = end + 1;
    if (line.empty()) continue;
    print_wrapped(page, line, 0, SIZE_MAX);
    page.out << '\n';
  }
}

}  // namespace

void print_article(const Page& page, const Hit& hit) {
  StyledText title;
  title.append_marked(hit.title, hit.title_highlights, Ink::title, Ink::title_mark);
  print_wrapped(page, title, 0, SIZE_MAX);
  StyledText facts;
  facts.append(shown_date(hit.date));
  if (!hit.source.empty()) {
    facts.append(" \u00B7 ", Ink::faint);
    facts.append(hit.source);
  }
  print_wrapped(page, facts, 0, SIZE_MAX);
  StyledText place(Flow::verbatim);
  place.append(place_of(hit), Ink::faint, link_of(hit, page.links));
  print_wrapped(page, place, 0, SIZE_MAX);
  print_tags(page, hit);
  page.out << '\n';
  for (const Snippet& body : hit.snippets) print_body(page, body);
}

void print_hit_line(const Page& page, const Hit& hit) {
  constexpr int kDateWidth = 10;
  PartialDate date = hit.date.value;
  if (date.precision == DatePrecision::minute) date.precision = DatePrecision::day;
  const std::string day = date.precision == DatePrecision::none ? "" : to_string(date);
  StyledText line;
  line.append_marked(hit.title, hit.title_highlights, Ink::title, Ink::title_mark);
  if (line.empty()) line.append("(no title)", Ink::faint);
  if (!hit.source.empty()) {
    line.append("  ");
    line.append(hit.source, Ink::faint);
  }
  page.out << fmt::format("{:<{}}  ", day, kDateWidth);
  for (const StyledLine& each : line.wrap(kUnlimitedWidth, 1)) {
    page.out << line.render(each, page.color);
  }
  page.out << '\n';
}

}  // namespace newsdex
