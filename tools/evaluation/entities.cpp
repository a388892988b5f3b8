#include "entities.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "labelled_article.hpp"
#include "model_writer.hpp"
#include "name_scores.hpp"
#include "newsdex/error.hpp"
#include "text/escape.hpp"
#include "training_set.hpp"

namespace newsdex::evaluation {
namespace {

using training::AnalyzedLabels;
using training::LabelledArticle;
using training::TokenName;

constexpr std::array<std::string_view, discovery::kNameClasses> kClassNames = {"PER", "ORG", "LOC"};

// Words shown on each side of an error.
constexpr std::uint32_t kContextWords = 4;

struct Options {
  std::string model;
  bool errors = false;
  std::vector<std::string> files;
};

training::ModelBytes read_model(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) throw Error(ErrorCode::io, "cannot read " + path);
  training::ModelBytes out(bytes.size());
  std::copy(bytes.begin(), bytes.end(), out.bytes().begin());
  return out;
}

// The files given, and those in folders given.
std::vector<std::string> all_files(std::span<const std::string> paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    if (!std::filesystem::is_directory(path)) {
      out.push_back(path);
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.is_regular_file()) out.push_back(entry.path().string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

void print_error(std::string_view kind, const TokenName& name, const AnalyzedArticle& article) {
  const bool title = name.field == TextField::title;
  const std::string_view text = title ? article.title : article.body;
  const auto tokens = title ? article.title_tokens : article.body_tokens;
  const std::uint32_t first = name.begin - std::min(name.begin, kContextWords);
  const std::size_t last = std::min<std::size_t>(tokens.size(), name.end + kContextWords) - 1;
  const auto part = [&](std::uint32_t begin, std::uint32_t end) {
    return escape_for_terminal(text.substr(begin, end - begin));
  };
  const std::uint32_t begin = tokens[name.begin].begin;
  const std::uint32_t end = tokens[name.end - 1].end;
  fmt::print("{} {} {}[{}]{}\n", kind, kClassNames[static_cast<std::size_t>(name.name_class)],
             part(tokens[first].begin, begin), part(begin, end), part(end, tokens[last].end));
}

void print_errors(std::span<const TokenName> expected, std::span<const TokenName> found,
                  const AnalyzedArticle& article) {
  for (const TokenName& name : expected) {
    if (!std::binary_search(found.begin(), found.end(), name)) print_error("missed", name, article);
  }
  for (const TokenName& name : found) {
    if (!std::binary_search(expected.begin(), expected.end(), name)) {
      print_error("wrong ", name, article);
    }
  }
}

int evaluate(const Options& options) {
  training::ModelBytes model(0);
  if (!options.model.empty()) model = read_model(options.model);
  const NameTagger tagger(options.model.empty() ? default_name_model() : model.view());
  Analyzer analyzer;
  training::NameScores scores;
  for (const std::string& file : all_files(options.files)) {
    for (const LabelledArticle& article : training::read_labelled_file(file)) {
      const AnalyzedLabels analyzed(article, analyzer);
      const auto names = training::labelled(tagger.tag(analyzed.view()));
      const auto expected = training::token_names(article.names, analyzed.view());
      const auto found = training::token_names(names, analyzed.view());
      scores.add(expected, found);
      if (options.errors) print_errors(expected, found, analyzed.view());
    }
  }
  fmt::print("{}", scores.table());
  return 0;
}

}  // namespace

int evaluate_entities(std::span<const std::string> arguments) {
  CLI::App app("Strict scores of the names found in labelled articles", "evaluate entities");
  Options options;
  app.add_option("--model", options.model, "instead of the built-in model");
  app.add_flag("--errors", options.errors, "also print each name that was missed or wrong");
  app.add_option("files", options.files, "labelled files or folders of them")->required();
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return evaluate(options);
}

}  // namespace newsdex::evaluation
