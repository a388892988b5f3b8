#include "reading/character_references.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kLongestName = 32;

// What browsers make of the numbers of control characters, from 128 on.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Reference {
  std::size_t bytes;  // with "&" and ";"
  char32_t character;
};

char32_t character_of(unsigned long number) {
  if (number >= 128 && number < 160) return kWindows1252[number - 128];
  const bool space = number == '\t' || number == '\n' || number == '\r';
  const bool good = space || (number >= 0x20 && number < 0xD800) ||
                    (number >= 0xE000 && number < 0xFFFE) || (number > 0xFFFF && number < 0x110000);
  return good ? static_cast<char32_t>(number) : kReplacement;
}

// `name` is what stands between "&#" and ";".
std::optional<char32_t> by_number(std::string_view name) {
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  unsigned long number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, number, hexadecimal ? 16 : 10);
  if (stop != end || error == std::errc::invalid_argument) return std::nullopt;
  return error == std::errc() ? character_of(number) : kReplacement;
}

std::optional<char32_t> by_name(std::string_view name) {
  if (name == "apos") return U'\'';  // HTML 4 has it not
  const std::string ended(name);
  const htmlEntityDesc* const known =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(ended.c_str()));
  return known == nullptr ? std::nullopt : std::optional<char32_t>(known->value);
}

// The reference that `text` begins with.
std::optional<Reference> reference_at(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestName + 2).find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  const auto character = name.starts_with('#') ? by_number(name.substr(1)) : by_name(name);
  if (!character) return std::nullopt;
  return Reference{end + 1, *character};
}

struct MarkupSection {
  std::string_view begin;
  std::string_view end;
};

// What stays as it is; one that does not end is text.
constexpr std::array kSections = {MarkupSection{"<![CDATA[", "]]>"}, MarkupSection{"<!--", "-->"},
                                  MarkupSection{"<?", "?>"}};

bool is_control_byte(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

bool begins_tag(char after_bracket) {
  const auto next = static_cast<unsigned char>(after_bracket);
  return std::isalpha(next) != 0 || next == '/' || next == '_' || next >= 0x80;
}

// Elements of HTML that are not closed.
bool begins_void_element(std::string_view tag) {
  constexpr auto kNames = std::to_array<std::string_view>({"br", "hr", "img", "wbr"});
  constexpr std::string_view kEnds = ">/ \n";
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    const bool ends =
        tag.size() > name.size() && kEnds.find(tag[name.size()]) != std::string_view::npos;
    return ends && ascii_lower(tag.substr(0, name.size())) == name;
  });
}

/// Copies XML and mends it on the way.
class MarkupMender {
 public:
  explicit MarkupMender(std::string_view xml) : xml_(xml) { out_.reserve(xml.size()); }

