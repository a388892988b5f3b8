// The analyzer, the taggers of dates and names, and name lists.
#include <array>
#include <optional>
#include <string>

#include "analysis/reference_analyzer.hpp"
#include "dates/date_in_name.hpp"
#include "dates/stated_date.hpp"
#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "indexing/document_builder.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/date_tagger.hpp"
#include "newsdex/error.hpp"
#include "newsdex/gazetteer.hpp"
#include "text/utf8.hpp"

namespace newsdex::fuzz {
namespace {

constexpr std::array<std::string_view, 4> kLanguages = {"", "en", "fa", "de"};

void check_tokens(std::string_view text, const TokenStream& stream) {
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  for (const Token& token : stream.tokens()) {
    require(token.begin >= end && token.begin < token.end && token.end <= text.size(),
            "tokens ascend within the text");
    require(!token.form.empty() && !token.stem.empty(), "tokens have a form and a stem");
    require(is_valid_utf8(token.form) && is_valid_utf8(token.stem), "terms are UTF-8");
    require(token.position == position++, "positions count tokens");
    require(token.word != 0, "tokens have the number of their word");
    end = token.end;
  }
}

// Spans of a field, ascending and apart where they must be.
void check_span(std::uint32_t begin, std::uint32_t end, std::size_t size) {
  require(begin < end && end <= size, "spans lie within their text");
}

std::size_t size_of(const Article& article, TextField field) {
  return field == TextField::title ? article.title.size() : article.body.size();
}

void check_dates(const std::vector<DateMention>& mentions, const Article& article) {
  std::optional<DateMention> last;
  for (const DateMention& mention : mentions) {
    check_span(mention.begin, mention.end, size_of(article, mention.field));
    require(!mention.value.empty(), "dates have a value");
    require(mention.first.has_value() == mention.last.has_value(), "days have both ends");
    require(!mention.first || *mention.first <= *mention.last, "days are in order");
    const bool apart = !last || last->field != mention.field || last->end <= mention.begin;
    require(apart, "dates do not overlap");
    last = mention;
  }
}

// The first line is the title.
Article article_of(std::string_view bytes) {
  const std::string text = to_valid_utf8(bytes);
  const std::size_t end = std::min(text.find('\n'), text.size());
  Article article;
  article.id = "fuzz";
  article.title = text.substr(0, end);
  article.body = text.substr(std::min(end + 1, text.size()));
  article.path = "/fuzz/2018-04-30-input.txt";
  return article;
}

}  // namespace

void run_analyzer(std::string_view bytes) {
  static Analyzer analyzer;
  static TokenStream stream;
  static ReferenceAnalyzer reference;
  for (const std::string_view language : kLanguages) {
    analyzer.analyze(bytes, language, stream);
    check_tokens(bytes, stream);
    require(facts_of(stream) == reference.analyze(bytes, language),
            "tokens are those of ICU's boundaries, each normalized anew");
  }
  require(is_valid_utf8(analyzer.fold(to_valid_utf8(bytes))), "folded text is UTF-8");
  detect_language(to_valid_utf8(bytes));
}

void run_dates(std::string_view bytes) {
  static Analyzer analyzer;
  static const DateTagger kTagger;
  const Article article = article_of(bytes);
  TokenStream title;
  TokenStream body;
  for (const std::string_view language : {"en", "fa"}) {
    analyzer.analyze(article.title, language, title);
    analyzer.analyze(article.body, language, body);
    const AnalyzedArticle analyzed = {article.title, title.tokens(), article.body, body.tokens()};
    for (const PartialDate& published : {PartialDate{}, to_partial_date(17651)}) {
      check_dates(kTagger.tag(analyzed, published, language), article);
    }
  }
  read_stated_date(article.title);
  parse_date(article.title);
  parse_date_range(article.title);
  dates_in_name(article.title);
}

void run_tagger(std::string_view bytes) {
  static const std::array kLists = {default_name_list()};
  static const Taggers kTaggers(kLists, true);
  static DocumentBuilder builder(kTaggers);
  const TaggedArticle tagged = builder.tag(article_of(bytes), TagDetail::everything);
  for (const Mention& mention : tagged.recognition.mentions) {
    check_span(mention.begin, mention.end, size_of(tagged.article, mention.field));
    require(mention.entity < kTaggers.gazetteer.entities().size(), "mentions have an entity");
  }
  for (const DiscoveredName& name : tagged.discovered) {
    check_span(name.begin, name.end, size_of(tagged.article, name.field));
    require(is_valid_utf8(name.name) && !name.name.empty(), "found names have a name");
  }
  check_dates(tagged.dates, tagged.article);
}

void run_names(std::string_view bytes) {
  const NameListFile file = {"fuzz.yaml", std::string(bytes)};
  try {
    const Gazetteer gazetteer = Gazetteer::parse({&file, 1});
    require(!gazetteer.fingerprint().empty(), "lists have a fingerprint");
  } catch (const Error& error) {
    require(error.code() == ErrorCode::bad_name_list, "lists are refused as such");
  }
}

}  // namespace newsdex::fuzz
