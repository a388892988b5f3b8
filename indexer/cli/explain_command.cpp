// explain: why an article of an index carries its tags.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iostream>

#include "analysis/terms.hpp"
#include "cli/indexer_commands.hpp"
#include "indexing/catalog.hpp"
#include "indexing/document_builder.hpp"
#include "indexing/name_lists.hpp"
#include "newsdex/error.hpp"
#include "storage/article_store.hpp"
#include "storage/generation_segment.hpp"
#include "storage/near_copies.hpp"
#include "storage/other_places.hpp"
#include "storage/value_merges.hpp"
#include "terminal/index_location.hpp"
#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kContextBytes = 40;

// An article of the index, and what the index knows of its copies.
struct FoundArticle {
  Article article;
  std::string copies;  // a line each, ready to be printed
};

// Other places of an article, a line each.
std::string other_places(const GenerationHandle& handle, const std::string& id) {
  const OtherPlaces places(handle.layout().file(handle.generation().name, kOtherPlacesFile));
  std::string lines;
  for (const OtherPlace& place : places.of(id))
    lines += fmt::format("also at {}:{}\n", escape_for_terminal(place_name(place)), place.line);
  return lines;
}

// Near copies of an article, a line each, and whether they come before it.
std::string near_copies(const GenerationHandle& handle, CopyMember article) {
  const Generation& generation = handle.generation();
  const NearCopies copies = NearCopies::of(handle);
  const auto member = copies.find(article);
  if (!member) return {};
  std::string lines;
  const std::uint32_t group = copies.group_of(*member);
  for (std::uint32_t i = copies.begin_of(group); i < copies.end_of(group); ++i) {
    if (i == *member) continue;
    const CopyMember other = copies.member(i);
    const GenerationSegment& segment = generation.segments[other.segment];
    const SegmentColumns columns = open_columns(handle.segment(segment.name), segment);
    lines += fmt::format("{} near copy: {}\n", i < *member ? "earlier" : "later",
                         escape_for_terminal(columns.ids()[other.article]));
  }
  return lines;
}

FoundArticle find_article(const GenerationHandle& handle, const std::string& id) {
  const Catalog catalog(handle);
  const auto entry = catalog.with_id(id);
  if (!entry) {
    throw Error(ErrorCode::usage, fmt::format("there is no article with the id \"{}\"", id),
                "newsdex-search --format json prints the ids of what it finds");
  }
  const CatalogEntry place = catalog.entries()[*entry];
  const std::string& segment = handle.generation().segments[place.segment].name;
  const ArticleFile articles(articles_path(handle.layout().segment(segment)));
  return {ArticleStore(articles).read(place.article).article,
          other_places(handle, id) + near_copies(handle, {place.segment, place.article})};
}

std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (text[at] & 0xC0) == 0x80) --at;
  return at;
}

// The span with some of the text around it, the span itself in brackets.
std::string in_context(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t from = character_start(text, begin > kContextBytes ? begin - kContextBytes : 0);
  const std::size_t to = character_start(text, std::min(end + kContextBytes, text.size()));
  return fmt::format("{}{}[{}]{}{}", from > 0 ? "…" : "",
                     escape_for_terminal(text.substr(from, begin - from)),
                     escape_for_terminal(text.substr(begin, end - begin)),
                     escape_for_terminal(text.substr(end, to - end)), to < text.size() ? "…" : "");
}

class Explanation {
 public:
  Explanation(const TaggedArticle& tagged, const Gazetteer& gazetteer, const std::string& entity)
      : all_(entity.empty()), tagged_(tagged), gazetteer_(gazetteer) {
    Analyzer analyzer;
    const std::string key = name_key(analyzer, entity);
    for (const Entity& candidate : gazetteer.entities()) {
      const auto named = [&](const Alias& alias) { return name_key(analyzer, alias.form) == key; };
      const auto surnamed = [&](const std::string& s) { return name_key(analyzer, s) == key; };
      shown_.push_back(entity.empty() ||
                       std::any_of(candidate.aliases.begin(), candidate.aliases.end(), named) ||
                       std::any_of(candidate.surnames.begin(), candidate.surnames.end(), surnamed));
    }
    for (const DiscoveredName& name : tagged.discovered) {
      found_shown_.push_back(entity.empty() || names(name, key, analyzer));
    }
    const auto any = [](const std::vector<bool>& shown) {
      return std::find(shown.begin(), shown.end(), true) != shown.end();
    };
    if (!any(shown_) && !any(found_shown_)) {
      throw Error(ErrorCode::usage,
                  fmt::format("neither the name list nor the article has \"{}\"", entity));
    }
  }

