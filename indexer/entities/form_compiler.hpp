// The forms of a name list, ready for the automaton. Written variants of a form are made here.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "entities/form.hpp"
#include "entities/spelling_variants.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

class FormCompiler {
 public:
  /// `words` were analysed from `text`; both live until the call returns.
  using Sink =
      std::function<void(std::string_view text, std::span<const Token> words, const Form& form)>;

  explicit FormCompiler(Analyzer& analyzer) : analyzer_(analyzer) {}

  /// Passes on all forms of an entity that text may be tagged with: those for queries only are left
  /// out.
  void compile(const Entity& entity, std::uint32_t index, const Sink& sink);

  /// Passes on what rules make of a person's forms, other spellings and orders, and of a
  /// platform's, Persian endings. They must give way to forms that the list gives to anybody.
  void generate(const Entity& entity, std::uint32_t index, const Sink& sink);

 private:
  void generate_person(const Entity& entity, std::uint32_t index, const Sink& sink);
  void generate_platform(const Entity& platform, std::uint32_t index, const Sink& sink);
  void emit(const std::string& text, Form form, const Sink& sink);
  void emit_spelling(const std::string& text, Form form, const Sink& sink);

  Analyzer& analyzer_;
  SpellingVariants variants_;
  TokenStream words_;
};

}  // namespace newsdex
