#include "indexing/document_builder.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/terms.hpp"
#include "discovery/english_text.hpp"
#include "indexing/shingle_signature.hpp"
#include "reading/boilerplate.hpp"
#include "storage/date_terms.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kEnglish = "en";

std::span<const Token> indexed_title(const TokenStream& title) {
  return title.tokens().first(std::min<std::size_t>(title.tokens().size(), kMaxTitleTokens));
}

std::vector<StoredDate> stored_dates(std::span<const DateMention> mentions) {
  std::vector<StoredDate> out;
  for (const DateMention& m : mentions) {
    if (m.first) out.push_back({m.field, m.begin, m.end, {*m.first, *m.last}});
  }
  return out;
}

// Values of all facet fields, each distinct and ascending.
std::vector<FacetValues> facet_values(const StoredArticle& stored) {
  std::array<std::vector<std::string_view>, kFields.size()> values;
  const auto of = [&](Field field) -> auto& {
    return values[static_cast<std::size_t>(field)];
  };
  const Article& article = stored.article;
  for (const StoredMention& mention : stored.mentions) {
    of(field_of(mention.type)).push_back(mention.name);
    of(Field::tagged_by).push_back(to_string(mention.rule));
  }
  std::vector<std::string> months;
  for (const StoredDate& date : stored.dates) {
    for (std::string& month : months_spoken_of(date.days)) months.push_back(std::move(month));
  }
  of(Field::mentions).assign(months.begin(), months.end());
  of(Field::date_source).push_back(to_string(stored.date.source));
  if (!article.source.empty()) of(Field::source).push_back(article.source);
  if (!article.language.empty()) of(Field::language).push_back(article.language);
  std::vector<FacetValues> out;
  for (const FieldSpec& field : kFields) {
    auto& names = of(field.field);
    if (names.empty()) continue;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    out.push_back({field.field, {names.begin(), names.end()}});
  }
  return out;
}

bool is_boilerplate(const Article& article, std::uint32_t byte) {
  return std::any_of(article.boilerplate.begin(), article.boilerplate.end(),
                     [&](ByteRange range) { return range.begin <= byte && byte < range.end; });
}

// A row of buttons to share by names no platform that the article is about. What counts for nobody
// stays, so that it can be explained.
void drop_from_boilerplate(TaggedArticle& tagged) {
  const auto stands_in_it = [&](const auto& name) {
    return name.field == TextField::body && is_boilerplate(tagged.article, name.begin);
  };
  std::erase_if(tagged.recognition.mentions, stands_in_it);
  std::erase_if(tagged.discovered, [&](const DiscoveredName& name) {
    return name.standing == Standing::counted && stands_in_it(name);
  });
  std::erase_if(tagged.dates, stands_in_it);
}

// The rules by which names that count were found, each once.
std::set<MentionRule> rules_of(const TaggedArticle& tagged) {
  std::set<MentionRule> rules;
  for (const Mention& mention : tagged.recognition.mentions) rules.insert(mention.rule);
  for (const DiscoveredName& name : tagged.discovered) {
    if (name.standing == Standing::counted) rules.insert(MentionRule::discovered);
  }
  return rules;
}

}  // namespace

DocumentBuilder::DocumentBuilder(const Taggers& taggers, StageTimes* times)
    : taggers_(taggers), times_(times) {
  if (taggers.discovery) names_.emplace(taggers.discovery->tagger);
}

TaggedArticle DocumentBuilder::tag(Article given, TagDetail detail) {
  StageClock clock(times_);
  TaggedArticle tagged;
  tagged.article = std::move(given);
  Article& article = tagged.article;
  article.boilerplate = find_boilerplate(article.body);
  const AnalyzedArticle analyzed = analyze(article);
  clock.charge(Stage::analyse);
  tag_dates(analyzed, detail, tagged);
  clock.charge(Stage::date);
  tagged.recognition = taggers_.recognizer.recognize(analyzed, detail == TagDetail::everything,
                                                     tagged.published.chosen.value);
  clock.charge(Stage::recognise);
  if (names_ && reads_as_english(analyzed, article.language)) {
    tagged.discovered =
        taggers_.discovery->linker.link(analyzed, names_->tag(analyzed), tagged.recognition);
    clock.charge(Stage::discover);
  } else if (detail == TagDetail::everything) {
    tagged.discovery_skipped = names_ ? why_not_english(analyzed, article.language)
                                      : "discovery was turned off (--no-discovery)";
  }
  drop_from_boilerplate(tagged);
  return tagged;
}

// In whatever language the article says, else in the one detected. Names make some short texts in
// English look like their country's language; the words between them tell.
AnalyzedArticle DocumentBuilder::analyze(Article& article) {
  const bool is_stated = !article.language.empty();
  if (!is_stated) article.language = detect_language(article.title + "\n" + article.body);
  const auto in_language = [&] {
    analyzer_.analyze(article.title, article.language, title_);
    analyzer_.analyze(article.body, article.language, body_);
    return AnalyzedArticle{article.title, title_.tokens(), article.body, body_.tokens(),
                           article.author};
  };
  const AnalyzedArticle analyzed = in_language();
  const bool is_other = !is_stated && !article.language.empty() && article.language != kEnglish;
  if (!is_other || !reads_as_english(analyzed, {})) return analyzed;
  article.language = kEnglish;
  return in_language();
}

