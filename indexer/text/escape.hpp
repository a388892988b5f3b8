// Untrusted text made safe to show.
#pragma once

#include <string>
#include <string_view>

namespace newsdex {

/// `text` with everything that could drive a terminal or fool a reader made visible: C0 and C1
/// controls and DEL as `\xNN`, bidirectional overrides, embeddings and isolates, invisible format
/// characters (but ZWNJ and ZWJ, which Persian and emoji need) and line separators as `\u{NNNN}`,
/// ill-formed UTF-8 as U+FFFD. Line feed and tab become a space. Of marks stacked upon one letter
/// the first six stay, one more is written as `\u{NNNN}`, and U+2026 stands for the rest.
std::string escape_for_terminal(std::string_view text);

/// The same for one code point: empty when it may be shown as it is.
std::string visible_escape(char32_t code_point);

}  // namespace newsdex
