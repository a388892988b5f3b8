// PDF, by poppler's pdftotext as a program of its own: what a hostile file does to it, it does to a
// process that has limits and nothing to lose.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reading/child_process.hpp"
#include "reading/encoding.hpp"
#include "reading/format.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::string reason_of(ChildFailure failure, const ReadLimits& limits) {
  switch (failure) {
    case ChildFailure::not_installed:
      return "a PDF, which pdftotext would read, but it is not installed (package poppler-utils)";
    case ChildFailure::no_start:
      return "a PDF, and pdftotext cannot be started";
    case ChildFailure::timeout:
      return fmt::format("a PDF that takes pdftotext more than {} seconds",
                         limits.max_seconds_per_pdf);
    case ChildFailure::too_much:
      return fmt::format("a PDF with text {}", too_large(limits));
    case ChildFailure::failed:
      break;
  }
  return "a PDF that pdftotext cannot read: damaged or encrypted";
}

bool is_page_number(std::string_view line) {
  return !line.empty() && line.size() <= 4 && std::all_of(line.begin(), line.end(), [](char byte) {
    return byte >= '0' && byte <= '9';
  });
}

bool is_lower(char byte) {
  return byte >= 'a' && byte <= 'z';
}

// A word that the end of a line cut is whole again where it goes on in lower case.
void append_line(std::string& paragraph, std::string_view line) {
  const bool cut = paragraph.size() > 1 && paragraph.ends_with('-') &&
                   is_lower(paragraph[paragraph.size() - 2]) && is_lower(line.front());
  if (cut) {
    paragraph.pop_back();
  } else if (!paragraph.empty()) {
    paragraph += ' ';
  }
  paragraph += line;
}

// Blank lines part paragraphs, form feeds pages.
std::string paragraphs_of(std::string_view text) {
  std::string out;
  std::string paragraph;
  const auto finish = [&] {
    if (paragraph.empty()) return;
    out.append(out.empty() ? "" : "\n").append(paragraph);
    paragraph.clear();
  };
  for (LineCursor lines(text); lines.next();) {
    if (lines.line().starts_with('\f')) finish();
    const std::string_view line = trim_spaces(lines.line());
    if (line.empty()) {
      finish();
    } else if (!is_page_number(line)) {
      append_line(paragraph, line);
    }
  }
  finish();
  return out;
}

constexpr auto kNoTitles = std::to_array<std::string_view>(
    {"untitled", "microsoft ", "powerpoint ", "layout ", "slide ", "document", "print "});

// "report.final.docx", "C:\\news\\a.tmp"
bool is_file_name(std::string_view text) {
  constexpr std::size_t kLongestEnding = 5;
  const std::size_t dot = text.rfind('.');
  const std::string_view ending = dot == std::string_view::npos ? "" : text.substr(dot + 1);
  const bool has_ending = !ending.empty() && ending.size() <= kLongestEnding &&
                          std::all_of(ending.begin(), ending.end(), is_lower);
  return has_ending || text.find('\\') != std::string_view::npos ||
         text.find("://") != std::string_view::npos;
}

// Programs that print make up titles from names of files and of themselves.
bool is_title(std::string_view text) {
  constexpr std::size_t kLongest = 300;
  constexpr std::ptrdiff_t kFewestWords = 3;
  const std::string lower = ascii_lower(text);
  const bool made_up = std::any_of(kNoTitles.begin(), kNoTitles.end(),
                                   [&](std::string_view made) { return lower.starts_with(made); });
  const auto words = std::count(text.begin(), text.end(), ' ') + 1;
  return words >= kFewestWords && text.size() <= kLongest && !made_up && !is_file_name(lower);
}

// What pdfinfo says on the line "Title:"; empty where that is no title, or pdfinfo not installed.
std::string stated_title(const std::string& bytes, ChildLimits limits) {
  constexpr std::string_view kLabel = "Title:";
  limits.output_bytes = std::uint64_t{1} << 20U;
  const auto info = run_filter({"pdfinfo", "-enc", "UTF-8", "-"}, bytes, limits);
  if (!info) return {};
  const std::string text = to_valid_utf8(*info);
  for (LineCursor lines(text); lines.next();) {
    if (!lines.line().starts_with(kLabel)) continue;
    std::string title = single_spaced(trim_spaces(lines.line().substr(kLabel.size())));
    return is_title(title) ? title : std::string();
  }
  return {};
}

// One paragraph is text, not a title; and a title that the file states may stand above the text.
Article article_of_pdf(const std::string& text, const std::string& title) {
  Article article = article_of_plain_text(text, 1);
  if (article.body.empty()) article.body.swap(article.title);
  if (title.empty()) return article;
  const bool repeated = ascii_lower(single_spaced(article.title)) == ascii_lower(title);
  if (!repeated) article.body = text;
  article.title = title;
  return article;
}

}  // namespace

bool looks_like_pdf(std::string_view bytes, const FileHints& /*hints*/) {
  return bytes.starts_with("%PDF-");
}

void read_pdf(const StreamInput& input) {
  const ReadLimits& limits = input.options.limits;
  const auto fail = [&](std::string reason) {
    input.handlers.error({input.path, 0, std::move(reason)});
  };
  const std::string bytes = read_rest(input.source, limits.max_text_bytes);
  if (!input.source.error().empty()) return;
  if (bytes.size() > limits.max_text_bytes) return fail(too_large(limits));
  ChildLimits child;
  child.time = std::chrono::seconds(limits.max_seconds_per_pdf);
  child.output_bytes = limits.max_text_bytes;
  const auto text = run_filter({"pdftotext", "-q", "-enc", "UTF-8", "-", "-"}, bytes, child);
  if (!text) return fail(reason_of(text.error(), limits));
  Article article = article_of_pdf(paragraphs_of(to_valid_utf8(*text)), stated_title(bytes, child));
  if (article.title.empty() && article.body.empty()) return fail("a PDF without text");
  article.line = 0;
  article.path = input.path;
  input.handlers.article(std::move(article));
}

}  // namespace newsdex
