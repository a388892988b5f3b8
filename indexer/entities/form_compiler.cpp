#include "entities/form_compiler.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "entities/field_text.hpp"
#include "entities/letters.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxAcronymLetters = 3;
constexpr std::size_t kMaxListed = 0xFFFF;
constexpr std::size_t kMaxJoined = 4;

// An acronym this short is a common word in other letters: US, WHO, IT.
bool is_short_acronym(const Token& word) {
  return word.all_caps && word.form.size() <= kMaxAcronymLetters;
}

// "t.me", "telegram.org": no capitals, and a full stop within.
bool is_host(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
  return is_plain && text.find('.', 1) < text.size() - 1;
}

// "C++": without its signs it would be any "C".
bool is_letter_with_signs(const FieldText& field) {
  const std::string_view signs = trim_spaces(field.before(1));
  return field.tokens().size() == 1 && is_one_character(field.written(0)) && !signs.empty() &&
         signs.front() != '.';
}

void note_words(std::string_view text, std::span<const Token> words, Form& form) {
  const FieldText field(TextField::body, text, words);
  form.words = static_cast<std::uint8_t>(words.size());
  form.host = is_host(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordBits bit = WordBits{1} << i;
    if (words[i].capitalised) form.capitalised |= bit;
    if (is_short_acronym(words[i])) form.acronym |= bit;
    if (words[i].possessive) form.possessive |= bit;
    const Gap gap = field.gap_before(i + 1);
    if (gap == Gap::dot) form.dotted |= bit;
    if (i + 1 < words.size() && (gap == Gap::comma || gap == Gap::barrier)) form.signs |= bit;
  }
  if (is_letter_with_signs(field)) form.signs |= 1;
}

std::string with_spaces_for_zwnj(std::string_view text) {
  std::string out;
  for (std::size_t zwnj = text.find(kZeroWidthNonJoiner); zwnj != std::string_view::npos;
       zwnj = text.find(kZeroWidthNonJoiner)) {
    out += text.substr(0, zwnj);
    out += ' ';
    text.remove_prefix(zwnj + kZeroWidthNonJoiner.size());
  }
  out += text;
  return out;
}

Form alias_form(const Entity& entity, std::size_t i, std::uint32_t index) {
  const Alias& alias = entity.aliases[i];
  Form form;
  form.entity = index;
  form.kind = i == 0 ? FormKind::name : FormKind::alias;
  form.listed = static_cast<std::uint16_t>(std::min<std::size_t>(i, kMaxListed));
  form.exact_case = alias.exact_case;
  form.needs_context = alias.needs_context;
  form.needs_country = alias.needs_country;
  form.never_alone = alias.never_alone;
  return form;
}

Form generated(Form form) {
  if (form.kind == FormKind::name) form.kind = FormKind::alias;
  form.generated = true;
  return form;
}

std::uint16_t place_in_list(const std::vector<std::string>& list, const std::string& item) {
  const auto place = static_cast<std::size_t>(&item - list.data());
  return static_cast<std::uint16_t>(std::min(place, kMaxListed));
}

// Persian writers put a space, a joiner or nothing between the parts of a name.
std::vector<std::string> with_joined_words(std::string_view text) {
  std::vector<std::string> out;
  if (!is_caseless(text)) return out;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    out.push_back(std::string(text.substr(0, at)) + std::string(text.substr(at + 1)));
    if (out.size() == kMaxJoined) break;
  }
  return out;
}

bool is_initial_at(std::string_view text, std::size_t at) {
  const bool begins_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '.';
  return begins_word && at + 1 < text.size() && text[at] >= 'A' && text[at] <= 'Z' &&
         text[at + 1] == '.';
}

// "J. D. Vance" as "J.D. Vance", and the other way round.
std::string with_initials_joined_by(std::string_view text, std::string_view joint) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_initial_at(text, at)) {
      out += text[at++];
      continue;
    }
    out += text.substr(at, 2);
    at += 2;
    const std::size_t next = at < text.size() && text[at] == ' ' ? at + 1 : at;
    if (!is_initial_at(text, next)) continue;
    out += joint;
    at = next;
  }
  return out;
}

}  // namespace

