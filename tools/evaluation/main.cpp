// newsdex-evaluate: figures of quality on annotated data that is not part of the project.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include "dates.hpp"
#include "linking.hpp"

namespace {

constexpr int kUsage = 2;

int usage() {
  fmt::print(stderr,
             "usage: newsdex-evaluate dates [--list] FILE...\n"
             "       newsdex-evaluate entities [--list] [--half=train|report] TABLE\n"
             "  FILE is TimeML; TABLE lists the actors and platforms of articles, like\n"
             "  corpus/labelled/articles.tsv; --list also prints every difference\n");
  return kUsage;
}

int run(std::vector<std::string> arguments) {
  if (arguments.size() < 2) return usage();
  const std::string task = arguments.front();
  arguments.erase(arguments.begin());
  if (task == "entities") return newsdex::evaluation::evaluate_linking(arguments);
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
