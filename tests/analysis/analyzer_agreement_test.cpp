// The analyzer against the reference, over the corpus and over random texts.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "analysis/form_hash.hpp"
#include "analysis/interesting_text.hpp"
#include "analysis/reference_analyzer.hpp"
#include "analysis/word_folder.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kLanguages[] = {"", "en", "fa", "fr", "ru", "tr", "xx"};

class AnalyzerAgreement : public testing::Test {
 protected:
  void expect_agreement(std::string_view text, std::string_view language) {
    analyzer_.analyze(text, language, stream_);
    ASSERT_EQ(facts_of(stream_), reference_.analyze(text, language)) << text;
    for (const Token& token : stream_.tokens()) {
      const std::pair<std::string, std::string> word{token.form, token.stem};
      ASSERT_NE(token.word, 0U);
      ASSERT_EQ(token.form_hash, hash_of_form(token.form));
      ASSERT_EQ(words_.try_emplace(token.word, word).first->second, word);
    }
  }

 private:
  Analyzer analyzer_;
  TokenStream stream_;
  ReferenceAnalyzer reference_;
  std::map<std::uint32_t, std::pair<std::string, std::string>> words_;  // by their numbers
};

// A letter beyond ASCII that folds to itself has the whole word go through ICU.
TEST(WordFolder, FoldsAsciiAsIcuDoes) {
  const std::string other = "\u044F";
  const WordFolder folder;
  std::string alone;
  std::string together;
  for (int first = 1; first < 0x80; ++first) {
    for (int second = 1; second < 0x80; ++second) {
      const std::string word = {static_cast<char>(first), static_cast<char>(second)};
      folder.casefold(word, alone);
      folder.casefold(word + other, together);
      ASSERT_EQ(alone + other, together) << first << ' ' << second;
      folder.strip_marks(word, alone);
      folder.strip_marks(word + other, together);
      ASSERT_EQ(alone + other, together) << first << ' ' << second;
    }
  }
}

TEST_F(AnalyzerAgreement, HoldsOverTheCorpus) {
  const std::filesystem::path corpus = std::filesystem::path(NEWSDEX_SOURCE_DIR) / "corpus";
  int texts = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const std::string_view language : {"en", "fr", "fa"}) expect_agreement(text, language);
    ++texts;
  }
  EXPECT_GT(texts, 50);
}

TEST_F(AnalyzerAgreement, HoldsOverRandomTexts) {
  std::mt19937 random(7);
  for (std::size_t round = 0; round < 20000 && !HasFatalFailure(); ++round) {
    expect_agreement(random_text(random, random() % 60), kLanguages[round % std::size(kLanguages)]);
  }
}

TEST_F(AnalyzerAgreement, HoldsOverWordsOfEverySize) {
  std::string text;
  for (const std::string_view letter : {"b", "Q", "\u00E9", "\u067E"}) {
    std::string word;
    for (int size = 1; size < 80; ++size) text.append(word += letter).append(" ");
  }
  expect_agreement(text, "en");
  expect_agreement(text, "en");
}

TEST_F(AnalyzerAgreement, HoldsOverMoreLanguagesThanAreRemembered) {
  for (int round = 0; round < 3; ++round) {
    for (char c = 'a'; c <= 'z'; ++c) expect_agreement("banned nations", std::string(2, c));
    for (const std::string_view language : kLanguages) expect_agreement("banned", language);
  }
}

}  // namespace
}  // namespace newsdex
