// Articles for micro-benchmarks: some of the made-up corpus, ready made once.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "newsdex/article.hpp"
#include "newsdex/entity_recognizer.hpp"

namespace newsdex::benchmarks {

/// The same for every benchmark and every run.
const std::vector<Article>& sample_articles();

/// Of the articles' bodies.
std::size_t sample_bytes();

/// The built-in name list, compiled once.
const Gazetteer& sample_gazetteer();
const EntityRecognizer& sample_recognizer();

}  // namespace newsdex::benchmarks
