// The seeds of all fuzz targets, and some hundred mutations of them, the same in every run. What
// libFuzzer has found is kept among the seeds.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <gtest/gtest.h>
#include "fuzz/fuzz_targets.hpp"

namespace newsdex::fuzz {

// How a test's name shows it; found beside the type alone.
void PrintTo(const FuzzTarget& target, std::ostream* out) {
  *out << target.name;
}

namespace {

namespace fs = std::filesystem;

std::vector<std::string> seeds_of(std::string_view target) {
  std::vector<fs::path> paths;
  for (const auto& entry :
       fs::directory_iterator(fs::path(NEWSDEX_SOURCE_DIR) / "tests/fuzz/corpus" / target)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& seeds) : seeds_(seeds) {}

  std::string next() {
    std::string bytes = seeds_[below(seeds_.size())];
    for (std::size_t i = below(4) + 1; i > 0; --i) change(bytes);
    return bytes;
  }

 private:
  // The engine is the same everywhere; the distributions of the library are not.
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : engine_() % bound; }

  void change(std::string& bytes) {
    const std::size_t at = below(bytes.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(64, bytes.size() - at + 1));
    switch (below(6)) {
      case 0:
        bytes.erase(at, length);
        break;
      case 1:
        bytes.insert(at, bytes.substr(at, length));
        break;
      case 2:
        bytes.insert(at, 1, static_cast<char>(below(256)));
        break;
      case 3:
        if (at < bytes.size()) bytes[at] = static_cast<char>(below(256));
        break;
      case 4:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        break;
      default: {
        const std::string& other = seeds_[below(seeds_.size())];
        bytes.insert(at, other.substr(below(other.size() + 1), below(200)));
      }
    }
  }

  const std::vector<std::string>& seeds_;
  std::mt19937 engine_{20180430};
};

class FuzzReplay : public ::testing::TestWithParam<FuzzTarget> {};

TEST_P(FuzzReplay, SeedsDoNoHarm) {
  for (const std::string& seed : seeds_of(GetParam().name)) GetParam().run(seed);
}

TEST_P(FuzzReplay, MutationsDoNoHarm) {
  const std::vector<std::string> seeds = seeds_of(GetParam().name);
  ASSERT_FALSE(seeds.empty());
  Mutator mutator(seeds);
  for (int i = 0; i < GetParam().mutations; ++i) GetParam().run(mutator.next());
}

std::string name_of(const ::testing::TestParamInfo<FuzzTarget>& info) {
  std::string name(info.param.name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzReplay,
                         ::testing::ValuesIn(fuzz_targets().begin(), fuzz_targets().end()),
                         name_of);

}  // namespace
}  // namespace newsdex::fuzz
