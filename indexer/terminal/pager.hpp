// Long output shown page by page.
#pragma once

#include <sys/types.h>

#include <string>

namespace newsdex {

/// What to page with: $NEWSDEX_PAGER, else $PAGER, else less where it is installed. Empty for
/// nothing: no pager is there, the chosen one is empty or `cat`, or the terminal is dumb. One that
/// is not installed is passed over.
std::string pager_command();

/// From construction to destruction, standard output goes through a pager if it is a terminal; else
/// nothing changes. The command is the user's own and is run by the shell, as other programs do;
/// less gets the options FRX unless $LESS says otherwise.
class Pager {
 public:
  /// Without a command there is no pager. Throws Error{io} when none can be started.
  explicit Pager(const std::string& command);
  /// Waits until the user leaves the pager.
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  pid_t child_ = -1;
  int terminal_ = -1;                 // what standard output was before
  void (*interrupt_)(int) = nullptr;  // what SIGINT and SIGPIPE did before
  void (*broken_pipe_)(int) = nullptr;
};

}  // namespace newsdex
