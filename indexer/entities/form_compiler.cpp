#include "entities/form_compiler.hpp"

#include <limits>

#include "entities/field_text.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kZwnj = "\u200C";
constexpr std::size_t kMaxAcronymLetters = 3;

// An acronym this short is a common word in other letters: US, WHO, IT.
bool is_short_acronym(const Token& word) {
  return word.all_caps && word.form.size() <= kMaxAcronymLetters;
}

void note_words(std::string_view text, std::span<const Token> words, Form& form) {
  const FieldText field(TextField::body, text, words);
  form.words = static_cast<std::uint8_t>(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordBits bit = WordBits{1} << i;
    if (words[i].capitalised) form.capitalised |= bit;
    if (is_short_acronym(words[i])) form.acronym |= bit;
    if (words[i].possessive) form.possessive |= bit;
    const Gap gap = field.gap_before(i + 1);
    if (gap == Gap::dot) form.dotted |= bit;
    if (i + 1 < words.size() && (gap == Gap::comma || gap == Gap::barrier)) form.signs |= bit;
  }
}

std::string with_spaces_for_zwnj(std::string_view text) {
  std::string out;
  for (std::size_t zwnj = text.find(kZwnj); zwnj != std::string_view::npos;
       zwnj = text.find(kZwnj)) {
    out += text.substr(0, zwnj);
    out += ' ';
    text.remove_prefix(zwnj + kZwnj.size());
  }
  out += text;
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
  for (const Alias& alias : entity.aliases) {
    if (alias.query_only) continue;
    Form form;
    form.entity = index;
    form.kind = &alias == entity.aliases.data() ? FormKind::name : FormKind::alias;
    form.exact_case = alias.exact_case;
    form.needs_context = alias.needs_context;
    form.needs_country = alias.needs_country;
    form.never_alone = alias.never_alone;
    emit(alias.form, form, sink);
  }
  Form plain;
  plain.entity = index;
  plain.kind = FormKind::surname;
  for (const std::string& surname : entity.surnames) emit(surname, plain, sink);
  plain.kind = FormKind::demonym;
  for (const std::string& demonym : entity.demonyms) emit(demonym, plain, sink);
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
}

void FormCompiler::emit_spelling(const std::string& text, Form form, const Sink& sink) {
  analyzer_.analyze(text, {}, words_);
  if (words_.tokens().size() > std::numeric_limits<WordBits>::digits) return;
  note_words(text, words_.tokens(), form);
  sink(text, words_.tokens(), form);
}

}  // namespace newsdex
