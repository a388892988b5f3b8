#include "discovery/name_model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "discovery/small_model.hpp"
#include "model_writer.hpp"
#include "newsdex/error.hpp"
#include "newsdex/name_tagger.hpp"
#include "table_packing.hpp"

namespace newsdex::discovery {
namespace {

using training::CrfWeights;
using training::ModelBytes;

TEST(PackedTable, FindsEveryKeyThatWasPut) {
  std::mt19937_64 random(7);
  std::vector<std::uint64_t> keys(5000);
  for (std::uint64_t& key : keys) key = random();
  std::vector<ClusterRow> rows(training::table_size(keys.size(), 0.8));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    ClusterRow* row = find_place(std::span(rows), keys[i]);
    ASSERT_NE(row, nullptr);
    // Two keys in some ten thousand share a fingerprint and a neighbourhood.
    if (!row->empty()) continue;
    *row = {short_fingerprint(keys[i]), static_cast<std::uint16_t>(i), 0};
  }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const ClusterRow* row = find_row(std::span<const ClusterRow>(rows), keys[i]);
    ASSERT_NE(row, nullptr);
    if (row->capitalised != i) ++wrong;
  }
  EXPECT_LE(wrong, 5U);
  std::size_t found = 0;
  for (int i = 0; i < 10000; ++i) {
    if (find_row(std::span<const ClusterRow>(rows), random()) != nullptr) ++found;
  }
  EXPECT_LE(found, 10U);
}

TEST(PackedTable, ALookupEndsInAFullTable) {
  std::vector<ClusterRow> rows(300, ClusterRow{1, 0, 0});
  EXPECT_EQ(find_row(std::span<const ClusterRow>(rows), 2), nullptr);
  EXPECT_EQ(find_row(std::span<const ClusterRow>(), 2), nullptr);
}

// The search of four at a time against one after the other.
TEST(WeightTable, FindsTheFirstSlotWithTheFingerprintBeforeAnEmptyOne) {
  std::mt19937_64 random(11);
  std::uniform_int_distribution<int> fingerprint(0, 5);
  std::vector<std::uint16_t> fingerprints(WeightTable::kPadding + 50);
  for (int round = 0; round < 20; ++round) {
    // Few different ones, some with high bits and some that a borrow could mistake.
    constexpr std::array<std::uint16_t, 6> kSome = {0, 1, 2, 0x8000, 0x8001, 0xFFFF};
    for (auto& f : fingerprints) f = kSome[static_cast<std::size_t>(fingerprint(random))];
    const std::vector<WeightRow> rows(fingerprints.size());
    const WeightTable table(fingerprints, rows);
    for (int i = 0; i < 500; ++i) {
      const std::uint64_t low = kSome[static_cast<std::size_t>(fingerprint(random))];
      const std::uint64_t key = (random() & ~std::uint64_t{0xFFFF}) | low;
      std::uint32_t expected = WeightTable::kNone;
      const std::size_t start = first_probe(key, 50);
      for (std::size_t at = start; at < start + kMostProbes && fingerprints[at] != 0; ++at) {
        if (fingerprints[at] != short_fingerprint(key)) continue;
        expected = static_cast<std::uint32_t>(at);
        break;
      }
      ASSERT_EQ(table.find(key), expected) << std::hex << key;
    }
  }
}

TEST(WeightTable, ASearchEndsInAFullTable) {
  const std::vector<std::uint16_t> fingerprints(WeightTable::kPadding + 50, 7);
  const std::vector<WeightRow> rows(fingerprints.size());
  EXPECT_EQ(WeightTable(fingerprints, rows).find(8), WeightTable::kNone);
  EXPECT_TRUE(WeightTable().empty());
}

TEST(NameModel, HoldsWhatWasPacked) {
  const std::vector<std::uint64_t> keys = {scramble(1), scramble(2), scramble(3)};
  CrfWeights weights;
  weights.features.resize(3);
  weights.features[0][0] = 1.0F;
  weights.features[1][4] = -2.0F;
  weights.features[2][12] = 0.001F;
  weights.transitions[0][1] = 0.5F;
  const std::vector<ClusterRow> clusters = {{1, 2, 3}};
  const std::vector<NameRow> names = {{4}, {5}};
  const Calibration calibration{2, 3};
  const ModelBytes bytes =
      training::write_model({keys, weights, clusters, names, {calibration}}, 2);
  const NameModel model = open_model(bytes.view());
  const auto near = [&](double value) { return std::lround(value * model.header.units); };
  const std::uint32_t first = model.weights.find(keys[0]);
  const std::uint32_t second = model.weights.find(keys[1]);
  ASSERT_NE(first, WeightTable::kNone);
  ASSERT_NE(second, WeightTable::kNone);
  EXPECT_EQ(model.weights.row(first).weights[0], near(1));
  EXPECT_EQ(model.weights.row(second).weights[4], near(-2));
  EXPECT_EQ(model.weights.find(keys[2]), WeightTable::kNone) << "the smallest is dropped";
  EXPECT_EQ(model.header.transitions[0][1], near(0.5));
  EXPECT_EQ(model.header.calibration[0].slope, 2);
  EXPECT_EQ(model.lexicon.clusters[0].lower, 3);
  EXPECT_EQ(model.lexicon.names[1].bits, 5U);
}

ModelBytes changed(std::string_view bytes, std::size_t at, char to) {
  ModelBytes out(bytes.size());
  std::copy(bytes.begin(), bytes.end(), out.bytes().begin());
  out.bytes()[at] = to;
  return out;
}

ModelBytes first_bytes(std::string_view bytes, std::size_t size) {
  ModelBytes out(size);
  std::copy_n(bytes.begin(), size, out.bytes().begin());
  return out;
}

TEST(NameModel, WhatIsNoModelIsRefused) {
  const ModelBytes good = test::small_model();
  ASSERT_NO_THROW(NameTagger(good.view()));
  EXPECT_THROW(NameTagger({}), Error);
  EXPECT_THROW(NameTagger(changed(good.view(), 0, 'x').view()), Error) << "magic";
  EXPECT_THROW(NameTagger(changed(good.view(), 8, 99).view()), Error) << "version";
  EXPECT_THROW(NameTagger(changed(good.view(), 19, 99).view()), Error) << "rows";
  for (const std::size_t size : {std::size_t{1}, sizeof(ModelHeader), good.view().size() - 16}) {
    EXPECT_THROW(NameTagger(first_bytes(good.view(), size).view()), Error) << size;
  }
  const ModelBytes shifted = first_bytes(good.view(), good.view().size());
  EXPECT_THROW(NameTagger(shifted.view().substr(8)), Error) << "not aligned";
}

}  // namespace
}  // namespace newsdex::discovery
