#include "highlight/leaf_places.hpp"

#include <algorithm>

namespace newsdex {
namespace {

bool matches(const WordSlot& slot, const Token& token, bool exact) {
  if (slot.expansion) {
    const auto& forms = slot.expansion->forms;
    return std::binary_search(forms.begin(), forms.end(), token.form);
  }
  if (exact) return token.form == slot.form;
  return std::find(slot.stems.begin(), slot.stems.end(), token.stem) != slot.stems.end();
}

bool matches_from(const WordSequence& sequence, std::span<const Token> tokens, bool exact) {
  return tokens.size() >= sequence.size() &&
         std::equal(
             sequence.begin(), sequence.end(), tokens.begin(),
             [&](const WordSlot& slot, const Token& token) { return matches(slot, token, exact); });
}

void find_words(const WordsPlan& words, std::span<const Token> tokens, bool in_title,
                std::vector<PositionSpan>& out) {
  if (words.scope == Field::title && !in_title) return;
  for (const WordSequence& sequence : words.sequences) {
    const auto length = static_cast<std::uint32_t>(sequence.size());
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
      if (matches_from(sequence, tokens.subspan(at), words.exact)) {
        out.push_back({at, at + length - 1});
      }
    }
  }
}

std::vector<PositionSpan> find_near(const NearPlan& near, std::span<const Token> tokens,
                                    bool in_title) {
  std::vector<std::vector<PositionSpan>> operands(near.operands.size());
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const WordsPlan& words : near.operands[i])
      find_words(words, tokens, in_title, operands[i]);
    std::sort(operands[i].begin(), operands[i].end());
  }
  keep_near(operands, near.distance, near.ordered);
  std::vector<PositionSpan> all;
  for (const auto& spans : operands) all.insert(all.end(), spans.begin(), spans.end());
  return all;
}

}  // namespace

std::vector<PositionSpan> find_leaf(const LeafPlan& leaf, std::span<const Token> tokens,
                                    bool in_title) {
  if (const auto* near = std::get_if<NearPlan>(&leaf)) return find_near(*near, tokens, in_title);
  std::vector<PositionSpan> spans;
  find_words(std::get<WordsPlan>(leaf), tokens, in_title, spans);
  return spans;
}

}  // namespace newsdex
