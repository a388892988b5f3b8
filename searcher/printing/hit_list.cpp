#include "printing/hit_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "printing/value_table.hpp"
#include "text/display_width.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxTitleLines = 2;
constexpr std::size_t kMaxNameLines = 2;
constexpr std::size_t kMaxSnippetLines = 4;
constexpr std::size_t kAllLines = SIZE_MAX;

constexpr int kFieldIndent = 2;
constexpr int kDateGap = 2;         // between title and date
constexpr int kMinTitleWidth = 20;  // with less, the date leaves the line of the title
constexpr std::string_view kBetweenKinds = " \u00B7 ";
constexpr std::string_view kGoesOn = "\u2026";

StyledText title_of(const Page& page, const Hit& hit) {
  const std::string link = link_of(hit, page.links);
  StyledText title;
  title.append_marked(hit.title, hit.title_highlights, Ink::title, Ink::title_mark, link);
  if (title.empty()) title.append("(no title)", Ink::faint, link);
  return title;
}

/// The number, the title, and at the end of its first line the date if it fits there.
void print_title(const Page& page, const Hit& hit, const std::string& number,
                 std::string_view date) {
  const int indent = static_cast<int>(number.size());
  const int date_room = date.empty() ? 0 : static_cast<int>(date.size()) + kDateGap;
  const int room = page.unlimited() ? page.width : std::max(page.width - indent - date_room, 1);
  const StyledText title = title_of(page, hit);
  std::string_view tail = date;
  std::string head = number;
  for (const StyledLine& line : title.wrap(room, kMaxTitleLines)) {
    page.out << head << title.render(line, page.color);
    if (!tail.empty()) {
      page.out << spaces(page.unlimited() ? kDateGap : room - line.width + kDateGap) << tail;
    }
    page.out << '\n';
    head = spaces(indent);
    tail = {};
  }
}

class NameLine {
 public:
  void add(const std::string& value) {
    if (!value.empty()) add_all(std::span(&value, 1));
  }

  void add_all(std::span<const std::string> values) {
    std::string_view separator = text_.empty() ? "" : kBetweenKinds;
    for (const std::string& value : values) {
      text_.append(separator, Ink::faint);
      text_.append(value);
      separator = ", ";
    }
  }

  [[nodiscard]] const StyledText& text() const { return text_; }

 private:
  StyledText text_;
};

/// The signs of omission go inside the passage, which may be right-to-left.
StyledText passage_of(const Snippet& snippet) {
  const std::string before = snippet.cut_before ? fmt::format("{} ", kGoesOn) : "";
  const std::string after = snippet.cut_after ? fmt::format(" {}", kGoesOn) : "";
  const auto shift = static_cast<std::uint32_t>(before.size());
  std::vector<ByteRange> marks = snippet.highlights;
  for (ByteRange& mark : marks) mark = {mark.begin + shift, mark.end + shift};
  StyledText text;
  text.append_marked(before + snippet.text + after, marks, Ink::plain, Ink::mark);
  return text;
}

/// The snippet from the first word on that stands at most `columns` before its first mark.
Snippet from_mark(const Snippet& snippet, int columns) {
  const std::string_view text = snippet.text;
  const std::size_t mark = std::min<std::size_t>(snippet.highlights.front().begin, text.size());
  std::size_t begin = mark;
  for (std::size_t end = mark; end > 0;) {
    end = text.substr(0, end).find_last_of(" \t\n");
    if (end == std::string_view::npos) break;
    const std::string_view before = text.substr(end + 1, mark - end - 1);
    if (display_width(escape_for_terminal(before)) > columns) break;
    begin = end + 1;
  }
  Snippet rest = {std::string(text.substr(begin)), {}, true, snippet.cut_after};
  const auto cut = static_cast<std::uint32_t>(begin);
  for (const ByteRange& range : snippet.highlights) {
    rest.highlights.push_back({range.begin - cut, range.end - cut});
  }
  return rest;
}

