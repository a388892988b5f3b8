// References to characters, "&amp;" and "&#8217;", where nobody else decodes them.
#pragma once

#include <string>
#include <string_view>

namespace newsdex {

/// `text` with the references of HTML that end in a semicolon as the characters that they stand
/// for; what is none stays as it is. Numbers from 128 to 159 are those of windows-1252, as browsers
/// have them.
std::string without_references(std::string_view text);

/// XML as people write it made XML that parses: a bare "&" or "<" is escaped, references by names
/// of HTML, which XML does not know, become characters, control characters spaces, and `<br>` and
/// its like are closed. Comments, CDATA sections and document types stay as they are, but for
/// control characters.
std::string with_sound_markup(std::string_view xml);

/// A feed in which HTML that stands unescaped within the elements for text is escaped as it should
/// have been: what it leaves open would take the items after it along.
std::string with_escaped_html(std::string_view feed);

}  // namespace newsdex
