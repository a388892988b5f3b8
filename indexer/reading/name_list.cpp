// A name list among the articles holds none, nor do texts with labels to train and measure on: they
// are passed over, silently, by their first line.
#include <algorithm>
#include <array>

#include "reading/format.hpp"

namespace newsdex {
namespace {

constexpr std::array<std::string_view, 2> kMarks = {"# newsdex names", "# newsdex labels"};

bool begins_with_word(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return text.empty() || std::string_view(" \t\r\n").find(text[0]) != std::string_view::npos;
}

}  // namespace

bool looks_like_name_list(std::string_view text, const FileHints& /*hints*/) {
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [text](std::string_view mark) { return begins_with_word(text, mark); });
}

void read_name_list(const TextInput& /*input*/) {}

}  // namespace newsdex
