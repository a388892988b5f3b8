// newsdex-evaluate: figures of quality on annotated data that is not part of the project.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include "dates.hpp"

namespace {

constexpr int kUsage = 2;

int run(std::vector<std::string> arguments) {
  if (arguments.size() < 2 || arguments.front() != "dates") {
    fmt::print(stderr,
               "usage: newsdex-evaluate dates [--list] FILE...\n"
               "  FILE is TimeML; --list also prints every difference\n");
    return kUsage;
  }
  arguments.erase(arguments.begin());
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
