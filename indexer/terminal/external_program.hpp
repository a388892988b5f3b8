// Other programs that newsdex runs, without a shell between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

/// The file that `name` is found as along $PATH; empty if there is none.
std::string find_program(std::string_view name);

/// `text` as one word of a POSIX shell, whatever is in it.
std::string shell_word(std::string_view text);

struct ProgramOutput {
  int status = 0;  // of the exit; 127 if the program could not be started
  std::string text;
};

/// Runs a program with the terminal in its hands, gives it `input` and returns what it prints.
/// `environment` is added to ours, as NAME=VALUE. Throws Error{io} when no process can be made.
ProgramOutput run_with_input(const std::vector<std::string>& arguments, std::string_view input,
                             const std::vector<std::string>& environment = {});

}  // namespace newsdex
