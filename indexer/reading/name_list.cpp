// A name list among the articles holds none: it is passed over, silently, by its first line.
#include "reading/text_format.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kNameListMark = "# newsdex names";

}  // namespace

bool looks_like_name_list(std::string_view text, const std::string& /*path*/) {
  if (!text.starts_with(kNameListMark)) return false;
  text.remove_prefix(kNameListMark.size());
  return text.empty() || std::string_view(" \t\r\n").find(text[0]) != std::string_view::npos;
}

void read_name_list(const TextInput& /*input*/) {}

}  // namespace newsdex
