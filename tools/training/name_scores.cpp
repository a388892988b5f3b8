#include "name_scores.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace newsdex::training {

using discovery::NameClass;

std::vector<TokenName> token_names(std::span<const LabelledName> names,
                                   const AnalyzedArticle& article) {
  std::vector<TokenName> out;
  for (const LabelledName& name : names) {
    const auto tokens = name.field == TextField::title ? article.title_tokens : article.body_tokens;
    const auto begin = std::partition_point(
        tokens.begin(), tokens.end(), [&](const Token& token) { return token.end <= name.begin; });
    const auto end = std::partition_point(
        begin, tokens.end(), [&](const Token& token) { return token.begin < name.end; });
    if (begin == end) continue;
    out.push_back({name.field, static_cast<std::uint32_t>(begin - tokens.begin()),
                   static_cast<std::uint32_t>(end - tokens.begin()), name.name_class});
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<LabelledName> labelled(std::span<const FoundName> names) {
  std::vector<LabelledName> out;
  for (const FoundName& name : names) {
    const NameClass name_class = name.type == EntityType::person  ? NameClass::person
                                 : name.type == EntityType::place ? NameClass::place
                                                                  : NameClass::organisation;
    out.push_back({name.field, name.begin, name.end, name_class});
  }
  return out;
}

namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Counts::add(const Counts& other) {
  right += other.right;
  wrong += other.wrong;
  missed += other.missed;
}
double Counts::precision() const {
  return ratio(right, right + wrong);
}
double Counts::recall() const {
  return ratio(right, right + missed);
}
double Counts::f1() const {
  return ratio(2 * right, 2 * right + wrong + missed);
}

void NameScores::add(std::span<const TokenName> expected, std::span<const TokenName> found) {
  for (const TokenName& name : expected) {
    Counts& counts = counts_[static_cast<std::size_t>(name.name_class)];
    if (std::binary_search(found.begin(), found.end(), name)) {
      ++counts.right;
    } else {
      ++counts.missed;
    }
  }
  for (const TokenName& name : found) {
    if (!std::binary_search(expected.begin(), expected.end(), name)) {
      ++counts_[static_cast<std::size_t>(name.name_class)].wrong;
    }
  }
}

void NameScores::add(const NameScores& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i].add(other.counts_[i]);
}

Counts NameScores::all() const {
  Counts out;
  for (const Counts& counts : counts_) out.add(counts);
  return out;
}

std::string NameScores::table() const {
  std::string out = fmt::format("{:<14}{:>6} {:>6} {:>6} {:>7}\n", "", "P", "R", "F1", "names");
  const auto line = [&](std::string_view name, const Counts& counts) {
    out += fmt::format("{:<14}{:>6.1f} {:>6.1f} {:>6.1f} {:>7}\n", name, 100 * counts.precision(),
                       100 * counts.recall(), 100 * counts.f1(), counts.right + counts.missed);
  };
  line("person", of(NameClass::person));
  line("organisation", of(NameClass::organisation));
  line("place", of(NameClass::place));
  line("all", all());
  return out;
}

}  // namespace newsdex::training
