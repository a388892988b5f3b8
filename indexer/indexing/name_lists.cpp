#include "indexing/name_lists.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/terms.hpp"
#include "entities/spelling_variants.hpp"
#include "newsdex/analyzer.hpp"
#include "reading/regular_file.hpp"
#include "reading/source_walker.hpp"
#include "storage/damage.hpp"
#include "storage/file.hpp"
#include "storage/name_table.hpp"

namespace newsdex {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NameListFile, path, text)

namespace {

constexpr std::size_t kMostListBytes = std::size_t{256} << 20;

std::string read_own_list(const std::string& path) {
  return read_named_file("the name list", path, kMostListBytes);
}

}  // namespace

std::vector<NameListFile> read_name_lists(const std::vector<std::string>& paths, bool built_in) {
  std::vector<NameListFile> lists;
  if (built_in) lists.push_back(default_name_list());
  // By absolute path, as a later update may be run from another folder.
  for (const std::string& path : paths) {
    lists.push_back({absolute_path(path), read_own_list(path)});
  }
  return lists;
}

std::vector<NameListFile> stored_name_lists(const GenerationHandle& handle) {
  const std::string path = handle.layout().file(handle.generation().name, kNameListsFile);
  try {
    return nlohmann::json::parse(handle.read(kNameListsFile)).get<std::vector<NameListFile>>();
  } catch (const nlohmann::json::exception& error) {
    throw_damaged(path, error.what());
  }
}

std::vector<NameListFile> current_name_lists(const GenerationHandle& handle) {
  std::vector<NameListFile> lists = stored_name_lists(handle);
  const NameListFile built_in = default_name_list();
  for (NameListFile& list : lists) {
    std::error_code ignored;
    if (list.path == built_in.path) {
      list = built_in;
    } else if (std::filesystem::exists(list.path, ignored)) {
      list.text = read_own_list(list.path);
    }
  }
  return lists;
}

namespace {

// The spellings that tagging looks for beside those of the list (entities/form_compiler), so that a
// filter understands them as well.
void add_generated(const Entity& entity, const SpellingVariants& variants, Analyzer& analyzer,
                   NameEntry& entry) {
  const auto add = [&](const std::vector<std::string>& names, std::vector<std::string>& keys) {
    for (const std::string& name : names) keys.push_back(name_key(analyzer, name));
  };
  if (entity.type != EntityType::person) return;
  for (const Alias& alias : entity.aliases) {
    add(variants.of_name(entity, alias.form), entry.generated_forms);
  }
  add(variants.other_orders(entity), entry.generated_forms);
  add(SpellingVariants::with_initials(entity), entry.generated_forms);
  for (const std::string& surname : entity.surnames) {
    add(variants.of_surname(entity, surname), entry.generated_surnames);
  }
}

}  // namespace

std::map<std::string, std::string> name_files(const Gazetteer& gazetteer,
                                              const std::vector<NameListFile>& lists) {
  Analyzer analyzer;
  const SpellingVariants variants;
  std::vector<NameEntry> names;
  for (const Entity& entity : gazetteer.entities()) {
    NameEntry& entry = names.emplace_back();
    entry.id = entity.id;
    entry.name = entity.name;
    entry.type = entity.type;
    for (const Alias& alias : entity.aliases) entry.forms.push_back(name_key(analyzer, alias.form));
    for (const std::string& name : entity.surnames)
      entry.surnames.push_back(name_key(analyzer, name));
    add_generated(entity, variants, analyzer, entry);
  }
  return {{std::string(kNamesFile), encode_names(names)},
          {std::string(kNameListsFile),
           nlohmann::json(lists).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)}};
}

}  // namespace newsdex
