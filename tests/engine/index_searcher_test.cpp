#include "newsdex/index_searcher.hpp"

#include "indexing/index_fixture.hpp"

namespace newsdex::testing {
namespace {

class IndexSearcherTest : public IndexFixture {
 protected:
  IndexSearcherTest() {
    add("two-larijanis", "2018-05-07", "Brothers",
        "Ali Larijani and Sadegh Larijani spoke of Telegram.");
    add("durov", "2018-04", "Durov on the ban",
        "Pavel Durov says the ban of Telegram will fail. No word on Instagram.");
    add("undated", "", "Filters", "Filtering of Instagram and Twitter goes on.");
    add("plain", "2019-01-02", "Banning apps", "Apps were banned. The state-run agency said so.");
    folder_.write("articles/all.jsonl", lines_);
    build_index(options());
  }

  void add(const std::string& id, const std::string& date, const std::string& title,
           const std::string& body) {
    lines_ += "{\"id\":\"" + id + "\",\"date\":\"" + date + "\",\"title\":\"" + title +
              "\",\"body\":\"" + body + "\"}\n";
  }

  SearchResult search(const std::string& text, SearchRequest request = {}) {
    request.query = parse_query(text).value();
    return IndexSearcher(options().index).search(request).value();
  }

  // All marked texts of all snippets and titles, joined by "|".
  std::string marks(const std::string& text) {
    std::string out;
    const auto collect = [&](const std::string& from, const std::vector<ByteRange>& ranges) {
      for (const ByteRange& range : ranges)
        out += from.substr(range.begin, range.end - range.begin) + "|";
    };
    for (const Hit& hit : search(text).hits) {
      collect(hit.title, hit.title_highlights);
      for (const Snippet& snippet : hit.snippets) collect(snippet.text, snippet.highlights);
    }
    return out;
  }

  std::string lines_;
};

struct Case {
  const char* query;
  const char* ids;
};

constexpr Case kCases[] = {
    {"bans", "plain durov"},
    {"\"banned\"", "plain"},
    {"\"ban\"", "durov"},
    {"\"banning apps\"", "plain"},
    {"state-run", "plain"},
    {"run-state", ""},
    {"title:ban", "plain durov"},
    {"title:agency", ""},
    {"\"ban apps\"", ""},
    {"instagram -twitter", "durov"},
    {"platform:telegram platform:twitter", "two-larijanis durov undated"},
    {"platform:telegram AND platform:instagram", "durov"},
    {"actor:\"Ali Larijani\"", "two-larijanis"},
    {"actor:larijani", "error: `larijani` may be 2 different actors"},
    {"actor:durov", "durov"},
    {"actor:nobodyknows", "error: no actor is known as `nobodyknows`"},
    {"actor:\"Barack Obama\"", ""},
    {"date:2018-04", "durov"},
    {"date:2018-04-15..2018-05", "two-larijanis"},
    {"date:none", "undated"},
    {"-date:2018", "plain undated"},
    {"lang:EN durov", "durov"},
    {"NOT ban", "two-larijanis undated"},
    {"banne*", "plain"},
    {"title:banni*", "plain"},
    {"instagran~1 -twitter", "durov"},
    {"instagran~1 -twiter~1", "durov"},
    {"instgarn~1", ""},
    {"pavel NEAR/1 says", ""},
    {"pavel NEAR/2 says", "durov"},
    {"says NEAR/2 pavel", "durov"},
    {"says ADJ/2 pavel", ""},
    {"\"pavel durov\" ADJ/1 (spoke OR says)", "durov"},
    {"pav* ADJ/2 sats~1", "durov"},
    {"similar:nobody", "error: no article has the id `nobody`"},
    {"state-ru*", "error: `state-ru*` is not one word but several"},
    {"", "plain two-larijanis durov undated"},
};

TEST_F(IndexSearcherTest, AnswersTheQueryLanguage) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.query);
    EXPECT_EQ(found(c.query), c.ids);
  }
}

TEST_F(IndexSearcherTest, MarksJustWhatMatched) {
  EXPECT_EQ(marks("bans"), "Banning|banned|ban|ban|");
  EXPECT_EQ(marks("\"banned\""), "banned|");
  EXPECT_EQ(marks("instagram -twitter"), "Instagram|");
  EXPECT_EQ(marks("state-run"), "state-run|") << "a phrase is marked as one";
  EXPECT_EQ(marks("actor:durov"), "Durov|Pavel Durov|") << "all forms of the entity";
  EXPECT_EQ(marks("banne*"), "banned|");
  EXPECT_EQ(marks("instagran~1 -twitter"), "Instagram|");
  EXPECT_EQ(marks("apps NEAR/2 \"banned\""), "Apps|banned|") << "not the title's apps";
  EXPECT_EQ(marks("agency -fail* -\"no word\""), "agency|");
  EXPECT_EQ(marks("title:ban"), "Banning|ban|") << "not the body";
}

TEST_F(IndexSearcherTest, MarksNamesOfOneSentenceWhereItHasThemAll) {
  EXPECT_EQ(marks("sentence:(actor:durov AND platform:telegram)"), "Pavel Durov|Telegram|");
  EXPECT_EQ(marks("sentence:(actor:durov AND platform:telegram) AND actor:durov"),
            "Durov|Pavel Durov|Telegram|");
  EXPECT_EQ(marks("sentence:(platform:(instagram OR twitter)) AND date:2018-04"), "Instagram|");
}

