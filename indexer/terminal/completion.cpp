#include "terminal/completion.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>

#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kCompleteFlag = "--complete";

bool takes_value(const CLI::Option& option) {
  return option.get_items_expected_max() > 0 && option.get_type_size_max() > 0;
}

bool is_hidden(const CLI::Option& option) {
  return option.get_group().empty();
}

// The choices that an option's type spells out, as in `text|json`.
Completion choices_of(const CLI::Option& option) {
  Completion completion;
  std::string_view type;
  const std::string name = option.get_type_name();
  type = name;
  if (type.find('|') == std::string_view::npos) return completion;
  while (!type.empty()) {
    const std::size_t end = std::min(type.find('|'), type.size());
    completion.candidates.push_back({std::string(type.substr(0, end)), ""});
    type.remove_prefix(std::min(end + 1, type.size()));
  }
  return completion;
}

// Of candidates that merely hold what was typed, none is kept where others begin with it.
void keep_matching(Completion& completion, std::string_view typed) {
  const std::string wanted = ascii_lower(typed);
  const auto begins = [&](const Completion::Candidate& candidate) {
    return ascii_lower(candidate.word).starts_with(wanted);
  };
  const auto holds = [&](const Completion::Candidate& candidate) {
    return ascii_lower(candidate.word).find(wanted) != std::string::npos;
  };
  const bool any = std::any_of(completion.candidates.begin(), completion.candidates.end(), begins);
  std::erase_if(completion.candidates, [&](const Completion::Candidate& candidate) {
    return any ? !begins(candidate) : !holds(candidate);
  });
}

Completion value_of(const CLI::Option& option, const std::string& typed,
                    const ValueSource& values) {
  Completion completion = choices_of(option);
  completion.folders = option.get_type_name() == "DIR";
  completion.files = option.get_type_name() == "FILE";
  const bool is_told = completion.folders || completion.files || !completion.candidates.empty();
  if (!is_told) return values(&option, typed);
  keep_matching(completion, typed);
  return completion;
}

Completion options_of(const CLI::App& app) {
  Completion completion;
  for (const CLI::Option* option : app.get_options()) {
    if (is_hidden(*option) || option->get_positional()) continue;
    for (const std::string& name : option->get_lnames()) {
      completion.candidates.push_back({fmt::format("--{}", name), option->get_description()});
    }
  }
  return completion;
}

// The command that the words before the last have come to.
const CLI::App& command_of(const CLI::App& app, std::span<const std::string> words) {
  const CLI::App* command = &app;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const CLI::Option* option = command->get_option_no_throw(words[i]);
    if (option != nullptr && words[i].starts_with('-') && takes_value(*option)) {
      ++i;
      continue;
    }
    for (const CLI::App* sub : command->get_subcommands([](const CLI::App*) { return true; })) {
      if (sub->get_name() != words[i]) continue;
      command = sub;
      break;
    }
  }
  return *command;
}

Completion plain_of(const CLI::App& command, const std::string& typed, const ValueSource& values) {
  Completion completion;
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; })) {
    if (!sub->get_group().empty()) {
      completion.candidates.push_back({sub->get_name(), sub->get_description()});
    }
  }
  if (completion.candidates.empty()) return values(nullptr, typed);
  keep_matching(completion, typed);
  return completion;
}

}  // namespace

Completion complete(const CLI::App& app, std::span<const std::string> words,
                    const ValueSource& values) {
  const CLI::App& command = command_of(app, words);
  const std::string typed = words.empty() ? "" : words.back();
  if (words.size() > 1 && words[words.size() - 2].starts_with('-')) {
    const CLI::Option* option = command.get_option_no_throw(words[words.size() - 2]);
    if (option != nullptr && takes_value(*option)) return value_of(*option, typed, values);
  }
  const std::size_t equals = typed.find('=');
  if (typed.starts_with("--") && equals != std::string::npos) {
    const std::string name = typed.substr(0, equals);
    const CLI::Option* option = command.get_option_no_throw(name);
    if (option == nullptr) return {};
    Completion completion = value_of(*option, typed.substr(equals + 1), values);
    for (auto& candidate : completion.candidates) {
      candidate.word = fmt::format("{}={}", name, candidate.word);
    }
    return completion;
  }
  if (!typed.starts_with('-')) return plain_of(command, typed, values);
  Completion options = options_of(command);
  keep_matching(options, typed);
  return options.candidates.empty() ? plain_of(command, typed, values) : options;
}

std::string option_value(std::span<const std::string> words, std::string_view option) {
  const std::string with_equals = fmt::format("{}=", option);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == option && i + 1 < words.size()) return words[i + 1];
    if (words[i].starts_with(with_equals)) return words[i].substr(with_equals.size());
  }
  return "";
}

void print_completion(std::ostream& out, const Completion& completion) {
  for (const Completion::Candidate& candidate : completion.candidates) {
    const bool is_safe =
        is_valid_utf8(candidate.word) && escape_for_terminal(candidate.word) == candidate.word;
    if (!is_safe || candidate.word.starts_with(':')) continue;
    out << candidate.word << '\t' << escape_for_terminal(candidate.help) << '\n';
  }
  if (completion.files) out << ":files\n";
  if (completion.folders) out << ":folders\n";
}

std::optional<std::vector<std::string>> words_to_complete(int argc, char** argv) {
  if (argc < 2 || argv[1] != kCompleteFlag) return std::nullopt;
  return std::vector<std::string>(argv + 2, argv + argc);
}

}  // namespace newsdex
