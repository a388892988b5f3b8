#include "indexing/name_uses.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "analysis/terms.hpp"
#include "indexing/stored_articles.hpp"
#include "newsdex/analyzer.hpp"
#include "storage/value_merges.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::string_view mentioned_text(const StoredArticle& stored, const StoredMention& mention) {
  const bool in_title = mention.field == TextField::title;
  const std::string_view text = in_title ? stored.article.title : stored.article.body;
  if (mention.begin > text.size() || mention.end < mention.begin) return {};
  return text.substr(mention.begin, mention.end - mention.begin);
}

bool needs_evidence(const Alias& alias) {
  return alias.needs_context || alias.needs_country || alias.never_alone || alias.query_only ||
         alias.exact_case;
}

}  // namespace

std::vector<std::pair<std::string, std::uint64_t>> NameUse::by_count() const {
  std::vector<std::pair<std::string, std::uint64_t>> out(variants.begin(), variants.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

std::vector<NameUse> name_uses(const GenerationHandle& handle) {
  const Catalog catalog(handle);
  const ValueMerges merges = ValueMerges::of(handle);
  std::map<std::pair<EntityType, std::string>, NameUse> uses;
  std::map<const NameUse*, Catalog::EntryNumber> last_article;
  for_each_stored_article(handle, catalog, [&](Catalog::EntryNumber entry, StoredArticle&& stored) {
    for (const StoredMention& mention : stored.mentions) {
      const std::string_view shown = merges.shown(field_of(mention.type), mention.name);
      NameUse& use = uses[{mention.type, std::string(shown)}];
      const auto [last, is_first] = last_article.try_emplace(&use, entry);
      if (is_first || last->second != entry) ++use.articles;
      last->second = entry;
      ++use.mentions;
      ++use.variants[single_spaced(mentioned_text(stored, mention))];
    }
  });
  std::vector<NameUse> out;
  for (auto& [key, use] : uses) {
    use.type = key.first;
    use.name = key.second;
    out.push_back(std::move(use));
  }
  std::stable_sort(out.begin(), out.end(), [](const NameUse& a, const NameUse& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.name < b.name;
  });
  return out;
}

std::vector<NameClash> name_clashes(const Gazetteer& gazetteer) {
  Analyzer analyzer;
  struct Claim {
    std::string form;
    std::vector<const Entity*> by;
  };
  std::map<std::string, Claim> claims;
  for (const Entity& entity : gazetteer.entities()) {
    for (const Alias& alias : entity.aliases) {
      if (needs_evidence(alias)) continue;
      Claim& claim = claims[name_key(analyzer, alias.form)];
      if (claim.form.empty()) claim.form = alias.form;
      if (claim.by.empty() || claim.by.back() != &entity) claim.by.push_back(&entity);
    }
  }
  std::vector<NameClash> out;
  for (const auto& [key, claim] : claims) {
    if (claim.by.size() < 2) continue;
    NameClash& clash = out.emplace_back();
    clash.form = claim.form;
    for (const Entity* entity : claim.by) clash.names.push_back(entity->name);
  }
  return out;
}

}  // namespace newsdex
