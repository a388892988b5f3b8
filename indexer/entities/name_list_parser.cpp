#include "entities/name_list_parser.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "entities/entity_words.hpp"
#include "entities/letters.hpp"
#include "entities/name_list_error.hpp"
#include "entities/nearest_word.hpp"
#include "entities/yaml_reader.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct AliasFlag {
  std::string_view word;
  bool Alias::*member;
};

constexpr std::array kAliasFlags = {
    AliasFlag{"exact-case", &Alias::exact_case},
    AliasFlag{"needs-context", &Alias::needs_context},
    AliasFlag{"needs-country", &Alias::needs_country},
    AliasFlag{"query-only", &Alias::query_only},
    AliasFlag{"never-alone", &Alias::never_alone},
};

constexpr std::array<std::string_view, 2> kGenderWords = {"m", "f"};

constexpr const char* kNoName = "numbers and signs alone name nobody: write a name or remove this";

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    if (u_isalpha(static_cast<UChar32>(point.value)) != 0) return true;
    at += point.length;
  }
  return false;
}

// The row of a table that is called `typed`, or nullptr and the hint that lists what there is.
template <typename Row, std::size_t kRows>
std::pair<const Row*, std::string> row_called(std::string_view typed,
                                              const std::array<Row, kRows>& rows) {
  std::array<std::string_view, kRows> words;
  for (std::size_t i = 0; i < kRows; ++i) {
    if (rows[i].word == typed) return {&rows[i], {}};
    words[i] = rows[i].word;
  }
  return {nullptr, hint_of_words(typed, words)};
}

class NameListParser {
 public:
  NameListParser(const NameListFile& file, Analyzer& analyzer)
      : file_(file), yaml_(file.path), analyzer_(analyzer) {}

  std::vector<NameListEntry> parse() {
    for (const YamlNode& document : yaml_.load(file_.text)) {
      if (document.kind == YamlNode::Kind::null) continue;
      if (document.kind != YamlNode::Kind::sequence) {
        yaml_.fail(document, "a name list is a list of entries",
                   "start each entry with `- name: `");
      }
      for (const YamlNode& node : document.children) entries_.push_back(entry(node));
    }
    return std::move(entries_);
  }

 private:
  // How the value of a key goes into an entry, or into an office.
  template <typename Target>
  struct Key {
    std::string_view word;
    void (NameListParser::*read)(const YamlNode& value, Target& target);
  };
  static const std::array<Key<NameListEntry>, 12> kEntryKeys;
  static const std::array<Key<Office>, 5> kOfficeKeys;

  template <typename Target, std::size_t kRows>
  void read_map(const YamlNode& node, std::string_view what,
                const std::array<Key<Target>, kRows>& keys, Target& target) {
    yaml_.each_pair(node, what, [&](const YamlNode& name, const YamlNode& value) {
      const auto [key, hint] = row_called(name.scalar, keys);
      if (key == nullptr) {
        yaml_.fail(name, fmt::format("unknown key {}", quoted(name.scalar)), hint);
      }
      (this->*key->read)(value, target);
    });
  }

  NameListEntry entry(const YamlNode& node) {
    NameListEntry out;
    out.file = file_.path;
    out.line = node.line;
    has_kind_ = false;
    read_map(node, "an entry", kEntryKeys, out);
    if (out.name.empty()) yaml_.fail(node, "entry without a name", "add `name: `");
    if (!has_kind_) {
      yaml_.fail(node, fmt::format("{} has no kind", quoted(out.name)),
                 hint_of_words({}, kEntityTypeWords));
    }
    return out;
  }

  void read_name(const YamlNode& value, NameListEntry& entry) { entry.name = form(value, "name"); }

  void read_kind(const YamlNode& value, NameListEntry& entry) {
    const std::string word = yaml_.text(value, "kind");
    const auto* const found = std::find(kEntityTypeWords.begin(), kEntityTypeWords.end(), word);
    if (found == kEntityTypeWords.end()) {
      yaml_.fail(value, fmt::format("unknown kind {}", quoted(word)),
                 hint_of_words(word, kEntityTypeWords));
    }
    entry.type = static_cast<EntityType>(found - kEntityTypeWords.begin());
    has_kind_ = true;
  }

  void read_country(const YamlNode& value, NameListEntry& entry) {
    entry.country = form(value, "country");
    entry.country_line = value.line;
  }

  void read_gender(const YamlNode& value, NameListEntry& entry) {
    const std::string word = yaml_.text(value, "gender");
    if (std::find(kGenderWords.begin(), kGenderWords.end(), word) == kGenderWords.end()) {
      yaml_.fail(value, fmt::format("unknown gender {}", quoted(word)),
                 hint_of_words(word, kGenderWords));
    }
    entry.gender = word;
  }

  void read_name_flags(const YamlNode& value, NameListEntry& entry) {
    entry.name_flags.emplace();
    read_flags(value, *entry.name_flags);
  }

  void read_aliases(const YamlNode& value, NameListEntry& entry) {
    YamlReader::each(value, [&](const YamlNode& node) { entry.aliases.push_back(alias(node)); });
  }

  void read_surnames(const YamlNode& value, NameListEntry& entry) {
    read_forms(value, "surname", entry.surnames.emplace());
  }

  void read_further_surnames(const YamlNode& value, NameListEntry& entry) {
    read_forms(value, "surname-persian", entry.further_surnames);
  }

  void read_context(const YamlNode& value, NameListEntry& entry) {
    read_forms(value, "context", entry.context);
  }

  void read_demonyms(const YamlNode& value, NameListEntry& entry) {
    read_forms(value, "demonyms", entry.demonyms);
  }

