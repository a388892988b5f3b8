#include "indexing/stored_articles.hpp"

#include <optional>

#include "storage/article_store.hpp"
#include "storage/segment.hpp"

namespace newsdex {

void for_each_stored_article(const GenerationHandle& handle, const Catalog& catalog,
                             const std::function<void(Catalog::EntryNumber, StoredArticle&&)>& use,
                             const std::function<bool(Catalog::EntryNumber)>& wanted) {
  const auto& segments = handle.generation().segments;
  std::uint32_t open_segment = 0;
  std::optional<ArticleFile> articles;
  std::optional<ArticleStore> store;
  for (Catalog::EntryNumber entry = 0; entry < catalog.entries().size(); ++entry) {
    if (wanted && !wanted(entry)) continue;
    const CatalogEntry place = catalog.entries()[entry];
    if (!articles || place.segment != open_segment) {
      open_segment = place.segment;
      store.reset();
      articles.emplace(articles_path(handle.layout().segment(segments[open_segment].name)));
      store.emplace(*articles);
    }
    use(entry, store->read(place.article));
  }
}

}  // namespace newsdex
