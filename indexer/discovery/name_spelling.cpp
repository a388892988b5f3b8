#include "discovery/name_spelling.hpp"

#include <algorithm>

namespace newsdex::discovery {
namespace {

// Acronyms among words of a headline are not longer.
constexpr std::size_t kLongestAcronym = 3;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string capitalised(std::string_view form) {
  std::string out(form);
  if (!out.empty()) out[0] = upper(out[0]);
  if (form.starts_with("mc") && form.size() > 3) out[2] = upper(out[2]);
  return out;
}

bool is_in_capitals(const NameTokens& words, EntityType type) {
  const bool all = std::all_of(words.tokens.begin(), words.tokens.end(), [](const Token& token) {
    return token.all_caps || token.form.size() == 1;
  });
  return all && (type == EntityType::person || words.tokens.size() > 1);
}

// "Adaeze OKONKWO": agencies and French papers write so; shorter words may be initials.
bool is_surname_in_capitals(const Token& token, std::string_view written, EntityType type) {
  return type == EntityType::person && token.all_caps && token.form.size() > kLongestAcronym &&
         written.find('.') == std::string_view::npos;
}

std::string spelled_word(const NameTokens& words, std::size_t i, bool in_capitals,
                         EntityType type) {
  const Token& token = words.tokens[i];
  const std::string_view written = words.written(i);
  const bool acronym = type != EntityType::person && token.form.size() <= kLongestAcronym;
  if (in_capitals && token.all_caps && !acronym) return capitalised(token.form);
  if (is_surname_in_capitals(token, written, type)) return capitalised(token.form);
  if (is_ascii(written) || !is_ascii(token.form)) return std::string(written);
  return token.all_caps && token.form.size() <= kLongestAcronym ? std::string(written)
         : token.capitalised                                    ? capitalised(token.form)
                                                                : std::string(token.form);
}

// What joins a word to the one before it.
std::string_view joint(const NameTokens& words, std::size_t i) {
  const std::uint32_t begin = words.tokens[i - 1].end;
  const std::string_view gap = words.text.substr(begin, words.tokens[i].begin - begin);
  if (gap == "-" || gap == "\u2010" || gap == "\u2011") return "-";
  const bool initial = words.tokens[i - 1].form.size() == 1 ||
                       words.written(i - 1).find('.') != std::string_view::npos;
  if (initial && gap.starts_with('.')) return ". ";
  if (gap.find('&') != std::string_view::npos) return " & ";
  return words.tokens[i - 1].possessive ? "'s " : " ";
}

}  // namespace

std::string spelled_name(const NameTokens& words, EntityType type) {
  const bool in_capitals = is_in_capitals(words, type);
  std::string out;
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (i > 0) out += joint(words, i);
    out += spelled_word(words, i, in_capitals, type);
  }
  return out;
}

std::string name_slug(std::span<const Token> tokens) {
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += '-';
    out += token.form;
  }
  return out;
}

}  // namespace newsdex::discovery
