#include "lexicon_builder.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

#include "newsdex/error.hpp"
#include "table_packing.hpp"

namespace newsdex::training {
namespace {

using discovery::ClusterRow;
using discovery::NameRow;

struct KindName {
  std::string_view name;
  std::uint8_t kind;
};
constexpr std::array<KindName, 9> kKindNames = {{{"given", discovery::kGivenName},
                                                 {"surname", discovery::kSurname},
                                                 {"human", discovery::kSurname},
                                                 {"place", discovery::kPlaceName},
                                                 {"country", discovery::kCountryName},
                                                 {"demonym", discovery::kDemonym},
                                                 {"organisation", discovery::kOrganisationName},
                                                 {"person", discovery::kPersonName},
                                                 {"title", discovery::kTitleWord}}};

// Share of a table's rows that are in use.
constexpr double kFill = 0.8;

std::ifstream open_list(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::io, "cannot read " + path);
  return file;
}

unsigned number_of(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Keys in order, so that the table does not depend on the map's.
template <class Value>
std::vector<std::uint64_t> sorted_keys(const std::unordered_map<std::uint64_t, Value>& map) {
  std::vector<std::uint64_t> keys;
  keys.reserve(map.size());
  for (const auto& [key, value] : map) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

void LexiconBuilder::read_clusters(const std::string& path) {
  std::ifstream file = open_list(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.rfind('\t');
    if (first == std::string::npos || second == first) continue;
    const std::string_view word = std::string_view(line).substr(0, first);
    analyzer_.analyze(word, "en", tokens_);
    if (tokens_.tokens().size() != 1) continue;
    const Token& token = tokens_.tokens().front();
    const unsigned coarse = number_of(std::string_view(line).substr(first + 1));
    const unsigned fine = number_of(std::string_view(line).substr(second + 1));
    FormClusters& known = clusters_[discovery::hash_text(token.form)];
    std::uint16_t& clusters = token.capitalised ? known.capitalised : known.lower;
    if (clusters == 0) clusters = discovery::pack_clusters(coarse % 64, fine % 512);
  }
}

void LexiconBuilder::read_names(const std::string& path) {
  std::ifstream file = open_list(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line.starts_with('#')) continue;
    const std::string_view kind = std::string_view(line).substr(0, tab);
    for (const KindName& known : kKindNames) {
      if (known.name == kind) add_name(known.kind, std::string_view(line).substr(tab + 1));
    }
  }
}

void LexiconBuilder::add_name(std::uint8_t kind, std::string_view name) {
  analyzer_.analyze(name, "en", tokens_);
  std::uint64_t key = 0;
  const auto tokens = tokens_.tokens();
  const bool large_list = kind == discovery::kSurname || kind == discovery::kPlaceName;
  if (large_list && tokens.size() == 1 && is_common_word(tokens.front())) return;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    key = discovery::name_key(key, discovery::hash_text(tokens[i].form));
    Name& known = names_[key];
    if (i + 1 < tokens.size()) {
      known.goes_on = true;
    } else {
      known.kinds = static_cast<std::uint8_t>(known.kinds | kind);
    }
  }
}

bool LexiconBuilder::is_common_word(const Token& token) const {
  const auto found = clusters_.find(discovery::hash_text(token.form));
  return found != clusters_.end() && found->second.lower != 0;
}

std::vector<ClusterRow> LexiconBuilder::pack_clusters() const {
  std::vector<ClusterRow> rows(table_size(clusters_.size(), kFill));
  for (const std::uint64_t hash : sorted_keys(clusters_)) {
    const std::uint64_t key = discovery::cluster_key(hash);
    ClusterRow* row = discovery::find_place(std::span(rows), key);
    if (row == nullptr || !row->empty()) continue;
    const FormClusters& clusters = clusters_.at(hash);
    *row = {discovery::short_fingerprint(key), clusters.capitalised, clusters.lower};
  }
  return rows;
}

std::vector<NameRow> LexiconBuilder::pack_names() const {
  std::vector<NameRow> rows(table_size(names_.size(), kFill));
  for (const std::uint64_t key : sorted_keys(names_)) {
    NameRow* row = discovery::find_place(std::span(rows), key);
    if (row == nullptr) continue;
    const Name& name = names_.at(key);
    row->bits |= NameRow::fingerprint(key) << 9 | (name.goes_on ? 0x100U : 0U) | name.kinds;
  }
  return rows;
}

}  // namespace newsdex::training
