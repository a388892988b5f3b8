// A program of its own for `evaluate entities`.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "entities.hpp"

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return newsdex::evaluation::evaluate_entities(arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "evaluate_entities: {}\n", error.what());
    return 2;
  }
}
