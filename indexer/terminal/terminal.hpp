// What a program may know of the terminal it runs in.
#pragma once

#include <string_view>

namespace newsdex {

/// When to colour, or to link.
enum class ColorWhen { automatic, always, never };

/// Whether to colour standard output. `automatic` follows, in this order, NO_COLOR (no-color.org),
/// CLICOLOR_FORCE, and whether standard output is a terminal that is not "dumb".
bool use_color(ColorWhen when);

/// Whether links can be put into standard output: `automatic` where it is a terminal known to open
/// them, by the variables that such terminals set ($FORCE_HYPERLINK overrides).
bool use_hyperlinks(ColorWhen when);

/// Columns to fit standard output to: $COLUMNS, else the terminal's own width, else 80.
int terminal_width();

bool stderr_is_terminal();
bool stdout_is_terminal();

}  // namespace newsdex