TEST_F(IndexSearcherTest, MarksNothingOfABranchThatDidNotMatch) {
  const std::string both = "lang:en AND date:2018-04 AND ";
  EXPECT_EQ(marks(both + "(ban OR (durov NOT instagram))"), "ban|ban|");
  EXPECT_EQ(marks(both + "(ban OR (durov NOT twitter))"), "Durov|ban|Durov|ban|");
  EXPECT_EQ(marks(both + "(ban OR (durov agency))"), "ban|ban|");
  EXPECT_EQ(marks(both + "(fail OR (durov AND (agency OR \"word durov\")))"), "fail|");
  EXPECT_EQ(marks(both + "(fail OR (actor:durov date:2019))"), "fail|");
  EXPECT_EQ(marks(both + "(fail OR (actor:durov date:none))"), "fail|");
  EXPECT_EQ(marks(both + "(fail OR (actor:durov lang:fa))"), "fail|");
  EXPECT_EQ(marks(both + "(fail OR (actor:durov platform:twitter))"), "fail|");
  EXPECT_EQ(marks(both + "(fail OR (durov NOT (pavel NEAR/2 says)))"), "fail|");
  EXPECT_EQ(marks(both + "(fail OR (durov NOT (pavel NEAR/1 says)))"), "Durov|Durov|fail|");
  EXPECT_EQ(marks(both + "(fail OR (durov NOT title:says))"), "Durov|Durov|fail|");
  EXPECT_EQ(marks(both + "(fail OR (telegram NOT title:durov))"), "fail|");
}

TEST_F(IndexSearcherTest, SuggestsWordsAndNamesOfTheIndex) {
  SearchRequest request;
  request.suggest = true;
  EXPECT_EQ(search("instagran ban", request).suggestion, "instagram ban");
  EXPECT_EQ(search("lrijani OR (title:bannnng)", request).suggestion, "larijani OR title:banning");
  EXPECT_EQ(search("telegram", request).suggestion, std::nullopt);
  EXPECT_EQ(search("zzzzzzzz", request).suggestion, std::nullopt);
  EXPECT_EQ(search("thhe", request).suggestion, std::nullopt);
  request.suggest = false;
  EXPECT_EQ(search("instagran", request).suggestion, std::nullopt);
}

TEST_F(IndexSearcherTest, ExplainsEachLeafByItself) {
  IndexSearcher searcher(options().index);
  const auto leaves = searcher.explain(parse_query("bans -actor:durov banne*").value(), {});
  ASSERT_TRUE(leaves);
  std::string told;
  for (const ExplainedLeaf& leaf : *leaves) {
    told += std::to_string(leaf.articles) + (leaf.negated ? " not " : " ") + leaf.text + " (" +
            leaf.meaning + ")\n";
  }
  EXPECT_EQ(told,
            "2 bans (stem ban)\n1 not actor:durov (Pavel Durov)\n1 banne* (1 forms: banned)\n");
}

TEST_F(IndexSearcherTest, CountsAFacetAsIfItsOwnFilterWereOff) {
  SearchRequest request;
  request.facets = {{Field::platform, 0}, {Field::actor, 0}};
  const SearchResult result = search("platform:Telegram -brothers", request);
  EXPECT_EQ(result.total, 1U);
  EXPECT_EQ(result.facets[0].values,
            (std::vector<FacetCount>{
                {"Instagram", 2, false}, {"Telegram", 1, true}, {"Twitter", 1, false}}));
  EXPECT_EQ(result.facets[1].values, (std::vector<FacetCount>{{"Pavel Durov", 1, false}}));
}

TEST_F(IndexSearcherTest, KeepsAChosenValueInItsFacetAtZero) {
  SearchRequest request;
  request.facets = {{Field::platform, 1}};
  const SearchResult result = search("platform:twitter durov", request);
  EXPECT_EQ(result.total, 0U);
  EXPECT_EQ(result.facets[0].values.back(), (FacetCount{"Twitter", 0, true}));
}

TEST_F(IndexSearcherTest, DrawsATimelineWithGapsAndSaysWhatIsInNoBar) {
  SearchRequest request;
  request.timeline = TimelineUnit::month;
  const Timeline months = *search("", request).timeline;
  EXPECT_EQ(months.bars.front(), (TimelineBar{"2018-04", 1, "date:2018-04"}));
  EXPECT_EQ(months.bars.back(), (TimelineBar{"2019-01", 1, "date:2019-01"}));
  EXPECT_EQ(months.bars.size(), 10U);
  EXPECT_EQ(months.unplaced, 1U);
  request.timeline = TimelineUnit::day;
  EXPECT_EQ(search("", request).timeline->unplaced, 2U) << "a month is on no day";
}

TEST_F(IndexSearcherTest, PagesThroughTheSameOrder) {
  SearchRequest request;
  request.limit = 2;
  request.offset = 1;
  const SearchResult page = search("", request);
  EXPECT_EQ(page.total, 4U);
  ASSERT_EQ(page.hits.size(), 2U);
  EXPECT_EQ(page.hits[0].id, "two-larijanis");
  request.limit = 0;
  EXPECT_TRUE(search("", request).hits.empty());
  request.limit = 10;
  request.offset = 99;
  EXPECT_TRUE(search("", request).hits.empty());
}

}  // namespace
}  // namespace newsdex::testing
