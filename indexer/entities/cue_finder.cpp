#include "entities/cue_finder.hpp"

#include <algorithm>

#include "entities/word_lists.hpp"

namespace newsdex {
namespace {

bool needs_cues(const Entity& entity) {
  return std::any_of(entity.aliases.begin(), entity.aliases.end(),
                     [](const Alias& alias) { return alias.needs_context; });
}

}  // namespace

CueFinder::CueFinder(const Gazetteer& gazetteer, Analyzer& analyzer)
    : has_platform_cues_(gazetteer.entities().size(), false) {
  add_each_word(kPlatformCues, kAnyPlatform, analyzer);
  for (std::uint32_t i = 0; i < gazetteer.entities().size(); ++i) {
    const Entity& entity = gazetteer.entities()[i];
    if (needs_cues(entity)) add_entity(entity, i, analyzer);
  }
  note_weak_cues(analyzer);
  phrases_.freeze();
  std::sort(cues_of_.begin(), cues_of_.end());
}

void CueFinder::add_entity(const Entity& entity, std::uint32_t index, Analyzer& analyzer) {
  TokenStream words;
  for (const std::string& phrase : entity.context) {
    analyzer.analyze(phrase, {}, words);
    cues_of_.emplace_back(index, phrases_.add(phrase, words.tokens(), {}));
  }
  if (!entity.context.empty()) return;
  if (entity.type == EntityType::platform) {
    has_platform_cues_[index] = true;
    return;
  }
  for (const Office& office : entity.offices) {
    add_each_word(office.title, index, analyzer);
    add_each_word(office.role, index, analyzer);
  }
}

// Whoever of the list's words and their other forms they are.
void CueFinder::note_weak_cues(Analyzer& analyzer) {
  TokenStream stream;
  analyzer.analyze(kWeakCues, {}, stream);
  for (std::size_t i = 0; i < stream.tokens().size(); ++i) {
    const Cue cue = phrases_.add(kWeakCues, stream.tokens().subspan(i, 1), {});
    if (cue >= weak_.size()) weak_.resize(cue + std::size_t{1}, false);
    weak_[cue] = true;
  }
}

void CueFinder::add_each_word(std::string_view words, std::uint32_t entity, Analyzer& analyzer) {
  TokenStream stream;
  analyzer.analyze(words, {}, stream);
  for (std::size_t i = 0; i < stream.tokens().size(); ++i) {
    cues_of_.emplace_back(entity, phrases_.add(words, stream.tokens().subspan(i, 1), {}));
  }
}

// A cue stands for its other forms too: "app" for "apps".
std::vector<CuePlace> CueFinder::find(const FieldText& text) const {
  const std::span<const Token> tokens = text.tokens();
  std::vector<CuePlace> out;
  const auto follow = [&](std::size_t first, Cue node) {
    for (std::size_t next = first + 1; node != TokenAutomaton::kRoot; ++next) {
      out.push_back({static_cast<std::uint32_t>(first), node});
      if (next >= tokens.size()) break;
      const Cue by_form = phrases_.step(node, tokens[next]);
      node = by_form != TokenAutomaton::kRoot ? by_form : phrases_.step(node, tokens[next].stem);
    }
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    follow(i, phrases_.start(tokens[i]));
    if (tokens[i].stem != tokens[i].form) follow(i, phrases_.start(tokens[i].stem));
  }
  return out;
}

bool CueFinder::speaks_for(Cue cue, std::uint32_t entity) const {
  const std::uint32_t owner = has_platform_cues_[entity] ? kAnyPlatform : entity;
  return std::binary_search(cues_of_.begin(), cues_of_.end(), std::pair(owner, cue));
}

bool CueFinder::speaks_for_platforms(const Token& word) const {
  const auto is_cue = [&](Cue cue) {
    return cue != TokenAutomaton::kRoot &&
           std::binary_search(cues_of_.begin(), cues_of_.end(), std::pair(kAnyPlatform, cue));
  };
  return is_cue(phrases_.start(word.form)) || is_cue(phrases_.start(word.stem));
}

}  // namespace newsdex
