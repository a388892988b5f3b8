#include "indexing/copy_registry.hpp"

#include <algorithm>
#include <tuple>

namespace newsdex {
namespace {

bool comes_first(const OtherPlace& a, const OtherPlace& b) {
  return std::tie(a.path, a.record) < std::tie(b.path, b.record);
}

}  // namespace

ContentHash key_of(const IncomingArticle& incoming) {
  const Article& article = incoming.article;
  return copy_key(incoming.identity.content, article.id.empty() || article.id_is_made, article.id);
}

CopyRegistry::CopyRegistry() {
  taken_.max_load_factor(kFullestTable);
}

CopyRegistry::CopyRegistry(const Catalog& known, std::vector<OtherPlace> places)
    : catalog_(&known), known_(std::move(places)), kept_(known_.size()), places_(known_) {
  taken_.max_load_factor(kFullestTable);
  for (OtherPlace& place : known_) place.article.clear();
  std::sort(known_.begin(), known_.end(), comes_first);
  places_ = known_;
  for (std::size_t i = 0; i < known_.size(); ++i) by_path_[known_[i].path].push_back(i);
}

bool CopyRegistry::is_copy(const IncomingArticle& incoming) const {
  const ContentHash key = key_of(incoming);
  if (taken_.contains(key)) return true;
  if (catalog_ == nullptr) return false;
  const Article& article = incoming.article;
  const auto entry = catalog_->with_copy_key(key);
  if (!entry) return false;
  const bool is_itself =
      catalog_->path(*entry) == article.path && catalog_->record(*entry) == article.record;
  return !is_itself && hooks_.stays(*entry, article);
}

void CopyRegistry::add(const IncomingArticle& incoming, std::string id) {
  const Article& article = incoming.article;
  OtherPlace place = {article.path,   article.record,     article.line,
                      incoming.stamp, key_of(incoming),   incoming.identity.spelling,
                      std::move(id),  article.id.empty(), {}};
  if (hooks_.found) hooks_.found(place);
  places_.push_back(std::move(place));
}

void CopyRegistry::take(const IncomingArticle& incoming) {
  taken_.insert(key_of(incoming));
}

std::span<const std::size_t> CopyRegistry::in_file(std::string_view path) const {
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) return {};
  return found->second;
}

bool CopyRegistry::has_article(std::size_t number) const {
  return catalog_->with_copy_key(known_[number].key).has_value();
}

bool CopyRegistry::is_untouched(const std::string& path, const FileStamp& stamp) const {
  if (catalog_ == nullptr) return false;
  std::vector<FileStamp> stamps;
  for (const Catalog::EntryNumber entry : catalog_->in_file(path))
    stamps.push_back(catalog_->stamp(entry));
  for (const std::size_t place : in_file(path)) {
    if (!has_article(place)) return false;
    stamps.push_back(known_[place].stamp);
  }
  const bool open = std::find(stamps.begin(), stamps.end(), FileStamp{}) != stamps.end();
  return !open && std::find(stamps.begin(), stamps.end(), stamp) != stamps.end();
}

void CopyRegistry::keep_file(std::string_view path) {
  for (const std::size_t number : in_file(path)) kept_[number] = true;
}

std::vector<OtherPlace> CopyRegistry::settle(
    const std::function<bool(std::string_view)>& covers,
    const std::function<bool(Catalog::EntryNumber)>& is_dropped) {
  std::vector<OtherPlace> all(places_.begin() + static_cast<std::ptrdiff_t>(known_.size()),
                              places_.end());
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (kept_[i] || !covers(known_[i].path)) all.push_back(known_[i]);
  }
  std::sort(all.begin(), all.end(), comes_first);
  places_.clear();
  std::vector<OtherPlace> heirs;
  for (OtherPlace& place : all) {
    const auto entry = catalog_->with_copy_key(place.key);
    if (taken_.contains(place.key) || (entry && !is_dropped(*entry))) {
      places_.push_back(std::move(place));
    } else if (entry) {
      taken_.insert(place.key);
      heirs.push_back(std::move(place));
    }
  }
  return heirs;
}

bool CopyRegistry::changed() const {
  return places_ != known_;
}

}  // namespace newsdex
