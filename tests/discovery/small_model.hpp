// A model trained within a test, on sentences made of a few words.
#pragma once

#include <string>
#include <vector>

#include "labelled_article.hpp"
#include "tagger_training.hpp"

namespace newsdex::test {

/// Articles on people, firms and towns, each named once in a sentence that tells what it is.
inline std::vector<training::LabelledArticle> small_corpus() {
  const std::vector<std::string> people = {"Ada Byron",   "Leila Farrokh", "Tomas Brandt",
                                           "Mary Okafor", "Ivan Petrov",   "Rosa Duarte"};
  const std::vector<std::string> firms = {"Alvand", "Borealis", "Corvina", "Delmar", "Elmira"};
  const std::vector<std::string> towns = {"Qaen", "Lund", "Porto", "Izmir", "Baku"};
  std::vector<training::LabelledArticle> out;
  for (std::size_t i = 0; i < 60; ++i) {
    const std::string text =
        "title: Markets\n\nMinister [PER " + people[i % 6] + "] told reporters in [LOC " +
        towns[i % 5] + "] that shares of the company [ORG " + firms[i / 5 % 5] +
        "] fell. The man in the street " + (i % 2 == 0 ? "slept" : "ate bread") + " in peace.\n";
    out.push_back(training::read_marked_article(text));
  }
  return out;
}

inline training::ModelBytes small_model(std::uint64_t seed = 1) {
  const auto corpus = small_corpus();
  std::vector<training::WeightedArticle> articles;
  for (const auto& article : corpus) articles.push_back({&article, 1, true});
  training::TrainingOptions options;
  options.crf.seed = seed;
  return training::train_model(articles, {}, options);
}

}  // namespace newsdex::test