  // `copies` are lines about copies of the article. False where the article has nothing of the one
  // entity that was asked for, which is said.
  bool print(std::ostream& out, std::string_view copies) const {
    const bool has_any = has_shown();
    const Article& article = tagged_.article;
    out << escape_for_terminal(article.id) << '\n' << escape_for_terminal(article.title) << '\n';
    print_publication(out);
    if (!tagged_.discovery_skipped.empty())
      out << escape_for_terminal("names that no list holds were not looked for: " +
                                 tagged_.discovery_skipped)
          << '\n';
    out << copies << '\n';
    for (const Mention& m : tagged_.recognition.mentions) {
      if (!shown_[m.entity]) continue;
      print_span(out, listed(m.entity), m.field, m.begin, m.end,
                 fmt::format("{}{}, {}%", to_string(m.rule), quoted_form(m), m.confidence));
    }
    for (std::size_t i = 0; i < tagged_.discovered.size(); ++i) {
      if (found_shown_[i]) print_found(out, tagged_.discovered[i]);
    }
    for (const RejectedMention& r : tagged_.recognition.rejected) {
      if (shown_[r.entity])
        print_span(out, listed(r.entity), r.field, r.begin, r.end, "rejected: " + r.reason);
    }
    if (!has_any && !all_) out << fmt::format("nothing of {}\n", escape_for_terminal(asked_for()));
    if (!all_) return has_any;
    for (const UnresolvedTitle& title : tagged_.recognition.titles) {
      print_place(out, "title alone", title.field, title.begin, title.end,
                  "counts for nobody: " + title.reason);
    }
    for (const DateMention& mention : tagged_.dates) print_date(out, mention);
    return true;
  }

 private:
  [[nodiscard]] bool has_shown() const {
    const auto is_shown = [&](const auto& mention) { return bool{shown_[mention.entity]}; };
    return std::any_of(tagged_.recognition.mentions.begin(), tagged_.recognition.mentions.end(),
                       is_shown) ||
           std::any_of(tagged_.recognition.rejected.begin(), tagged_.recognition.rejected.end(),
                       is_shown) ||
           std::find(found_shown_.begin(), found_shown_.end(), true) != found_shown_.end();
  }

