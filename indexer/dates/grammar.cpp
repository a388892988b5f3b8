#include "dates/grammar.hpp"

#include <algorithm>

#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

// Whether "about" and "more than" belong to what the rule finds.
bool is_measured(const Rule& rule) {
  if (rule.resolve == resolve_shift) return true;
  const auto durations = duration_rules();
  return &rule >= durations.data() && &rule < durations.data() + durations.size();
}

// No pattern goes on over a mark that none knows, and none is longer than a prefix and a rule.
std::size_t end_of_row(std::span<const Lexeme> lexemes, std::size_t at) {
  const std::size_t limit = std::min(lexemes.size(), at + 2 * kMaxItems);
  std::size_t end = at + 1;
  while (end < limit && lexemes[end].gap != '?') ++end;
  return end;
}

}  // namespace

void Grammar::Beginnings::add(const Pattern& pattern, std::uint16_t index) {
  const auto insert = [index](std::vector<std::uint16_t>& list) {
    if (list.empty() || list.back() != index) list.push_back(index);
  };
  by_kind.resize(kKinds);
  for (const PatternItem& item : pattern.beginnings()) {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if ((item.kinds >> kind & KindSet{1}) != 0) insert(by_kind[kind]);
    }
    for (const std::uint16_t literal : item.literals) {
      if (by_literal.size() <= literal) by_literal.resize(literal + std::size_t{1});
      insert(by_literal[literal]);
    }
  }
}

std::span<const std::uint16_t> Grammar::Beginnings::of(const Lexeme& lexeme,
                                                       std::vector<std::uint16_t>& merged) const {
  std::array<std::span<const std::uint16_t>, 3> lists;
  std::size_t count = 0;
  for (std::size_t i = 0; i < lexeme.reading_count; ++i) {
    lists[count++] = by_kind[static_cast<std::size_t>(lexeme.readings[i].kind)];
  }
  if (lexeme.literal < by_literal.size() && !by_literal[lexeme.literal].empty()) {
    lists[count++] = by_literal[lexeme.literal];
  }
  if (count <= 1) return lists[0];
  merged.clear();
  for (const auto& list : lists) merged.insert(merged.end(), list.begin(), list.end());
  std::sort(merged.begin(), merged.end());
  merged.erase(std::unique(merged.begin(), merged.end()), merged.end());
  return merged;
}

Grammar::Grammar(TimeLexicon& lexicon) {
  for (const auto& table :
       {calendar_rules(), relative_rules(), duration_rules(), clock_rules(), persian_rules()}) {
    for (const Rule& rule : table) {
      rules_.push_back({&rule, Pattern(rule.pattern, lexicon), is_measured(rule)});
      rule_beginnings_.add(rules_.back().pattern, static_cast<std::uint16_t>(rules_.size() - 1));
    }
  }
  for (const std::string_view word : {"the", "this", "these", "those", "that", "its"}) {
    determiners_.push_back(lexicon.literal(word));
  }
  for (const Prefix& prefix : prefixes()) {
    prefixes_.push_back({prefix, Pattern(prefix.pattern, lexicon)});
    prefix_beginnings_.add(prefixes_.back().pattern,
                           static_cast<std::uint16_t>(prefixes_.size() - 1));
  }
}

void Grammar::plain_matches(std::span<const Lexeme> lexemes, std::size_t at, const Prefix* prefix,
                            std::size_t first, Scratch& scratch) const {
  Match match;
  for (const std::uint16_t index : rule_beginnings_.of(lexemes[at], scratch.rules)) {
    const CompiledRule& rule = rules_[index];
    if (rule.pattern.least_length() > lexemes.size() - at) continue;
    if (prefix != nullptr && !(rule.measured ? prefix->of_durations : prefix->of_dates)) continue;
    if (!rule.pattern.match(lexemes, at, match)) continue;
    const Modifier modifier = prefix == nullptr ? Modifier{} : prefix->modifier;
    scratch.matches.push_back({rule.rule, modifier, match, first});
  }
}

void Grammar::match(std::span<const Lexeme> lexemes, std::size_t at, Scratch& scratch) const {
  scratch.matches.clear();
  lexemes = lexemes.first(end_of_row(lexemes, at));
  plain_matches(lexemes, at, nullptr, at, scratch);
  Match match;
  for (const std::uint16_t index : prefix_beginnings_.of(lexemes[at], scratch.prefixes)) {
    const CompiledPrefix& prefix = prefixes_[index];
    if (!prefix.pattern.match(lexemes, at, match) || match.end >= lexemes.size()) continue;
    const Lexeme& next = lexemes[match.end];
    if (next.gap != ' ' && next.gap != '-' && next.gap != '\'') continue;
    const bool determined = next.literal != 0 && std::find(determiners_.begin(), determiners_.end(),
                                                           next.literal) != determiners_.end();
    if (determined && prefix.prefix.of_durations) continue;  // "over the next weeks"
    plain_matches(lexemes, match.end, &prefix.prefix, at, scratch);
  }
  std::stable_sort(
      scratch.matches.begin(), scratch.matches.end(),
      [](const GrammarMatch& a, const GrammarMatch& b) { return a.match.end > b.match.end; });
}

}  // namespace newsdex
