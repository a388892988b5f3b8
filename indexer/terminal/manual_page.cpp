#include "terminal/manual_page.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>

#include "terminal/command_line.hpp"

namespace newsdex {
namespace {

bool every(const CLI::App* /*app*/) {
  return true;
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out += fmt::format("{}{}\n", out.empty() ? "" : ".PP\n", roff_text(text.substr(0, end)));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string row(std::string_view term, std::string_view text) {
  return fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff_text(term), roff_text(text));
}

std::string header(std::string_view name, std::string_view number, std::string_view summary) {
  return fmt::format(".TH {} {} \"\" \"{}\" \"newsdex\"\n.nh\n.ad l\n.SH NAME\n{} \\- {}\n",
                     upper(name), number, kVersionLine, roff_text(name), roff_text(summary));
}

std::string print_section(const ManualSection& section) {
  std::string out = fmt::format(".SH {}\n{}", upper(section.title), paragraphs(section.text));
  for (const ManualRow& each : section.rows) out += row(each.term, each.text);
  return out;
}

// "-j, --jobs N", as --help has it.
std::string option_term(const CLI::Option& option) {
  std::string names;
  const auto add = [&](const std::string& name) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
  };
  for (const std::string& name : option.get_snames()) add(fmt::format("-{}", name));
  for (const std::string& name : option.get_lnames()) add(fmt::format("--{}", name));
  const std::string type = option.get_type_name();
  if (option.get_type_size_max() == 0 || type.empty()) return names;
  return fmt::format("{} {}", names, type);
}

std::string option_text(const CLI::Option& option) {
  const std::string& value = option.get_default_str();
  return value.empty() ? option.get_description()
                       : fmt::format("{} [{}]", option.get_description(), value);
}

std::string option_list(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    out += option->get_positional() ? row(option->get_name(), option->get_description())
                                    : row(option_term(*option), option_text(*option));
  }
  return out;
}

std::string arguments_of(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    const bool several = option->get_items_expected_max() > 1;
    const std::string name = fmt::format("{}{}", option->get_name(), several ? "..." : "");
    out += option->get_required() ? fmt::format(" {}", name) : fmt::format(" [{}]", name);
  }
  return out;
}

// A command and those below it, each with its options.
std::string command(const CLI::App& app, const std::string& before) {
  const std::string name = fmt::format("{}{}", before, app.get_name());
  std::string out = fmt::format(".SS {}{}\n{}\n{}", roff_text(name), roff_text(arguments_of(app)),
                                roff_text(app.get_description()), option_list(app));
  for (const CLI::App* sub : app.get_subcommands(every)) out += command(*sub, name + " ");
  return out;
}

}  // namespace

std::string roff_text(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    // A stop or a quote at the beginning of a line is a command.
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '~') {
      out += "\\(ti";
    } else if (c == '^') {
      out += "\\(ha";
    } else if (c == '`') {
      out += "\\(ga";
    } else {
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string manual_page(const CLI::App& app, const std::vector<ManualSection>& sections) {
  const bool has_commands = !app.get_subcommands(every).empty();
  std::string summary = app.get_description();
  if (summary.ends_with('.')) summary.pop_back();
  std::string out = header(app.get_name(), "1", summary);
  out += fmt::format(".SH SYNOPSIS\n\\fB{}\\fR [OPTIONS]{}{}\n", roff_text(app.get_name()),
                     roff_text(arguments_of(app)), has_commands ? " COMMAND" : "");
  out += fmt::format(".SH OPTIONS\n{}", option_list(app));
  if (has_commands) out += ".SH COMMANDS\n";
  for (const CLI::App* sub : app.get_subcommands(every)) out += command(*sub, "");
  for (const ManualSection& section : sections) out += print_section(section);
  return out;
}

std::string manual_page(std::string_view name, std::string_view number, std::string_view summary,
                        const std::vector<ManualSection>& sections) {
  std::string out = header(name, number, summary);
  for (const ManualSection& section : sections) out += print_section(section);
  return out;
}

}  // namespace newsdex
