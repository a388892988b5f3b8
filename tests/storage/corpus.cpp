#include "corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>
#include <span>

#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class ArticleMaker {
 public:
  explicit ArticleMaker(const CorpusShape& shape) : shape_(shape), random_(shape.seed) {}

  CorpusArticle make(std::uint32_t number) {
    CorpusArticle article;
    if (below(40) > 0) article.stored = std::string(below(300), static_cast<char>(below(256)));
    const std::uint32_t tokens = below(30) == 0 ? 0 : below(shape_.longest);
    std::uint32_t position = 0;
    for (std::uint32_t i = 0; i < tokens; ++i) {
      position += below(20) == 0 ? 1 + below(100000) : 1;
      add_token(article, fmt::format("w{}", zipf()), position);
    }
    if (below(3) > 0) article.terms[fmt::format("XAactor{}", below(20))];
    if (shape_.has_values) add_values(article, number);
    return article;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  std::uint32_t zipf() {
    const double u = static_cast<double>(random_()) / static_cast<double>(std::mt19937::max());
    return static_cast<std::uint32_t>(std::pow(static_cast<double>(shape_.vocabulary), u));
  }

  void add_token(CorpusArticle& article, const std::string& word, std::uint32_t position) const {
    Occurrences& to = article.terms[word];
    ++to.count;
    if (shape_.has_positions) to.positions.push_back(position);
  }

  void add_values(CorpusArticle& article, std::uint32_t number) {
    if (below(4) > 0) article.values[0] = fmt::format("2018{}", 1000 + below(9000));
    if (below(2) > 0) article.values[2] = "the same";
    if (number == 7) article.values[128 + below(2)] = "rare";
    if (below(9) == 0) article.values[256] = std::string(1 + below(50), 'v');
  }

  CorpusShape shape_;
  std::mt19937 random_;
};

Corpus one_article(CorpusArticle article) {
  Corpus corpus;
  corpus.articles.push_back(std::move(article));
  return corpus;
}

Corpus persian() {
  Corpus corpus;
  const std::vector<std::string> words = {"روحانی", "تلگرام", "می‌خواهد", "دولت", "۱۳۹۷"};
  for (std::uint32_t i = 0; i < 50; ++i) {
    CorpusArticle article;
    article.stored = words[i % words.size()];
    for (std::uint32_t w = 0; w <= i % words.size(); ++w) {
      article.terms[words[w]] = {w + 1, {w + 1, w + 10}};
    }
    corpus.articles.push_back(std::move(article));
  }
  return corpus;
}

Corpus thousands_of_terms() {
  CorpusArticle article;
  for (std::uint32_t i = 0; i < 9000; ++i) {
    article.terms[fmt::format("term{}", i * 7919 % 100003)] = {i % 300, {i, i + 70000}};
  }
  return one_article(std::move(article));
}

Corpus long_and_odd_terms() {
  Corpus corpus;
  for (const std::size_t size : {1u, 2u, 64u, 244u, 245u}) {
    CorpusArticle article;
    for (const char byte : {'\1', 'a', '\x7F', '\x80', '\xFF'}) {
      article.terms[std::string(size, byte)] = {200, {1, 3}};
    }
    article.terms[std::string("\0", 1)] = {1, {9}};
    article.terms[std::string("\0\0\xFF\0", 4)] = {1, {10}};
    article.terms[std::string("a\0", 2)] = {2, {11, 12}};
    article.terms[std::string("a\0b", 3)] = {0, {}};
    article.terms[std::string("a\xFF", 2)] = {3, {13}};
    corpus.articles.push_back(std::move(article));
  }
  corpus.metadata = {{"k", "v"}, {std::string("\0\xFF", 2), std::string(70000, 'm')}};
  return corpus;
}

Corpus long_tags() {
  Corpus corpus;
  std::mt19937 random(3);
  for (const std::size_t size : {0u, 1u, 1900u, 2040u, 2050u, 8192u, 100000u, 3000000u}) {
    CorpusArticle article;
    for (std::size_t i = 0; i < size; ++i) article.stored += static_cast<char>(random());
    article.values[1] = article.stored.substr(0, 50000);
    article.values[4] = std::string(size / 2, 'x');
    article.terms["t"] = {1, {}};
    std::vector<std::uint32_t>& positions = article.terms["p"].positions;
    std::uint32_t at = 0;
    while (positions.size() < size / 10) {
      at += static_cast<std::uint32_t>(1 + random() % 9);
      positions.push_back(at);
    }
    corpus.articles.push_back(std::move(article));
  }
  return corpus;
}

// Positions that the code has to tell from their neighbours by a single bit.
Corpus odd_positions() {
  CorpusArticle article;
  article.terms["first"] = {1, {0}};
  article.terms["pair"] = {2, {0, 1}};
  article.terms["apart"] = {2, {0, UINT32_MAX - 1}};
  article.terms["last"] = {1, {UINT32_MAX - 1}};
  std::vector<std::uint32_t>& row = article.terms["row"].positions;
  for (std::uint32_t i = 5; i < 400; ++i) row.push_back(i);
  std::vector<std::uint32_t>& powers = article.terms["powers"].positions;
  for (std::uint32_t i = 0; i < 32; ++i) powers.push_back(1u << i);
  return one_article(std::move(article));
}

