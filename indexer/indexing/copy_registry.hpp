// Articles that stand in several places: one is indexed, the other places are remembered with it.
//
// A build keeps the first it meets. An update keeps the one that the index has, so that it keeps
// its id, as long as its place says what it said; then one of the other places takes over.
#pragma once

#include <tsl/robin_set.h>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexing/catalog.hpp"
#include "indexing/content_identity.hpp"
#include "indexing/segment_pipeline.hpp"
#include "storage/other_places.hpp"

namespace newsdex {

/// The copy_key() of an article that is read; its id is that of its record, or made, or missing.
ContentHash key_of(const IncomingArticle& incoming);

class CopyRegistry {
 public:
  /// Of a build.
  CopyRegistry();
  /// Of an update: `known` is the index, which must outlive the registry, and `places` those that
  /// it knows.
  CopyRegistry(const Catalog& known, std::vector<OtherPlace> places);

  /// Whether an article of the index stays as it is, as far as is known when the article given is
  /// met; and what is to be done about a place that turned out to hold a copy. For updates.
  struct Hooks {
    std::function<bool(Catalog::EntryNumber, const Article&)> stays;
    std::function<void(const OtherPlace&)> found;
  };
  void set_hooks(Hooks hooks) { hooks_ = std::move(hooks); }

  /// Whether the article, which has the id of its record or none yet, is a copy of one that is in
  /// the index or was taken in this run.
  [[nodiscard]] bool is_copy(const IncomingArticle& incoming) const;

  /// Takes note of a place that holds a copy. `id` is what the article would be called.
  void add(const IncomingArticle& incoming, std::string id);

  /// Takes note of an article that is indexed in this run, with its id.
  void take(const IncomingArticle& incoming);

  /// Known places in the file at `path`.
  [[nodiscard]] std::span<const std::size_t> in_file(std::string_view path) const;
  [[nodiscard]] const OtherPlace& known(std::size_t number) const { return known_[number]; }
  /// Whether the article of a known place is in the index, so that the place need not be read.
  [[nodiscard]] bool has_article(std::size_t number) const;
  /// Whether the file holds what the index has of it, told by its stamp: for updates. What a file
  /// still held when it was read anew keeps the stamp it had, so that one article with the file's
  /// own will do; but one with an open stamp was never compared with the file.
  [[nodiscard]] bool is_untouched(const std::string& path, const FileStamp& stamp) const;
  /// The file was not read, for it is as it was.
  void keep_file(std::string_view path);

  /// Ends the reading: drops known places of files that `covers` holds for and that were not found
  /// again; the others stay. Then those are taken out and returned whose article is gone, one for
  /// each such article: it is to be indexed from there. `is_dropped` tells of articles of the
  /// index.
  std::vector<OtherPlace> settle(const std::function<bool(std::string_view)>& covers,
                                 const std::function<bool(Catalog::EntryNumber)>& is_dropped);

  [[nodiscard]] const std::vector<OtherPlace>& places() const { return places_; }
  /// Whether the places are others than the index knows.
  [[nodiscard]] bool changed() const;

 private:
  const Catalog* catalog_ = nullptr;
  Hooks hooks_;
  std::vector<OtherPlace> known_;
  std::vector<bool> kept_;                                                  // by place in known_
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_path_;  // into known_
  std::vector<OtherPlace> places_;
  tsl::robin_set<ContentHash, ContentHashHash> taken_;  // keys of articles of this run
};

}  // namespace newsdex
