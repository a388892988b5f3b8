// The small files of a generation that a later one carries on: what is damaged is put back or
// refused, and never published anew.
#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <stdexcept>

#include "indexing/index_fixture.hpp"
#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/generation.hpp"
#include "storage/global_ordinals.hpp"
#include "storage/spare_copies.hpp"

namespace newsdex::testing {
namespace {

class GenerationFilesTest : public IndexFixture {
 protected:
  // Two segments, one of them with a dead article, dated by a file that is gone by now.
  GenerationFilesTest() {
    folder_.write("dates.csv", "articles/a.txt,2010-03-04\n");
    folder_.write("articles/a.txt", "The ban\n\nTelegram was banned, said Pavel Durov.\n");
    folder_.write("articles/b.txt", "Weather\n\nIt rained in the mountains all of Monday.\n");
    folder_.write("articles/half.jsonl", "{");
    BuildOptions dated = options();
    dated.date_corrections = folder_.path("dates.csv");
    dated.jobs = 1;
    build_index(dated);
    std::filesystem::rename(folder_.path("dates.csv"), folder_.path("away.csv"));
    std::filesystem::rename(folder_.path("test-names.yaml"), folder_.path("away.yaml"));
    std::filesystem::remove(folder_.path("articles/b.txt"));
    update_index(options());
    id_of_a_ = found("banned");
  }

  [[nodiscard]] BuildOptions options() {
    BuildOptions options = IndexFixture::options();
    options.name_lists.clear();
    return options;
  }

  [[nodiscard]] std::string path_of(std::string_view name) {
    const GenerationHandle handle(options().index);
    return handle.layout().file(handle.generation().name, name);
  }

  // Turns a bit of what a file of the generation says; returns what it said.
  std::string change(std::string_view name, std::string_view text = {}) {
    const std::string whole = read_whole_file(path_of(name));
    std::string bytes = whole;
    const std::size_t at = text.empty() ? bytes.size() / 2 : bytes.find(text);
    if (at >= bytes.size()) throw std::runtime_error(fmt::format("{} is not in {}", text, name));
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    write_file(path_of(name), bytes);
    return whole;
  }

  // With the file damaged, `run` is refused and leaves the damage to be seen.
  void expect_refused(const std::function<void()>& run, std::string_view name,
                      std::string_view text = {}) {
    const std::string whole = change(name, text);
    try {
      run();
      ADD_FAILURE() << "not refused, with " << name << " damaged";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_index);
      EXPECT_NE(std::string(error.what()).find(path_of(name)), std::string::npos) << error.what();
      EXPECT_NE(error.hint().find("newsdex-index"), std::string::npos);
    }
    EXPECT_FALSE(check_index(options().index).empty()) << name;
    write_file(path_of(name), whole);
  }

  std::string id_of_a_;
};

TEST_F(GenerationFilesTest, AnUpdatePutsTheSecondCopyBackFirst) {
  for (const std::string_view name :
       {kDatesFile, kNameListsFile, kTroubledFile, kOtherPlacesFile}) {
    SCOPED_TRACE(name);
    const std::string before = change(name, name == kDatesFile ? "010-03" : "");
    folder_.write("articles/c.txt", fmt::format("Court\n\nA court wrote of {}.\n", name));
    update_index(options());
    EXPECT_EQ(check_index(options().index), std::vector<std::string>());
    EXPECT_EQ(read_whole_file(path_of(name)), before);
    EXPECT_EQ(found("date:2010"), id_of_a_);
  }
}

TEST_F(GenerationFilesTest, AMergeCarriesNoDamageOn) {
  folder_.write("articles/c.txt", "Court\n\nA court spoke of Telegram.\n");
  update_index(options());
  ASSERT_GT(index_statistics(options().index).segments, 1U);
  for (const std::string_view name :
       {kDatesFile, kNameListsFile, kTroubledFile, kOtherPlacesFile, kNamesFile, kMergesFile}) {
    expect_refused([&] { merge_index(options()); }, name);
  }
  merge_index(options());
  EXPECT_EQ(check_index(options().index), std::vector<std::string>());
}

TEST_F(GenerationFilesTest, ARetagCarriesNoDamageOn) {
  BuildOptions further = options();
  further.name_lists = {folder_.write("more.yaml",
                                      "# newsdex names 1\n- {name: Soroush, kind: "
                                      "platform}\n")};
  for (const std::string_view name :
       {kDatesFile, kNameListsFile, kTroubledFile, kOtherPlacesFile}) {
    expect_refused([&] { retag_index(further); }, name, name == kDatesFile ? "010-03" : "");
  }
  retag_index(further);
  EXPECT_EQ(found("date:2010"), id_of_a_);
}

TEST_F(GenerationFilesTest, ARepairCarriesNoDamageOnOfWhichThereIsNoCopy) {
  std::filesystem::remove(path_of(kNamesFile));
  std::filesystem::remove(path_of(kSpareFile));
  for (const std::string_view name : {kDatesFile, kNameListsFile, kTroubledFile}) {
    expect_refused([&] { repair_index(options()); }, name);
  }
  repair_index(options());
  EXPECT_EQ(check_index(options().index), std::vector<std::string>());
}

TEST_F(GenerationFilesTest, WhatIsMadeFromTheRestNeedsNoSecondCopy) {
  for (const std::string_view name :
       {kNamesFile, kMergesFile, kNearCopiesFile, kOtherPlacesFile, kOrdinalsFile}) {
    SCOPED_TRACE(name);
    change(name);
    std::filesystem::remove(path_of(kSpareFile));
    EXPECT_EQ(repair_index(options()).unread, 0U);
    EXPECT_EQ(check_index(options().index), std::vector<std::string>());
    std::filesystem::remove(path_of(name));
    std::filesystem::remove(path_of(kSpareFile));
    EXPECT_EQ(repair_index(options()).unread, 0U);
    EXPECT_EQ(check_index(options().index), std::vector<std::string>());
    EXPECT_EQ(found("date:2010"), id_of_a_);
  }
}

}  // namespace
}  // namespace newsdex::testing
