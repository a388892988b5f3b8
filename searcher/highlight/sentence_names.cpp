#include "highlight/sentence_names.hpp"

#include <algorithm>

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

bool SentenceNames::any_names_all(const StoredArticle& stored, std::size_t groups) {
  std::size_t together = 0;
  std::uint32_t sentence = UINT32_MAX;
  for (const Named& named : find(stored)) {
    together = named.sentence == sentence ? together + 1 : 1;
    sentence = named.sentence;
    if (together == groups) return true;
  }
  return false;
}

}  // namespace newsdex
