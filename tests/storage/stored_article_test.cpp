#include "storage/stored_article.hpp"

#include <gtest/gtest.h>

#include "newsdex/error.hpp"

namespace newsdex::testing {
namespace {

StoredArticle sample() {
  StoredArticle stored;
  stored.article = {"id-1",
                    "Title",
                    "Body\nwith two lines",
                    "2018-04-30",
                    "Gulf Desk",
                    "",
                    "A. Writer",
                    "en",
                    "/a/b.jsonl",
                    3,
                    17,
                    "",
                    true,
                    "none",
                    "2018-05-01T10:00Z",
                    {{3, 9}, {12, 70000}},
                    3};
  stored.date = {*parse_date("2018-04-30T18:45+04:30"), DateSource::metadata};
  stored.mentions = {
      {"Hassan Rouhani", EntityType::person, TextField::title, MentionRule::surname, 90, 1, 8},
      {"Telegram", EntityType::platform, TextField::body, MentionRule::name, 100, 200, 70000}};
  stored.dates = {{TextField::title, 2, 6, {-800000, -799000}},
                  {TextField::body, 10, 20, {17652, 17652}}};
  return stored;
}

TEST(StoredArticle, GivesBackWhatWasEncoded) {
  for (const char* date :
       {"", "2018", "2018-04", "2018-04-30", "2018-04-30T18:45-11:00", "2018-04-30T18:45"}) {
    SCOPED_TRACE(date);
    StoredArticle stored = sample();
    stored.date.value = parse_date(date).value_or(PartialDate{});
    const StoredArticle back = decode_stored_article(encode(stored));
    EXPECT_EQ(back.article, stored.article);
    EXPECT_EQ(back.date.value, stored.date.value);
    EXPECT_EQ(back.date.source, stored.date.source);
    EXPECT_EQ(back.mentions, stored.mentions);
    EXPECT_EQ(back.dates, stored.dates);
  }
}

TEST(StoredArticle, RefusesEveryCutAndSurvivesEveryFlippedBit) {
  const std::string whole = encode(sample());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW((void)decode_stored_article(std::string_view(whole).substr(0, size)), Error)
        << size;
  }
  EXPECT_THROW((void)decode_stored_article(whole + "x"), Error);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    try {
      (void)decode_stored_article(damaged);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_index);
    }
  }
}

}  // namespace
}  // namespace newsdex::testing
