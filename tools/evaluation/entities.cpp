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
  bool confidences = false;
  int least_confidence = 0;  // percent
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

// How often names were right, by how sure the tagger was of them.
class ConfidenceTable {
 public:
  void add(std::uint8_t confidence, bool right) {
    Bin& bin = bins_.at(std::min<std::size_t>(confidence, 99) / 10);
    bin.said += confidence;
    ++bin.names;
    if (right) ++bin.right;
  }

  void print() const {
    fmt::print("confidence  said  right  names\n");
    for (std::size_t i = 0; i < bins_.size(); ++i) {
      const Bin& bin = bins_[i];
      if (bin.names == 0) continue;
      fmt::print("{:>3} to {:>3}  {:>5.1f}  {:>5.1f}  {:>5}\n", i * 10, i * 10 + 9,
                 static_cast<double>(bin.said) / static_cast<double>(bin.names),
                 100.0 * static_cast<double>(bin.right) / static_cast<double>(bin.names),
                 bin.names);
    }
  }

 private:
  struct Bin {
    std::uint64_t names = 0;
    std::uint64_t right = 0;
    std::uint64_t said = 0;  // percent, added up
  };
  std::array<Bin, 10> bins_{};
};

class Evaluation {
 public:
  Evaluation(const Options& options, std::string_view model) : options_(options), tagger_(model) {}

  void add(const LabelledArticle& article) {
    const AnalyzedLabels analyzed(article, analyzer_);
    const AnalyzedArticle view = analyzed.view();
    std::vector<FoundName> names = tagger_.tag(view);
    std::erase_if(
        names, [&](const FoundName& name) { return name.confidence < options_.least_confidence; });
    const auto expected = training::token_names(article.names, view);
    for (const FoundName& name : names) {
      const auto one = training::token_names(training::labelled(std::span(&name, 1)), view);
      const bool right =
          !one.empty() && std::binary_search(expected.begin(), expected.end(), one.front());
      confidences_.add(name.confidence, right);
    }
    const auto found = training::token_names(training::labelled(names), view);
    scores_.add(expected, found);
    if (options_.errors) print_errors(expected, found, view);
  }

  void print() const {
    if (options_.confidences) confidences_.print();
    fmt::print("{}", scores_.table());
  }

 private:
  const Options& options_;
  NameTagger tagger_;
  Analyzer analyzer_;
  training::NameScores scores_;
  ConfidenceTable confidences_;
};

int evaluate(const Options& options) {
  training::ModelBytes model(0);
  if (!options.model.empty()) model = read_model(options.model);
  Evaluation evaluation(options, options.model.empty() ? default_name_model() : model.view());
  for (const std::string& file : all_files(options.files)) {
    for (const LabelledArticle& article : training::read_labelled_file(file)) {
      evaluation.add(article);
    }
  }
  evaluation.print();
  return 0;
}

}  // namespace

int evaluate_entities(std::span<const std::string> arguments) {
  CLI::App app("Strict scores of the names found in labelled articles", "evaluate entities");
  Options options;
  app.add_option("--model", options.model, "instead of the built-in model");
  app.add_flag("--errors", options.errors, "also print each name that was missed or wrong");
  app.add_flag("--confidences", options.confidences,
               "also print how often names are right, by how sure the tagger was");
  app.add_option("--least-confidence", options.least_confidence, "percent; leave out the others");
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
