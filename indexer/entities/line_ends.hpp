// Lines that end a paragraph, a headline or an item of a list, and lines that only were full.
//
// Text comes with one line a paragraph, or with paragraphs filled to a width: then a sentence, and
// a name within it, goes on in the next line. A filled paragraph shows by its lines: the next word
// would not have had room in the line before, as the lines around tell how wide that may be.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsdex {

/// Whether the line feed at byte `feed` of `text` ends what it stands in, and not just a full line.
/// Lines next to empty ones, short lines and lines longer than any page is wide do. It looks at the
/// lines around only, and at no more of them than the width of a page.
bool ends_block(std::string_view text, std::size_t feed);

}  // namespace newsdex
