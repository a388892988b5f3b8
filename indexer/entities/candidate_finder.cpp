#include "entities/candidate_finder.hpp"

#include <algorithm>
#include <optional>

#include "entities/form_fit.hpp"
#include "entities/handles.hpp"

namespace newsdex {
namespace {

bool any_fits(const TokenAutomaton& automaton, std::span<const Form> forms, const FieldText& text,
              std::size_t first) {
  return std::any_of(forms.begin(), forms.end(),
                     [&](const Form& form) { return fits(automaton, form, text, first); });
}

// The longest form from token `first` on that ends at `end` at the latest; empty if none fits
// there.
Candidate longest_from(const TokenAutomaton& automaton, const FieldText& text, std::size_t first,
                       TokenAutomaton::Node node, std::size_t end) {
  Candidate best;
  best.field = text.field();
  best.first = best.last = static_cast<std::uint32_t>(first);
  for (std::size_t next = first + 1; node != TokenAutomaton::kRoot; ++next) {
    if (any_fits(automaton, first_sharers(automaton.names(node)), text, first) ||
        any_fits(automaton, first_sharers(automaton.surnames(node)), text, first)) {
      best.last = static_cast<std::uint32_t>(next);
      best.node = node;
    }
    if (next == end) break;
    node = automaton.step(node, text.token(next));
  }
  return best;
}

// A form that begins with an article or a title gives way to one that begins after it and reaches
// further: "Prince Mohammed" to "Mohammed bin Salman".
Candidate without_first_word(const TokenAutomaton& automaton, const Lexicon& lexicon,
                             const FieldText& text, const Candidate& whole) {
  const std::size_t next = whole.first + std::size_t{1};
  if (next >= whole.last) return whole;
  const std::string_view first = text.token(whole.first).form;
  const bool is_apart =
      lexicon.is(first, WordClass::grammar) || lexicon.is(first, WordClass::office);
  if (!is_apart) return whole;
  const TokenAutomaton::Node node = automaton.start(text.token(next));
  if (node == TokenAutomaton::kRoot) return whole;
  const Candidate rest = longest_from(automaton, text, next, node, text.tokens().size());
  return rest.last > whole.last ? rest : whole;
}

// The token behind the comma of "Larijani, Ali", if the list has not written the comma itself.
std::optional<std::uint32_t> given_name_behind_comma(const TokenAutomaton& automaton,
                                                     const FieldText& text,
                                                     const Candidate& whole) {
  const std::span<const Form> forms = first_sharers(automaton.names(whole.node));
  const bool is_listed =
      std::any_of(forms.begin(), forms.end(), [](const Form& form) { return !form.generated; });
  if (is_listed) return std::nullopt;
  for (std::uint32_t at = whole.first + 1; at < whole.last; ++at) {
    if (text.gap_before(at) == Gap::comma) return at;
  }
  return std::nullopt;
}

// "Larijani, Ali Khamenei and others" are two persons: a surname before a comma takes no given name
// that begins a longer listed name.
Candidate without_given_name_of_next(const TokenAutomaton& automaton, const FieldText& text,
                                     const Candidate& whole) {
  const auto given = given_name_behind_comma(automaton, text, whole);
  if (!given) return whole;
  const TokenAutomaton::Node node = automaton.start(text.token(*given));
  if (node == TokenAutomaton::kRoot) return whole;
  const Candidate next = longest_from(automaton, text, *given, node, text.tokens().size());
  if (next.last <= whole.last) return whole;
  return longest_from(automaton, text, whole.first, automaton.start(text.token(whole.first)),
                      *given);
}

}  // namespace

void find_candidates(const TokenAutomaton& automaton, const Lexicon& lexicon, const FieldText& text,
                     std::vector<Candidate>& out) {
  const std::span<const Token> tokens = text.tokens();
  for (std::size_t i = 0; i < tokens.size();) {
    const TokenAutomaton::Node node = automaton.start(tokens[i]);
    if (node == TokenAutomaton::kRoot || is_handle(text, i)) {
      ++i;
      continue;
    }
    const Candidate longest = without_given_name_of_next(
        automaton, text, longest_from(automaton, text, i, node, tokens.size()));
    const Candidate candidate = without_first_word(automaton, lexicon, text, longest);
    if (candidate.last > candidate.first) out.push_back(candidate);
    i = std::max<std::size_t>(i + 1, candidate.last);
  }
}

}  // namespace newsdex
