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

}  // namespace

void Grammar::Beginnings::add(const Pattern& pattern, std::uint16_t index) {
  const auto insert = [index](std::vector<std::uint16_t>& list) {
    if (list.empty() || list.back() != index) list.push_back(index);
  };
  by_kind.resize(kKinds);
  for (const PatternItem& item : pattern.beginnings()) {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if ((item.kinds >> kind & 1U) != 0) insert(by_kind[kind]);
    }
    for (const std::uint16_t literal : item.literals) {
      if (by_literal.size() <= literal) by_literal.resize(literal + std::size_t{1});
      insert(by_literal[literal]);
    }
  }
}

void Grammar::Beginnings::collect(const Lexeme& lexeme, std::vector<std::uint16_t>& out) const {
  out.clear();
  for (std::size_t i = 0; i < lexeme.reading_count; ++i) {
    const auto& list = by_kind[static_cast<std::size_t>(lexeme.readings[i].kind)];
    out.insert(out.end(), list.begin(), list.end());
  }
  if (lexeme.literal < by_literal.size()) {
    const auto& list = by_literal[lexeme.literal];
    out.insert(out.end(), list.begin(), list.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

Grammar::Grammar(Lexicon& lexicon) {
  for (const auto& table :
       {calendar_rules(), relative_rules(), duration_rules(), clock_rules(), persian_rules()}) {
    for (const Rule& rule : table) {
      rules_.push_back({&rule, Pattern(rule.pattern, lexicon)});
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
                            std::size_t first, std::vector<GrammarMatch>& out) const {
  std::vector<std::uint16_t> candidates;
  rule_beginnings_.collect(lexemes[at], candidates);
  for (const std::uint16_t index : candidates) {
    const CompiledRule& rule = rules_[index];
    const bool duration = is_measured(*rule.rule);
    if (prefix != nullptr && !(duration ? prefix->of_durations : prefix->of_dates)) continue;
    const std::optional<Match> match = rule.pattern.match(lexemes, at);
    if (!match) continue;
    out.push_back({rule.rule, prefix == nullptr ? std::string_view() : prefix->mod, *match, first});
  }
}

void Grammar::matches(std::span<const Lexeme> lexemes, std::size_t at,
                      std::vector<GrammarMatch>& out) const {
  out.clear();
  plain_matches(lexemes, at, nullptr, at, out);
  std::vector<std::uint16_t> candidates;
  prefix_beginnings_.collect(lexemes[at], candidates);
  for (const std::uint16_t index : candidates) {
    const std::optional<Match> match = prefixes_[index].pattern.match(lexemes, at);
    if (!match || match->end >= lexemes.size()) continue;
    const char gap = lexemes[match->end].gap;
    if (gap != ' ' && gap != '-' && gap != '\'') continue;
    const std::uint16_t next = lexemes[match->end].literal;
    const bool determined =
        std::find(determiners_.begin(), determiners_.end(), next) != determiners_.end();
    if (determined && prefixes_[index].prefix.of_durations) continue;  // "over the next weeks"
    plain_matches(lexemes, match->end, &prefixes_[index].prefix, at, out);
  }
  std::stable_sort(out.begin(), out.end(), [](const GrammarMatch& a, const GrammarMatch& b) {
    return a.match.end > b.match.end;
  });
}

}  // namespace newsdex
