#include "engine/leaf_shares.hpp"

#include <algorithm>

#include "engine/function_words.hpp"

namespace newsdex {
namespace {

bool is_repeated(std::span<const LeafPlan> leaves, std::size_t leaf) {
  const WordSlot* const word = plain_word(leaves[leaf]);
  const auto same = [&](const LeafPlan& other) {
    const WordSlot* const before = plain_word(other);
    return before != nullptr && before->stems == word->stems;
  };
  const auto before = leaves.first(leaf);
  return word != nullptr && std::any_of(before.begin(), before.end(), same);
}

bool is_function_leaf(const LeafPlan& leaf) {
  const WordSlot* const word = plain_word(leaf);
  return word != nullptr && !word->in_capitals && is_function_word(word->form);
}

}  // namespace

const WordSlot* single_word(const LeafPlan& leaf) {
  const auto* const words = std::get_if<WordsPlan>(&leaf);
  const bool single = words != nullptr && !words->exact && words->sequences.size() == 1 &&
                      words->sequences.front().size() == 1 &&
                      !words->sequences.front().front().expansion;
  return single ? &words->sequences.front().front() : nullptr;
}

const WordSlot* plain_word(const LeafPlan& leaf) {
  const WordSlot* const word = single_word(leaf);
  return word != nullptr && std::get<WordsPlan>(leaf).scope == Field::text ? word : nullptr;
}

std::vector<double> leaf_shares(std::span<const LeafPlan> leaves) {
  const bool all_alike = std::all_of(leaves.begin(), leaves.end(), is_function_leaf);
  std::vector<double> shares;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const bool counts = !is_repeated(leaves, i) && (all_alike || !is_function_leaf(leaves[i]));
    shares.push_back(counts ? 1 : 0);
  }
  return shares;
}

}  // namespace newsdex
