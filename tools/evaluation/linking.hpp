// How well articles are given the right actors and platforms.
#pragma once

#include <span>
#include <string>

namespace newsdex::evaluation {

/// Tags the articles of a table like corpus/labelled/articles.tsv with the built-in name list and
/// prints, for actors and for platforms, precision, recall and F1 of the values over all articles:
/// a value counts once an article, and a second value for one person is a wrong one. It does so
/// twice, without and with the discovery of names; without, persons of the table whom the name list
/// does not hold cannot be found, and are counted apart.
///
/// Of `arguments` one is the table; "--half=train" takes only its odd rows, to develop with,
/// "--half=report" only its even ones, and "--list" prints every wrong and missing value. Returns
/// the exit status.
int evaluate_linking(std::span<const std::string> arguments);

}  // namespace newsdex::evaluation