// A date that is stated spares the first of two readings, the one that looks for evidence.
void DocumentBuilder::tag_dates(const AnalyzedArticle& analyzed, TagDetail detail,
                                TaggedArticle& tagged) const {
  PublicationDates& published = tagged.published;
  const std::string& language = tagged.article.language;
  auto stated = stated_dates(tagged.article);
  if (stated && detail == TagDetail::chosen) {
    published = std::move(*stated);
  } else {
    tagged.dates = date_tagger_.tag(analyzed, {}, language);
    published = publication_dates(tagged.article, analyzed, tagged.dates);
  }
  if (published.chosen.source == DateSource::none) return;
  tagged.dates = date_tagger_.tag(analyzed, published.chosen.value, language, tagged.article.date);
}

IndexDocument DocumentBuilder::build(Article article) {
  IndexDocument document;
  TaggedArticle tagged = tag(std::move(article));
  StageClock clock(times_);
  const std::span<const Token> body = body_words(tagged.article.boilerplate);
  document.terms = collect_terms(tagged, body);
  document.title_length = static_cast<std::uint32_t>(indexed_title(title_).size());
  document.length = document.title_length + static_cast<std::uint32_t>(body.size());
  document.signature = shingle_signature(body);
  document.date = tagged.published.chosen.value;
  document.date_doubt = date_doubt(tagged.article, tagged.published);
  std::vector<StoredMention> mentions = stored_mentions(tagged);
  StoredArticle stored = {std::move(tagged.article), tagged.published.chosen, std::move(mentions),
                          stored_dates(tagged.dates)};
  document.facets = facet_values(stored);
  document.stored = encode(stored);
  document.id = std::move(stored.article.id);
  document.path = std::move(stored.article.path);
  document.record = stored.article.record;
  document.id_is_made = stored.article.id_is_made;
  clock.charge(Stage::collect);
  return document;
}

// Words of boilerplate are left out as if the body did not have them: they take no position.
std::span<const Token> DocumentBuilder::body_words(std::span<const ByteRange> boilerplate) {
  if (boilerplate.empty()) return body_.tokens();
  kept_words_.clear();
  auto range = boilerplate.begin();
  for (const Token& token : body_.tokens()) {
    while (range != boilerplate.end() && range->end <= token.begin) ++range;
    if (range != boilerplate.end() && token.begin >= range->begin) continue;
    kept_words_.push_back(token);
    kept_words_.back().position = static_cast<std::uint32_t>(kept_words_.size() - 1);
  }
  return kept_words_;
}

DocumentTerms DocumentBuilder::collect_terms(const TaggedArticle& tagged,
                                             std::span<const Token> body) {
  const std::span<const Token> title = indexed_title(title_);
  collector_.add_words(title, kTitlePosition);
  collector_.add_words(body, kBodyPosition);
  for (const Token& token : title) collector_.add_title_word(token);
  add_names(tagged);
  add_labels(tagged);
  return collector_.take();
}

// Most names stand in an article several times.
void DocumentBuilder::add_names(const TaggedArticle& tagged) {
  std::set<std::uint32_t> entities;
  for (const Mention& mention : tagged.recognition.mentions) entities.insert(mention.entity);
  for (const std::uint32_t number : entities) {
    const Entity& entity = taggers_.gazetteer.entities()[number];
    collector_.add_label(entity_term(entity.type, entity.id));
  }
  std::set<std::pair<EntityType, std::string_view>> found;
  for (const DiscoveredName& name : tagged.discovered) {
    if (name.standing == Standing::counted) found.emplace(name.type, name.id);
  }
  for (const auto& [type, id] : found) collector_.add_label(entity_term(type, id));
}

void DocumentBuilder::add_labels(const TaggedArticle& tagged) {
  const auto add = [&](Field field, std::string_view label) {
    collector_.add_label(labels_.of(field, label, analyzer_));
  };
  const Article& article = tagged.article;
  if (!article.source.empty()) add(Field::source, article.source);
  if (!article.language.empty())
    collector_.add_label(label_term(Field::language, article.language));
  for (const MentionRule rule : rules_of(tagged)) add(Field::tagged_by, to_string(rule));
  add(Field::date_source, to_string(tagged.published.chosen.source));
  for (const DateMention& mention : tagged.dates) {
    if (mention.first) collector_.add_label(date_term({*mention.first, *mention.last}));
  }
  if (id_terms_) collector_.add_label(id_term(article.id));
}

std::vector<StoredMention> DocumentBuilder::stored_mentions(const TaggedArticle& tagged) const {
  std::vector<StoredMention> out;
  out.reserve(tagged.recognition.mentions.size() + tagged.discovered.size());
  for (const Mention& m : tagged.recognition.mentions) {
    out.push_back({taggers_.gazetteer.entities()[m.entity].name, m.type, m.field, m.rule,
                   m.confidence, m.begin, m.end});
  }
  for (const DiscoveredName& name : tagged.discovered) {
    if (name.standing != Standing::counted) continue;
    out.push_back({name.name, name.type, name.field, MentionRule::discovered, name.confidence,
                   name.begin, name.end});
  }
  std::sort(out.begin(), out.end(), [](const StoredMention& a, const StoredMention& b) {
    return std::tie(a.field, a.begin) < std::tie(b.field, b.begin);
  });
  return out;
}

}  // namespace newsdex
