#include "engine/leaf_shares.hpp"

#include <algorithm>

#include "engine/function_words.hpp"

namespace newsdex {
namespace {

constexpr double kQuerySaturation = 1.0;  // k3

// How often the query has the leaf's word from this leaf on; 0 where it has had it before.
std::size_t occurrences(std::span<const LeafPlan> leaves, std::size_t leaf) {
  const WordSlot* const word = plain_word(leaves[leaf]);
  if (word == nullptr) return 1;
  const auto same = [&](const LeafPlan& other) {
    const WordSlot* const known = plain_word(other);
    return known != nullptr && known->stems == word->stems;
  };
  const auto before = leaves.first(leaf);
  if (std::any_of(before.begin(), before.end(), same)) return 0;
  const auto rest = leaves.subspan(leaf);
  return static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), same));
}

double share_of(std::size_t occurrences) {
  const auto n = static_cast<double>(occurrences);
  return (kQuerySaturation + 1) * n / (kQuerySaturation + n);
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
    const bool counts = all_alike || !is_function_leaf(leaves[i]);
    shares.push_back(counts ? share_of(occurrences(leaves, i)) : 0);
  }
  return shares;
}

}  // namespace newsdex
