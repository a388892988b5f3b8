// Which legacy encoding bytes are written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsdex {

/// The IANA name of the encoding that `bytes`, which are neither UTF-8 nor UTF-16, are most likely
/// written in; nullopt when nothing fits.
///
/// ICU ranks the encodings by frequent letter triples and byte patterns, but it was not trained on
/// all languages: Persian in windows-1256 comes out as Hebrew or ISO-8859-6. So its candidates are
/// tried in order, and one is passed over when the text it gives has what no text has: control
/// characters, unassigned characters, two alphabets in one word.
std::optional<std::string> detect_charset(std::string_view bytes);

}  // namespace newsdex
