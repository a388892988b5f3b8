#include "reading/metadata.hpp"

#include <unicode/uloc.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

std::string primary_subtag(const std::string& language) {
  constexpr std::int32_t kMaxLength = 3;
  char subtag[kMaxLength + 1] = {};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = uloc_getLanguage(language.c_str(), subtag, kMaxLength + 1, &status);
  if (U_FAILURE(status) || length < 2 || length > kMaxLength) return {};
  std::string found(subtag, static_cast<std::size_t>(length));
  const bool letters = std::all_of(found.begin(), found.end(),
                                   [](char letter) { return letter >= 'a' && letter <= 'z'; });
  return letters && found != "und" ? found : std::string();
}

}  // namespace

void tidy_metadata(Article& article) {
  for (const MetadataKey& key : kMetadataKeys) {
    std::string& value = article.*key.field;
    value = to_valid_utf8(trim_spaces(value));
  }
  article.language = primary_subtag(article.language);
  constexpr std::string_view kBy = "by ";
  if (ascii_lower(article.author.substr(0, kBy.size())) == kBy) article.author.erase(0, kBy.size());
}

}  // namespace newsdex
