// Trains the recogniser of names, or measures how well it does by cross-validation.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "lexicon_builder.hpp"
#include "name_scores.hpp"
#include "newsdex/error.hpp"
#include "tagger_training.hpp"
#include "training_set.hpp"

namespace newsdex::training {
namespace {

struct CorpusSource {
  std::string_view name;
  std::string_view folder;  // below the data folder
  std::string_view prefix;  // of the files' names; empty for all
  float weight;
};

// The corpora of the data folder, and how much an article of each counts beside our own.
constexpr std::array<CorpusSource, 3> kSources = {{{"wikigold", "ner-open/wikigold", "wikigold", 1},
                                                   {"uner", "ner-open/UNER", "", 1},
                                                   {"btc", "ner-open/BTC", "", 0.2F}}};
constexpr std::string_view kOwnName = "labels";

struct Corpus {
  std::string name;
  float weight = 1;
  std::vector<LabelledArticle> articles;
};

struct Options {
  std::string data;
  std::vector<std::string> lists;
  std::string labels;
  std::string output;
  std::string cross_validate;
  std::size_t folds = 5;
  float own_weight = 10;
  std::vector<std::string> weights;
  TrainingOptions training;
};

std::vector<LabelledArticle> read_folder(const std::filesystem::path& folder,
                                         std::string_view prefix) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool listing = name == "LICENSE" || name == "LICENSE.txt" || name == "entity-list.txt";
    if (entry.is_regular_file() && !listing && name.starts_with(prefix)) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<LabelledArticle> out;
  for (const auto& file : files) {
    for (LabelledArticle& article : read_labelled_file(file.string())) {
      out.push_back(std::move(article));
    }
  }
  return out;
}

std::vector<Corpus> read_corpora(const Options& options) {
  std::vector<Corpus> out;
  const std::filesystem::path data(options.data);
  for (const CorpusSource& source : kSources) {
    out.push_back({std::string(source.name), source.weight,
                   read_folder(data / source.folder, source.prefix)});
  }
  if (!options.labels.empty()) {
    out.push_back({std::string(kOwnName), options.own_weight, read_folder(options.labels, "")});
  }
  for (const std::string& weight : options.weights) {
    const std::size_t equals = weight.find('=');
    for (Corpus& corpus : out) {
      if (corpus.name == weight.substr(0, equals))
        corpus.weight = std::stof(weight.substr(equals + 1));
    }
  }
  for (const Corpus& corpus : out) {
    fmt::print(stderr, "{:<10} {:>6} articles, weight {}\n", corpus.name, corpus.articles.size(),
               corpus.weight);
  }
  return out;
}

ModelLists read_lists(const Options& options) {
  LexiconBuilder builder;
  builder.read_clusters(options.data + "/word-clusters.tsv");
  for (const std::string& list : options.lists) builder.read_names(list);
  return {builder.pack_clusters(), builder.pack_names()};
}

NameScores score(std::string_view model, std::span<const LabelledArticle* const> articles) {
  const NameTagger tagger(model);
  Analyzer analyzer;
  NameScores out;
  for (const LabelledArticle* article : articles) {
    const AnalyzedLabels analyzed(*article, analyzer);
    const auto found = labelled(tagger.tag(analyzed.view()));
    out.add(token_names(article->names, analyzed.view()), token_names(found, analyzed.view()));
  }
  return out;
}

// Articles of all corpora but, of the one named, those of the fold.
std::vector<WeightedArticle> without_fold(std::span<const Corpus> corpora, std::string_view name,
                                          std::size_t fold, std::size_t folds,
                                          std::vector<const LabelledArticle*>& held_out) {
  std::vector<WeightedArticle> out;
  for (const Corpus& corpus : corpora) {
    for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
      if (corpus.name == name && i % folds == fold) {
        held_out.push_back(&corpus.articles[i]);
      } else if (corpus.weight > 0) {
        out.push_back({&corpus.articles[i], corpus.weight, corpus.name == kOwnName});
      }
    }
  }
  return out;
}

void cross_validate(std::span<const Corpus> corpora, const ModelLists& lists,
                    const Options& options) {
  NameScores sum;
  for (std::size_t fold = 0; fold < options.folds; ++fold) {
    std::vector<const LabelledArticle*> held_out;
    const auto articles =
        without_fold(corpora, options.cross_validate, fold, options.folds, held_out);
    sum.add(score(train_uncalibrated(articles, lists, options.training).view(), held_out));
  }
  fmt::print("{}, {} folds\n{}", options.cross_validate, options.folds, sum.table());
}

void train(std::span<const Corpus> corpora, const ModelLists& lists, const Options& options) {
  std::vector<const LabelledArticle*> none;
  const auto articles = without_fold(corpora, "", 0, 1, none);
  const ModelBytes model = train_model(articles, lists, options.training);
  std::ofstream file(options.output, std::ios::binary);
  const std::string_view bytes = model.view();
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) throw Error(ErrorCode::io, "cannot write " + options.output);
  fmt::print(stderr, "{}: {} bytes\n", options.output, bytes.size());
}

int run(int argc, const char* const* argv) {
  CLI::App app("Trains the recogniser of names");
  Options options;
  app.add_option("data", options.data, "folder with ner-open and word-clusters.tsv")->required();
  app.add_option("--names", options.lists, "lists of names: kind, tab, name")
      ->allow_extra_args(false);
  app.add_option("--labels", options.labels, "folder of marked articles");
  app.add_option("-o,--output", options.output, "the model to write");
  app.add_option("--cross-validate", options.cross_validate, "measure on this corpus instead");
  app.add_option("--folds", options.folds)->check(CLI::Range(2, 100))->capture_default_str();
  app.add_option("--own-weight", options.own_weight, "how much the marked articles count")
      ->capture_default_str();
  app.add_option("--weight", options.weights, "CORPUS=WEIGHT, instead of the usual")
      ->allow_extra_args(false);
  app.add_option("--passes", options.training.crf.passes)->capture_default_str();
  app.add_option("--step", options.training.crf.step)->capture_default_str();
  app.add_option("--dropped", options.training.crf.dropped)->capture_default_str();
  app.add_option("--seed", options.training.crf.seed)->capture_default_str();
  app.add_option("--rows", options.training.most_rows, "features kept")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const std::vector<Corpus> corpora = read_corpora(options);
  const ModelLists lists = read_lists(options);
  if (!options.cross_validate.empty()) cross_validate(corpora, lists, options);
  if (!options.output.empty()) train(corpora, lists, options);
  return 0;
}

}  // namespace
}  // namespace newsdex::training

int main(int argc, char** argv) {
  try {
    return newsdex::training::run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_tagger: {}\n", error.what());
    return 2;
  }
}
