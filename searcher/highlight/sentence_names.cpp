#include "highlight/sentence_names.hpp"

#include <algorithm>
#include <iterator>

#include "highlight/sentences.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kTitleSentence = 0;
constexpr std::uint32_t kFirstOfBody = 1;

}  // namespace

void SentenceNames::add(const LabelPlan& labels, std::uint32_t group) {
  for (const std::string& value : labels.values) groups_[{labels.field, value}].push_back(group);
}

const std::vector<SentenceNames::Named>& SentenceNames::find(const StoredArticle& stored) {
  named_.clear();
  std::vector<std::pair<std::uint32_t, const std::vector<std::uint32_t>*>> in_body;
  for (const StoredMention& mention : stored.mentions) {
    const auto found = groups_.find(std::pair(field_of(mention.type), mention.name));
    if (found == groups_.end()) continue;
    if (mention.field == TextField::body) {
      in_body.emplace_back(mention.begin, &found->second);
    } else {
      for (const std::uint32_t group : found->second) named_.push_back({kTitleSentence, group});
    }
  }
  std::sort(in_body.begin(), in_body.end());
  std::uint32_t sentence = kFirstOfBody;
  SentenceCursor sentences(stored.article.body);
  for (const auto& [begin, groups] : in_body) {
    while (sentences.end() <= begin && sentences.next()) ++sentence;
    for (const std::uint32_t group : *groups) named_.push_back({sentence, group});
  }
  std::sort(named_.begin(), named_.end());
  named_.erase(std::unique(named_.begin(), named_.end()), named_.end());
  return named_;
}

std::vector<std::uint32_t> SentenceNames::numbers_naming_all(const StoredArticle& stored,
                                                             std::size_t groups) {
  std::vector<std::uint32_t> numbers;
  std::size_t together = 0;
  std::uint32_t sentence = UINT32_MAX;
  for (const Named& named : find(stored)) {
    together = named.sentence == sentence ? together + 1 : 1;
    sentence = named.sentence;
    if (together == groups) numbers.push_back(sentence);
  }
  return numbers;
}

bool SentenceNames::any_names_all(const StoredArticle& stored, std::size_t groups) {
  return !numbers_naming_all(stored, groups).empty();
}

SentenceNames::Sentences SentenceNames::naming_all(const StoredArticle& stored,
                                                   std::size_t groups) {
  Sentences sentences;
  SentenceCursor cursor(stored.article.body);
  std::uint32_t at = kFirstOfBody;
  for (const std::uint32_t number : numbers_naming_all(stored, groups)) {
    if (number == kTitleSentence) {
      sentences.title = true;
      continue;
    }
    while (at < number && cursor.next()) ++at;
    sentences.body.push_back(
        {static_cast<std::uint32_t>(cursor.begin()), static_cast<std::uint32_t>(cursor.end())});
  }
  return sentences;
}

bool SentenceNames::Sentences::hold(TextField field, std::uint32_t byte) const {
  if (field == TextField::title) return title;
  const auto after =
      std::upper_bound(body.begin(), body.end(), byte,
                       [](std::uint32_t at, const ByteRange& range) { return at < range.begin; });
  return after != body.begin() && byte < std::prev(after)->end;
}

}  // namespace newsdex
