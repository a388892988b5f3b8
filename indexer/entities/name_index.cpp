#include "entities/name_index.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "entities/form_compiler.hpp"

namespace newsdex {
namespace {

// Surnames clash with surnames only: that a surname is also a whole name is settled in the text.
std::string key_of(std::span<const Token> words, FormKind kind) {
  std::string key = kind == FormKind::surname ? "s" : "n";
  for (const Token& word : words) {
    key += ' ';
    key += word.form;
  }
  return key;
}

}  // namespace

// "Kim" of "Kim Jong Un"; but "Salman bin Abdulaziz" is called by a given name.
bool begins_with_surname(const Entity& entity) {
  return std::any_of(entity.surnames.begin(), entity.surnames.end(), [&](const std::string& one) {
    const std::size_t next = one.size() + 1;
    return entity.name.size() > next && entity.name.starts_with(one) &&
           entity.name[one.size()] == ' ' && entity.name[next] >= 'A' && entity.name[next] <= 'Z';
  });
}

NameIndex::NameIndex(const Gazetteer& gazetteer, Analyzer& analyzer)
    : gazetteer_(gazetteer),
      lexicon_(analyzer),
      name_words_(gazetteer, analyzer, lexicon_),
      cues_(gazetteer, analyzer),
      countries_(gazetteer),
      roles_(gazetteer, analyzer) {
  add_forms(analyzer);
  for (const Entity& entity : gazetteer.entities()) {
    surname_first_.push_back(begins_with_surname(entity));
  }
}

// Forms made by rule come last, so that they can give way to listed ones.
void NameIndex::add_forms(Analyzer& analyzer) {
  FormCompiler compiler(analyzer);
  std::unordered_set<std::string> listed;
  const auto add = [&](std::string_view text, std::span<const Token> words, const Form& form) {
    if (form.kind != FormKind::demonym) {
      std::string key = key_of(words, form.kind);
      if (form.generated && listed.contains(key)) return;
      if (!form.generated) listed.insert(std::move(key));
    }
    const TokenAutomaton::Node node = automaton_.add(text, words, form);
    if (form.kind == FormKind::surname) surname_places_.emplace_back(form.entity, node);
  };
  const std::span<const Entity> entities = gazetteer_.entities();
  for (std::uint32_t i = 0; i < entities.size(); ++i) compiler.compile(entities[i], i, add);
  for (std::uint32_t i = 0; i < entities.size(); ++i) compiler.generate(entities[i], i, add);
  automaton_.freeze();
  index_surnames();
}

void NameIndex::index_surnames() {
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
