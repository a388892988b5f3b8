// newsdex-evaluate: figures of quality on annotated data that is not part of the project.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <span>
#include <string>
#include <vector>

#include "dates.hpp"
#include "entities.hpp"
#include "linking.hpp"
#include "ranking.hpp"

namespace {

constexpr int kUsage = 2;

int usage() {
  fmt::print(
      stderr,
      "usage: newsdex-evaluate dates [--list] FILE...\n"
      "       newsdex-evaluate entities [--list] [--half=train|report] TABLE.tsv\n"
      "       newsdex-evaluate entities [--errors] FILE|FOLDER...\n"
      "       newsdex-evaluate ranking [--list] [--topics=odd|even] [--expand]\n"
      "                                [--gains=GRADE:GAIN,...|--gains=cranfield]\n"
      "                                DOCUMENTS TOPICS.tsv QRELS\n"
      "  dates: FILE is TimeML; --list also prints every difference\n"
      "  entities: TABLE.tsv lists the actors and platforms of articles, like\n"
      "  corpus/labelled/articles.tsv; FILE has names marked as in corpus/labelled, or a\n"
      "  word and its label a line (CoNLL); --errors and --list also print every difference\n"
      "  ranking: DOCUMENTS is what newsdex-index reads; a topic is a line of number, tab and "
      "text,\n"
      "  searched for by any of its words; QRELS are judgments in the form of TREC, whose grades\n"
      "  are the gains unless --gains says what they gain: cranfield stands for\n"
      "  1:4,2:3,3:2,4:1,-1:0; --expand ranks also by words that the best hits have in common\n");
  return kUsage;
}

// Whether it is the values of articles that are measured, not the names marked in them.
bool has_table(std::span<const std::string> arguments) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [](const std::string& each) { return each.ends_with(".tsv"); });
}

int run(std::vector<std::string> arguments) {
  if (arguments.size() < 2) return usage();
  const std::string task = arguments.front();
  arguments.erase(arguments.begin());
  if (task == "entities") {
    return has_table(arguments) ? newsdex::evaluation::evaluate_linking(arguments)
                                : newsdex::evaluation::evaluate_entities(arguments);
  }
  if (task == "ranking") return newsdex::evaluation::evaluate_ranking(arguments);
  if (task != "dates") return usage();
  const bool list = std::erase(arguments, "--list") > 0;
  return newsdex::evaluation::evaluate_dates(arguments, list);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "newsdex-evaluate: {}\n", error.what());
    return kUsage;
  }
}
