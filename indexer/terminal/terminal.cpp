#include "terminal/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstring>

#include "terminal/environment.hpp"

namespace newsdex {
namespace {

constexpr int kDefaultWidth = 80;

// The first release of VTE that knew links but did not break by them.
constexpr int kLinkingVte = 5000;

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool terminal_opens_links() {
  const std::string_view term = environment("TERM");
  for (const std::string_view known : {"xterm-kitty", "alacritty", "foot", "xterm-ghostty"}) {
    if (term.starts_with(known)) return true;
  }
  const std::string_view program = environment("TERM_PROGRAM");
  for (const std::string_view known : {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"}) {
    if (program == known) return true;
  }
  for (const char* name : {"KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"}) {
    if (!environment(name).empty()) return true;
  }
  return number_in(environment("VTE_VERSION")) >= kLinkingVte;
}

}  // namespace

bool use_hyperlinks(ColorWhen when) {
  if (when != ColorWhen::automatic) return when == ColorWhen::always;
  const std::string_view force = environment("FORCE_HYPERLINK");
  if (!force.empty()) return force != "0";
  return stdout_is_terminal() && environment("TERM") != "dumb" && terminal_opens_links();
}

bool use_color(ColorWhen when) {
  if (when != ColorWhen::automatic) return when == ColorWhen::always;
  if (!environment("NO_COLOR").empty()) return false;
  const std::string_view force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return ::isatty(STDOUT_FILENO) != 0 && environment("TERM") != "dumb";
}

int terminal_width() {
  const int width = number_in(environment("COLUMNS"));
  if (width > 0) return width;
  winsize size = {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultWidth;
}

bool stdout_is_terminal() {
  return ::isatty(STDOUT_FILENO) != 0;
}

bool stderr_is_terminal() {
  return ::isatty(STDERR_FILENO) != 0;
}

}  // namespace newsdex
