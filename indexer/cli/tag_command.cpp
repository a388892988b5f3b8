// tag: articles with what is recognised in them, as JSON Lines, without an index.
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <tuple>

#include "cli/indexer_commands.hpp"
#include "cli/read_error_list.hpp"
#include "indexing/date_corrections.hpp"
#include "indexing/document_builder.hpp"
#include "indexing/id_registry.hpp"
#include "indexing/name_lists.hpp"
#include "newsdex/error.hpp"
#include "reading/article_reader.hpp"
#include "reading/field_mapping.hpp"
#include "reading/standard_input.hpp"
#include "text/safe_json.hpp"

namespace newsdex {
namespace {

using Json = nlohmann::ordered_json;

Json mention_json(const Mention& mention, const TaggedArticle& tagged, const Gazetteer& gazetteer) {
  const bool in_title = mention.field == TextField::title;
  const std::string& text = in_title ? tagged.article.title : tagged.article.body;
  const Entity& entity = gazetteer.entities()[mention.entity];
  Json out = {{"type", to_string(mention.type)},
              {"name", entity.name},
              {"text", text.substr(mention.begin, mention.end - mention.begin)},
              {"begin", mention.begin},
              {"end", mention.end},
              {"rule", to_string(mention.rule)}};
  if (const std::string_view form = listed_form(entity, mention); !form.empty()) {
    out["alias"] = form;
  }
  out["confidence"] = mention.confidence / 100.0;
  if (in_title) out["field"] = "title";
  return out;
}

Json rejected_json(const RejectedMention& rejected, const TaggedArticle& tagged,
                   const Gazetteer& gazetteer) {
  const bool in_title = rejected.field == TextField::title;
  const std::string& text = in_title ? tagged.article.title : tagged.article.body;
  const Entity& entity = gazetteer.entities()[rejected.entity];
  Json out = {{"type", to_string(entity.type)},
              {"name", entity.name},
              {"text", text.substr(rejected.begin, rejected.end - rejected.begin)},
              {"begin", rejected.begin},
              {"end", rejected.end},
              {"reason", rejected.reason}};
  if (in_title) out["field"] = "title";
  return out;
}

Json title_json(const UnresolvedTitle& title, const TaggedArticle& tagged) {
  const bool in_title = title.field == TextField::title;
  const std::string& text = in_title ? tagged.article.title : tagged.article.body;
  Json out = {{"text", text.substr(title.begin, title.end - title.begin)},
              {"begin", title.begin},
              {"end", title.end},
              {"reason", title.reason}};
  if (in_title) out["field"] = "title";
  return out;
}

Json date_json(const DateMention& mention, const TaggedArticle& tagged) {
  const bool in_title = mention.field == TextField::title;
  const std::string& text = in_title ? tagged.article.title : tagged.article.body;
  Json out = {{"text", text.substr(mention.begin, mention.end - mention.begin)},
              {"begin", mention.begin},
              {"end", mention.end},
              {"value", mention.value},
              {"precision", to_string(precision_of(mention))},
              {"type", to_string(mention.type)},
              {"rule", mention.rule}};
  if (!mention.mod.empty()) out["mod"] = mention.mod;
  if (mention.first) {
    out["first"] = to_string(to_partial_date(*mention.first));
    out["last"] = to_string(to_partial_date(*mention.last));
  }
  if (in_title) out["field"] = "title";
  return out;
}

Json dates_json(const TaggedArticle& tagged) {
  Json dates = Json::array();
  for (const DateMention& mention : tagged.dates) dates.push_back(date_json(mention, tagged));
  return dates;
}

// Where a date of publication was found, the chosen one among them.
Json candidates_json(const PublicationDates& published) {
  Json candidates = Json::array();
  for (const PublicationDate& each : published.candidates) {
    candidates.push_back({{"date", to_string(each.value)},
                          {"date_precision", to_string(each.value.precision)},
                          {"date_source", to_string(each.source)}});
  }
  if (!published.without_year.empty()) {
    candidates.push_back({{"date", published.without_year.value},
                          {"date_precision", to_string(DatePrecision::none)},
                          {"date_source", to_string(published.without_year.source)}});
  }
  return candidates;
}

Json discovered_json(const DiscoveredName& name, const TaggedArticle& tagged) {
  const bool in_title = name.field == TextField::title;
  const std::string& text = in_title ? tagged.article.title : tagged.article.body;
  Json out = {{"type", to_string(name.type)},
              {"name", name.name},
              {"text", text.substr(name.begin, name.end - name.begin)},
              {"begin", name.begin},
              {"end", name.end},
              {"rule", to_string(MentionRule::discovered)},
              {"confidence", name.confidence / 100.0}};
  if (name.standing != Standing::counted) out["role"] = to_string(name.standing);
  if (!name.candidates.empty()) out["candidates"] = name.candidates;
  if (in_title) out["field"] = "title";
  return out;
}

// Mentions of listed entities and found names, by field and place.
Json mentions_json(const TaggedArticle& tagged, const Gazetteer& gazetteer) {
  Json mentions = Json::array();
  auto found = tagged.discovered.begin();
  const auto add_found_before = [&](TextField field, std::uint32_t begin) {
    while (found != tagged.discovered.end() &&
           std::tie(found->field, found->begin) < std::tie(field, begin)) {
      mentions.push_back(discovered_json(*found++, tagged));
    }
  };
  for (const Mention& mention : tagged.recognition.mentions) {
    add_found_before(mention.field, mention.begin);
    mentions.push_back(mention_json(mention, tagged, gazetteer));
  }
  add_found_before(TextField::body, UINT32_MAX);
  return mentions;
}

Json article_json(const TaggedArticle& tagged, const Gazetteer& gazetteer) {
  const Article& article = tagged.article;
  const PublicationDate& published = tagged.published.chosen;
  const PartialDate& date = published.value;
  const std::string doubt = date_doubt(article, tagged.published);
  Json rejected = Json::array();
  for (const RejectedMention& one : tagged.recognition.rejected) {
    rejected.push_back(rejected_json(one, tagged, gazetteer));
  }
  Json titles = Json::array();
  for (const UnresolvedTitle& one : tagged.recognition.titles) {
    titles.push_back(title_json(one, tagged));
  }
  return {{"id", article.id},
          {"title", article.title},
          {"date", date.precision == DatePrecision::none ? Json() : Json(to_string(date))},
          {"date_precision", to_string(date.precision)},
          {"date_source", to_string(published.source)},
          {"language", article.language},
          {"body", article.body},
          {"mentions", mentions_json(tagged, gazetteer)},
          {"rejected", std::move(rejected)},
          {"unresolved_titles", std::move(titles)},
          {"dates", dates_json(tagged)},
          {"date_candidates", candidates_json(tagged.published)},
          {"date_conflict", tagged.published.conflict},
          {"date_doubt", doubt.empty() ? Json() : Json(doubt)},
          {"discovery_skipped",
           tagged.discovery_skipped.empty() ? Json() : Json(tagged.discovery_skipped)}};
}

// When a file was changed; empty for standard input.
std::string file_date(const std::string& path) {
  struct stat status = {};
  if (path == kStandardInputPath || ::stat(path.c_str(), &status) != 0) return {};
  constexpr std::int64_t kNsPerSecond = 1'000'000'000;
  return to_string(local_minute(status.st_mtim.tv_sec * kNsPerSecond + status.st_mtim.tv_nsec));
}

// The date of --date is of articles that tell none; when a file was changed is nothing that they
// tell. It is the user's word, as a line of a file of dates is.
TaggedArticle tag_article(DocumentBuilder& builder, Article&& article, const std::string& date) {
  TaggedArticle tagged = builder.tag(std::move(article), TagDetail::everything);
  const DateSource source = tagged.published.chosen.source;
  const bool told = source != DateSource::none && source != DateSource::mtime;
  if (date.empty() || told || !tagged.article.corrected_date.empty()) return tagged;
  tagged.article.corrected_date = date;
  return builder.tag(std::move(tagged.article), TagDetail::everything);
}

// As a build would. What is doubtful is read all the same, so the exit status says nothing of it.
void report_doubt(const TaggedArticle& tagged, ReadErrorList& doubts) {
  std::string doubt = date_doubt(tagged.article, tagged.published);
  if (doubt.empty()) return;
  doubts.add(doubt_about(tagged.article, std::move(doubt)));
}

// Reads the articles of a file, or of standard input in any format.
void read_input(const IndexerOptions& options, const ArticleHandlers& handlers) {
  ReadOptions read;
  read.format = options.format;
  read.limits.max_text_bytes = options.max_file_bytes;
  std::optional<FieldMapping> mapping;
  if (!options.mapping.empty()) {
    mapping = read_field_mapping(options.mapping);
    read.mapping = &*mapping;
  }
  if (options.input == "-") {
    return read_standard_input(read, true, nullptr, handlers);
  }
  read_file({absolute_path(options.input), options.input, 0, 0, 0,
             count_named_folders(options.input, options.input)},
            read, handlers);
}

}  // namespace

int run_tag(const IndexerOptions& options) {
  if (!options.date.empty() && !parse_date(options.date)) {
    throw Error(ErrorCode::usage, fmt::format("--date {} is no date", options.date),
                "write it like 2018-04-30");
  }
  std::error_code ignored;
  if (options.input != "-" && !std::filesystem::exists(options.input, ignored)) {
    throw Error(ErrorCode::usage, fmt::format("no such file: {}", options.input));
  }
  const std::vector<NameListFile> lists = read_name_lists(options.name_lists);
  const Taggers taggers(lists, options.discovery.value_or(true));
  DocumentBuilder builder(taggers);
  DateCorrections corrections(read_corrections(options.date_corrections));
  IdRegistry ids(nullptr);
  ReadErrorList doubts;
  ReadErrorList unread;
  bool all_read = true;
  const auto report = [&](const ReadError& error) {
    all_read = false;
    unread.add(error);
  };
  const auto print = [&](Article&& article) {
    if (const auto error = ids.claim(article, options.input == "-" ? "stdin" : options.input)) {
      return report(*error);
    }
    corrections.correct(article);
    if (options.file_dates) article.file_date = file_date(article.path);
    const TaggedArticle tagged = tag_article(builder, std::move(article), options.date);
    report_doubt(tagged, doubts);
    const Json json = article_json(tagged, taggers.gazetteer);
    write_safe_json(std::cout, json.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::cout << '\n';
  };
  read_input(options, {print, report});
  return all_read ? 0 : kSomeUnread;
}

}  // namespace newsdex
