#include "discovery/abbreviations.hpp"

#include <array>

#include "text/one_of.hpp"

namespace newsdex::discovery {
namespace {

constexpr auto kMinorWords =
    std::to_array<std::string_view>({"and", "for", "in", "of", "on", "the"});

}  // namespace

void Abbreviations::note(const FoundName& name, const NameTokens& words, const std::string& slug,
                         std::span<const Token> all) {
  note_acronym(name, words, slug);
  note_common(name, words, slug, all);
}

std::string_view Abbreviations::full_name_of(const std::string& slug) const {
  const auto full = acronyms_.find(slug);
  return full == acronyms_.end() ? std::string_view{} : full->second;
}

// Notes "VPN" as no name where it stands behind "virtual private network (".
void Abbreviations::note_common(const FoundName& name, const NameTokens& words,
                                const std::string& slug, std::span<const Token> all) {
  const auto at = static_cast<std::size_t>(words.tokens.data() - all.data());
  const std::string_view letters = slug;
  if (words.tokens.size() > 1 || at < letters.size() || name.begin == 0 ||
      words.text[name.begin - 1] != '(') {
    return;
  }
  const auto full = all.subspan(at - letters.size(), letters.size());
  for (std::size_t i = 0; i < full.size(); ++i) {
    if (full[i].capitalised || full[i].form[0] != letters[i]) return;
  }
  common_.insert(slug);
}

// Of an organisation's name of several words, the initials; none where two have the same.
void Abbreviations::note_acronym(const FoundName& name, const NameTokens& words,
                                 const std::string& slug) {
  if (name.type != EntityType::organisation || words.tokens.size() < 2) return;
  std::string initials;
  for (const Token& token : words.tokens) {
    if (!is_one_of(token.form, kMinorWords)) initials += token.form[0];
  }
  if (initials.size() < 2) return;
  const auto [known, is_new] = acronyms_.emplace(initials, slug);
  if (!is_new && known->second != slug) known->second.clear();
}

}  // namespace newsdex::discovery
