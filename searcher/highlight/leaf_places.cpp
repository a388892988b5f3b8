#include "highlight/leaf_places.hpp"

#include <algorithm>

namespace newsdex {
namespace {

constexpr std::uint32_t kNoRow = UINT32_MAX;

// A word that stands in one text more often tells no more there: it bounds what is kept in memory.
constexpr std::size_t kMostPlaces = 100'000;

}  // namespace

LeafPlaces::LeafPlaces(std::span<const LeafPlan> leaves, const Deadline& deadline)
    : deadline_(deadline) {
  std::size_t parts = 0;
  for (const LeafPlan& plan : leaves) {
    const auto* const near = std::get_if<NearPlan>(&plan);
    leaves_.push_back({parts, near == nullptr ? 1 : near->operands.size(), near});
    if (near == nullptr) {
      add_part(std::get<WordsPlan>(plan), parts++);
      continue;
    }
    for (const auto& alternatives : near->operands) {
      for (const WordsPlan& words : alternatives) add_part(words, parts);
      ++parts;
    }
  }
  parts_.resize(parts);
}

void LeafPlaces::add_part(const WordsPlan& words, std::size_t part) {
  for (const WordSequence& sequence : words.sequences) {
    const auto first = static_cast<std::uint32_t>(row_of_slot_.size());
    for (const WordSlot& slot : sequence) add_slot(slot, words.exact);
    row_of_slot_[first] = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back(
        {part, first, static_cast<std::uint32_t>(sequence.size()), words.scope == Field::title});
  }
}

void LeafPlaces::add_slot(const WordSlot& slot, bool exact) {
  const auto number = static_cast<std::uint32_t>(row_of_slot_.size());
  row_of_slot_.push_back(kNoRow);
  if (slot.expansion) {
    for (const std::string& form : slot.expansion->forms) by_form_[form].push_back(number);
  } else if (exact) {
    by_form_[slot.form].push_back(number);
  } else {
    for (const std::string& stem : slot.stems) by_stem_[stem].push_back(number);
  }
}

const LeafPlaces::Slots& LeafPlaces::slots_of(const Token& token) {
  const auto known = by_word_.find(token.word);
  if (known != by_word_.end()) return known->second;
  return by_word_.emplace(token.word, look_up(token)).first->second;
}

LeafPlaces::Slots LeafPlaces::look_up(const Token& token) const {
  Slots slots;
  const auto append = [&slots](const auto& known, std::string_view text) {
    const auto found = known.find(text);
    if (found == known.end()) return;
    slots.insert(slots.end(), found->second.begin(), found->second.end());
  };
  append(by_form_, token.form);
  append(by_stem_, token.stem);
  std::sort(slots.begin(), slots.end());
  return slots;
}

// Whether the words after the first, which stands there, do, too.
bool LeafPlaces::stands_at(const Row& row, std::span<const Token> tokens) {
  if (tokens.size() < row.words) return false;
  for (std::uint32_t i = 1; i < row.words; ++i) {
    const Slots& slots = slots_of(tokens[i]);
    if (!std::binary_search(slots.begin(), slots.end(), row.first_slot + i)) return false;
  }
  return true;
}

void LeafPlaces::find(std::span<const Token> tokens, bool in_title) {
  DeadlineWatch watch(deadline_);
  for (auto& part : parts_) part.clear();
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    watch.count(1);
    // Stays valid while stands_at() looks up more words: a map's values keep their place.
    const Slots& slots = slots_of(tokens[at]);
    for (const std::uint32_t slot : slots) {
      if (row_of_slot_[slot] == kNoRow) continue;
      const Row& row = rows_[row_of_slot_[slot]];
      watch.count(row.words);
      const bool counts = in_title || !row.title_only;
      if (!counts || !stands_at(row, tokens.subspan(at))) continue;
      parts_[row.part].push_back({at, at + row.words - 1});
    }
  }
}

std::vector<PositionSpan> LeafPlaces::of(std::size_t leaf) const {
  const auto& [first_part, parts, near] = leaves_[leaf];
  if (near == nullptr) {
    const auto& places = parts_[first_part];
    const std::size_t kept = std::min(places.size(), kMostPlaces);
    return {places.begin(), places.begin() + static_cast<std::ptrdiff_t>(kept)};
  }
  std::vector<std::vector<PositionSpan>> operands(
      parts_.begin() + static_cast<std::ptrdiff_t>(first_part),
      parts_.begin() + static_cast<std::ptrdiff_t>(first_part + parts));
  for (auto& operand : operands) std::sort(operand.begin(), operand.end());
  keep_near(operands, near->distance, near->ordered, deadline_);
  std::vector<PositionSpan> all;
  for (const auto& spans : operands) {
    const std::size_t kept = std::min(spans.size(), kMostPlaces);
    all.insert(all.end(), spans.begin(), spans.begin() + static_cast<std::ptrdiff_t>(kept));
  }
  return all;
}

}  // namespace newsdex
