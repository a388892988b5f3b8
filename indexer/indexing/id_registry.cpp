#include "indexing/id_registry.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include "indexing/content_identity.hpp"
#include "reading/article_reader.hpp"

namespace newsdex {
namespace {

std::uint64_t hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

}  // namespace

IdRegistry::IdRegistry(const Catalog* known) : known_(known) {
  claims_.max_load_factor(kFullestTable);
  if (known != nullptr) claims_.reserve(known->entries().size());
}

std::optional<ReadError> IdRegistry::claim(Article& article, const std::string& display) {
  if (article.id.empty()) {
    article.id_is_made = true;
    article.id = made_id(article, display);
  }
  return claim_as_is(article, display);
}

std::optional<ReadError> IdRegistry::claim_again(Article& article) {
  return claim_as_is(article, article.path);
}

std::optional<ReadError> IdRegistry::claim_as_is(Article& article, const std::string& display) {
  if (try_claim(article.id, display, article.line)) return std::nullopt;
  if (article.id_is_made) {
    // The same relative path under two folders: told apart by a hash of the whole path.
    article.id += fmt::format("~{:08x}", hash_of(article.path) >> 32);
    if (try_claim(article.id, display, article.line)) return std::nullopt;
  }
  return ReadError{
      display, article.line,
      fmt::format("id \"{}\" is already that of {}", article.id, first_holder(article.id))};
}

bool IdRegistry::is_taken(std::string_view id) const {
  return claims_.contains(hash_of(id));
}

void IdRegistry::keep(std::string_view id, std::string_view display) {
  try_claim(id, display, 0);
}

bool IdRegistry::try_claim(std::string_view id, std::string_view display, std::uint32_t line) {
  if (paths_.empty() || paths_.back() != display) paths_.emplace_back(display);
  const Claim claim = {static_cast<std::uint32_t>(paths_.size() - 1), line};
  return claims_.try_emplace(hash_of(id), claim).second;
}

std::string IdRegistry::made_id(const Article& article, const std::string& display) const {
  // Records of a pipe have no lasting place: what they say is all that tells them apart.
  if (article.path == kStandardInputPath) {
    return fmt::format("{}#{:016x}", display, ContentHasher().identify(article).spelling);
  }
  if (known_ != nullptr && article.record_key.empty()) {
    for (const Catalog::EntryNumber entry : known_->at(article.path, article.record)) {
      if (known_->id_is_made(entry)) return std::string(known_->id(entry));
    }
  }
  std::string id = display;
  if (!article.record_key.empty()) {
    id = fmt::format("{}#{}", known_display(article.path, display), article.record_key);
  } else if (article.record != 0) {
    id = fmt::format("{}#{}", display, article.record);
  }
  const auto holder = known_ == nullptr ? std::nullopt : known_->with_id(id);
  if (!holder || known_->path(*holder) == article.path) return id;
  return id + fmt::format("~{:08x}", hash_of(article.path) >> 32);
}

// The name that a file went by when its articles got their ids, up to the "#".
std::string_view IdRegistry::known_display(std::string_view path, std::string_view display) const {
  if (known_ == nullptr) return display;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (const Catalog::EntryNumber entry : known_->in_file(path)) {
    if (!known_->id_is_made(entry)) continue;
    const std::string_view id = known_->id(entry);
    const std::size_t at = id.find(fmt::format("{}#", name));
    return at == std::string_view::npos ? display : id.substr(0, at + name.size());
  }
  return display;
}

std::string IdRegistry::first_holder(std::string_view id) const {
  const Claim& claim = claims_.at(hash_of(id));
  const std::string& path = paths_[claim.path];
  return claim.line == 0 ? path : fmt::format("{}:{}", path, claim.line);
}

}  // namespace newsdex
