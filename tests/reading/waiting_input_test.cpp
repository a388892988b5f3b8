#include "reading/waiting_input.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <istream>
#include <iterator>
#include <string>
#include <thread>

namespace newsdex {
namespace {

class WaitingInputTest : public ::testing::Test {
 protected:
  WaitingInputTest() { EXPECT_EQ(::pipe(ends_), 0); }
  ~WaitingInputTest() override {
    ::close(ends_[0]);
    close_writer();
  }

  void write(const std::string& bytes) const {
    EXPECT_EQ(::write(ends_[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  void close_writer() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }
  static std::string rest_of(WaitingInput& input) {
    std::istream in(&input);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  int ends_[2] = {-1, -1};
  std::atomic<bool> stop_ = false;
};

TEST_F(WaitingInputTest, GivesAllUpToTheEnd) {
  const std::string text(200'000, 'x');
  std::thread writer([&] {
    write(text);
    close_writer();
  });
  WaitingInput input(ends_[0], nullptr);
  EXPECT_EQ(rest_of(input), text);
  EXPECT_EQ(input.error(), "");
  writer.join();
}

TEST_F(WaitingInputTest, ShowsItsBeginningHoweverItComes) {
  std::thread writer([&] {
    for (const char* part : {"one ", "two ", "three"}) {
      write(part);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    close_writer();
  });
  WaitingInput input(ends_[0], nullptr);
  EXPECT_EQ(input.peek(), "one two three");
  EXPECT_EQ(input.peek(), "one two three") << "however often it is asked";
  EXPECT_EQ(rest_of(input), "one two three");
  writer.join();
}

TEST_F(WaitingInputTest, AnEndIsTheEnd) {
  ASSERT_EQ(::close(ends_[0]), 0);
  ASSERT_EQ(::close(ends_[1]), 0);
  ends_[1] = -1;
  ends_[0] = ::posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(ends_[0], 0);
  ASSERT_EQ(::grantpt(ends_[0]), 0);
  ASSERT_EQ(::unlockpt(ends_[0]), 0);
  const int terminal = ::open(::ptsname(ends_[0]), O_RDWR | O_NOCTTY);
  ASSERT_GE(terminal, 0);
  const std::string typed = "one\n\x04two\n\x04";
  ASSERT_EQ(::write(ends_[0], typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
  WaitingInput input(terminal, nullptr);
  EXPECT_EQ(input.peek(), "one\n");
  EXPECT_EQ(rest_of(input), "one\n") << "what is typed after the end is for others";
  ::close(terminal);
}

TEST_F(WaitingInputTest, ShowsNoMoreThanItsBeginning) {
  const std::string text(kPeekBytes + 9, 'x');
  std::thread writer([&] {
    write(text);
    close_writer();
  });
  WaitingInput input(ends_[0], nullptr);
  EXPECT_EQ(input.peek().size(), kPeekBytes);
  EXPECT_EQ(rest_of(input), text);
  writer.join();
}

TEST_F(WaitingInputTest, EndsWhenAskedToThoughNoSignalInterruptsIt) {
  write("given before");
  WaitingInput input(ends_[0], &stop_);
  EXPECT_EQ(input.sgetc(), 'g');
  stop_ = true;
  EXPECT_EQ(rest_of(input), "given before");
  EXPECT_EQ(input.error(), "");
}

TEST_F(WaitingInputTest, EndsWhenAskedToWhileItWaits) {
  WaitingInput input(ends_[0], &stop_);
  std::thread stopper([&] { stop_ = true; });
  EXPECT_EQ(rest_of(input), "");
  stopper.join();
}

TEST_F(WaitingInputTest, SaysWhyItEndedEarly) {
  const int folder = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  WaitingInput input(folder, nullptr);
  EXPECT_EQ(rest_of(input), "");
  EXPECT_EQ(input.error(), "cannot be read: Is a directory");
  ::close(folder);
}

}  // namespace
}  // namespace newsdex
