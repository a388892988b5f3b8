#include "newsdex/error.hpp"

#include <gtest/gtest.h>

namespace newsdex {
namespace {

TEST(ExitStatus, FollowsTheCommandLineContract) {
  EXPECT_EQ(exit_status(ErrorCode::locked), 75);
  EXPECT_EQ(exit_status(ErrorCode::interrupted), 130);
  for (const ErrorCode code :
       {ErrorCode::usage, ErrorCode::query, ErrorCode::io, ErrorCode::no_index, ErrorCode::no_shard,
        ErrorCode::bad_index, ErrorCode::bad_name_list}) {
    EXPECT_EQ(exit_status(code), 2);
  }
}

TEST(Error, CarriesMessageHintAndCode) {
  const Error error(ErrorCode::no_index, "no index at x", "build one");
  EXPECT_STREQ(error.what(), "no index at x");
  EXPECT_EQ(error.hint(), "build one");
  EXPECT_EQ(error.code(), ErrorCode::no_index);
}

}  // namespace
}  // namespace newsdex
