#include "storage/surplus_shards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "storage/generation.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kShardPrefix = "shard-";

// It is given the name of a segment first: should the run be killed, what is left of it goes with
// the next one.
void remove_shard(const std::string& folder, unsigned number) {
  const std::string shard = shard_folder(folder, number);
  const std::string garbage = fmt::format("{}/seg-{}", folder, fs::path(shard).filename().string());
  std::error_code ignored;
  fs::rename(shard, garbage, ignored);
  fs::remove_all(garbage, ignored);
}

}  // namespace

std::vector<unsigned> shard_numbers(const std::string& folder) {
  std::vector<unsigned> numbers;
  for (const std::string& name : folders_with_prefix(folder, kShardPrefix)) {
    unsigned number = 0;
    std::from_chars(name.data() + kShardPrefix.size(), name.data() + name.size(), number);
    if (shard_folder(folder, number) == fmt::format("{}/{}", folder, name))
      numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

// Where no generation is, nothing is lost.
bool holds_other_index(const std::string& folder) {
  return has_index(folder) && !next_current(folder) && !is_shard(folder) &&
         !folders_with_prefix(folder, kGenerationPrefix).empty();
}

void remove_surplus_shards(const std::string& folder, unsigned first) {
  for (const unsigned number : shard_numbers(folder)) {
    if (number >= first && is_shard(shard_folder(folder, number))) remove_shard(folder, number);
  }
}

}  // namespace newsdex
