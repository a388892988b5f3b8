// Completion of command lines in shells: what may stand for the word that is being typed.
//
// A program answers `--complete WORD...` from the definitions of its command line, so that shells
// offer what the program takes and nothing else; the scripts that ask it are the same for both.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace newsdex {

struct Completion {
  struct Candidate {
    std::string word;
    std::string help;
  };
  std::vector<Candidate> candidates;
  bool files = false;  // names of files fit as well
  bool folders = false;
};

/// What may follow `typed` as the value of an option, or as a plain argument where `option` is
/// null; asked only where the definition itself does not tell. It leaves out what does not match.
using ValueSource = std::function<Completion(const CLI::Option* option, const std::string& typed)>;

/// What may stand for the last of `words`, which are those after the program's name.
Completion complete(const CLI::App& app, std::span<const std::string> words,
                    const ValueSource& values);

/// The value of an option among the words, as `--db DIR` or `--db=DIR`; empty if it is not there.
std::string option_value(std::span<const std::string> words, std::string_view option);

/// A line a candidate, its help after a tab; `:files` and `:folders` where those fit. Candidates
/// with characters that a terminal or a shell's line does not take are left out.
void print_completion(std::ostream& out, const Completion& completion);

/// If the program was called as `PROGRAM --complete WORD...`, those words.
std::optional<std::vector<std::string>> words_to_complete(int argc, char** argv);

/// The script for bash, zsh or fish that makes it complete both programs; null for other shells.
const char* completion_script(std::string_view shell);

}  // namespace newsdex