  // "Ali Larijani or Sadegh Larijani"
  [[nodiscard]] std::string asked_for() const {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
      if (shown_[i]) names.push_back(gazetteer_.entities()[i].name);
    }
    return fmt::format("{}", fmt::join(names, " or "));
  }

  // The date that was chosen, then the others that were found.
  void print_publication(std::ostream& out) const {
    const PublicationDates& published = tagged_.published;
    if (published.chosen.source == DateSource::none) {
      out << "published at an unknown date\n";
    } else {
      out << "published " << described(published.chosen) << '\n';
    }
    for (const PublicationDate& each : published.candidates) {
      if (each == published.chosen) continue;
      const bool against = published.chosen.source != DateSource::none &&
                           contradicts(each.value, published.chosen.value);
      const bool as_trusted = published.conflict && equally_trusted(each, published.chosen);
      out << (against ? "against it " : "also ") << described(each)
          << (against && as_trusted ? ", of equal trust" : "") << '\n';
    }
    if (!published.without_year.empty()) {
      out << fmt::format("also {} ({}, without a year)\n", published.without_year.value,
                         to_string(published.without_year.source));
    }
    const std::string unread = unread_text(tagged_.article, published);
    if (!unread.empty()) out << escape_for_terminal(unread) << '\n';
  }

  static std::string described(const PublicationDate& date) {
    return fmt::format("{} ({}, {})", to_string(date.value), to_string(date.source),
                       to_string(date.value.precision));
  }

  void print_date(std::ostream& out, const DateMention& mention) const {
    const std::string days =
        mention.first ? fmt::format(", {} to {}", to_string(to_partial_date(*mention.first)),
                                    to_string(to_partial_date(*mention.last)))
                      : std::string();
    const bool one_day = mention.first && mention.first == mention.last;
    const std::string mod = mention.mod.empty() ? "" : fmt::format(" {}", mention.mod);
    const std::string type = ascii_lower(to_string(mention.type));
    print_place(out, fmt::format("{} {}{}", type, mention.value, mod), mention.field, mention.begin,
                mention.end, fmt::format("{}{}", mention.rule, one_day ? std::string() : days));
  }

  // The list's form that stands there; none where the recogniser read it.
  [[nodiscard]] std::string quoted_form(const Mention& mention) const {
    const std::string_view form = listed_form(gazetteer_.entities()[mention.entity], mention);
    return form.empty() ? std::string() : fmt::format(" “{}”", form);
  }

  // Who a span is about.
  struct Named {
    EntityType type;
    std::string_view name;
  };

  [[nodiscard]] Named listed(std::uint32_t entity) const {
    const Entity& named = gazetteer_.entities()[entity];
    return {named.type, named.name};
  }

  // Whether `key` is the found name or the end of it, or of one of those who may be meant.
  static bool names(const DiscoveredName& name, const std::string& key, Analyzer& analyzer) {
    const auto is_so = [&](std::string_view each) {
      const std::string whole = name_key(analyzer, each);
      return whole == key || whole.ends_with(" " + key);
    };
    return is_so(name.name) || std::any_of(name.candidates.begin(), name.candidates.end(), is_so);
  }

  void print_found(std::ostream& out, const DiscoveredName& name) const {
    const std::string_view role = to_string(name.standing);
    print_span(
        out, {name.type, name.name}, name.field, name.begin, name.end,
        fmt::format("{}, {}%{}{}{}{}", to_string(MentionRule::discovered), name.confidence,
                    role.empty() ? "" : "; counts for nobody: ", role,
                    name.candidates.empty() ? "" : ": ", fmt::join(name.candidates, " or ")));
  }

  void print_span(std::ostream& out, const Named& named, TextField field, std::uint32_t begin,
                  std::uint32_t end, const std::string& why) const {
    print_place(out, fmt::format("{} {}", to_string(named.type), named.name), field, begin, end,
                why);
  }

  void print_place(std::ostream& out, const std::string& what, TextField field, std::uint32_t begin,
                   std::uint32_t end, const std::string& why) const {
    const bool in_title = field == TextField::title;
    const std::string& text = in_title ? tagged_.article.title : tagged_.article.body;
    const auto line = std::count(text.begin(), text.begin() + begin, '\n') + 1;
    out << fmt::format("{}\n  {}, bytes {}-{}: {}\n  {}\n", escape_for_terminal(what),
                       in_title ? std::string("title") : fmt::format("body line {}", line), begin,
                       end, escape_for_terminal(why), in_context(text, begin, end));
  }

  bool all_;  // and not one entity alone
  const TaggedArticle& tagged_;
  const Gazetteer& gazetteer_;
  std::vector<bool> shown_;        // by entity
  std::vector<bool> found_shown_;  // by found name
};

}  // namespace

int run_explain(const IndexerOptions& options) {
  const GenerationHandle handle(index_location(options.index));
  FoundArticle found = find_article(handle, options.article);
  const std::vector<NameListFile> lists = stored_name_lists(handle);
  const Taggers taggers(lists, !handle.generation().discovery.empty());
  TaggedArticle tagged =
      DocumentBuilder(taggers).tag(std::move(found.article), TagDetail::everything);
  const ValueMerges merges = ValueMerges::of(handle);
  for (DiscoveredName& name : tagged.discovered) {
    name.name = merges.shown(field_of(name.type), name.name);
    for (std::string& candidate : name.candidates)
      candidate = merges.shown(Field::actor, candidate);
  }
  const bool found_any =
      Explanation(tagged, taggers.gazetteer, options.entity).print(std::cout, found.copies);
  return found_any ? 0 : kNothingToExplain;
}

}  // namespace newsdex
