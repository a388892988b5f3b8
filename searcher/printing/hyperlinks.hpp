// Links that a terminal opens (OSC 8, "Hyperlinks in terminal emulators").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "newsdex/search_result.hpp"

namespace newsdex {

/// How a link to a file is written: `{path}`, `{line}` and `{host}` stand for those of a hit. Empty
/// for no links.
using HyperlinkFormat = std::string;

/// Link formats with a name, as ripgrep has them; others are taken as they are if they have a
/// `{path}` and nothing else in braces but `{line}` and `{host}`. The error says what is wrong.
tl::expected<HyperlinkFormat, std::string> hyperlink_format(std::string_view name_or_format);

/// Names of formats, separated by commas.
std::string list_hyperlink_formats();

/// The link to a file and line; percent-encoded, so that it holds no control character.
std::string file_link(const HyperlinkFormat& format, std::string_view absolute_path,
                      std::uint32_t line, std::string_view host);

/// Where a hit can be read on: its file if that is there, else its address on the web; empty if
/// neither is. Only http and https are addresses.
std::string link_of(const Hit& hit, const HyperlinkFormat& format);

/// What begins and ends a link.
std::string begin_link(std::string_view link);
inline constexpr std::string_view kLinkEnd = "\x1B]8;;\x1B\\";

}  // namespace newsdex
