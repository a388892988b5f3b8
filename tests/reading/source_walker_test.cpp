#include "reading/source_walker.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>

#include "reading_fixture.hpp"

namespace newsdex {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A folder to walk in, which is made the working folder, so that names are short.
class SourceWalker : public ::testing::Test {
 protected:
  SourceWalker() : before_(fs::current_path()) { fs::current_path(folder_.path("")); }
  ~SourceWalker() override { fs::current_path(before_); }

  std::vector<std::string> walk(const std::vector<std::string>& sources) {
    files_.clear();
    errors_.clear();
    walk_sources(sources, {[this](const SourceFile& file) { files_.push_back(file); },
                           [this](const ReadError& error) { errors_.push_back(error); }});
    std::vector<std::string> shown;
    for (const SourceFile& file : files_) shown.push_back(file.display);
    return shown;
  }

  /// "path: reason" for each error of the last walk.
  [[nodiscard]] std::vector<std::string> errors() const {
    std::vector<std::string> shown;
    for (const ReadError& error : errors_) shown.push_back(error.path + ": " + error.reason);
    return shown;
  }

  TemporaryFolder folder_;
  std::vector<SourceFile> files_;
  std::vector<ReadError> errors_;

 private:
  fs::path before_;
};

TEST_F(SourceWalker, FilesComeByNameInBytesAndSourcesAsGiven) {
  for (const char* name : {"d/b.txt", "d/B.txt", "d/a/z.txt", "d/a.txt", "d/é.txt", "d/a-b.txt",
                           "e/x.txt", "single.txt"}) {
    folder_.write(name, "x");
  }
  EXPECT_THAT(walk({"single.txt", "e", "d/"}),
              ElementsAre("single.txt", "e/x.txt", "d/B.txt", "d/a/z.txt", "d/a-b.txt", "d/a.txt",
                          "d/b.txt", "d/é.txt"));
  EXPECT_THAT(errors(), IsEmpty());
}

TEST_F(SourceWalker, NamesAreShownAsGivenAndPathsAreAbsolute) {
  folder_.write("d/a.txt", "x");
  EXPECT_THAT(walk({"."}), ElementsAre("d/a.txt"));
  EXPECT_THAT(walk({"./d//../d/./"}), ElementsAre("d/a.txt"));
  EXPECT_EQ(files_[0].path, folder_.path("d/a.txt"));
  EXPECT_THAT(walk({folder_.path("d")}), ElementsAre(folder_.path("d/a.txt")));
  EXPECT_THAT(walk({"d/../d/a.txt"}), ElementsAre("d/a.txt"));
  fs::current_path("d");
  EXPECT_THAT(walk({".."}), ElementsAre("../d/a.txt"));
  EXPECT_EQ(files_[0].path, folder_.path("d/a.txt"));
}

TEST_F(SourceWalker, SizeAndTimesAreTold) {
  folder_.write("a.txt", "12345");
  const timespec times[2] = {{1'525'000'000, 7}, {1'525'000'000, 123'456'789}};
  ASSERT_EQ(::utimensat(AT_FDCWD, "a.txt", times, 0), 0);
  walk({"a.txt"});
  ASSERT_THAT(files_, SizeIs(1));
  EXPECT_EQ(files_[0].size, 5U);
  EXPECT_EQ(files_[0].mtime_ns, 1'525'000'000'123'456'789);
  EXPECT_GT(files_[0].ctime_ns, files_[0].mtime_ns);
}

TEST_F(SourceWalker, ATimeBeyondAllCountingIsCut) {
  folder_.write("a.txt", "x");
  const timespec times[2] = {{0, 0}, {INT64_MAX / 2, 999'999'999}};
  if (::utimensat(AT_FDCWD, "a.txt", times, 0) != 0) GTEST_SKIP() << "not on this file system";
  walk({"a.txt"});
  ASSERT_THAT(files_, SizeIs(1));
  EXPECT_GT(files_[0].mtime_ns, 0);
}

TEST_F(SourceWalker, HiddenNamesInsideAFolderArePassedOver) {
  for (const char* name : {"d/.hidden", "d/.folder/a.txt", "d/a.txt", ".named/b.txt"}) {
    folder_.write(name, "x");
  }
  EXPECT_THAT(walk({"d", ".named", "d/.hidden"}),
              ElementsAre("d/a.txt", ".named/b.txt", "d/.hidden"));
}

TEST_F(SourceWalker, AFileReachedTwiceIsReportedOnce) {
  folder_.write("d/a.txt", "x");
  folder_.write("d/sub/b.txt", "x");
  fs::create_symlink("a.txt", "d/link.txt");
  EXPECT_THAT(walk({"d/sub/b.txt", "d", "./d", folder_.path("d/a.txt")}),
              ElementsAre("d/sub/b.txt", "d/a.txt"));
}

TEST_F(SourceWalker, LinksAreFollowedUnlessTheyLeadBack) {
  folder_.write("d/a.txt", "x");
  folder_.write("other/b.txt", "x");
  fs::create_directory_symlink("../other", "d/to-other");
  fs::create_directory_symlink("..", "d/up");
  fs::create_directory_symlink(".", "d/here");
  fs::create_symlink("../other/b.txt", "d/z.txt");
  EXPECT_THAT(walk({"d"}), ElementsAre("d/a.txt", "d/to-other/b.txt"));
  EXPECT_THAT(errors(), ElementsAre("d/up: leads to a folder that it lies in, not followed"));
}

// Neither from a source nor from a folder that a link leads to.
TEST_F(SourceWalker, NoLinkLeadsUpToWhatLiesBeside) {
  folder_.write("all/d/a.txt", "x");
  folder_.write("all/beside.txt", "x");
  folder_.write("far/off/there/b.txt", "x");
  folder_.write("far/c.txt", "x");
  fs::create_directory_symlink("../../far/off/there", "all/d/linked");
  fs::create_directory_symlink("../..", "far/off/there/up");
  fs::create_directory_symlink("/", "all/d/root");
  fs::create_directory_symlink("..", "all/d/up");
  EXPECT_THAT(walk({"all/d"}), ElementsAre("all/d/a.txt", "all/d/linked/b.txt"));
  EXPECT_THAT(errors(),
              ElementsAre("all/d/linked/up: leads to a folder that it lies in, not followed",
                          "all/d/root: leads to a folder that it lies in, not followed",
                          "all/d/up: leads to a folder that it lies in, not followed"));
}

TEST_F(SourceWalker, AFolderThatWasOnceAboveIsWalkedLater) {
  folder_.write("d/z.txt", "x");
  folder_.write("far/off/b.txt", "x");
  folder_.write("far/c.txt", "x");
  fs::create_directory_symlink("../far/off", "d/1");
  fs::create_directory_symlink("../far", "d/2");
  EXPECT_THAT(walk({"d"}), ElementsAre("d/1/b.txt", "d/2/c.txt", "d/z.txt"));
  EXPECT_THAT(errors(), IsEmpty());
}

TEST_F(SourceWalker, WhatShowsTheSystemIsNotRead) {
  if (!fs::exists("/proc/self/status")) GTEST_SKIP() << "/proc is not mounted";
  folder_.write("d/z.txt", "x");
  fs::create_directory_symlink("/proc/self", "d/proc");
  fs::create_symlink("/proc/self/status", "d/status");
  EXPECT_THAT(walk({"d"}), ElementsAre("d/z.txt"));
  EXPECT_THAT(errors(),
              ElementsAre("d/proc: belongs to the system (/proc, /sys or /dev), not read",
                          "d/status: belongs to the system (/proc, /sys or /dev), not read"));
}

// Walked by every way there is, these folders would be walked 2^40 times.
TEST_F(SourceWalker, FoldersThatLinkToOneAnotherAreWalkedOnce) {
  for (int i = 0; i < 40; ++i) {
    const std::string name = "d/f" + std::to_string(i);
    fs::create_directories(name);
    const std::string next = "../f" + std::to_string(i + 1);
    fs::create_directory_symlink(next, name + "/left");
    fs::create_directory_symlink(next, name + "/right");
  }
  folder_.write("d/f40/a.txt", "x");
  EXPECT_THAT(walk({"d/f0"}), SizeIs(1));
}

TEST_F(SourceWalker, WhatIsNoFileIsAnErrorAndNeverOpened) {
  folder_.write("d/z.txt", "x");
  ASSERT_EQ(::mkfifo("d/pipe", 0600), 0);
  fs::create_symlink("nowhere", "d/dangling");
  fs::create_symlink("self", "d/self");
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::string("d/socket").copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_THAT(walk({"d", "/dev/null", "missing", ""}), ElementsAre("d/z.txt"));
  EXPECT_THAT(errors(),
              ElementsAre("d/dangling: cannot be read: No such file or directory",
                          "d/pipe: a pipe, not a file",
                          "d/self: cannot be read: Too many levels of symbolic links",
                          "d/socket: a socket, not a file", "/dev/null: a device, not a file",
                          "missing: cannot be read: No such file or directory",
                          ": cannot be read: No such file or directory"));
  ::close(listener);
}

TEST_F(SourceWalker, WhatMayNotBeOpenedIsAnError) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may open everything";
  folder_.write("d/closed.txt", "x");
  folder_.write("d/shut/a.txt", "x");
  folder_.write("d/z.txt", "x");
  fs::permissions("d/closed.txt", fs::perms::none);
  fs::permissions("d/shut", fs::perms::none);
  EXPECT_THAT(walk({"d"}), ElementsAre("d/z.txt"));
  EXPECT_THAT(errors(), ElementsAre("d/closed.txt: cannot be opened: Permission denied",
                                    "d/shut: cannot be listed: Permission denied"));
  fs::permissions("d/shut", fs::perms::owner_all);
}

