#include "entities/name_index.hpp"

#include <algorithm>

#include "entities/form_compiler.hpp"

namespace newsdex {

NameIndex::NameIndex(const Gazetteer& gazetteer, Analyzer& analyzer)
    : gazetteer_(gazetteer),
      lexicon_(analyzer),
      name_words_(gazetteer, analyzer, lexicon_),
      cues_(gazetteer, analyzer),
      countries_(gazetteer) {
  add_forms(analyzer);
}

void NameIndex::add_forms(Analyzer& analyzer) {
  FormCompiler compiler(analyzer);
  const auto add = [&](std::string_view text, std::span<const Token> words, const Form& form) {
    const TokenAutomaton::Node node = automaton_.add(text, words, form);
    if (form.kind == FormKind::surname) surname_places_.emplace_back(form.entity, node);
  };
  for (std::uint32_t i = 0; i < gazetteer_.entities().size(); ++i) {
    compiler.compile(gazetteer_.entities()[i], i, add);
  }
  automaton_.freeze();
  std::sort(surname_places_.begin(), surname_places_.end());
  surname_places_.erase(std::unique(surname_places_.begin(), surname_places_.end()),
                        surname_places_.end());
  surname_begins_.reserve(gazetteer_.entities().size() + 1);
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i <= gazetteer_.entities().size(); ++i) {
    while (at < surname_places_.size() && surname_places_[at].first < i) ++at;
    surname_begins_.push_back(at);
  }
}

}  // namespace newsdex
