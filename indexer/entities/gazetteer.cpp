#include "newsdex/gazetteer.hpp"

#include "entities/embedded_texts.hpp"
#include "entities/entity_merger.hpp"
#include "entities/gazetteer_fingerprint.hpp"
#include "entities/name_list_parser.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

std::string_view listed_form(const Entity& entity, const Mention& mention) {
  const auto item = [&](const auto& list, auto text) -> std::string_view {
    return mention.form < list.size() ? std::string_view(text(list[mention.form]))
                                      : std::string_view{};
  };
  switch (mention.rule) {
    case MentionRule::name:
    case MentionRule::alias:
      return item(entity.aliases, [](const Alias& a) -> std::string_view { return a.form; });
    case MentionRule::surname:
    case MentionRule::unique_surname:
      return item(entity.surnames, [](const std::string& s) -> std::string_view { return s; });
    case MentionRule::role:
      return item(entity.offices, [](const Office& o) -> std::string_view { return o.title; });
    case MentionRule::discovered:
      break;
  }
  return {};
}

Gazetteer Gazetteer::parse(std::span<const NameListFile> files) {
  Analyzer analyzer;
  EntityMerger merger(analyzer);
  for (const NameListFile& file : files) {
    merger.begin_file();
    for (NameListEntry& entry : parse_name_list(file, analyzer)) merger.add(std::move(entry));
  }
  Gazetteer out;
  out.entities_ = merger.take();
  out.fingerprint_ = gazetteer_fingerprint(out.entities_, spelling_variants_text());
  return out;
}

}  // namespace newsdex
