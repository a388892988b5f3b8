// The table of formats. A new one is a file, a declaration in format.hpp, and a row.
#include <algorithm>
#include <array>

#include "reading/format.hpp"

namespace newsdex {
namespace {

// The first that looks right reads the file; what holds files comes first, and what takes any text
// last.
constexpr std::array kFormats = {
    // name, wrapping, by bytes, looks_right, read_stream, read_text
    Format{"epub", true, true, looks_like_epub, read_epub, nullptr},
    Format{"office", true, true, looks_like_office_document, refuse_office_document, nullptr},
    Format{"archive", true, true, looks_like_archive, read_archive, nullptr},
    Format{"jsonl", false, true, looks_like_json_lines, read_json_lines_stream, nullptr},
    Format{"pdf", false, true, looks_like_pdf, read_pdf, nullptr},
    Format{"mbox", false, true, looks_like_mailbox, read_mailbox, nullptr},
    Format{"mail", false, true, looks_like_mail, read_mail, nullptr},
    Format{"table", false, true, looks_like_table, read_table_stream, nullptr},
    Format{"names", false, false, looks_like_name_list, nullptr, read_name_list},
    Format{"json", false, false, looks_like_json_document, nullptr, read_json_document},
    Format{"front-matter", false, false, looks_like_front_matter, nullptr, read_front_matter_text},
    Format{"feed", false, false, looks_like_feed, nullptr, read_feed},
    Format{"reuters", false, false, looks_like_reuters, nullptr, read_reuters},
    Format{"html", false, false, looks_like_html, nullptr, read_html_page},
    Format{"xml", false, false, looks_like_other_xml, nullptr, refuse_other_xml},
    Format{"wire", false, false, looks_like_wire_dump, nullptr, read_wire_dump},
    Format{"text", false, false, looks_like_plain_text, nullptr, read_plain_text},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) {
    if (!format.is_wrapping && format.name != "xml" && format.name != "names") {
      names.emplace_back(format.name);
    }
  }
  return names;
}

}  // namespace newsdex