  std::string run() {
    while (at_ < xml_.size()) {
      const std::size_t end = std::min(xml_.find_first_of("<&", at_), xml_.size());
      copy(end - at_);
      if (at_ == xml_.size()) break;
      xml_[at_] == '&' ? take_reference() : take_tag();
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return xml_.substr(at_); }

  void copy(std::size_t bytes) {
    const std::size_t begin = out_.size();
    out_.append(xml_, at_, bytes);
    std::replace_if(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(), is_control_byte,
                    ' ');
    at_ += bytes;
  }

  void put_instead(std::size_t bytes, std::string_view text) {
    out_ += text;
    at_ += bytes;
  }

  void copy_through(std::string_view end) {
    const std::size_t found = rest().find(end);
    copy(found == std::string_view::npos ? rest().size() : found + end.size());
  }

  void take_reference() {
    const auto reference = reference_at(rest());
    if (!reference) return put_instead(1, "&#38;");
    constexpr std::string_view kMarkup = "<>&\"'";
    if (reference->character < 0x80 &&
        kMarkup.find(static_cast<char>(reference->character)) != std::string_view::npos) {
      return put_instead(reference->bytes,
                         "&#" + std::to_string(static_cast<unsigned>(reference->character)) + ";");
    }
    append_utf8(out_, reference->character);
    at_ += reference->bytes;
  }

  void take_tag() {
    const std::string_view tag = rest();
    const char next = tag.size() > 1 ? tag[1] : ' ';
    if ((next == '!' || next == '?') && take_section()) return;
    if (!begins_tag(next)) return put_instead(1, "&#60;");
    const bool end_tag = next == '/';
    if (!begins_void_element(tag.substr(end_tag ? 2 : 1))) return copy(1);
    const std::size_t end = tag.find('>');
    if (end == std::string_view::npos) return copy(tag.size());
    if (end_tag) return put_instead(end + 1, {});
    take_void_element(end);
  }

  // A comment, CDATA, an instruction, or the document's type; whether it is one that ends.
  bool take_section() {
    const std::string_view tag = rest();
    for (std::size_t i = 0; i < kSections.size(); ++i) {
      if (!tag.starts_with(kSections[i].begin) || endless_[i]) continue;
      endless_[i] = tag.find(kSections[i].end) == std::string_view::npos;
      if (endless_[i]) continue;
      copy_through(kSections[i].end);
      return true;
    }
    constexpr std::string_view kDocumentType = "<!doctype";
    if (ascii_lower(tag.substr(0, kDocumentType.size())) != kDocumentType) return false;
    take_document_type();
    return true;
  }

  // Attributes may hold references of their own; those are given up with the element, which has no
  // text.
  void take_void_element(std::size_t end) {
    out_ += "<br/>";
    at_ += end + 1;
  }

  // What it declares is for the parser to refuse.
  void take_document_type() {
    const std::string_view tag = rest().substr(0, rest().find('>'));
    copy_through(tag.find('[') != std::string_view::npos ? "]>" : ">");
  }

  std::string_view xml_;
  std::size_t at_ = 0;
  std::string out_;
  std::array<bool, kSections.size()> endless_ = {};  // which have no end from here on
};

// Elements of feeds that hold text, HTML as a rule.
struct TextElement {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array kTextElements = {
    TextElement{"<description", "</description>"},
    TextElement{"<content:encoded", "</content:encoded>"},
    TextElement{"<summary", "</summary>"},
    TextElement{"<content", "</content>"},
};

// The bytes of the element's tag, which `text` begins with; 0 if it is another, an empty one, or
// says that elements follow.
std::size_t tag_bytes(std::string_view text, const TextElement& element) {
  constexpr std::size_t kLongestTag = 1000;
  if (!text.starts_with(element.begin)) return 0;
  const std::size_t end = text.substr(0, kLongestTag).find('>');
  if (end == std::string_view::npos) return 0;
  const std::string_view attributes = text.substr(element.begin.size(), end - element.begin.size());
  const bool named = attributes.empty() || attributes.front() == ' ' || attributes.front() == '\n';
  const bool holds_text =
      !attributes.ends_with('/') && attributes.find("xhtml") == std::string_view::npos;
  return named && holds_text ? end + 1 : 0;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char byte : text) {
    if (byte == '<') {
      out += "&#60;";
    } else if (byte == '&') {
      out += "&#38;";
    } else {
      out += byte;
    }
  }
}

}  // namespace

std::string with_escaped_html(std::string_view feed) {
  std::string out;
  std::array<bool, kTextElements.size()> endless = {};  // from here on
  std::size_t copied = 0;
  for (std::size_t at = feed.find('<'); at < feed.size(); at = feed.find('<', at)) {
    const std::string_view rest = feed.substr(at);
    std::size_t begin = 0;
    std::size_t i = 0;
    while (i < kTextElements.size() && (begin = tag_bytes(rest, kTextElements[i])) == 0) ++i;
    const std::size_t end = i == kTextElements.size() || endless[i]
                                ? std::string_view::npos
                                : rest.find(kTextElements[i].end, begin);
    if (i < kTextElements.size()) endless[i] = end == std::string_view::npos;
    at += end == std::string_view::npos ? 1 : end;
    if (end == std::string_view::npos) continue;
    const std::string_view inside = rest.substr(begin, end - begin);
    const bool sound = inside.find('<') == std::string_view::npos ||
                       inside.find("<![CDATA[") != std::string_view::npos;
    if (sound) continue;
    out.append(feed, copied, at - inside.size() - copied);
    append_escaped(out, inside);
    copied = at;
  }
  return out.append(feed, copied);
}

std::string without_references(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text, at, mark - at);
    at = mark;
    if (at == text.size()) break;
    const auto reference = reference_at(text.substr(at));
    if (reference) {
      append_utf8(out, reference->character);
    } else {
      out += '&';
    }
    at += reference ? reference->bytes : 1;
  }
  return out;
}

std::string with_sound_markup(std::string_view xml) {
  return MarkupMender(xml).run();
}

}  // namespace newsdex
