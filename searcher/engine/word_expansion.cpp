#include "engine/word_expansion.hpp"

#include <map>
#include <optional>
#include <set>

#include "analysis/terms.hpp"
#include "engine/form_pattern.hpp"
#include "newsdex/query.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kTermsPerCheck = 4096;
constexpr std::string_view kAfterCapitals = "[";  // terms that begin with none are stems

bool is_stem(std::string_view term) {
  return term.front() < 'A' || term.front() > 'Z';
}

// A term with kFormPrefix as stem and form; nothing for a damaged one.
std::optional<FoundForm> split_form_term(std::string_view term) {
  const std::size_t separator = term.find(kFormSeparator);
  if (separator == std::string_view::npos) return std::nullopt;
  return FoundForm{term.substr(separator + 1),
                   term.substr(kFormPrefix.size(), separator - kFormPrefix.size()), term};
}

// A walk through the terms of one segment that looks at the clock now and then.
class TimedWalk {
 public:
  TimedWalk(const LiveSegment& segment, const Deadline& deadline)
      : walk_(segment.segment.positions.terms()), deadline_(deadline) {
    deadline_.check();  // walks through small segments may be many
  }

  bool next() {
    if (++steps_ % kTermsPerCheck == 0) deadline_.check();
    return walk_.next();
  }
  bool skip_to(std::string_view term) {
    if (++steps_ % kTermsPerCheck == 0) deadline_.check();
    return walk_.skip_to(term);
  }
  [[nodiscard]] std::string_view term() const { return walk_.term(); }

 private:
  TermWalk walk_;
  const Deadline& deadline_;
  std::uint32_t steps_ = 0;
};

// Hands `check` every form that differs from its stem, until it returns false.
template <typename Check>
bool for_each_other_form(TimedWalk& walk, Check&& check) {
  for (bool more = walk.skip_to(kFormPrefix); more && walk.term().starts_with(kFormPrefix);
       more = walk.next()) {
    const std::optional<FoundForm> found = split_form_term(walk.term());
    if (found && !check(*found)) return false;
  }
  return true;
}

bool find_prefix_in(const LiveSegment& segment, std::string_view prefix, const Deadline& deadline,
                    const FormSink& use) {
  TimedWalk walk(segment, deadline);
  const bool wants_more = for_each_other_form(
      walk, [&](const FoundForm& found) { return !found.form.starts_with(prefix) || use(found); });
  if (!wants_more) return false;
  for (bool more = walk.skip_to(prefix); more && walk.term().starts_with(prefix);
       more = walk.next()) {
    if (!use({walk.term(), walk.term(), walk.term()})) return false;
  }
  return true;
}

bool find_near_in(const LiveSegment& segment, FuzzyForms& forms, const Deadline& deadline,
                  const FormSink& use) {
  TimedWalk walk(segment, deadline);
  const auto check = [&](FoundForm found) {
    const std::optional<std::uint32_t> edits = forms.edits_to(found.form);
    if (!edits) return true;
    found.edits = *edits;
    return use(found);
  };
  for (bool more = walk.next(); more;) {
    const std::string_view term = walk.term();
    if (!is_stem(term)) {
      more = walk.skip_to(kAfterCapitals);
      continue;
    }
    if (!check({term, term, term})) return false;
    more = forms.resume().empty() ? walk.next() : walk.skip_to(forms.resume());
  }
  TimedWalk others(segment, deadline);
  return for_each_other_form(others, check);
}

// Forms by stem, and whether the stem itself is one of them.
struct Family {
  std::set<std::string> others;
  bool stem_itself = false;
};

// Terms of all forms of `stem` but the stem itself, in all segments.
std::set<std::string> other_form_terms(const Collection& collection, const std::string& stem) {
  std::set<std::string> terms;
  const std::string prefix = form_term_prefix(stem);
  for (const LiveSegment& segment : collection.segments()) {
    TermWalk walk = segment.segment.positions.terms();
    for (bool more = walk.skip_to(prefix); more && walk.term().starts_with(prefix);
         more = walk.next()) {
      terms.emplace(walk.term());
    }
  }
  return terms;
}

void add_family(const Collection& collection, const std::string& stem, const Family& family,
                Expansion& out) {
  std::set<std::string> wanted;
  for (const std::string& form : family.others) wanted.insert(form_term(stem, form));
  out.places.insert(out.places.end(), wanted.begin(), wanted.end());
  out.forms.insert(out.forms.end(), family.others.begin(), family.others.end());
  if (!family.stem_itself) {
    out.add.insert(out.add.end(), wanted.begin(), wanted.end());
    return;
  }
  out.places.push_back(stem);
  out.forms.push_back(stem);
  // The stem's term counts all of its forms.
  out.add.push_back(stem);
  for (const std::string& term : other_form_terms(collection, stem)) {
    if (!wanted.contains(term)) out.subtract.push_back(term);
  }
}

}  // namespace

void find_forms_with_prefix(const Collection& collection, std::string_view prefix,
                            const Deadline& deadline, const FormSink& use) {
  for (const LiveSegment& segment : collection.segments()) {
    if (!find_prefix_in(segment, prefix, deadline, use)) return;
  }
}

void find_forms_near(const Collection& collection, std::string_view word, std::uint32_t edits,
                     const Deadline& deadline, const FormSink& use) {
  FuzzyForms forms(word, edits);
  for (const LiveSegment& segment : collection.segments()) {
    if (!find_near_in(segment, forms, deadline, use)) return;
  }
}

std::shared_ptr<const Expansion> expand(const Collection& collection, const FormFinder& finder) {
  std::map<std::string, Family, std::less<>> families;
  finder([&](const FoundForm& found) {
    Family& family = families.try_emplace(std::string(found.stem)).first->second;
    if (found.form == found.stem) {
      family.stem_itself = true;
    } else {
      family.others.emplace(found.form);
    }
    return families.size() <= kMaxExpansions;
  });
  if (families.size() > kMaxExpansions) return nullptr;
  auto expansion = std::make_shared<Expansion>();
  for (const auto& [stem, family] : families) add_family(collection, stem, family, *expansion);
  std::set<std::string> forms(expansion->forms.begin(), expansion->forms.end());
  expansion->forms.assign(forms.begin(), forms.end());
  return expansion;
}

}  // namespace newsdex