  void read_offices(const YamlNode& value, NameListEntry& entry) {
    YamlReader::each(value, [&](const YamlNode& node) {
      Office office;
      read_map(node, "an office", kOfficeKeys, office);
      const bool backwards =
          office.from && office.to && first_day(*office.from) > last_day(*office.to);
      if (backwards) {
        yaml_.fail(node,
                   fmt::format("the office ends ({}) before it begins ({})", to_string(*office.to),
                               to_string(*office.from)),
                   "exchange `from` and `to`, or correct one of them");
      }
      entry.offices.push_back(std::move(office));
    });
  }

  void read_title(const YamlNode& value, Office& office) {
    office.title = yaml_.text(value, "title");
  }
  void read_role(const YamlNode& value, Office& office) { office.role = yaml_.text(value, "role"); }
  void read_of(const YamlNode& value, Office& office) { office.of = yaml_.text(value, "of"); }
  void read_from(const YamlNode& value, Office& office) { office.from = date(value, "from"); }
  void read_to(const YamlNode& value, Office& office) { office.to = date(value, "to"); }

  // An alias is a text, or a map of a text and its flags.
  Alias alias(const YamlNode& node) {
    Alias out;
    if (node.kind != YamlNode::Kind::map) {
      out.form = form(node, "alias");
      return out;
    }
    yaml_.each_pair(node, "an alias", [&](const YamlNode& name, const YamlNode& value) {
      if (name.scalar == "form") {
        out.form = form(value, "form");
      } else if (name.scalar == "flags") {
        read_flags(value, out);
      } else {
        constexpr std::array<std::string_view, 2> kWords = {"form", "flags"};
        yaml_.fail(name, fmt::format("unknown key {}", quoted(name.scalar)),
                   hint_of_words(name.scalar, kWords));
      }
    });
    if (out.form.empty()) yaml_.fail(node, "alias without a form", "add `form: `");
    return out;
  }

  void read_flags(const YamlNode& value, Alias& alias) {
    YamlReader::each(value, [&](const YamlNode& node) {
      const std::string word = yaml_.text(node, "flags");
      const auto [flag, hint] = row_called(word, kAliasFlags);
      if (flag == nullptr) yaml_.fail(node, fmt::format("unknown flag {}", quoted(word)), hint);
      alias.*flag->member = true;
    });
  }

  void read_forms(const YamlNode& value, std::string_view what, std::vector<std::string>& out) {
    YamlReader::each(value, [&](const YamlNode& node) { out.push_back(form(node, what)); });
  }

  std::string form(const YamlNode& node, std::string_view what) {
    std::string text = yaml_.text(node, what);
    if (++forms_ > kMaxFormsOfFile) {
      yaml_.fail(node, fmt::format("more than {} names in a file", kMaxFormsOfFile));
    }
    if (text.size() > kMaxNameBytes) {
      yaml_.fail(node,
                 fmt::format("{} {} is longer than {} bytes", what, quoted(text), kMaxNameBytes));
    }
    analyzer_.analyze(text, {}, words_);
    if (words_.tokens().empty()) {
      yaml_.fail(node, fmt::format("{} {} has no letter or digit", what, quoted(text)), kNoName);
    }
    if (std::none_of(words_.tokens().begin(), words_.tokens().end(),
                     [](const Token& word) { return has_letter(word.form); })) {
      yaml_.fail(node, fmt::format("{} {} has no letter", what, quoted(text)), kNoName);
    }
    const Token& word = words_.tokens().front();
    if (words_.tokens().size() == 1 && word.begin > 0 && is_one_character(word.form)) {
      yaml_.fail(node, fmt::format("{} {} is one letter behind signs", what, quoted(text)),
                 "signs before a letter are not looked at: write more letters or remove this");
    }
    if (words_.tokens().size() > kMaxNameWords) {
      yaml_.fail(node,
                 fmt::format("{} {} has more than {} words", what, quoted(text), kMaxNameWords));
    }
    return text;
  }

  PartialDate date(const YamlNode& node, std::string_view what) {
    const std::string text = yaml_.text(node, what);
    const std::optional<PartialDate> date = parse_date(text);
    if (!date) {
      yaml_.fail(node, fmt::format("`{}`: {} is not a date", what, quoted(text)),
                 "write 2018-04-30, 2018-04 or 2018");
    }
    return *date;
  }

  const NameListFile& file_;
  YamlReader yaml_;
  Analyzer& analyzer_;
  TokenStream words_;
  std::vector<NameListEntry> entries_;
  std::size_t forms_ = 0;
  bool has_kind_ = false;
};

const std::array<NameListParser::Key<NameListEntry>, 12> NameListParser::kEntryKeys = {{
    {"name", &NameListParser::read_name},
    {"kind", &NameListParser::read_kind},
    {"country", &NameListParser::read_country},
    {"gender", &NameListParser::read_gender},
    {"name-flags", &NameListParser::read_name_flags},
    {"aliases", &NameListParser::read_aliases},
    {"surname", &NameListParser::read_surnames},
    {"persian", &NameListParser::read_aliases},
    {"surname-persian", &NameListParser::read_further_surnames},
    {"offices", &NameListParser::read_offices},
    {"context", &NameListParser::read_context},
    {"demonyms", &NameListParser::read_demonyms},
}};

const std::array<NameListParser::Key<Office>, 5> NameListParser::kOfficeKeys = {{
    {"title", &NameListParser::read_title},
    {"role", &NameListParser::read_role},
    {"of", &NameListParser::read_of},
    {"from", &NameListParser::read_from},
    {"to", &NameListParser::read_to},
}};

}  // namespace

std::vector<NameListEntry> parse_name_list(const NameListFile& file, Analyzer& analyzer) {
  return NameListParser(file, analyzer).parse();
}

}  // namespace newsdex
