#include "entities/reading.hpp"

#include <algorithm>
#include <utility>

namespace newsdex {
namespace {

// The first candidate that does not begin before a token.
std::vector<Candidate>::const_iterator from_token(const std::vector<Candidate>& candidates,
                                                  TextField field, std::uint32_t token) {
  return std::partition_point(candidates.begin(), candidates.end(), [&](const Candidate& c) {
    return std::pair(c.field, c.first) < std::pair(field, token);
  });
}

}  // namespace

const Candidate* Interpretation::beginning_at(TextField field, std::uint32_t token) const {
  const auto found = from_token(candidates, field, token);
  const bool is_there = found != candidates.end() && found->field == field && found->first == token;
  return is_there ? &*found : nullptr;
}

const Candidate* Interpretation::ending_at(TextField field, std::uint32_t token) const {
  auto found = from_token(candidates, field, token);
  if (found == candidates.begin()) return nullptr;
  --found;
  return found->field == field && found->last == token ? &*found : nullptr;
}

const Candidate* Interpretation::reaching_into(TextField field, std::uint32_t token) const {
  auto found = from_token(candidates, field, token);
  if (found == candidates.begin()) return nullptr;
  --found;
  return found->field == field && found->last > token ? &*found : nullptr;
}

std::span<const Reading> Interpretation::readings_of(const Candidate& candidate) const {
  const auto number = static_cast<std::uint32_t>(&candidate - candidates.data());
  const auto first = std::ranges::lower_bound(readings, number, {}, &Reading::candidate);
  const auto last = std::ranges::upper_bound(readings, number, {}, &Reading::candidate);
  return {first, last};
}

}  // namespace newsdex
