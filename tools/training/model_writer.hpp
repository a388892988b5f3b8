// Packs what was trained into a model file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "crf_trainer.hpp"
#include "discovery/name_model.hpp"

namespace newsdex::training {

struct ModelParts {
  std::span<const std::uint64_t> feature_keys;
  const CrfWeights& weights;
  std::span<const discovery::ClusterRow> clusters;
  std::span<const discovery::NameRow> names;
  std::array<discovery::Calibration, discovery::kNameClasses> calibration{};
};

/// A model file's bytes, at a multiple of 16 bytes.
class ModelBytes {
 public:
  explicit ModelBytes(std::size_t size) : blocks_((size + 15) / 16), size_(size) {}
  [[nodiscard]] std::string_view view() const {
    return {reinterpret_cast<const char*>(blocks_.data()), size_};
  }
  [[nodiscard]] std::span<char> bytes() { return {reinterpret_cast<char*>(blocks_.data()), size_}; }

 private:
  struct alignas(16) Block {
    std::array<char, 16> bytes{};
  };
  std::vector<Block> blocks_;
  std::size_t size_;
};

/// Keeps the `most_rows` features of the largest weights, rounded to one byte each.
ModelBytes write_model(const ModelParts& parts, std::size_t most_rows);

}  // namespace newsdex::training
