// Which values of a collection are spellings of one: "Jean-Claude Roe" and "Jean Claude Roe",
// "Muhammad Roe" and "Mohammad Roe", "A. Roe" and "Ali X. Roe" where the collection has one Ali Roe
// and nobody else who may be meant.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "newsdex/gazetteer.hpp"
#include "storage/generation.hpp"
#include "storage/value_merges.hpp"

namespace newsdex {

/// A value and in how many articles it is.
using ValueCounts = std::map<std::string, std::uint64_t>;

/// The merges of one field. Listed values stand for themselves; of the others the most frequent
/// stands for all, of equals the first by bytes. Ascending.
std::vector<ValueMerge> merged_values(Field field, const ValueCounts& values,
                                      const Gazetteer& gazetteer);

/// Those of all live articles of a generation, whose segments' files must be there, as the
/// generation's file. `tombstones` are by segment.
std::string merges_of(const IndexLayout& layout, const Generation& generation,
                      const std::map<std::string, Tombstones>& tombstones,
                      const Gazetteer& gazetteer);

}  // namespace newsdex