Corpus numbers_of_every_size() {
  Corpus corpus;
  for (std::uint32_t i = 0; i < 300; ++i) {
    CorpusArticle article;
    article.terms["dense"] = {i * i * i, {}};
    if (i % 131 == 0) article.terms["sparse"] = {1u << (i % 25), {}};
    corpus.articles.push_back(std::move(article));
  }
  return corpus;
}

// NEWSDEX_LARGE_TESTS asks for the size of a real segment, which takes Xapian a minute to write.
std::uint32_t many_articles() {
  return std::getenv("NEWSDEX_LARGE_TESTS") != nullptr ? 100000 : 3000;
}

Corpus many() {
  return random_corpus(
      {.articles = many_articles(), .vocabulary = 20000, .longest = 20, .seed = 3});
}

Corpus without_positions() {
  return random_corpus({.articles = 700, .has_positions = false, .has_values = false, .seed = 2});
}

Corpus without_term_lists() {
  Corpus corpus = random_corpus({.articles = 700, .seed = 4});
  corpus.has_term_lists = false;
  return corpus;
}

struct NamedCorpus {
  std::string_view name;
  Corpus (*make)();
};

constexpr NamedCorpus kCorpora[] = {
    {"Empty", [] { return Corpus{}; }},
    {"NothingButMetadata",
     [] {
       return Corpus{{}, {{"key", "value"}}};
     }},
    {"OneEmptyArticle", [] { return one_article({}); }},
    {"OneStoredText",
     [] {
       return one_article({"text", {}, {}});
     }},
    {"OneLabel",
     [] {
       return one_article({"", {{"XAali", {0, {}}}}, {}});
     }},
    {"OneValue",
     [] {
       return one_article({"", {}, {{300, "v"}}});
     }},
    {"EmptyThenWords",
     [] {
       return Corpus{{{}, {"x", {{"w", {5, {}}}}, {}}, {}}, {}, true};
     }},
    {"Persian", persian},
    {"ThousandsOfTerms", thousands_of_terms},
    {"LongAndOddTerms", long_and_odd_terms},
    {"LongTags", long_tags},
    {"OddPositions", odd_positions},
    {"NumbersOfEverySize", numbers_of_every_size},
    {"Random", [] { return random_corpus({.articles = 700}); }},
    {"RandomWithoutPositions", without_positions},
    {"RandomWithoutTermLists", without_term_lists},
    {"Many", many},
};

using Inverted = std::map<std::string, std::vector<std::pair<std::uint32_t, const Occurrences*>>>;

void add_terms(const Corpus& corpus, PostingsWriter& out) {
  Inverted inverted;
  for (std::uint32_t i = 0; i < corpus.articles.size(); ++i) {
    for (const auto& [term, occurrences] : corpus.articles[i].terms) {
      inverted[term].emplace_back(i, &occurrences);
    }
  }
  for (const auto& [term, row] : inverted) {
    std::vector<Posting> postings;
    std::vector<std::uint32_t> starts = {0};
    std::vector<std::uint32_t> positions;
    for (const auto& [article, occurrences] : row) {
      postings.push_back({article, occurrences->count});
      positions.insert(positions.end(), occurrences->positions.begin(),
                       occurrences->positions.end());
      starts.push_back(static_cast<std::uint32_t>(positions.size()));
    }
    if (positions.empty()) {
      out.add_term(term, postings);
    } else {
      out.add_term(term, postings, {starts, positions});
    }
  }
}

void add_values(const Corpus& corpus, PostingsWriter& out) {
  std::map<std::uint32_t, std::vector<ArticleValue>> by_slot;
  for (std::uint32_t i = 0; i < corpus.articles.size(); ++i) {
    for (const auto& [slot, value] : corpus.articles[i].values) by_slot[slot].push_back({i, value});
  }
  for (const auto& [slot, values] : by_slot) out.add_values(slot, values);
}

void add_term_lists(const Corpus& corpus, PostingsWriter& out) {
  for (const CorpusArticle& article : corpus.articles) {
    std::vector<TermCount> terms;
    for (const auto& [term, occurrences] : article.terms)
      terms.push_back({term, occurrences.count});
    out.add_term_list(terms);
  }
}

}  // namespace

Corpus random_corpus(const CorpusShape& shape) {
  Corpus corpus;
  ArticleMaker maker(shape);
  for (std::uint32_t i = 0; i < shape.articles; ++i) corpus.articles.push_back(maker.make(i));
  corpus.metadata = {{"a", "b"}, {"c", std::string(100, 'd')}};
  return corpus;
}

// Articles are stored in part before all else, in part after it.
void write_corpus(const Corpus& corpus, WriterKind kind, const std::string& path) {
  const auto writer = make_postings_writer(kind, path);
  const std::span<const CorpusArticle> articles(corpus.articles);
  const std::size_t half = articles.size() / 2;
  for (const CorpusArticle& article : articles.first(half)) writer->store(article.stored);
  for (const auto& [key, value] : corpus.metadata) writer->add_metadata(key, value);
  add_values(corpus, *writer);
  add_terms(corpus, *writer);
  if (corpus.has_term_lists) add_term_lists(corpus, *writer);
  for (const CorpusArticle& article : articles.subspan(half)) writer->store(article.stored);
  writer->finish();
}

std::vector<std::string> corpus_names() {
  std::vector<std::string> names;
  for (const NamedCorpus& corpus : kCorpora) names.emplace_back(corpus.name);
  return names;
}

Corpus named_corpus(std::string_view name) {
  return std::ranges::find(kCorpora, name, &NamedCorpus::name)->make();
}

}  // namespace newsdex::testing
