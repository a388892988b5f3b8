// What is shown in which colour: the only ANSI codes of the text output.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace newsdex {

/// The part a piece of text plays on the page.
enum class Ink : std::uint8_t {
  plain,
  mark,
  title,
  title_mark,
  query,
  heading,
  selected,
  bar,
  faint
};

inline constexpr std::string_view kInkEnd = "\x1B[0m";

constexpr std::string_view ink_begin(Ink ink) {
  constexpr std::array<std::string_view, 9> kCodes = {
      "",            // plain
      "\x1B[1;31m",  // mark: bold red, as grep does
      "\x1B[1m",     // title
      "\x1B[1;31m",  // title_mark
      "\x1B[1m",     // query
      "\x1B[1;36m",  // heading
      "\x1B[1m",     // selected
      "\x1B[34m",    // bar
      "\x1B[2m",     // faint
  };
  return kCodes[static_cast<std::size_t>(ink)];
}

}  // namespace newsdex
