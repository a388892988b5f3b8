#include "engine/word_planner.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/word_expansion.hpp"

namespace newsdex {

WordsPlan WordPlanner::plan(const WordQuery& query) {
  return words(query.word, false, query.scope);
}

WordsPlan WordPlanner::plan(const PhraseQuery& query) {
  return words(query.text, true, query.scope);
}

WordsPlan WordPlanner::plan(const PrefixQuery& query) {
  const std::string written = query.prefix + "*";
  const std::optional<std::string> form = only_form(query.prefix, written);
  if (!form) return {};
  return expanded(written, query.scope, expand(collection_, [&](const FormSink& use) {
                    find_forms_with_prefix(collection_, *form, deadline_, use);
                  }));
}

WordsPlan WordPlanner::plan(const FuzzyQuery& query) {
  const std::string written = fmt::format("{}~{}", query.word, query.edits);
  const std::optional<std::string> form = only_form(query.word, written);
  if (!form) return {};
  return expanded(written, query.scope, expand(collection_, [&](const FormSink& use) {
                    find_forms_near(collection_, *form, query.edits, deadline_, use);
                  }));
}

NearPlan WordPlanner::plan(const NearQuery& query) {
  NearPlan near;
  near.distance = query.distance;
  near.ordered = query.ordered;
  for (const Query& operand : query.operands) {
    add_alternatives(operand, near.operands.emplace_back());
  }
  return near;
}

void WordPlanner::add_alternatives(const Query& query, std::vector<WordsPlan>& out) {
  if (const auto* either = std::get_if<OrQuery>(&query.node)) {
    for (const Query& operand : either->operands) add_alternatives(operand, out);
  }
  if (const auto* word = std::get_if<WordQuery>(&query.node)) out.push_back(plan(*word));
  if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) out.push_back(plan(*phrase));
  if (const auto* prefix = std::get_if<PrefixQuery>(&query.node)) out.push_back(plan(*prefix));
  if (const auto* fuzzy = std::get_if<FuzzyQuery>(&query.node)) out.push_back(plan(*fuzzy));
  if (error_ && error_->column == 0) error_->column = query.column;
}

WordsPlan WordPlanner::words(const std::string& text, bool exact, Field scope) {
  WordsPlan leaf;
  leaf.exact = exact;
  leaf.scope = scope;
  for (const std::string& language : collection_.languages()) {
    add_sequence(text, language, leaf.sequences);
  }
  return leaf;
}

// The words as one language splits and stems them; stems are added to an equal row of forms.
void WordPlanner::add_sequence(const std::string& text, const std::string& language,
                               std::vector<WordSequence>& sequences) {
  analyzer_.analyze(text, language, tokens_);
  WordSequence sequence;
  for (const Token& token : tokens_.tokens()) {
    sequence.push_back(
        {std::string(token.form), {std::string(token.stem)}, nullptr, token.all_caps});
  }
  if (sequence.empty()) return;
  const auto same_forms = [&](const WordSequence& other) {
    return std::equal(other.begin(), other.end(), sequence.begin(), sequence.end(),
                      [](const WordSlot& a, const WordSlot& b) { return a.form == b.form; });
  };
  const auto known = std::find_if(sequences.begin(), sequences.end(), same_forms);
  if (known == sequences.end()) {
    sequences.push_back(std::move(sequence));
    return;
  }
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    auto& stems = (*known)[i].stems;
    std::string& stem = sequence[i].stems.front();
    if (std::find(stems.begin(), stems.end(), stem) == stems.end())
      stems.push_back(std::move(stem));
  }
}

// The folded form of a pattern's letters, which must be one word.
std::optional<std::string> WordPlanner::only_form(const std::string& text,
                                                  const std::string& written) {
  analyzer_.analyze(text, {}, tokens_);
  if (tokens_.tokens().size() == 1) return std::string(tokens_.tokens().front().form);
  refuse({fmt::format("`{}` is not one word but several", written),
          "write words near one another as in `co ADJ/1 work*`", 0});
  return std::nullopt;
}

WordsPlan WordPlanner::expanded(const std::string& written, Field scope,
                                std::shared_ptr<const Expansion> expansion) {
  if (!expansion) {
    refuse({fmt::format("`{}` stands for more than {} words of the index", written, kMaxExpansions),
            "write more of the word: with so many its counts would say little", 0});
    return {};
  }
  WordsPlan leaf;
  leaf.scope = scope;
  if (!expansion->forms.empty()) {
    WordSlot slot;
    slot.form = written;
    slot.expansion = std::move(expansion);
    leaf.sequences.push_back({std::move(slot)});
  }
  return leaf;
}

void WordPlanner::refuse(QueryError error) {
  if (!error_) error_ = std::move(error);
}

}  // namespace newsdex
