// How much is compared to find near copies, and how the threads that do it are stopped.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <random>
#include <thread>

#include "indexing/near_copy_groups.hpp"
#include "indexing/shingle_signature.hpp"
#include "newsdex/error.hpp"
#include "storage/segment_writer.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

using Bins = std::array<std::uint8_t, kSignatureBins>;

constexpr std::size_t kBinsOfBand = 3;

std::string signature_of(const Bins& bins) {
  std::string signature(8, '\xff');
  for (const std::uint8_t bin : bins) signature += static_cast<char>(bin);
  return signature;
}

// An index of articles of which nothing is known but their signatures. Of articles without dates
// the one that was added first is the earliest.
class NearCopyWork : public ::testing::Test {
 protected:
  // All bins filled, and with nothing in common with others.
  Bins other_text() {
    Bins bins;
    for (std::uint8_t& bin : bins) bin = static_cast<std::uint8_t>(1 + random_() % 255);
    return bins;
  }

  void add(const Bins& bins) {
    IndexDocument document;
    document.id = fmt::format("a{:05}", number_++);
    document.length = 100;
    document.signature = signature_of(bins);
    writer_.add(document);
  }

  std::vector<CopyGroup> groups(unsigned jobs, const std::function<void()>& step) {
    const SegmentInfo info = writer_.finish();
    Generation generation;
    generation.segments.push_back({info.name, info.articles, info.articles, info.tokens, {}});
    return near_copy_groups(index_.layout(), generation, {}, jobs, step);
  }

  TemporaryFolder folder_;
  IndexLock index_{folder_.path("index")};
  std::string name_ = index_.new_segment_name();
  SegmentWriter writer_{index_.layout().segment(name_), name_, {}};
  std::mt19937 random_{3};
  int number_ = 0;
};

// Near copies that agree in a single band, in which `crowd` earlier texts agree with them that are
// copies of nobody: as many are compared with every other text of the band.
class NearCopiesInACrowd : public NearCopyWork {
 protected:
  std::size_t groups_behind(int crowd) {
    const Bins first = other_text();
    const auto in_crowd = [&] {
      Bins bins = other_text();
      std::copy_n(first.begin(), kBinsOfBand, bins.begin());
      return bins;
    };
    Bins second = first;
    for (std::size_t band = 1; band < kSignatureBands; ++band) {
      std::uint8_t& bin = second[band * kBinsOfBand];
      bin = static_cast<std::uint8_t>(bin % 255 + 1);
    }
    for (int i = 0; i < crowd; ++i) add(in_crowd());
    add(first);
    add(second);
    EXPECT_GE(containment({OpenSignature(signature_of(first)), 97},
                          {OpenSignature(signature_of(second)), 97}),
              kNearCopy);
    return groups(1, {}).size();
  }
};

TEST_F(NearCopiesInACrowd, AreFoundAmongAFewForms) {
  EXPECT_EQ(groups_behind(31), 1U);
}

// Forms that are filled in ever anew have whole bands in common: each with each would take time by
// the square of their number.
TEST_F(NearCopiesInACrowd, AreNotLookedForAmongForms) {
  EXPECT_EQ(groups_behind(40), 0U);
}

class StoppedWork : public NearCopyWork {
 protected:
  // Copies in pairs, so that every band has work.
  StoppedWork() {
    for (int i = 0; i < 20; ++i) {
      const Bins bins = other_text();
      add(bins);
      add(bins);
    }
  }

  [[nodiscard]] bool on_own_thread() const { return std::this_thread::get_id() == own_; }

  // Gives up in the end, so that a fault is a failure.
  static void await(const std::function<bool()>& condition) {
    for (int i = 0; i < 1000 && !condition(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

  const std::thread::id own_ = std::this_thread::get_id();
  std::atomic<int> others_ = 0;  // steps of other threads
};

TEST_F(StoppedWork, EveryThreadHeedsASignal) {
  const auto step = [&] {
    if (on_own_thread()) return await([&] { return others_ > 0; });
    ++others_;
    throw Error(ErrorCode::interrupted, "interrupted");
  };
  EXPECT_THROW(groups(3, step), Error);
}

TEST_F(StoppedWork, WhatOneThreadThrowsEndsTheWorkOfAll) {
  std::atomic<bool> thrown = false;
  std::atomic<int> after = 0;
  const auto step = [&] {
    if (on_own_thread()) {
      await([&] { return others_ > 0; });
      thrown = true;
      throw Error(ErrorCode::interrupted, "interrupted");
    }
    ++others_;
    await([&] { return thrown.load(); });
    ++after;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
  EXPECT_THROW(groups(3, step), Error);
  EXPECT_GT(others_, 0);
  EXPECT_LT(after, 100) << "all that is left is some four hundred steps";
}

}  // namespace
}  // namespace newsdex::testing
