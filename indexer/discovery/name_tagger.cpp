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

// Segments are scored some at a time.
constexpr std::size_t kSegmentsAtATime = 16;

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

  explicit Parts(std::string_view bytes) : model(discovery::open_model(bytes)) {}
};

struct NameTaggerWorkspace::Parts {
  discovery::NameModel model;
  discovery::WordTraitsTable traits;
  ArticleContext context;
  discovery::ItemScorer scorer;
  discovery::ViterbiDecoder decoder;
  discovery::NameProbabilities chances;
  std::vector<discovery::LabelScores> scores;
  std::vector<discovery::Label> labels;

  explicit Parts(const discovery::NameModel& opened)
      : model(opened),
        traits(model.lexicon),
        context(model.lexicon),
        scorer(model.weights),
        decoder(model.header.transitions),
        chances(model.header.transitions, model.header.units) {}

  std::vector<ScoredName> label();
  void label(const Segment& segment, std::span<const discovery::LabelScores> item_scores,
             std::vector<ScoredName>& out);
};

std::vector<ScoredName> NameTaggerWorkspace::Parts::label() {
  std::vector<ScoredName> out;
  for (std::span<const Segment> rest(context.segments); !rest.empty();) {
    const std::span<const Segment> batch = rest.first(std::min(rest.size(), kSegmentsAtATime));
    rest = rest.subspan(batch.size());
    scorer.score(context, batch, scores);
    std::span<const discovery::LabelScores> unlabelled(scores);
    for (const Segment& segment : batch) {
      const std::size_t size = segment.end - segment.begin;
      label(segment, unlabelled.first(size), out);
      unlabelled = unlabelled.subspan(size);
    }
  }
  return out;
}

void NameTaggerWorkspace::Parts::label(const Segment& segment,
                                       std::span<const discovery::LabelScores> item_scores,
                                       std::vector<ScoredName>& out) {
  labels.resize(item_scores.size());
  decoder.decode(item_scores, labels);
  if (std::all_of(labels.begin(), labels.end(),
                  [](discovery::Label label) { return label == discovery::kOutside; })) {
    return;
  }
  chances.prepare(item_scores);
  for (LabelledName name : discovery::names_of(labels)) {
    const auto& calibration = model.header.calibration[static_cast<std::size_t>(name.name_class)];
    const std::uint8_t confidence = calibrated(chances.probability(name), calibration);
    name.begin += segment.begin;
    name.end += segment.begin;
    out.push_back({name, confidence});
  }
}

NameTaggerWorkspace::NameTaggerWorkspace(const NameTagger& tagger)
    : parts_(std::make_unique<Parts>(tagger.parts_->model)) {}
NameTaggerWorkspace::~NameTaggerWorkspace() = default;

std::vector<FoundName> NameTaggerWorkspace::tag(const AnalyzedArticle& article) {
  parts_->context.read(article, NameTagger::kMostTokens, parts_->traits);
  std::vector<ScoredName> names = parts_->label();
  apply_back_references(parts_->context, names);
  std::vector<FoundName> out;
  out.reserve(names.size());
  for (const ScoredName& name : names) out.push_back(found_name(parts_->context, name));
  return out;
}

NameTagger::NameTagger(std::string_view model) : parts_(std::make_unique<Parts>(model)) {}
NameTagger::~NameTagger() = default;

std::vector<FoundName> NameTagger::tag(const AnalyzedArticle& article) const {
  return NameTaggerWorkspace(*this).tag(article);
}

}  // namespace newsdex
