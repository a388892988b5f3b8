#include "cli/read_error_list.hpp"

#include <fmt/format.h>

#include "cli/indexer_commands.hpp"
#include "terminal/program.hpp"

namespace newsdex {
namespace {

constexpr std::uint64_t kMostOfAFile = 10;

}  // namespace

ReadErrorList::~ReadErrorList() {
  for (const auto& [path, count] : counts_) {
    if (count <= kMostOfAFile) continue;
    const std::uint64_t more = count - kMostOfAFile;
    print_problem(kIndexer, fmt::format("{}: {} more problem{}", path, more, more == 1 ? "" : "s"));
  }
}

void ReadErrorList::add(const ReadError& error) {
  if (++counts_[error.path] <= kMostOfAFile) print_read_error(kIndexer, error);
}

}  // namespace newsdex
