#include "indexing/term_collector.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "newsdex/schema.hpp"

namespace newsdex {
TermCollector::TermCollector() : words_(kWords) {}

void TermCollector::begin_segment(TermTable& terms) {
  terms_ = &terms;
  std::fill(words_.begin(), words_.end(), Word{});
  places_.clear();
  article_ = 1;
}

void TermCollector::add_words(std::span<const Token> tokens, std::uint32_t first) {
  std::array<WordTerms, kBatch> terms;
  for (std::span<const Token> rest = tokens; !rest.empty();) {
    const std::span<const Token> batch = rest.first(std::min(rest.size(), kBatch));
    rest = rest.subspan(batch.size());
    announce(batch);
    look_up(batch, terms);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const auto [stem, form] = terms[i];
      ++found_[index_of(stem)].count;
      const std::uint32_t place = index_of(form);
      if (form != stem) ++found_[place].count;
      ++found_[place].positions;
      hits_.push_back({place, first + batch[i].position});
    }
  }
}

void TermCollector::announce(std::span<const Token> batch) {
  for (const Token& token : batch) __builtin_prefetch(&entry_of(token));
}

void TermCollector::look_up(std::span<const Token> batch, std::span<WordTerms> terms) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Word& known = word(batch[i]);
    terms[i] = {known.stem, known.form};
    for (const std::uint32_t term : {known.stem, known.form}) {
      if (term < places_.size()) __builtin_prefetch(&places_[term]);
    }
  }
}

void TermCollector::add_title_word(const Token& token) {
  Word& known = word(token);
  if (known.title == kNotAsked) {
    name_.clear();
    name_ += spec(Field::title).prefix;
    name_ += token.stem;
    known.title = terms_->number(name_);
  }
  ++found_[index_of(known.title)].count;
}

void TermCollector::add_label(std::string_view term) {
  index_of(terms_->number(term));
}

TermCollector::Word& TermCollector::word(const Token& token) {
  Word& known = entry_of(token);
  if (token.word == 0 || known.number != token.word) resolve(token, known);
  return known;
}

void TermCollector::resolve(const Token& token, Word& word) {
  word = {token.word, terms_->number(token.stem), 0, kNotAsked};
  word.form = word.stem;
  if (token.form == token.stem) return;
  name_.clear();
  name_ += kFormPrefix;
  name_ += token.stem;
  name_ += kFormSeparator;
  name_ += token.form;
  word.form = terms_->number(name_);
}

std::uint32_t TermCollector::index_of(std::uint32_t term) {
  if (term >= places_.size()) places_.resize(std::max<std::size_t>(terms_->size(), term + 1));
  Place& place = places_[term];
  if (place.article != article_) {
    place = {article_, static_cast<std::uint32_t>(found_.size())};
    found_.push_back({term, 0, 0});
  }
  return place.index;
}

std::vector<std::uint32_t> TermCollector::sorted_positions() const {
  std::vector<std::uint32_t> next;
  next.reserve(found_.size());
  std::uint32_t begin = 0;
  for (const DocumentTerm& term : found_)
    next.push_back(std::exchange(begin, begin + term.positions));
  std::vector<std::uint32_t> positions(hits_.size());
  for (const Hit& hit : hits_) positions[next[hit.index]++] = hit.position;
  return positions;
}

DocumentTerms TermCollector::take() {
  DocumentTerms taken = {{}, sorted_positions()};
  taken.terms = std::exchange(found_, {});
  found_.reserve(taken.terms.size());
  hits_.clear();
  ++article_;
  return taken;
}

}  // namespace newsdex