/// Of a passage that takes more lines than may be shown, those that hold what matched.
void print_snippet(const Page& page, const Snippet& snippet, int indent) {
  const int room = std::max(page.width - indent, 1);
  StyledText text = passage_of(snippet);
  const auto hides_marks = [&] {
    return !snippet.highlights.empty() && !text.shows(text.wrap(room, kMaxSnippetLines), Ink::mark);
  };
  if (hides_marks()) text = passage_of(from_mark(snippet, room));  // a line of what stands before
  if (hides_marks()) text = passage_of(from_mark(snippet, 0));
  print_wrapped(page, text, indent, kMaxSnippetLines);
}

void print_hit(const Page& page, const Hit& hit, const std::string& number) {
  const int indent = static_cast<int>(number.size());
  const std::string date = shown_date(hit.date);
  const int title_room = page.width - indent - static_cast<int>(date.size()) - kDateGap;
  const bool date_beside_title = title_room >= kMinTitleWidth;
  print_title(page, hit, number, date_beside_title ? std::string_view(date) : std::string_view());

  NameLine names;
  if (!date_beside_title) names.add(date);
  names.add(hit.source);
  names.add_all(hit.actors);
  names.add_all(hit.platforms);
  if (!hit.copies.empty()) names.add(copies_text(hit.copies.size()));
  print_wrapped(page, names.text(), indent, kMaxNameLines);

  for (const Snippet& snippet : hit.snippets) print_snippet(page, snippet, indent);
  StyledText place(Flow::verbatim);
  place.append(place_of(hit), Ink::faint, link_of(hit, page.links));
  print_wrapped(page, place, indent, kAllLines);
}

void print_field(const Page& page, const Hit& hit, const HitField& field, int indent) {
  if (field.name == "snippets") {
    for (const Snippet& snippet : hit.snippets) print_snippet(page, snippet, indent);
    return;
  }
  const Json value = field.value(hit);
  // Names and titles are read, ids and addresses copied.
  StyledText text(field.name == "title" || value.is_array() ? Flow::prose : Flow::verbatim);
  if (field.name == "title") {
    text.append_marked(hit.title, hit.title_highlights, Ink::title, Ink::title_mark);
  } else {
    text.append(cell_text(value));
  }
  print_wrapped(page, text, indent, kAllLines);
}

/// The field's name on a line of its own, its value below.
void print_chosen_fields(const Page& page, const Hit& hit, const HitFields& fields,
                         const std::string& number) {
  const int indent = static_cast<int>(number.size());
  std::string head = number;
  for (const HitField* field : fields) {
    const int room = std::max(page.width - indent, 1);
    page.out << head << fit_on_line(field->name, Ink::faint, room, page.color).shown << '\n';
    head = spaces(indent);
    print_field(page, hit, *field, indent + kFieldIndent);
  }
}

}  // namespace

/// To the day: the minute and its zone tell a reader of a list nothing. What is not from metadata
/// says where it is from.
std::string shown_date(const PublicationDate& date) {
  PartialDate value = date.value;
  if (value.precision == DatePrecision::none) return "no date";
  if (value.precision == DatePrecision::minute) value.precision = DatePrecision::day;
  const bool stated = date.source == DateSource::metadata || date.source == DateSource::none;
  if (stated) return to_string(value);
  return fmt::format("{} ({})", to_string(value), to_string(date.source));
}

std::string place_of(const Hit& hit) {
  const bool in_file = !hit.path.empty() && hit.path != "-";
  if (!in_file) return hit.url.empty() ? hit.id : hit.url;
  return hit.line == 0 ? hit.path : fmt::format("{}:{}", hit.path, hit.line);
}

void print_fields(const Page& page, std::span<const Hit> hits, std::uint64_t offset,
                  const HitFields& fields) {
  const std::size_t digits = fmt::formatted_size("{}", offset + hits.size());
  for (const Hit& hit : hits) {
    page.out << '\n';
    print_chosen_fields(page, hit, fields, fmt::format(" {:>{}}  ", ++offset, digits));
  }
}

void print_hits(const Page& page, std::span<const Hit> hits, std::uint64_t offset) {
  const std::size_t digits = fmt::formatted_size("{}", offset + hits.size());
  for (const Hit& hit : hits) {
    page.out << '\n';
    print_hit(page, hit, fmt::format(" {:>{}}  ", ++offset, digits));
  }
}

}  // namespace newsdex
