#include "entities/token_automaton.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "entities/field_text.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kFirstEdges = 64;
constexpr std::size_t kMaxFilterBits = std::size_t{1} << 31;

std::uint64_t edge_key(TokenAutomaton::Node from, WordId word) {
  return std::uint64_t{from} << 32 | word;
}

// Fibonacci hashing (Knuth, TAOCP 6.4): the high bits of the product are well mixed.
std::size_t edge_hash(std::uint64_t key) {
  const std::uint64_t mixed = key * 0x9E3779B97F4A7C15;
  return static_cast<std::size_t>(mixed ^ mixed >> 32);
}

std::string spelling_of(std::string_view text, std::span<const Token> words) {
  const FieldText field(TextField::body, text, words);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += field.written(i);
    out += '\0';
    out += trim_spaces(field.before(i + 1));
    out += '\0';
  }
  return out;
}

// The order of the forms of a node.
auto rank(const Form& form) {
  const int kind = form.kind == FormKind::surname ? 2 : form.kind == FormKind::demonym ? 1 : 0;
  return std::tuple(kind, form.needs_evidence(), form.entity, form.kind);
}

}  // namespace

TokenAutomaton::TokenAutomaton() : edges_(kFirstEdges) {}

TokenAutomaton::Node TokenAutomaton::add(std::string_view text, std::span<const Token> words,
                                         Form form) {
  if (words.empty()) return kRoot;
  if (form.has_spelling()) {
    form.spelling = static_cast<std::uint32_t>(spellings_.size());
    spellings_.push_back(spelling_of(text, words));
  }
  const WordId first = words_.add(words.front().form);
  if (first >= starts_in_lower_case_.size()) starts_in_lower_case_.resize(first + std::size_t{1});
  if ((form.capitalised & 1U) == 0) starts_in_lower_case_[first] = true;
  Node node = kRoot;
  for (const Token& word : words) node = add_step(node, words_.add(word.form));
  endings_.push_back({node, form});
  return node;
}

TokenAutomaton::Node TokenAutomaton::add_step(Node from, WordId word) {
  if (from == kRoot) {
    if (word >= starts_.size()) starts_.resize(word + std::size_t{1}, kRoot);
    if (starts_[word] == kRoot) starts_[word] = nodes_++;
    return starts_[word];
  }
  const std::uint64_t key = edge_key(from, word);
  const std::size_t at = edge_slot(key);
  if (edges_[at].to != kRoot) return edges_[at].to;
  const Node to = nodes_++;
  edges_[at] = {key, to};
  if (from >= goes_on_.size()) goes_on_.resize(from + std::size_t{1});
  goes_on_[from] = true;
  if (++edge_count_ * 2 > edges_.size()) grow_edges();
  return to;
}

// The slot that holds the edge, or the empty one where it belongs.
std::size_t TokenAutomaton::edge_slot(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = edge_hash(key) & mask;
  while (edges_[at].to != kRoot && edges_[at].key != key) at = (at + 1) & mask;
  return at;
}

void TokenAutomaton::grow_edges() {
  std::vector<Edge> old(edges_.size() * 2);
  edges_.swap(old);
  for (const Edge& edge : old) {
    if (edge.to != kRoot) edges_[edge_slot(edge.key)] = edge;
  }
}

void TokenAutomaton::freeze() {
  std::stable_sort(endings_.begin(), endings_.end(), [](const Ending& a, const Ending& b) {
    return a.node != b.node ? a.node < b.node : rank(a.form) < rank(b.form);
  });
  fill_filters();
  goes_on_.resize(nodes_, false);
  form_begins_.assign(std::size_t{nodes_} + 1, 0);
  surname_begins_.assign(nodes_, 0);
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(endings_.size());
  for (Node node = 0; node < nodes_; ++node) {
    form_begins_[node] = at;
    const auto is_here = [&] { return at < size && endings_[at].node == node; };
    while (is_here() && endings_[at].form.kind != FormKind::surname) ++at;
    surname_begins_[node] = at;
    while (is_here()) ++at;
  }
  form_begins_[nodes_] = at;
  forms_.reserve(endings_.size());
  for (const Ending& ending : endings_) forms_.push_back(ending.form);
  endings_ = {};
}

void TokenAutomaton::fill_filters() {
  starts_.resize(words_.size(), kRoot);
  starts_in_lower_case_.resize(words_.size(), false);
  all_starts_.reserve(words_.size());
  lower_case_starts_.reserve(words_.size());
  for (WordId id = 0; id < words_.size(); ++id) {
    const std::uint32_t hash = hash_of_form(words_.word(id));
    if (starts_[id] != kRoot) all_starts_.add(hash);
    if (starts_in_lower_case_[id]) lower_case_starts_.add(hash);
  }
}

// Sixteen bits a word let one other word in sixteen through at most.
void TokenAutomaton::WordFilter::reserve(std::size_t words) {
  const std::size_t bits = std::clamp<std::size_t>(std::bit_ceil(words * 16), 2, kMaxFilterBits);
  bits_.assign(bits, false);
  shift_ = 32 - static_cast<unsigned>(std::countr_zero(bits));
}

TokenAutomaton::Node TokenAutomaton::start_at(std::string_view word, std::uint32_t hash) const {
  const WordId id = words_.find(word, hash);
  return id == kNoWord ? kRoot : starts_[id];
}

TokenAutomaton::Node TokenAutomaton::step(Node from, std::string_view word,
                                          std::uint32_t hash) const {
  const WordId id = words_.find(word, hash);
  return id == kNoWord ? kRoot : edges_[edge_slot(edge_key(from, id))].to;
}

TokenAutomaton::Node TokenAutomaton::start(std::string_view word) const {
  const std::uint32_t hash = hash_of_form(word);
  return lower_case_starts_.may_have(hash) ? start_at(word, hash) : kRoot;
}

TokenAutomaton::Node TokenAutomaton::step(Node from, std::string_view word) const {
  return goes_on_[from] ? step(from, word, hash_of_form(word)) : kRoot;
}

std::span<const Form> TokenAutomaton::names(Node node) const {
  return std::span(forms_).subspan(form_begins_[node], surname_begins_[node] - form_begins_[node]);
}

std::span<const Form> TokenAutomaton::surnames(Node node) const {
  return std::span(forms_).subspan(surname_begins_[node],
                                   form_begins_[node + 1] - surname_begins_[node]);
}

}  // namespace newsdex
