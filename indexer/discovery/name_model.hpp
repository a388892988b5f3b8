// The model file: a header, then the tables, each at a multiple of 16 bytes, little-endian. It is
// used where it lies; nothing is copied.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "discovery/name_label.hpp"
#include "discovery/weight_table.hpp"
#include "discovery/word_lexicon.hpp"

namespace newsdex::discovery {

/// The score of `after` behind `before`, in the same units; kEdge is the last of both. Those of
/// pairs that may not follow each other are not read.
using Transitions = std::array<std::array<std::int16_t, kLabels + 1>, kLabels + 1>;

/// How many percent a name's probability by the model is worth, by class: the logistic function of
/// slope * logit(probability) + offset (Platt 1999).
struct Calibration {
  float slope = 1;
  float offset = 0;
};

struct ModelHeader {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t bytes = 0;  // of the whole file
  std::uint32_t weight_slots = 0;
  std::uint32_t cluster_rows = 0;
  std::uint32_t name_rows = 0;
  float units = 1;  // a weight of 1 in the file's integers
  std::array<Calibration, kNameClasses> calibration{};
  Transitions transitions{};
};

inline constexpr std::array<char, 8> kModelMagic{'n', 'd', 'x', 'n', 'a', 'm', 'e', 's'};
/// Another number for every change of the format, of a feature or of a hash.
inline constexpr std::uint32_t kModelVersion = 3;

/// `bytes` rounded up to where the next table may begin.
constexpr std::size_t table_begin(std::size_t bytes) {
  return (bytes + 15) / 16 * 16;
}

/// A model file as it is used.
struct NameModel {
  ModelHeader header;
  WeightTable weights;
  WordLexicon lexicon;
};

/// `bytes` must outlive the model. Throws Error(bad_name_list) if they are no whole model of this
/// version at a multiple of 16 bytes.
NameModel open_model(std::string_view bytes);

}  // namespace newsdex::discovery
