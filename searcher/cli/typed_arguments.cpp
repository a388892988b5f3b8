#include "cli/typed_arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "text/edit_distance.hpp"

namespace newsdex {
namespace {

bool is_unit(std::string_view word) {
  return std::find(kTimelineUnits.begin(), kTimelineUnits.end(), word) != kTimelineUnits.end();
}

// A slip of the pen away; empty if none is. Words of three letters, and those that begin otherwise,
// as "bear", are rather words to search for.
std::string_view nearest_unit(std::string_view word) {
  constexpr std::size_t kFewestLetters = 4;
  for (const std::string_view unit : kTimelineUnits) {
    const bool near = word.size() >= kFewestLetters && word.front() == unit.front() &&
                      edit_distance(word, unit, 1) == 1;
    if (near) return unit;
  }
  return {};
}

template <typename Number>
bool is_all_of(std::string_view word, Number& number) {
  const char* const end = word.data() + word.size();
  const auto [read_to, error] = std::from_chars(word.data(), end, number);
  return error == std::errc() && read_to == end;
}

// Those that begin with one minus sign, and are neither options of ours nor values of such.
template <typename Visit>
void for_each_unknown(const CLI::App& app, std::vector<std::string>& arguments, Visit&& visit) {
  bool is_value = false;  // of the option before it
  for (std::string& argument : arguments) {
    if (argument == "--") return;
    const bool minus = argument.size() > 1 && argument[0] == '-' && argument[1] != '-';
    const CLI::Option* option =
        argument.starts_with('-') ? app.get_option_no_throw(argument) : nullptr;
    if (minus && !is_value && option == nullptr) visit(argument);
    is_value = !is_value && option != nullptr && option->get_items_expected_max() > 0;
  }
}

}  // namespace

std::string refuse_unit(const std::string& word) {
  if (is_unit(word)) return {};
  const std::string_view near = nearest_unit(word);
  const std::string guess = near.empty() ? "" : fmt::format("did you mean {}? ", near);
  return fmt::format("`{}` is no unit of time; {}units are {}", word, guess,
                     fmt::join(kTimelineUnits, ", "));
}

std::string refuse_count(const std::string& word) {
  std::uint64_t number = 0;
  return is_all_of(word, number) ? std::string()
                                 : fmt::format("`{}` is no whole number from 0 on", word);
}

std::string refuse_seconds(const std::string& word) {
  double seconds = 0;
  const bool is_number = is_all_of(word, seconds) && !std::isnan(seconds);
  return is_number ? std::string() : fmt::format("`{}` is no number of seconds", word);
}

std::vector<std::string> with_timeline_units(std::vector<std::string> arguments) {
  std::vector<std::string> joined;
  bool options_end = false;
  for (std::string& argument : arguments) {
    const bool value = !options_end && !joined.empty() && joined.back() == "--timeline";
    options_end = options_end || argument == "--";
    if (value && (is_unit(argument) || !nearest_unit(argument).empty())) {
      joined.back() += "=" + argument;
    } else {
      joined.push_back(std::move(argument));
    }
  }
  return joined;
}

std::vector<std::string> split_arguments(std::string_view text) {
  std::vector<std::string> arguments;
  char quote = 0;
  bool open = false;
  for (const char c : text) {
    if (quote != 0 ? c == quote : c == '"' || c == '\'') {
      quote = quote != 0 ? '\0' : c;
      if (!open) arguments.emplace_back();
      open = true;
    } else if (quote == 0 && (c == ' ' || c == '\t')) {
      open = false;
    } else {
      if (!open) arguments.emplace_back();
      open = true;
      arguments.back() += c;
    }
  }
  return arguments;
}

void hide_exclusions(const CLI::App& app, std::vector<std::string>& arguments) {
  for_each_unknown(app, arguments, [](std::string& argument) {
    if (argument.size() > 2) argument.insert(0, 1, ' ');
  });
}

std::string lone_letter(const CLI::App& app, std::vector<std::string> arguments) {
  std::string found;
  for_each_unknown(app, arguments, [&](const std::string& argument) {
    if (argument.size() == 2 && found.empty()) found = argument;
  });
  return found;
}

}  // namespace newsdex
