// Recognition as text, for tables: "[Rohani=Hassan Rouhani@alias] spoke".
#pragma once

#include <string>
#include <string_view>

#include "newsdex/analyzer.hpp"
#include "newsdex/date.hpp"
#include "newsdex/entity_recognizer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex::testing {

struct Case {
  std::string_view text;
  std::string_view expected;
};

inline Gazetteer gazetteer_of(std::string_view yaml) {
  const NameListFile file{"list.yaml", std::string(yaml)};
  return Gazetteer::parse({&file, 1});
}

/// A name list with all that recognition needs.
class Tagger {
 public:
  explicit Tagger(Gazetteer gazetteer)
      : gazetteer_(std::move(gazetteer)), recognizer_(gazetteer_) {}
  explicit Tagger(std::string_view yaml) : Tagger(gazetteer_of(yaml)) {}

  const Gazetteer& gazetteer() const { return gazetteer_; }

  /// An article's date of publication, from now on.
  void publish(std::string_view date) { published_ = parse_date(date).value(); }

  Recognition recognize(std::string_view title, std::string_view body) {
    analyzer_.analyze(title, "en", title_tokens_);
    analyzer_.analyze(body, "en", body_tokens_);
    return recognizer_.recognize({title, title_tokens_.tokens(), body, body_tokens_.tokens()}, true,
                                 published_);
  }

  /// The body with its mentions marked.
  std::string mark(std::string_view body) {
    return marked(body, TextField::body, recognize({}, body));
  }

  std::string mark_title(std::string_view title, std::string_view body) {
    return marked(title, TextField::title, recognize(title, body));
  }

  /// What was turned down: "Gap: no cue word near", a line each.
  std::string rejections(std::string_view body) {
    std::string out;
    for (const RejectedMention& r : recognize({}, body).rejected) {
      if (!out.empty()) out += '\n';
      out += std::string(body.substr(r.begin, r.end - r.begin)) + ": " + r.reason;
    }
    return out;
  }

 private:
  std::string marked(std::string_view text, TextField field, const Recognition& found) const {
    std::string out;
    std::size_t at = 0;
    for (const Mention& m : found.mentions) {
      if (m.field != field) continue;
      out += text.substr(at, m.begin - at);
      out += '[';
      out += text.substr(m.begin, m.end - m.begin);
      out += '=' + gazetteer_.entities()[m.entity].name + '@';
      out += to_string(m.rule);
      out += ']';
      at = m.end;
    }
    out += text.substr(at);
    return out;
  }

  Gazetteer gazetteer_;
  EntityRecognizer recognizer_;
  PartialDate published_;
  Analyzer analyzer_;
  TokenStream title_tokens_;
  TokenStream body_tokens_;
};

}  // namespace newsdex::testing
