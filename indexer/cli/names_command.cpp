// names and names check: what the name list does for an index, and what it lacks.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <set>

#include "cli/indexer_commands.hpp"
#include "indexing/name_lists.hpp"
#include "indexing/name_uses.hpp"
#include "terminal/index_location.hpp"
#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxVariantsShown = 8;
constexpr std::size_t kMaxProposed = 200;

// "Rouhani 12, Hassan Rouhani 3"
std::string variants_line(const NameUse& use) {
  std::string line;
  std::size_t shown = 0;
  for (const auto& [variant, count] : use.by_count()) {
    if (++shown > kMaxVariantsShown) {
      line += fmt::format(" and {} more", use.variants.size() - kMaxVariantsShown);
      break;
    }
    line += fmt::format("{}{} {}", shown == 1 ? "" : ", ", escape_for_terminal(variant), count);
  }
  return line;
}

// A YAML scalar in quotes. What may not be shown is written as YAML writes it, so that the list
// means the name as articles have it.
std::string quoted_scalar(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    if (point.value == '"' || point.value == '\\') out += '\\';
    if (visible_escape(point.value).empty()) {
      append_utf8(out, point.value);
    } else {
      out += fmt::format("\\U{:08X}", static_cast<std::uint32_t>(point.value));
    }
  }
  return out + '"';
}

void print_proposals(const std::vector<UnlistedName>& names, std::uint64_t articles) {
  std::cout << fmt::format("# names that no entry has, in {} articles or more: {}\n", articles,
                           names.size());
  for (std::size_t i = 0; i < names.size() && i < kMaxProposed; ++i) {
    const UnlistedName& name = names[i];
    std::cout << fmt::format("- name: {}  # in {} articles\n  kind: {}{}\n",
                             quoted_scalar(name.name), name.articles, to_string(name.type),
                             name.is_guess ? "  # a guess" : "");
    if (name.spellings.empty()) continue;
    std::vector<std::string> aliases;
    for (const std::string& spelling : name.spellings) aliases.push_back(quoted_scalar(spelling));
    std::cout << fmt::format("  aliases: [{}]\n", fmt::join(aliases, ", "));
  }
}

void print_clashes(const std::vector<NameClash>& clashes) {
  std::cout << fmt::format("# forms that several entries claim, so that they name nobody: {}\n",
                           clashes.size());
  for (const NameClash& clash : clashes) {
    std::cout << fmt::format("#   {}: {}\n", escape_for_terminal(clash.form),
                             escape_for_terminal(fmt::format("{}", fmt::join(clash.names, ", "))));
  }
}

void print_unseen(const Gazetteer& gazetteer, const std::vector<NameUse>& uses) {
  std::set<std::pair<EntityType, std::string>> seen;
  for (const NameUse& use : uses) seen.emplace(use.type, use.name);
  std::vector<const Entity*> unseen;
  for (const Entity& entity : gazetteer.entities()) {
    if (!seen.contains({entity.type, entity.name})) unseen.push_back(&entity);
  }
  std::cout << fmt::format("# entries that no article mentions: {} of {}\n", unseen.size(),
                           gazetteer.entities().size());
  for (const Entity* entity : unseen) {
    std::cout << fmt::format("#   {} {}\n", to_string(entity->type),
                             escape_for_terminal(entity->name));
  }
}

}  // namespace

int run_names(const IndexerOptions& options) {
  const GenerationHandle handle(index_location(options.index));
  for (const NameUse& use : name_uses(handle)) {
    std::cout << fmt::format("{} {}\n  articles {}, mentions {}: {}\n", to_string(use.type),
                             escape_for_terminal(use.name), use.articles, use.mentions,
                             variants_line(use));
  }
  return 0;
}

// The answer is a name list: what is proposed can be taken over, all else is comment.
int run_names_check(const IndexerOptions& options) {
  const GenerationHandle handle(index_location(options.index));
  const Gazetteer gazetteer = Gazetteer::parse(stored_name_lists(handle));
  std::cout << "# newsdex names 1\n";
  print_clashes(name_clashes(gazetteer));
  print_unseen(gazetteer, name_uses(handle));
  print_proposals(unlisted_names(handle, gazetteer, options.articles), options.articles);
  return 0;
}

}  // namespace newsdex
