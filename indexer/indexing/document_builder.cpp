#include "indexing/document_builder.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <memory>

#include "analysis/terms.hpp"
#include "dates/publication_date.hpp"

namespace newsdex {
namespace {

std::span<const Token> indexed_title(const TokenStream& title) {
  return title.tokens().first(std::min<std::size_t>(title.tokens().size(), kMaxTitleTokens));
}

// Values of all facet fields, each distinct and ascending.
std::vector<FacetValues> facet_values(const Article& article,
                                      const std::vector<StoredMention>& mentions) {
  std::array<std::vector<std::string>, kFields.size()> values;
  const auto of = [&](Field field) -> auto& {
    return values[static_cast<std::size_t>(field)];
  };
  for (const StoredMention& mention : mentions) of(field_of(mention.type)).push_back(mention.name);
  if (!article.source.empty()) of(Field::source).push_back(article.source);
  if (!article.language.empty()) of(Field::language).push_back(article.language);
  std::vector<FacetValues> out;
  for (const FieldSpec& field : kFields) {
    auto& names = of(field.field);
    if (names.empty()) continue;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    out.push_back({field.field, std::move(names)});
  }
  return out;
}

}  // namespace

ContentHash content_hash(const Article& article) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  for (const std::string* text : {&article.title, &article.body, &article.date, &article.source,
                                  &article.url, &article.author, &article.language}) {
    const std::uint64_t size = text->size();  // so that no two rows of texts run into one
    XXH3_128bits_update(state.get(), &size, sizeof size);
    XXH3_128bits_update(state.get(), text->data(), text->size());
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return {hash.low64, hash.high64};
}

TaggedArticle DocumentBuilder::tag(Article article, bool keep_rejected) {
  StageClock clock(times_);
  if (article.language.empty())
    article.language = detect_language(article.title + "\n" + article.body);
  analyzer_.analyze(article.title, article.language, title_);
  analyzer_.analyze(article.body, article.language, body_);
  clock.charge(Stage::analyse);
  const PublicationDate date = publication_date(article);
  clock.charge(Stage::date);
  Recognition recognition = recognizer_.recognize(
      {article.title, title_.tokens(), article.body, body_.tokens()}, keep_rejected, date.value);
  clock.charge(Stage::recognise);
  return {std::move(article), date, std::move(recognition)};
}

IndexDocument DocumentBuilder::build(Article article) {
  IndexDocument document;
  TaggedArticle tagged = tag(std::move(article));
  StageClock clock(times_);
  document.terms = collect_terms(tagged);
  document.title_length = static_cast<std::uint32_t>(indexed_title(title_).size());
  document.length = document.title_length + static_cast<std::uint32_t>(body_.tokens().size());
  document.date = tagged.date.value;
  StoredArticle stored = {std::move(tagged.article), tagged.date,
                          stored_mentions(tagged.recognition)};
  document.facets = facet_values(stored.article, stored.mentions);
  document.stored = encode(stored);
  document.id = std::move(stored.article.id);
  document.path = std::move(stored.article.path);
  document.record = stored.article.record;
  document.id_is_made = stored.article.id_is_made;
  clock.charge(Stage::collect);
  return document;
}

DocumentTerms DocumentBuilder::collect_terms(const TaggedArticle& tagged) {
  const std::span<const Token> title = indexed_title(title_);
  for (const Token& token : title) collector_.add_word(token, kTitlePosition + token.position);
  for (const Token& token : body_.tokens())
    collector_.add_word(token, kBodyPosition + token.position);
  for (const Token& token : title) collector_.add_title_word(token);
  for (const Mention& mention : tagged.recognition.mentions) {
    collector_.add_label(entity_term(mention.type, gazetteer_.entities()[mention.entity].id));
  }
  const Article& article = tagged.article;
  if (!article.source.empty()) {
    collector_.add_label(label_term(Field::source, name_key(analyzer_, article.source)));
  }
  if (!article.language.empty())
    collector_.add_label(label_term(Field::language, article.language));
  if (id_terms_) collector_.add_label(id_term(article.id));
  return collector_.take();
}

std::vector<StoredMention> DocumentBuilder::stored_mentions(const Recognition& recognition) const {
  std::vector<StoredMention> out;
  out.reserve(recognition.mentions.size());
  for (const Mention& m : recognition.mentions) {
    out.push_back({gazetteer_.entities()[m.entity].name, m.type, m.field, m.rule, m.confidence,
                   m.begin, m.end});
  }
  return out;
}

}  // namespace newsdex
