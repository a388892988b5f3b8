// XML of a kind that is not known. As plain text its tags would become words of an article.
#include <fmt/format.h>

#include "reading/format.hpp"
#include "reading/markup_start.hpp"

namespace newsdex {

bool looks_like_other_xml(std::string_view text, const FileHints& /*hints*/) {
  return has_xml_declaration(text);
}

void refuse_other_xml(const TextInput& input) {
  const std::string name = first_element(input.text);
  input.handlers.error(
      {input.path, 0,
       name.empty() ? std::string("XML without an element")
                    : fmt::format("XML with <{}> at its top, which is no feed and no page", name)});
}

}  // namespace newsdex
