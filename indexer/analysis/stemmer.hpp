// Word stems by language.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace newsdex {

/// Snowball's algorithm for a language where there is one (libstemmer), a light suffix stripper for
/// Persian, else the identity. Not to be shared among threads.
class Stemmer {
 public:
  /// `language` is a primary subtag; empty stands for English.
  explicit Stemmer(std::string_view language);

  /// The stem of a case-folded word; never empty unless the word is.
  void stem(std::string_view word, std::string& out);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> snowball_;
  bool persian_ = false;
};

}  // namespace newsdex
