// Bytes of unknown encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace newsdex {

/// A reason that says that a file holds no text, and so no article.
inline constexpr std::string_view kBinaryData = "binary data, not text";

struct DecodedText {
  std::string text;      // valid UTF-8, without a byte-order mark, line ends brought to \n
  std::string encoding;  // IANA name of what it was read as
};

/// What the beginning of HTML or XML says of its encoding (`charset=`, `encoding=` within the first
/// 1024 bytes, as the HTML standard has it); empty where it says nothing.
std::string declared_encoding(std::string_view bytes);

/// Decodes by byte-order mark (UTF-8, UTF-16, UTF-32), else as UTF-8 when (all but) valid, else as
/// UTF-16 when zero bytes give it away, else by ICU's detection with ISO-8859-1 read as
/// windows-1252, as the web does. `declared`, if ICU knows it, comes
/// before detection, but not before valid UTF-8: pages that say latin1 and are UTF-8 are many, the
/// reverse does not happen by chance. The error is a reason for ReadError: binary data, an encoding
/// that cannot be told.
tl::expected<DecodedText, std::string> decode_text(std::string_view bytes,
                                                   std::string_view declared = {});

}  // namespace newsdex
