// The text output as tests look at it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "printing/page.hpp"
#include "printing/result_printer.hpp"

namespace newsdex {

inline std::string text_of(const SearchResult& result, const TextStyle& style) {
  std::ostringstream out;
  print_text(out, result, style);
  return out.str();
}

/// A date as precise as its parts, found in the metadata.
inline PublicationDate published(std::int16_t year, std::uint8_t month = 0, std::uint8_t day = 0) {
  PublicationDate date;
  date.source = DateSource::metadata;
  date.value.precision = day != 0     ? DatePrecision::day
                         : month != 0 ? DatePrecision::month
                                      : DatePrecision::year;
  date.value.year = year;
  date.value.month = month;
  date.value.day = day;
  return date;
}

inline Hit hit_of(std::string title, std::string path) {
  Hit hit;
  hit.title = std::move(title);
  hit.path = std::move(path);
  return hit;
}

/// What a part of the page prints: `printed([&](const Page& page) { print_hits(page, ...); },
/// style)`.
template <typename Print>
std::string printed(Print print, const TextStyle& style) {
  std::ostringstream out;
  print(Page(out, style));
  return out.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Without `ESC [ ... m`; any other escape character stays and is seen.
inline std::string without_ink(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end =
        text.starts_with("\x1B[") ? text.find_first_not_of("0123456789;", 2) : 0;
    if (end != 0 && end != std::string_view::npos && text[end] == 'm') {
      text.remove_prefix(end + 1);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace newsdex
