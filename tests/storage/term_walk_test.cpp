#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "storage/term_dictionary.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class TermWalkTest : public ::testing::Test {
 protected:
  TermWalkTest() {
    for (int i = 0; i < 500; i += 3) terms_.push_back(fmt::format("t{}", i));
    std::sort(terms_.begin(), terms_.end());
    TermDictionaryWriter writer;
    std::uint64_t number = 0;
    for (const std::string& term : terms_) writer.add(term, number++);
    ColumnFileWriter out;
    writer.write(out);
    file_ = ColumnFile(folder_.write("terms", out.finish()));
  }

  TemporaryFolder folder_;
  std::vector<std::string> terms_;
  ColumnFile file_;
};

TEST_F(TermWalkTest, MeetsAllTermsInOrder) {
  const TermDictionary dictionary(file_, "terms");
  TermWalk walk(dictionary);
  std::vector<std::string> met;
  while (walk.next()) met.emplace_back(walk.term());
  EXPECT_EQ(met, terms_);
  EXPECT_FALSE(walk.next());
}

TEST_F(TermWalkTest, SkipsToTheFirstTermNotBefore) {
  const TermDictionary dictionary(file_, "terms");
  for (int i = 0; i < 520; i += 7) {
    for (const std::string from : {"", "t1", "t3"}) {
      TermWalk walk(dictionary);
      walk.skip_to(from);
      const std::string target = fmt::format("t{}", i);
      const bool found = walk.skip_to(target);
      const auto expected = std::lower_bound(terms_.begin(), terms_.end(), std::max(from, target));
      ASSERT_EQ(found, expected != terms_.end()) << from << " " << target;
      if (found) {
        EXPECT_EQ(walk.term(), *expected) << from << " " << target;
      }
    }
  }
}

}  // namespace
}  // namespace newsdex::testing
