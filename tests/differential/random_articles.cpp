#include "differential/random_articles.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace newsdex::testing {
namespace {

constexpr std::string_view kWords[] = {"ban",
                                       "bans",
                                       "banned",
                                       "banning",
                                       "network",
                                       "networks",
                                       "filter",
                                       "filtering",
                                       "filters",
                                       "court",
                                       "courts",
                                       "order",
                                       "ordered",
                                       "user",
                                       "users",
                                       "state",
                                       "states",
                                       "message",
                                       "messages",
                                       "gap",
                                       "the",
                                       "of",
                                       "and",
                                       "city's",
                                       "don't",
                                       "café",
                                       "cafes",
                                       "U.S.",
                                       "co-worker",
                                       "telegram",
                                       "کانال‌های",
                                       "کانال"};
constexpr std::string_view kPrefixes[] = {"ban",  "bann", "filt", "fil",  "cou", "netw", "tel",
                                          "cafe", "کانا", "sta",  "mess", "ord", "xyz",  "use"};
constexpr std::string_view kSlips[] = {"telegran", "cuort", "networ", "banned",  "filer", "kafe",
                                       "کانل",     "ordre", "user",   "messige", "gap",   "of"};
constexpr std::string_view kNames[] = {"Hassan Rouhani", "Rouhani",
                                       "Hassan Rohani",  "Ali Larijani",
                                       "Larijani",       "Sadegh Larijani",
                                       "Pavel Durov",    "Durov",
                                       "Telegram",       "Instagram",
                                       "Twitter",        "Soroush",
                                       "Azari-Jahromi",  "Mohammad Javad Azari Jahromi",
                                       "ISNA",           "Tehran",
                                       "Iran",           "Iran's"};
constexpr std::string_view kSources[] = {"Gulf Desk", "gulf desk", "Caspian Monitor", ""};
constexpr std::string_view kLanguages[] = {"en", "en", "fr", "fa", ""};
constexpr std::string_view kActors[] = {"Hassan Rouhani",
                                        "Ali Larijani",
                                        "Sadegh Larijani",
                                        "Pavel Durov",
                                        "Mohammad-Javad Azari-Jahromi",
                                        "azari jahromi"};
constexpr std::string_view kPlatforms[] = {"Telegram", "Instagram", "twitter", "Soroush"};
constexpr std::string_view kPublished[] = {"date:2018",
                                           "date:2018-04",
                                           "date:2018-04..2018-06",
                                           "date:..2018-05-10",
                                           "date:none",
                                           "date:2018-06-01..",
                                           "date:2019",
                                           "date:2018-05",
                                           "year:2018",
                                           "month:2018-06",
                                           "date:(2018-04 OR 2017)",
                                           "month:(2018-04 2018-07)",
                                           "-month:2018-05",
                                           "-date:2018-04..2018-06",
                                           "date:(2018-04 OR 2018-05-01..)"};
constexpr std::string_view kSpoken[] = {
    "on Monday",   "last week",     "yesterday",        "in April 2018", "on 30 April 2018",
    "In 2017",     "last month",    "mid-April",        "two days",      "the 1990s",
    "since May",   "next year",     "2018-06-07",       "in early 2018", "this month",
    "next Friday", "last summer",   "Ordibehesht 1397", "in Ramadan",    "on 10 Khordad 1397",
    "this winter", "the past month"};
constexpr std::string_view kMentioned[] = {"2018",
                                           "2018-04",
                                           "2018-04..2018-06",
                                           "..2018-05-10",
                                           "2018-06-01..",
                                           "none",
                                           "2018-W18",
                                           "2018-Q2",
                                           "2017",
                                           "2018-04-30",
                                           "1990s",
                                           "2018-SU",
                                           "2019-01..",
                                           "2018-05",
                                           "1397-02",
                                           "2018-05-01..2018-06-10"};
constexpr std::string_view kDateSources[] = {"metadata", "url",      "text",
                                             "none",     "dateline", "sidecar"};
constexpr std::string_view kRules[] = {"name", "alias", "surname", "unique-surname", "role"};
constexpr std::string_view kUrls[] = {"", "", "https://n.example/2018/05/30/a",
                                      "https://n.example/2018/04/b"};
constexpr std::string_view kEnds[] = {". ", ", ", " ", " ", " ", " ", "\n"};

}  // namespace

std::string random_article_names() {
  return R"(# newsdex names 1
- {name: Hassan Rouhani, kind: person, aliases: [Hassan Rohani], surname: [Rouhani, Rohani]}
- {name: Ali Larijani, kind: person}
- {name: Sadegh Larijani, kind: person}
- {name: Pavel Durov, kind: person}
- name: Mohammad-Javad Azari-Jahromi
  kind: person
  aliases: [Mohammad Javad Azari Jahromi, {form: Azari-Jahromi, flags: [query-only]}]
  surname: [Azari-Jahromi, Jahromi]
- {name: Telegram, kind: platform}
- {name: Instagram, kind: platform}
- {name: Twitter, kind: platform}
- {name: Soroush, kind: platform}
- {name: ISNA, kind: organisation}
- {name: Iran, kind: place, demonyms: [Iranian]}
- {name: Tehran, kind: place, country: Iran}
)";
}

