// Newsletters: one message (.eml), or a mailbox of them (mbox), by GMime.
//
// A mailbox is split at its lines "From ...", so that one of any size can be read; GMime then takes
// a message apart: headers, parts, base64, quoted-printable. Of a text and its HTML the one is read
// that says more.
#include <fmt/format.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <istream>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "reading/bounded_lines.hpp"
#include "reading/encoding.hpp"
#include "reading/format.hpp"
#include "reading/html_blocks.hpp"
#include "reading/metadata.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr int kMaxParts = 1000;
constexpr int kMaxPartDepth = 32;  // GMime's own parser is bounded by what was checked before
constexpr double kMostlyLinks = 0.5;

struct ObjectDeleter {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, ObjectDeleter>;

// GMime keeps tables for the life of the program.
void start_gmime() {
  static const bool kStarted = [] {
    g_mime_init();
    return true;
  }();
  (void)kStarted;
}

std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

/// What was found in the parts of a message.
struct MailText {
  std::string plain;
  std::string html;
};

std::string bytes_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* const bytes =
      g_mime_stream_mem_get_byte_array(reinterpret_cast<GMimeStreamMem*>(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string text_of_html_part(const std::string& html) {
  const auto tree = parse_html(html);
  if (!tree) return {};
  std::string out;
  for (const TextBlock& block : text_blocks(*tree, MarkupTree::kRoot)) {
    if (link_density(block) > kMostlyLinks) continue;
    out.append(out.empty() ? "" : "\n").append(block.text);
  }
  return out;
}

class PartWalk {
 public:
  MailText run(GMimeObject* top) {
    visit(top, 0);
    return std::move(text_);
  }

 private:
  void visit(GMimeObject* object, int depth) {
    if (object == nullptr || depth > kMaxPartDepth || ++parts_ > kMaxParts) return;
    if (GMIME_IS_MULTIPART(object)) {
      auto* const multipart = reinterpret_cast<GMimeMultipart*>(object);
      const int count = g_mime_multipart_get_count(multipart);
      for (int i = 0; i < count; ++i) visit(g_mime_multipart_get_part(multipart, i), depth + 1);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* const message =
          g_mime_message_part_get_message(reinterpret_cast<GMimeMessagePart*>(object));
      if (message != nullptr) visit(g_mime_message_get_mime_part(message), depth + 1);
    } else if (GMIME_IS_PART(object)) {
      take(object);
    }
  }

  void take(GMimeObject* object) {
    if (ascii_lower(text_or_empty(g_mime_object_get_disposition(object))) == "attachment") return;
    GMimeContentType* const type = g_mime_object_get_content_type(object);
    const bool plain = g_mime_content_type_is_type(type, "text", "plain") != 0;
    const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
    if (!plain && !html) return;
    const std::string charset = text_or_empty(g_mime_content_type_get_parameter(type, "charset"));
    const auto decoded = decode_text(bytes_of(reinterpret_cast<GMimePart*>(object)), charset);
    if (!decoded) return;
    std::string& text = plain ? text_.plain : text_.html;
    if (!text.empty()) text += "\n\n";
    text += plain ? decoded->text : text_of_html_part(decoded->text);
  }

  MailText text_;
  int parts_ = 0;
};

std::string in_words(GDateTime* date) {
  if (date == nullptr) return {};
  char* const text = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
  std::string out = text_or_empty(text);
  g_free(text);
  return out;
}

// Letters that archives keep may have lost the sender's date: then the time at which they came in,
// which the first of the headers "Received" has after its last semicolon.
std::string date_of(GMimeMessage* message) {
  std::string sent = in_words(g_mime_message_get_date(message));
  if (!sent.empty()) return sent;
  for (const char* const name : {"Resent-Date", "Delivery-Date", "Received"}) {
    const std::string value =
        text_or_empty(g_mime_object_get_header(reinterpret_cast<GMimeObject*>(message), name));
    if (value.empty()) continue;
    const std::string stated = value.substr(value.rfind(';') + 1);  // npos + 1 is 0
    GDateTime* const date = g_mime_utils_header_decode_date(stated.c_str());
    std::string received = in_words(date);
    if (date != nullptr) g_date_time_unref(date);
    if (!received.empty()) return received;
  }
  return {};
}

std::vector<std::string_view> words_of_line(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r";
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(kBlanks); at < line.size();
       at = line.find_first_not_of(kBlanks, at)) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

// "From a@b Mon Apr 30 08:00:00 2018", perhaps with a zone before the year: when the message came
// into the mailbox.
std::string date_of_separator(std::string_view line) {
  constexpr std::array<std::string_view, 7> kWeekdays = {"Mon", "Tue", "Wed", "Thu",
                                                         "Fri", "Sat", "Sun"};
  constexpr std::size_t kLongest = 500;
  const auto words = words_of_line(line.substr(0, kLongest));
  const auto day =
      std::find_first_of(words.begin(), words.end(), kWeekdays.begin(), kWeekdays.end());
  const auto rest = std::vector(day, words.end());
  if (rest.size() < 5 || rest[3].find(':') == std::string_view::npos) return {};
  const bool zone = rest.size() > 5 && rest[4].size() != 4;
  return to_valid_utf8(fmt::format("{}, {} {} {} {}{}{}", rest[0], rest[2], rest[1],
                                   rest[zone ? 5 : 4], rest[3], zone ? " " : "",
                                   zone ? rest[4] : ""));
}

// The name of the sender, else the host of his address: what a newsletter goes by.
std::string sender_of(GMimeMessage* message) {
  InternetAddressList* const senders = g_mime_message_get_from(message);
  if (senders == nullptr || internet_address_list_length(senders) == 0) return {};
  InternetAddress* const sender = internet_address_list_get_address(senders, 0);
  std::string name = text_or_empty(internet_address_get_name(sender));
  if (!name.empty() || !INTERNET_ADDRESS_IS_MAILBOX(sender)) return name;
  const std::string address = text_or_empty(
      internet_address_mailbox_get_addr(reinterpret_cast<InternetAddressMailbox*>(sender)));
  return address.substr(address.find('@') + 1);  // npos + 1 is 0
}

Article article_of(GMimeMessage* message) {
  Article article;
  article.title = single_spaced(to_valid_utf8(text_or_empty(g_mime_message_get_subject(message))));
  article.date = date_of(message);
  article.source = sender_of(message);
  article.record_key = to_valid_utf8(text_or_empty(g_mime_message_get_message_id(message)));
  const MailText text = PartWalk().run(g_mime_message_get_mime_part(message));
  const bool html = text.html.size() > 2 * text.plain.size() || text.plain.empty();
  article.body = to_valid_utf8(without_blank_ends(html ? text.html : text.plain));
  tidy_metadata(article);
  return article;
}

// GMime goes down into nested parts by recursion. Each level takes a boundary of its own, so that
// their number bounds its depth.
bool nests_too_deep(std::string_view bytes) {
  constexpr std::size_t kMaxBoundaries = 500;
  const std::string lower = ascii_lower(bytes);
  std::size_t count = 0;
  for (const std::string_view mark : {"multipart/", "message/rfc822"}) {
    for (std::size_t at = lower.find(mark); at != std::string::npos;
         at = lower.find(mark, at + 1)) {
      if (++count > kMaxBoundaries) return true;
    }
  }
  return false;
}

tl::expected<Article, std::string> read_message(std::string_view bytes) {
  if (nests_too_deep(bytes)) return tl::unexpected(std::string("a message of too many parts"));
  start_gmime();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return tl::unexpected(std::string("no message that can be read"));
  Article article = article_of(message.get());
  if (article.title.empty() && article.body.empty()) {
    return tl::unexpected(std::string(kNoText));
  }
  return article;
}

bool is_separator(std::string_view line) {
  return line.starts_with("From ") && line.find_first_of("0123456789") != std::string_view::npos;
}

class MailboxReader {
 public:
  explicit MailboxReader(const StreamInput& input) : input_(input) {}

  void read() {
    std::istream in(&input_.source);
    BoundedLines lines(in, input_.options.limits.max_text_bytes);
    std::string line;
    bool blank = true;
    std::uint64_t number = 0;
    for (auto outcome = lines.next(line); outcome != BoundedLines::Outcome::end;
         outcome = lines.next(line)) {
      ++number;
      if (outcome == BoundedLines::Outcome::too_long) too_large_ = true;
      if (blank && is_separator(line)) {
        finish();
        line_ = number;
        came_in_ = date_of_separator(line);
      } else {
        add(line);
      }
      blank = trim_spaces(line).empty();
    }
    finish();
  }

 private:
  // ">From " at the beginning of a line was "From ".
  void add(std::string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    if (marks > 0 && line.substr(marks).starts_with("From ")) line.remove_prefix(1);
    too_large_ = too_large_ || bytes_.size() + line.size() > input_.options.limits.max_text_bytes;
    if (!too_large_) bytes_.append(line).append("\n");
  }

  void finish() {
    const bool large = std::exchange(too_large_, false);
    const std::string bytes = std::exchange(bytes_, {});
    if (line_ == 0) return;
    ++record_;
    auto article =
        large ? tl::unexpected(fmt::format("a message {}", too_large(input_.options.limits)))
              : read_message(bytes);
    if (!article) return input_.handlers.error(unread(input_.path, line_, article.error()));
    number(*article);
    if (article->date.empty()) article->date = came_in_;
    article->path = input_.path;
    input_.handlers.article(std::move(*article));
  }

  // Messages come and go, and those that stay keep their ids.
  void number(Article& article) {
    if (!article.record_key.empty() && keys_.insert(article.record_key).second) return;
    article.record_key.clear();
    article.record = saturate(record_);
    article.line = saturate(line_);
  }

  const StreamInput& input_;
  std::string bytes_;
  std::string came_in_;  // when the message did, by its line "From "
  std::set<std::string> keys_;
  std::uint64_t line_ = 0;
  std::uint64_t record_ = 0;
  bool too_large_ = false;
};

// "Subject: ...", as headers have names.
std::string header_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view name = line.substr(0, colon);
  const bool good = std::all_of(name.begin(), name.end(), [](char byte) {
    return byte > ' ' && static_cast<unsigned char>(byte) < 0x7F;
  });
  return good ? ascii_lower(name) : std::string();
}

// Sender, and date or subject, among at least three headers.
bool begins_with_headers(std::string_view text) {
  constexpr std::size_t kFewest = 3;
  std::set<std::string> names;
  for (LineCursor lines(text); lines.next();) {
    const std::string_view line = lines.line();
    if (trim_spaces(line).empty()) break;
    if (line.starts_with(' ') || line.starts_with('\t')) continue;
    std::string name = header_name(line);
    if (name.empty()) return false;
    names.insert(std::move(name));
  }
  return names.size() >= kFewest && names.contains("from") &&
         (names.contains("date") || names.contains("subject"));
}

}  // namespace

bool looks_like_mail(std::string_view text, const FileHints& /*hints*/) {
  return begins_with_headers(text);
}

void read_mail(const StreamInput& input) {
  const ReadLimits& limits = input.options.limits;
  const std::string bytes = read_rest(input.source, limits.max_text_bytes);
  if (!input.source.error().empty()) return;
  auto article = bytes.size() > limits.max_text_bytes ? tl::unexpected(too_large(limits))
                                                      : read_message(bytes);
  if (!article) return input.handlers.error(unread(input.path, 0, article.error()));
  article->record_key.clear();
  article->path = input.path;
  input.handlers.article(std::move(*article));
}

bool looks_like_mailbox(std::string_view text, const FileHints& /*hints*/) {
  const std::size_t end = text.find('\n');
  return end != std::string_view::npos && is_separator(text.substr(0, end)) &&
         !header_name(text.substr(end + 1, text.find('\n', end + 1) - end - 1)).empty();
}

void read_mailbox(const StreamInput& input) {
  MailboxReader(input).read();
}

}  // namespace newsdex
