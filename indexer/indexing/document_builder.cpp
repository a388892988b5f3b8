#include "indexing/document_builder.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

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
  std::array<std::set<std::string>, kFields.size()> values;
  const auto of = [&](Field field) -> auto& {
    return values[static_cast<std::size_t>(field)];
  };
  for (const StoredMention& mention : mentions) of(field_of(mention.type)).insert(mention.name);
  if (!article.source.empty()) of(Field::source).insert(article.source);
  if (!article.language.empty()) of(Field::language).insert(article.language);
  std::vector<FacetValues> out;
  for (const FieldSpec& field : kFields) {
    const auto& set = of(field.field);
    if (!set.empty()) out.push_back({field.field, {set.begin(), set.end()}});
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
  if (article.language.empty())
    article.language = detect_language(article.title + "\n" + article.body);
  analyzer_.analyze(article.title, article.language, title_);
  analyzer_.analyze(article.body, article.language, body_);
  const PublicationDate date = publication_date(article);
  Recognition recognition = recognizer_.recognize(
      {article.title, title_.tokens(), article.body, body_.tokens()}, keep_rejected);
  return {std::move(article), date, std::move(recognition)};
}

IndexDocument DocumentBuilder::build(Article article) {
  IndexDocument document;
  TaggedArticle tagged = tag(std::move(article));
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
  return document;
}

std::vector<DocumentTerm> DocumentBuilder::collect_terms(const TaggedArticle& tagged) {
  terms_.clear();
  term_numbers_.clear();
  const std::span<const Token> title = indexed_title(title_);
  add_words(title, kTitlePosition);
  add_words(body_.tokens(), kBodyPosition);
  for (const Token& token : title) {
    ++term(std::string(spec(Field::title).prefix).append(token.stem)).count;
  }
  for (const Mention& mention : tagged.recognition.mentions) {
    add_label(entity_term(mention.type, gazetteer_.entities()[mention.entity].id));
  }
  const Article& article = tagged.article;
  if (!article.source.empty()) {
    add_label(label_term(Field::source, name_key(analyzer_, article.source)));
  }
  if (!article.language.empty()) add_label(label_term(Field::language, article.language));
  add_label(id_term(article.id));
  return std::move(terms_);
}

void DocumentBuilder::add_words(std::span<const Token> tokens, std::uint32_t first_position) {
  for (const Token& token : tokens) {
    const std::uint32_t position = first_position + token.position;
    DocumentTerm& stem = term(token.stem);
    stem.positions.push_back(position);
    ++stem.count;
    if (token.form == token.stem) continue;
    DocumentTerm& form = term(form_term(token.stem, token.form));
    form.positions.push_back(position);
    ++form.count;
  }
}

void DocumentBuilder::add_label(std::string name) {
  term(name);
}

DocumentTerm& DocumentBuilder::term(std::string_view name) {
  const auto [found, is_new] = term_numbers_.try_emplace(std::string(name), terms_.size());
  if (is_new) terms_.push_back({found->first, {}, 0});
  return terms_[found->second];
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
