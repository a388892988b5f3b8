// How sure the tagger may be of what it finds.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "discovery/name_model.hpp"
#include "labelled_article.hpp"

namespace newsdex::training {

/// What the tagger said of a name, and whether the name was there.
struct Judgement {
  double logit = 0;  // of the probability it gave
  bool right = false;
};

/// The slope and offset that make the judgements most likely, by Newton's method (Platt 1999, with
/// his targets: short of 0 and 1 by what so few judgements leave open).
discovery::Calibration fit_calibration(std::span<const Judgement> judgements);

/// By class, from articles that `model`, which must be uncalibrated, was not trained on. A class of
/// which too little is found keeps the model's probabilities.
std::array<discovery::Calibration, discovery::kNameClasses> calibrate(
    std::string_view model, std::span<const LabelledArticle* const> articles);

}  // namespace newsdex::training
