// Wire dumps: articles copied one after another out of an agency's pages.
//
//   Title
//   ◢ The lead, which repeats the first paragraphs and may be cut short,
//   First paragraph, and so on, one a line.
//   Photo Credit: Agency
//
// The line before a lead is a title and begins an article; a photo credit ends one. Text that no
// article claims (before the first title, after a credit) is an article of its own, and a second
// lead a paragraph, so that nothing is lost. The credit is not about the news and is left out.
#include <unicode/uchar.h>

#include <optional>
#include <utility>
#include <vector>

#include "reading/format.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kLeadMark = "◢";

bool is_lead(std::string_view line) {
  return trim_spaces(line).starts_with(kLeadMark);
}

std::string_view text_of_lead(std::string_view line) {
  return trim_spaces(trim_spaces(line).substr(kLeadMark.size()));
}

// "Photo Credit", "Photo credits: X", but not "Photo credit unions ...".
bool is_credit(std::string_view line) {
  constexpr std::string_view kCredit = "photo credit";
  if (ascii_lower(line.substr(0, kCredit.size())) != kCredit) return false;
  std::string_view rest = line.substr(kCredit.size());
  if (rest.starts_with('s')) rest.remove_prefix(1);
  rest = trim_spaces(rest);
  return rest.empty() || rest.front() == ':';
}

// Letters and digits alone: a lead and the paragraph that it repeats differ in quotation marks.
std::string essence(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (u_isalnum(static_cast<UChar32>(point.value))) out.append(text.substr(at, point.length));
    at += point.length;
  }
  return out;
}

struct DumpedArticle {
  std::uint64_t line = 0;
  std::string_view title;
  std::optional<std::string_view> lead;
  std::vector<std::string_view> paragraphs;
};

// A lead repeats paragraphs in their order, maybe passing over some, the last of them maybe only
// in part.
bool repeats_paragraphs(std::string_view lead, const std::vector<std::string_view>& paragraphs) {
  const std::string whole = essence(lead);
  std::string_view left = whole;
  for (const std::string_view paragraph : paragraphs) {
    if (left.empty()) break;
    const std::string text = essence(paragraph);
    if (text.starts_with(left)) return true;
    if (left.starts_with(text)) left.remove_prefix(text.size());
  }
  return left.empty();
}

void append_paragraph(std::string& body, std::string_view paragraph) {
  if (!body.empty() && !paragraph.empty()) body += '\n';
  body += paragraph;
}

// Nothing says that the first line is a title, so it is judged as in any other text.
Article article_without_lead(const DumpedArticle& dumped) {
  std::string text(dumped.title);
  for (const std::string_view paragraph : dumped.paragraphs) append_paragraph(text, paragraph);
  return article_of_plain_text(text, saturate(dumped.line));
}

Article to_article(const DumpedArticle& dumped) {
  if (!dumped.lead) return article_without_lead(dumped);
  Article article;
  article.title = dumped.title;
  article.line = saturate(dumped.line);
  if (!repeats_paragraphs(*dumped.lead, dumped.paragraphs)) article.body = *dumped.lead;
  for (const std::string_view paragraph : dumped.paragraphs) {
    append_paragraph(article.body, paragraph);
  }
  return article;
}

class DumpReader {
 public:
  explicit DumpReader(const TextInput& input) : input_(input) {}

  void read() {
    LineCursor lines(input_.text);
    LineCursor ahead(input_.text);
    bool more = ahead.next_with_text();
    while (lines.next_with_text()) {
      more = more && ahead.next_with_text();
      take(trim_spaces(lines.line()), lines.number(), more && is_lead(ahead.line()));
    }
    finish();
    if (record_ == 0) input_.handlers.error(unread(input_.path, 0, std::string(kNoText)));
  }

 private:
  void take(std::string_view line, std::uint64_t number, bool before_lead) {
    if (is_credit(line)) return finish();
    const bool lead = is_lead(line);
    if (before_lead && !lead) finish();
    if (!current_) {
      current_ = DumpedArticle{number, lead ? std::string_view() : line, {}, {}};
      if (!lead) return;
    }
    if (lead && !current_->lead) {
      current_->lead = text_of_lead(line);
    } else {
      current_->paragraphs.push_back(lead ? text_of_lead(line) : line);
    }
  }

  void finish() {
    if (!current_) return;
    Article article = to_article(*std::exchange(current_, std::nullopt));
    if (article.title.empty() && article.body.empty()) return;
    article.path = input_.path;
    article.record = saturate(++record_);
    input_.handlers.article(std::move(article));
  }

  const TextInput& input_;
  std::optional<DumpedArticle> current_;
  std::uint64_t record_ = 0;
};

}  // namespace

bool looks_like_wire_dump(std::string_view text, const FileHints& /*hints*/) {
  if (text.find(kLeadMark) == std::string_view::npos) return false;
  for (LineCursor lines(text); lines.next();) {
    if (is_lead(lines.line())) return true;
  }
  return false;
}

void read_wire_dump(const TextInput& input) {
  DumpReader(input).read();
}

}  // namespace newsdex
