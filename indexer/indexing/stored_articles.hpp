// All that an index stores of its live articles.
#pragma once

#include <functional>

#include "indexing/catalog.hpp"
#include "storage/generation.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

/// Calls `use` with each live article of the catalog's generation, or with those that `wanted`
/// holds for, in the catalog's order. Throws Error{bad_index} when one cannot be read.
void for_each_stored_article(const GenerationHandle& handle, const Catalog& catalog,
                             const std::function<void(Catalog::EntryNumber, StoredArticle&&)>& use,
                             const std::function<bool(Catalog::EntryNumber)>& wanted = {});

}  // namespace newsdex