TEST_F(SourceWalker, AnyBytesMayStandInANameAndAreRead) {
  const std::vector<std::string> names = {"a\nb.txt", "b\xFF\xFE.txt", "c \t.txt", "d\x1B[31m.txt",
                                          "-"};
  for (const std::string& name : names) folder_.write("d/" + name, "Title\nBody\n");
  EXPECT_THAT(walk({"d"}),
              ElementsAre("d/-", "d/a\nb.txt", "d/b\xFF\xFE.txt", "d/c \t.txt", "d/d\x1B[31m.txt"));
  for (const SourceFile& file : files_) {
    Collected collected;
    read_file(file, {}, collected.handlers());
    EXPECT_THAT(in_words(collected.articles), ElementsAre("0@1|Title|Body"));
  }
}

// What can be reached is read, the rest is an error.
TEST_F(SourceWalker, ATreeDeeperThanAPathMayBeLongIsWalkedAsFarAsNamesReach) {
  folder_.write("d/a.txt", "x");
  fs::current_path("d");
  constexpr int kDepth = 50;
  const std::string name(100, 'm');
  for (int i = 0; i < kDepth; ++i) {
    ASSERT_EQ(::mkdir(name.c_str(), 0700), 0);
    ASSERT_EQ(::chdir(name.c_str()), 0);
  }
  for (int i = 0; i < kDepth + 1; ++i) ASSERT_EQ(::chdir(".."), 0);
  EXPECT_THAT(walk({"d"}), ElementsAre("d/a.txt"));
  ASSERT_THAT(errors_, SizeIs(1));
  EXPECT_EQ(errors_[0].reason, "cannot be read: File name too long");
}

TEST(AbsolutePath, IsNormalAndResolvesNoLinks) {
  const std::string here = fs::current_path().native();
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"/a/./b/../c/", "/a/c"}, {"/", "/"},   {"//a//b", "/a/b"}, {"x", here + "/x"}, {".", here},
      {"./x/", here + "/x"},    {"/..", "/"},
  };
  for (const auto& [path, expected] : cases) EXPECT_EQ(absolute_path(path), expected) << path;
}

}  // namespace
}  // namespace newsdex