std::string RandomArticles::words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t kind = below(12);
    text += kind < 2 ? pick(kNames) : kind == 2 ? pick(kSpoken) : pick(kWords);
    text += pick(kEnds);
  }
  return text;
}

std::string RandomArticles::date() {
  const auto month = below(12) + 1;
  switch (below(6)) {
    case 0:
      return "";
    case 1:
      return fmt::format("{}", 2017 + below(3));
    case 2:
      return fmt::format("2018-{:02}", month);
    default:
      return fmt::format("2018-{:02}-{:02}", month, below(28) + 1);
  }
}

Article RandomArticles::article(const std::string& id) {
  Article article;
  article.id = id;
  article.title = words(below(8));
  article.body = words(5 + below(60));
  article.date = date();
  article.source = pick(kSources);
  article.url = pick(kUrls);
  article.language = pick(kLanguages);
  return article;
}

Article RandomArticles::short_article(const std::string& id) {
  Article article = this->article(id);
  article.title = words(below(3));
  article.body = words(2 + below(5));
  return article;
}

std::string RandomArticles::phrase() {
  std::string words = pick(kWords);
  for (std::size_t more = 1 + below(2); more > 0; --more) words += fmt::format(" {}", pick(kWords));
  return fmt::format("\"{}\"", words);
}

std::string RandomArticles::pattern() {
  switch (below(3)) {
    case 0:
      return fmt::format("{}*", pick(kPrefixes));
    case 1:
      return fmt::format("{}~{}", pick(kSlips), 1 + below(2));
    default:
      return fmt::format("title:{}*", pick(kPrefixes));
  }
}

std::string RandomArticles::near() {
  const auto operand = [this] {
    switch (below(6)) {
      case 0:
        return fmt::format("({} OR {})", pick(kWords), pick(kWords));
      case 1:
        return fmt::format("\"{} {}\"", pick(kWords), pick(kWords));
      case 2:
        return pattern();
      default:
        return pick(kWords);
    }
  };
  const std::string name =
      fmt::format("{}/{}", below(2) == 0 ? "NEAR" : "ADJ", 1 + below(below(2) == 0 ? 3 : 12));
  std::string text = fmt::format("{} {} {}", operand(), name, operand());
  if (below(3) == 0) text += fmt::format(" {} {}", name, operand());
  return fmt::format("({})", text);
}

std::string RandomArticles::leaf() {
  switch (below(19)) {
    case 18:
      return fmt::format("tagged-by:{}", pick(kRules));
    case 11:
    case 12:
      return pattern();
    case 13:
      return near();
    case 14:
      return fmt::format("title:({} NEAR/2 {})", pick(kWords), pick(kWords));
    case 0:
      return phrase();
    case 1:
      return fmt::format("\"{}\"", pick(kWords));
    case 2:
      return fmt::format("actor:\"{}\"", pick(kActors));
    case 3:
      return fmt::format("platform:{}", pick(kPlatforms));
    case 4:
      return pick(kPublished);
    case 5:
      return fmt::format("title:{}", pick(kWords));
    case 6:
      return below(2) == 0 ? "source:\"Gulf Desk\"" : "lang:fr";
    case 7:
      return fmt::format("title:\"{} {}\"", pick(kWords), pick(kWords));
    case 8:
      return fmt::format("platform:({} OR {})", pick(kPlatforms), pick(kPlatforms));
    case 9:
      return fmt::format("mentions:{}", pick(kMentioned));
    case 10:
      return fmt::format("date-source:{}", pick(kDateSources));
    case 17:
      return fmt::format("sentence:(actor:\"{}\" {} platform:{})", pick(kActors),
                         below(2) == 0 ? "AND" : "OR", pick(kPlatforms));
    default:
      return pick(kWords);
  }
}

std::string RandomArticles::query(int depth) {
  if (depth == 0 || below(3) == 0) return leaf();
  switch (below(7)) {
    case 0:
      return fmt::format("({}) OR ({})", query(depth - 1), query(depth - 1));
    case 4:
      return fmt::format("{} OR {} OR {}", leaf(), leaf(), leaf());
    case 1:
      return fmt::format("({}) AND ({})", query(depth - 1), query(depth - 1));
    case 2:
      return fmt::format("{} -({})", leaf(), query(depth - 1));
    case 3:
      return fmt::format("NOT ({})", query(depth - 1));
    default:
      return fmt::format("{} {}", leaf(), query(depth - 1));
  }
}

std::string to_json_line(const Article& article) {
  const nlohmann::json json = {{"id", article.id},         {"title", article.title},
                               {"body", article.body},     {"date", article.date},
                               {"source", article.source}, {"language", article.language},
                               {"url", article.url}};
  return json.dump() + "\n";
}

}  // namespace newsdex::testing
