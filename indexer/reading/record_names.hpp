// What columns of tables and keys of JSON records are called by the services, programs and
// collections that news comes from: NewsAPI, the New York Times, the Guardian, GDELT, Media Cloud,
// Event Registry, WordPress, JSON Feed, news-please, trafilatura and their like.
//
// Names are in lower case and compared so; dots lead into objects of JSON. Those of kMetadataKeys
// and kMetadataSynonyms come first, then the order of these tables counts.
#pragma once

#include <array>
#include <string_view>

#include "reading/metadata.hpp"

namespace newsdex {

inline constexpr auto kRecordNames = std::to_array<MetadataKey>({
    {"headline", &Article::title},
    {"headlines", &Article::title},
    {"heading", &Article::title},
    {"article_title", &Article::title},
    {"news_title", &Article::title},
    {"webtitle", &Article::title},
    {"fields.headline", &Article::title},
    {"publishedat", &Article::date},
    {"published_at", &Article::date},
    {"published_date", &Article::date},
    {"publish_date", &Article::date},
    {"publishdate", &Article::date},
    {"date_published", &Article::date},
    {"datepublished", &Article::date},
    {"date_publish", &Article::date},
    {"publication_date", &Article::date},
    {"publicationdate", &Article::date},
    {"webpublicationdate", &Article::date},
    {"pub_date", &Article::date},
    {"pubdate", &Article::date},
    {"seendate", &Article::date},
    {"article_date", &Article::date},
    {"date_gmt", &Article::date},
    {"datetime", &Article::date},
    {"date_time", &Article::date},
    {"timestamp", &Article::date},
    {"created_at", &Article::date},
    {"source_name", &Article::source},
    {"publication", &Article::source},
    {"fields.publication", &Article::source},
    {"media_name", &Article::source},
    {"outlet", &Article::source},
    {"newspaper", &Article::source},
    {"agency", &Article::source},
    {"site_name", &Article::source},
    {"sitename", &Article::source},
    {"site", &Article::source},
    {"feed.title", &Article::source},
    {"source_domain", &Article::source},
    {"hostname", &Article::source},
    {"domain", &Article::source},
    {"web_url", &Article::url},
    {"weburl", &Article::url},
    {"article_url", &Article::url},
    {"uri", &Article::url},
    {"authors", &Article::author},
    {"author_name", &Article::author},
    {"byline.original", &Article::author},
    {"fields.byline", &Article::author},
    {"creator", &Article::author},
    {"writer", &Article::author},
    {"inlanguage", &Article::language},
    {"language_code", &Article::language},
});

/// The text of an article: the first that gives anything.
inline constexpr auto kFullTexts = std::to_array<std::string_view>({
    "body",         "text",         "content",         "fields.bodytext", "fields.body",
    "maintext",     "main_text",    "full_text",       "fulltext",        "articlebody",
    "article_body", "article_text", "article_content", "body_text",       "bodytext",
    "content_text", "content_html", "raw_text",        "clean_text",      "article",
    "story",        "news",
});

/// What a service gives where it does not give the text: all of these that say something of their
/// own.
inline constexpr auto kShortTexts = std::to_array<std::string_view>({
    "lead_paragraph",
    "abstract",
    "snippet",
    "description",
    "short_description",
    "summary",
    "excerpt",
    "fields.trailtext",
});

/// Where an answer of a service has its list of records.
inline constexpr auto kRecordLists = std::to_array<std::string_view>({
    "articles",
    "articles.results",
    "response.docs",
    "response.results",
    "hits.hits",
    "results",
    "docs",
    "items",
    "stories",
    "posts",
    "data",
    "data.articles",
    "news",
});

/// In which of its values an object says what a text would say.
inline constexpr auto kInnerNames = std::to_array<std::string_view>(
    {"rendered", "main", "name", "title", "original", "value", "text", "#text", "$date"});

}  // namespace newsdex
