#include "storage/article_compression.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "newsdex/error.hpp"

namespace newsdex::testing {
namespace {

std::vector<std::string> articles() {
  std::vector<std::string> out = {"", "x", std::string(100'000, 'y')};
  for (int i = 0; i < 200; ++i) {
    out.push_back("The ministry said on Monday that service number " + std::to_string(i * 7919) +
                  " would be filtered, according to state news agency reports.");
  }
  return out;
}

TEST(ArticleCompression, GivesBackEveryArticleWithAndWithoutADictionary) {
  for (const std::string& dictionary : {std::string(), train_dictionary(articles())}) {
    ArticleCompressor compressor(dictionary);
    ArticleDecompressor decompressor(dictionary);
    for (const std::string& article : articles())
      EXPECT_EQ(decompressor.decompress(compressor.compress(article)), article);
  }
}

TEST(ArticleCompression, MakesShortArticlesSmallerByWhatTheyShare) {
  const std::string dictionary = train_dictionary(articles());
  ASSERT_FALSE(dictionary.empty());
  const std::string article = articles().back();
  ArticleCompressor plain("");
  ArticleCompressor taught(dictionary);
  EXPECT_LT(taught.compress(article).size() * 5, plain.compress(article).size() * 4);
}

TEST(ArticleCompression, LearnsNothingFromTooFewSamples) {
  EXPECT_EQ(train_dictionary({}), "");
  EXPECT_EQ(train_dictionary(std::vector<std::string>(3, "the same text")), "");
}

TEST(ArticleCompression, RefusesDamagedBytes) {
  ArticleCompressor compressor("");
  const std::string whole(compressor.compress(articles().back()));
  ArticleDecompressor decompressor("");
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_THROW(decompressor.decompress(whole.substr(0, size)), Error) << size;
  EXPECT_THROW(decompressor.decompress("no frame at all"), Error);
}

}  // namespace
}  // namespace newsdex::testing
