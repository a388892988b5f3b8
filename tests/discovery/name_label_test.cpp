#include "discovery/name_label.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsdex::discovery {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Label kBegin = label_of(NameClass::person, NamePart::begin);
constexpr Label kInside = label_of(NameClass::person, NamePart::inside);
constexpr Label kLast = label_of(NameClass::person, NamePart::last);
constexpr Label kUnit = label_of(NameClass::place, NamePart::unit);
constexpr Label kOtherLast = label_of(NameClass::place, NamePart::last);

TEST(NameLabel, LabelsAreNumberedWithoutGaps) {
  std::vector<bool> seen(kLabels);
  for (const auto name_class : {NameClass::person, NameClass::organisation, NameClass::place}) {
    for (const auto part : {NamePart::begin, NamePart::inside, NamePart::last, NamePart::unit}) {
      const Label label = label_of(name_class, part);
      EXPECT_EQ(class_of(label), name_class);
      EXPECT_EQ(part_of(label), part);
      seen.at(label) = true;
    }
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), true), 12);
}

TEST(NameLabel, OpenNamesGoOnInTheirClass) {
  EXPECT_TRUE(may_follow(kEdge, kBegin));
  EXPECT_TRUE(may_follow(kBegin, kInside));
  EXPECT_TRUE(may_follow(kInside, kLast));
  EXPECT_TRUE(may_follow(kLast, kUnit));
  EXPECT_TRUE(may_follow(kUnit, kEdge));
  EXPECT_FALSE(may_follow(kEdge, kLast));
  EXPECT_FALSE(may_follow(kBegin, kOutside));
  EXPECT_FALSE(may_follow(kBegin, kOtherLast));
  EXPECT_FALSE(may_follow(kInside, kEdge));
  EXPECT_FALSE(may_follow(kOutside, kInside));
}

TEST(NameLabel, ReadsNamesOutOfLabels) {
  const std::vector<Label> labels = {kUnit, kOutside, kBegin, kInside, kLast, kBegin, kLast};
  EXPECT_THAT(names_of(labels, 10), ElementsAre(LabelledName{10, 11, NameClass::place},
                                                LabelledName{12, 15, NameClass::person},
                                                LabelledName{15, 17, NameClass::person}));
}

TEST(NameLabel, WhatIsNotWellFormedIsNoName) {
  EXPECT_THAT(names_of(std::vector<Label>{kBegin}), IsEmpty());
  EXPECT_THAT(names_of(std::vector<Label>{kLast}), IsEmpty());
  EXPECT_THAT(names_of(std::vector<Label>{kBegin, kOutside, kLast}), IsEmpty());
  EXPECT_THAT(names_of(std::vector<Label>{kBegin, kOtherLast}), IsEmpty());
  EXPECT_THAT(names_of(std::vector<Label>{kBegin, kInside, kUnit}),
              ElementsAre(LabelledName{2, 3, NameClass::place}));
}

TEST(NameLabel, WritesWhatItReads) {
  for (std::uint32_t length = 1; length <= 4; ++length) {
    std::vector<Label> labels(6, kOutside);
    const LabelledName name{1, 1 + length, NameClass::organisation};
    write_name(name, labels);
    EXPECT_THAT(names_of(labels), ElementsAre(name));
  }
}

}  // namespace
}  // namespace newsdex::discovery
