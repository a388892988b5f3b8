#include "micro/sample_articles.hpp"

#include "generator/article_generator.hpp"

namespace newsdex::benchmarks {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::uint64_t kArticles = 200;

std::vector<Article> make_articles() {
  const World world(sample_gazetteer(), kSeed);
  const ArticleGenerator generator(world, kNewsShape, kSeed);
  std::vector<Article> articles;
  for (std::uint64_t number = 1; number <= kArticles; ++number) {
    articles.push_back(generator.make(number).article);
  }
  return articles;
}

Gazetteer parse_default_names() {
  const std::vector<NameListFile> lists = {default_name_list()};
  return Gazetteer::parse(lists);
}

}  // namespace

const std::vector<Article>& sample_articles() {
  static const std::vector<Article> articles = make_articles();
  return articles;
}

std::size_t sample_bytes() {
  std::size_t bytes = 0;
  for (const Article& article : sample_articles()) bytes += article.body.size();
  return bytes;
}

const Gazetteer& sample_gazetteer() {
  static const Gazetteer gazetteer = parse_default_names();
  return gazetteer;
}

const EntityRecognizer& sample_recognizer() {
  static const EntityRecognizer recognizer(sample_gazetteer());
  return recognizer;
}

}  // namespace newsdex::benchmarks
