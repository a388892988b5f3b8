#include "training_set.hpp"

#include <algorithm>

#include "discovery/features.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex::training {

using discovery::ArticleContext;
using discovery::Label;

AnalyzedLabels::AnalyzedLabels(const LabelledArticle& article, Analyzer& analyzer)
    : article_(article) {
  analyzer.analyze(article.title, "en", title_);
  analyzer.analyze(article.body, "en", body_);
}

AnalyzedArticle AnalyzedLabels::view() const {
  return {article_.title, title_.tokens(), article_.body, body_.tokens()};
}

std::vector<Label> labels_of(const LabelledArticle& article, const ArticleContext& context) {
  const auto& items = context.text.items;
  std::vector<Label> out(items.size(), discovery::kOutside);
  std::uint32_t at = 0;
  for (const LabelledName& name : article.names) {
    const auto before = [&](const discovery::TextItem& item) {
      return item.field < name.field ||
             (item.field == name.field &&
              (item.end <= name.begin || item.shape == discovery::Shape::mark));
    };
    while (at < items.size() && before(items[at])) ++at;
    std::uint32_t end = at;
    for (std::uint32_t i = at; i < items.size(); ++i) {
      if (items[i].field != name.field || items[i].begin >= name.end) break;
      if (items[i].shape != discovery::Shape::mark) end = i + 1;
    }
    if (end > at) discovery::write_name({at, end, name.name_class}, out);
    at = end;
  }
  return out;
}

namespace {

// Of a name that sticks out of its row nothing is left: the tagger could not find it either.
void drop_broken_names(std::span<Label> labels) {
  std::vector<Label> whole(labels.size(), discovery::kOutside);
  for (const discovery::LabelledName& name : discovery::names_of(labels)) {
    discovery::write_name(name, whole);
  }
  std::copy(whole.begin(), whole.end(), labels.begin());
}

}  // namespace

void TrainingSet::add(const LabelledArticle& article, float weight) {
  const AnalyzedLabels analyzed(article, analyzer_);
  discovery::WordTraitsTable traits(lexicon_);
  ArticleContext context(lexicon_);
  context.read(analyzed.view(), NameTagger::kMostTokens, traits);
  std::vector<Label> labels = labels_of(article, context);
  discovery::SegmentFeatures segment_features;
  discovery::FeatureKeys features;
  for (const discovery::Segment& segment : context.segments) {
    const auto begin = static_cast<std::uint32_t>(labels_.size());
    const std::span row = std::span(labels).subspan(segment.begin, segment.end - segment.begin);
    drop_broken_names(row);
    labels_.insert(labels_.end(), row.begin(), row.end());
    segment_features.look_at(context, segment);
    for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
      segment_features.turn_to(i);
      extract_features(segment_features, features);
      keys_.insert(keys_.end(), features.keys().begin(), features.keys().end());
      begins_.push_back(static_cast<std::uint32_t>(keys_.size()));
    }
    rows_.push_back({begin, static_cast<std::uint32_t>(labels_.size()), weight});
  }
}

void TrainingSet::number_features(std::uint32_t fewest) {
  std::vector<std::uint64_t> sorted = keys_;
  std::sort(sorted.begin(), sorted.end());
  for (auto at = sorted.begin(); at != sorted.end();) {
    const auto next = std::upper_bound(at, sorted.end(), *at);
    if (next - at >= static_cast<std::ptrdiff_t>(fewest)) feature_keys_.push_back(*at);
    at = next;
  }
  std::vector<std::uint32_t> begins{0};
  for (std::size_t item = 0; item + 1 < begins_.size(); ++item) {
    for (std::uint32_t k = begins_[item]; k < begins_[item + 1]; ++k) {
      const auto found = std::lower_bound(feature_keys_.begin(), feature_keys_.end(), keys_[k]);
      if (found == feature_keys_.end() || *found != keys_[k]) continue;
      numbers_.push_back(static_cast<std::uint32_t>(found - feature_keys_.begin()));
    }
    begins.push_back(static_cast<std::uint32_t>(numbers_.size()));
  }
  begins_ = std::move(begins);
  std::vector<std::uint64_t>().swap(keys_);
}

}  // namespace newsdex::training
