// Manual pages, made from the definitions of a command line so that they say what --help says.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace newsdex {

/// A term and what it means, as a row of a list.
struct ManualRow {
  std::string term;
  std::string text;
};

struct ManualSection {
  std::string title;
  std::string text;             // paragraphs, separated by empty lines
  std::vector<ManualRow> rows;  // after the text
};

/// Text with what roff would take for a command or an escape made plain.
std::string roff_text(std::string_view text);

/// A page of section 1: name, synopsis, description, commands and options with their values,
/// defaults and help, then `sections`.
std::string manual_page(const CLI::App& app, const std::vector<ManualSection>& sections);

/// A page of any section that is all of `sections`.
std::string manual_page(std::string_view name, std::string_view number, std::string_view summary,
                        const std::vector<ManualSection>& sections);

}  // namespace newsdex