void FormCompiler::compile(const Entity& entity, std::uint32_t index, const Sink& sink) {
  for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
    const Alias& alias = entity.aliases[i];
    if (!alias.query_only) emit(alias.form, alias_form(entity, i, index), sink);
  }
  Form plain;
  plain.entity = index;
  plain.kind = FormKind::surname;
  for (const std::string& surname : entity.surnames) {
    plain.listed = place_in_list(entity.surnames, surname);
    emit(surname, plain, sink);
  }
  plain = {.entity = index, .kind = FormKind::demonym};
  for (const std::string& demonym : entity.demonyms) emit(demonym, plain, sink);
}

void FormCompiler::generate(const Entity& entity, std::uint32_t index, const Sink& sink) {
  if (entity.type == EntityType::person) generate_person(entity, index, sink);
  if (entity.type == EntityType::platform) generate_platform(entity, index, sink);
}

// Not of one that is called by an ordinary word: with an ending it is many other words.
void FormCompiler::generate_platform(const Entity& platform, std::uint32_t index,
                                     const Sink& sink) {
  if (platform.aliases.front().needs_context) return;
  for (std::size_t i = 0; i < platform.aliases.size(); ++i) {
    const Form form = generated(alias_form(platform, i, index));
    if (platform.aliases[i].query_only || form.needs_evidence()) continue;
    for (const std::string& word : variants_.with_endings(platform.aliases[i].form)) {
      emit(word, form, sink);
    }
  }
}

void FormCompiler::generate_person(const Entity& entity, std::uint32_t index, const Sink& sink) {
  for (std::size_t i = 0; i < entity.aliases.size(); ++i) {
    if (entity.aliases[i].query_only) continue;
    const Form form = generated(alias_form(entity, i, index));
    for (const std::string& variant : variants_.of_name(entity, entity.aliases[i].form)) {
      emit(variant, form, sink);
    }
  }
  Form initials = generated(alias_form(entity, 0, index));
  for (const std::string& short_form : variants_.with_initials(entity)) {
    // Many have one initial and the surname.
    initials.needs_country = std::count(short_form.begin(), short_form.end(), ' ') < 2;
    emit(short_form, initials, sink);
  }
  const Form reordered = generated(alias_form(entity, 0, index));
  for (const std::string& order : variants_.other_orders(entity)) emit(order, reordered, sink);
  Form surname;
  surname.entity = index;
  surname.kind = FormKind::surname;
  for (const std::string& listed : entity.surnames) {
    surname.listed = place_in_list(entity.surnames, listed);
    for (const std::string& variant : variants_.of_surname(entity, listed)) {
      emit(variant, generated(surname), sink);
    }
  }
}

// One form is written in several ways that the analyzer does not bring together. Persian joins the
// parts of a name with a zero-width non-joiner, or a space where that is hard to type: one word and
// two. Initials are set apart or not: "J. D." is two words, "J.D." an abbreviation of one.
void FormCompiler::emit(const std::string& text, Form form, const Sink& sink) {
  emit_spelling(text, form, sink);
  for (const std::string& variant : {with_spaces_for_zwnj(text), with_initials_joined_by(text, ""),
                                     with_initials_joined_by(text, " ")}) {
    if (variant != text) emit_spelling(variant, form, sink);
  }
  for (const std::string& joined : with_joined_words(text)) emit_spelling(joined, form, sink);
}

void FormCompiler::emit_spelling(const std::string& text, Form form, const Sink& sink) {
  analyzer_.analyze(text, {}, words_);
  if (words_.tokens().size() > std::numeric_limits<WordBits>::digits) return;
  note_words(text, words_.tokens(), form);
  sink(text, words_.tokens(), form);
}

}  // namespace newsdex
