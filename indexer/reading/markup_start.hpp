// What a text of tags begins with.
#pragma once

#include <string>
#include <string_view>

namespace newsdex {

/// `text` from its first tag on that is neither a comment, a processing instruction (`<?xml
/// ...?>`), nor white space; empty where there is none.
std::string_view from_first_tag(std::string_view text);

/// The name of the first element, in lower case; "!doctype html" and the like where it has a
/// document type of HTML; empty where the text begins with no tag.
std::string first_element(std::string_view text);

/// Whether it begins with an XML declaration.
bool has_xml_declaration(std::string_view text);

}  // namespace newsdex
