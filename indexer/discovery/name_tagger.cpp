#include "newsdex/name_tagger.hpp"

#include <algorithm>
#include <cmath>

#include "discovery/back_references.hpp"
#include "discovery/item_scorer.hpp"
#include "discovery/lattice.hpp"
#include "discovery/name_model.hpp"

namespace newsdex {

using discovery::ArticleContext;
using discovery::LabelledName;
using discovery::NameClass;
using discovery::ScoredName;
using discovery::Segment;

namespace {

std::uint8_t calibrated(double probability, const discovery::Calibration& calibration) {
  constexpr double kLeast = 1e-6;
  const double p = std::clamp(probability, kLeast, 1 - kLeast);
  const double logit = std::log(p / (1 - p));
  const double x =
      static_cast<double>(calibration.slope) * logit + static_cast<double>(calibration.offset);
  return static_cast<std::uint8_t>(std::clamp(std::lround(100 / (1 + std::exp(-x))), 1L, 99L));
}

FoundName found_name(const ArticleContext& context, const ScoredName& scored) {
  const LabelledName& name = scored.name;
  const discovery::TextItem& first = context.text.items[name.begin];
  const discovery::TextItem& last = context.text.items[name.end - 1];
  return {first.field, first.begin, last.end, entity_type(name.name_class), scored.confidence};
}

}  // namespace

struct NameTagger::Parts {
  discovery::NameModel model;
  discovery::NameProbabilities probabilities;

  explicit Parts(std::string_view bytes)
      : model(discovery::open_model(bytes)),
        probabilities(model.header.transitions, model.header.units) {}

  std::vector<ScoredName> label(const ArticleContext& context) const;
};

std::vector<ScoredName> NameTagger::Parts::label(const ArticleContext& context) const {
  std::vector<ScoredName> out;
  std::vector<discovery::LabelScores> scores;
  std::vector<discovery::Label> labels;
  discovery::ViterbiDecoder decoder;
  discovery::NameProbabilities chances = probabilities;
  for (const Segment& segment : context.segments) {
    score_items(context, segment, model, scores);
    labels.resize(scores.size());
    decoder.decode(scores, model.header.transitions, labels);
    const std::vector<LabelledName> names = discovery::names_of(labels);
    if (names.empty()) continue;
    chances.prepare(scores);
    for (LabelledName name : names) {
      const auto& calibration = model.header.calibration[static_cast<std::size_t>(name.name_class)];
      const std::uint8_t confidence = calibrated(chances.probability(name), calibration);
      name.begin += segment.begin;
      name.end += segment.begin;
      out.push_back({name, confidence});
    }
  }
  return out;
}

NameTagger::NameTagger(std::string_view model) : parts_(std::make_unique<Parts>(model)) {}
NameTagger::~NameTagger() = default;

std::vector<FoundName> NameTagger::tag(const AnalyzedArticle& article) const {
  const ArticleContext context(article, parts_->model.lexicon, kMostTokens);
  std::vector<ScoredName> names = parts_->label(context);
  apply_back_references(context, names);
  std::vector<FoundName> out;
  out.reserve(names.size());
  for (const ScoredName& name : names) out.push_back(found_name(context, name));
  return out;
}

}  // namespace newsdex
