#include "discovery/name_linker.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "discovery/abbreviations.hpp"
#include "discovery/found_parts.hpp"
#include "discovery/name_shape.hpp"
#include "discovery/name_spelling.hpp"
#include "discovery/person_words.hpp"
#include "discovery/persons_in_full.hpp"
#include "discovery/refused_names.hpp"
#include "entities/calendar_words.hpp"
#include "entities/credits.hpp"
#include "entities/forms_of_address.hpp"
#include "entities/name_index.hpp"
#include "text/one_of.hpp"

namespace newsdex {
namespace {

using discovery::FoundPart;
using discovery::NameTokens;
using discovery::PersonName;
using discovery::PersonsInFull;

std::string listed_key(EntityType type, std::string_view slug) {
  return std::string(to_string(type)).append("/").append(slug);
}

bool is_plain(const Alias& alias) {
  return !alias.exact_case && !alias.needs_context && !alias.needs_country && !alias.query_only &&
         !alias.never_alone;
}

// Whom the list finds by less, a shorter name may mean as well, or somebody else.
bool names_in_full(MentionRule rule) {
  return rule == MentionRule::name || rule == MentionRule::alias;
}

template <class Span>
bool touch(const Span& a, TextField field, std::uint32_t begin, std::uint32_t end) {
  return a.field == field && a.begin < end && begin < a.end;
}

// A found name with its words, and what the list says of its place.
struct Name {
  FoundName found;
  NameTokens words;
  bool credit = false;
  bool after_kinship = false;
  PersonName parts = {};  // of a person
  std::uint32_t person = PersonsInFull::kNobody;
  std::string slug = {};
};

// What the mentions of one have in common.
struct Bearer {
  std::string name;
  std::string slug;
  std::size_t words = 0;        // of the mention it is named after
  std::uint8_t confidence = 0;  // of the surest mention
  std::size_t in_capitals = 0;  // words of that one
};

}  // namespace

class ArticleLinker {
 public:
  ArticleLinker(const AnalyzedArticle& article, const NameLinker::Listed& listed,
                Recognition& recognition)
      : article_(article),
        listed_(listed),
        recognition_(recognition),
        refused_(recognition.refused),
        person_words_(listed.spellings, listed.lexicon) {}

  std::vector<DiscoveredName> run(std::span<const FoundName> found) {
    std::vector<FoundPart> parts;
    for (const FoundName& name : found)
      add_parts(name, article_, recognition_.mentions, listed_.lexicon, parts);
    discovery::cut_headline_names(parts, article_.title_tokens);
    for (FoundPart& part : parts) {
      const FieldText text = field_of(part);
      refused_.add_given_name(text, first_token(part, text), listed_.lexicon, part);
      take(part);
    }
    find_others_surnames();
    find_persons();
    name_bearers();
    std::vector<DiscoveredName> out;
    std::vector<Mention> further;
    for (const Name& name : names_) settle(name, out, further);
    if (!further.empty()) {
      auto& mentions = recognition_.mentions;
      mentions.insert(mentions.end(), further.begin(), further.end());
      std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return std::tie(a.field, a.begin) < std::tie(b.field, b.begin);
      });
    }
    return out;
  }

 private:
  bool is_listed_span(const FoundName& name) const {
    const auto& mentions = recognition_.mentions;
    const auto next = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return std::tie(m.field, m.end) <= std::tie(name.field, name.begin);
    });
    return next != mentions.end() && touch(*next, name.field, name.begin, name.end);
  }

  bool is_credit(const FoundName& name) const {
    return name.field == TextField::body && is_credited(recognition_.credits, name.begin, name.end);
  }

  [[nodiscard]] FieldText field_of(const FoundPart& part) const {
    const bool in_title = part.found.field == TextField::title;
    return {part.found.field, in_title ? article_.title : article_.body,
            in_title ? article_.title_tokens : article_.body_tokens};
  }

  static std::size_t first_token(const FoundPart& part, const FieldText& text) {
    return static_cast<std::size_t>(part.words.tokens.data() - text.tokens().data());
  }

  // "In May", though a Theresa May is named.
  [[nodiscard]] bool is_month(const FoundPart& part) const {
    const FieldText text = field_of(part);
    const std::size_t first = first_token(part, text);
    return reads_as_month(text, first, first + part.words.tokens.size(), listed_.lexicon);
  }

  // By "Mrs" before it, else by a given name.
  [[nodiscard]] std::string_view gender_of(const FoundPart& part) const {
    const FieldText text = field_of(part);
    const std::size_t first = first_token(part, text);
    const std::string_view by_address = gender_by_address(text, first);
    if (!by_address.empty() || part.words.tokens.size() < 2) return by_address;
    return gender_of_given_name(listed_.lexicon, part.words.tokens.front().form);
  }

  // Of "Jeb Bush" nothing was found, or "Bush": somebody whose given name no found name has bears
  // it, so that it alone means nobody.
  void find_others_surnames() {
    for (const RefusedPlace& place : refused_.places()) {
      if (!place.other_given_name || place.field != TextField::body || is_found_in_full(place))
        continue;
      const auto all = article_.body_tokens;
      const auto last = std::partition_point(
          all.begin(), all.end(), [&](const Token& token) { return token.end < place.end; });
      const NameTokens surname{article_.body, {last, 1}};
      others_surnames_.insert(person_words_.of(surname, 1, joined_surnames_).back());
    }
  }

  // Whether a found name begins before the place and reaches into it. They are in order.
  [[nodiscard]] bool is_found_in_full(const RefusedPlace& place) const {
    const auto name = std::partition_point(names_.begin(), names_.end(), [&](const Name& each) {
      return std::tie(each.found.field, each.found.end) <= std::tie(place.field, place.begin);
    });
    return name != names_.end() && name->found.field == place.field &&
           name->found.begin < place.begin;
  }

  void take(const FoundPart& part) {
    if (is_listed_span(part.found) || !discovery::is_latin(part.words) || is_month(part)) return;
    Name name{part.found, part.words, false, part.after_kinship};
    const auto& tokens = name.words.tokens;
    const bool has_initial = tokens.size() > 1 && tokens.front().form.size() == 1;
    if (part.found.type == EntityType::person || has_initial) {
      name.parts.words =
          person_words_.of(name.words, tokens.size() - part.generation, joined_surnames_);
      if (part.generation > 0) name.parts.generation = tokens.back().form;
      name.parts.gender = gender_of(part);
    }
    name.credit = is_credit(part.found);
    name.slug = discovery::name_slug(tokens);
    names_.push_back(std::move(name));
  }

  // Those whom the list finds are persons, too, whom a shorter name may mean. A name after
  // "his brother" means nobody else: a full one is somebody's own, a given name nobody's.
  void find_persons() {
    for (const Mention& mention : recognition_.mentions) {
      const PersonName& name = listed_.names[mention.entity];
      if (name.words.size() < 2 || mention.rule == MentionRule::surname) continue;
      const std::uint32_t person = persons_.add(name);
      listed_persons_[person] = mention.entity;
      if (names_in_full(mention.rule)) in_full_.insert(mention.entity);
    }
    for (const Name& name : names_) {
      const bool is_person = name.found.type == EntityType::person;
      if (is_person && name.parts.words.size() > 1 && !name.credit) persons_.add(name.parts);
    }
    for (Name& name : names_) {
      if (name.parts.words.empty()) continue;
      const bool is_one_word = name.parts.words.size() == 1 && !name.parts.generation.empty();
      const bool is_of_another =
          name.parts.words.size() == 1 && others_surnames_.contains(name.parts.words.back());
      if (is_one_word) {
        name.person = persons_.meant_or_added(name.parts);
      } else if (is_of_another) {
        continue;
      } else if (!name.after_kinship) {
        name.person = persons_.meant_by(name.parts);
      } else if (name.parts.words.size() > 1) {
        name.person = persons_.add(name.parts);
      }
      const bool is_bare = name.parts.words.size() == 1 && name.parts.generation.empty();
      if (is_bare && is_never_in_full(name.person)) name.person = PersonsInFull::kNobody;
      // "N. Haddad" reads like a place; with a Nadia Haddad in the article it is none.
      if (name.person != PersonsInFull::kNobody) name.found.type = EntityType::person;
    }
  }

  // Somebody of the list whom the article names by less than that.
  [[nodiscard]] bool is_never_in_full(std::uint32_t person) const {
    const auto listed = listed_persons_.find(person);
    return listed != listed_persons_.end() && !in_full_.contains(listed->second);
  }

  // What mentions of one share: a person's number, else type and slug.
  std::string bearer_key(const Name& name) const {
    if (name.person != PersonsInFull::kNobody) return std::to_string(name.person);
    if (name.found.type == EntityType::organisation) {
      const std::string_view full = abbreviations_.full_name_of(name.slug);
      if (!full.empty()) return listed_key(EntityType::organisation, full);
    }
    return listed_key(name.found.type, name.slug);
  }

  void name_bearers() {
    for (const Name& name : names_) {
      const bool in_title = name.found.field == TextField::title;
      abbreviations_.note(name.found, name.words, name.slug,
                          in_title ? article_.title_tokens : article_.body_tokens);
    }
    for (const Name& name : names_) {
      Bearer& bearer = bearers_[bearer_key(name)];
      bearer.confidence = std::max(bearer.confidence, name.found.confidence);
      const std::size_t words = name.words.tokens.size();
      const std::size_t in_capitals = discovery::count_all_caps(name.words);
      if (words < bearer.words || (words == bearer.words && in_capitals >= bearer.in_capitals)) {
        continue;
      }
      bearer.words = words;
      bearer.in_capitals = in_capitals;
      bearer.slug = name.slug;
      bearer.name = discovery::spelled_name(name.words, name.found.type);
    }
  }

  std::optional<std::uint32_t> listed_entity(const Name& name, const Bearer& bearer) const {
    if (name.person != PersonsInFull::kNobody) {
      const auto listed = listed_persons_.find(name.person);
      if (listed != listed_persons_.end()) return listed->second;
    }
    const auto found = listed_.entities.find(listed_key(name.found.type, bearer.slug));
    if (found == listed_.entities.end()) return std::nullopt;
    return found->second;
  }

  // "Grand Bazaar"; "Ali Khamenei Street", where the list has refused the name that it begins with.
  bool is_thing(const Name& name) const {
    if (discovery::reads_as_thing(name.words, listed_.lexicon)) return true;
    if (!discovery::ends_in_eponym(name.words, listed_.lexicon)) return false;
    return refused_.begin_with(name.found);
  }

  // "NADIA HADDAD WINS": in a headline in capitals nothing tells where a name of so many words ends
  // but the body.
  [[nodiscard]] bool may_be_headline(const Name& name) const {
    constexpr std::size_t kNameWords = 3;
    const auto& tokens = name.words.tokens;
    if (name.found.field != TextField::title || tokens.size() < kNameWords) return false;
    if (!discovery::is_all_caps(name.words)) return false;
    return std::none_of(
        article_.body_tokens.begin(), article_.body_tokens.end(),
        [&](const Token& word) { return word.capitalised && word.form == tokens.back().form; });
  }

  // Of a name that is nobody's: those whom the article names in full and who may be called so.
  std::vector<std::string> candidates_of(const Name& name) const {
    std::vector<std::string> out;
    if (name.parts.words.empty() || name.after_kinship) return out;
    const auto add = [&](const std::string& shown) {
      const bool is_new = std::find(out.begin(), out.end(), shown) == out.end();
      if (is_new && !shown.empty()) out.push_back(shown);
    };
    bool is_surname_first = false;
    for (const std::uint32_t entity : refused_.sharers_of(name.found)) {
      add(listed_.shown[entity]);
      is_surname_first = is_surname_first || listed_.surname_first[entity];
    }
    for (const std::uint32_t person : persons_.bearers_of(name.parts)) add(shown(person));
    if (!is_surname_first || name.parts.words.size() > 1) return out;
    for (const std::uint32_t person : persons_.beginning_with(name.parts.words.front()))
      add(shown(person));
    return out;
  }

  // Empty for the mere initials of somebody.
  std::string shown(std::uint32_t person) const {
    const auto listed = listed_persons_.find(person);
    if (listed != listed_persons_.end()) return listed_.shown[listed->second];
    const auto found = bearers_.find(std::to_string(person));
    return found != bearers_.end() ? found->second.name : std::string();
  }

  Standing standing_of(const Name& name, const Bearer& bearer,
                       std::optional<std::uint32_t> entity) const {
    if (name.credit && name.found.type != EntityType::place) return Standing::byline;
    if (name.found.type == EntityType::person) {
      if (const auto refused = refused_.standing_of(name.found, entity)) return *refused;
      if (name.person == PersonsInFull::kNobody)
        return candidates_of(name).size() > 1 ? Standing::ambiguous : Standing::unlinked;
      if (!entity && (is_thing(name) || may_be_headline(name))) return Standing::uncertain;
    }
    // A platform that the list has and did not find there is none: "The Daily Telegram".
    const bool is_platform =
        listed_.entities.contains(listed_key(EntityType::platform, bearer.slug));
    const bool sure = bearer.confidence >= NameLinker::kLeastConfidence && !is_platform &&
                      !listed_.flagged.contains(bearer.slug) &&
                      !abbreviations_.are_common(bearer.slug);
    if (!sure) return Standing::uncertain;
    return Standing::counted;
  }

  void settle(const Name& name, std::vector<DiscoveredName>& out, std::vector<Mention>& further) {
    const Bearer& bearer = bearers_[bearer_key(name)];
    const FoundName& found = name.found;
    const auto entity = listed_entity(name, bearer);
    const Standing standing = standing_of(name, bearer, entity);
    if (entity && standing == Standing::counted) {
      constexpr std::uint16_t kNoForm = 0;
      further.push_back({*entity, found.type, found.field, MentionRule::discovered,
                         found.confidence, kNoForm, found.begin, found.end});
      return;
    }
    const bool is_own = standing == Standing::ambiguous || standing == Standing::unlinked;
    out.push_back(
        {found.field, found.begin, found.end, found.type, standing, found.confidence,
         is_own ? discovery::spelled_name(name.words, found.type) : bearer.name,
         listed_key(found.type, is_own ? name.slug : bearer.slug),
         standing == Standing::ambiguous ? candidates_of(name) : std::vector<std::string>()});
  }

  const AnalyzedArticle& article_;
  const NameLinker::Listed& listed_;
  Recognition& recognition_;
  const discovery::RefusedNames refused_;
  const discovery::PersonWords person_words_;
  std::deque<std::string> joined_surnames_;
  std::vector<Name> names_;
  PersonsInFull persons_;
  std::unordered_set<std::uint32_t> in_full_;  // entities
  std::unordered_set<std::string_view> others_surnames_;
  std::unordered_map<std::uint32_t, std::uint32_t> listed_persons_;  // by person, the entity
  discovery::Abbreviations abbreviations_;
  std::unordered_map<std::string, Bearer> bearers_;
};

NameLinker::NameLinker(const Gazetteer& gazetteer) : NameLinker(gazetteer, Analyzer()) {}

NameLinker::NameLinker(const Gazetteer& gazetteer, Analyzer&& analyzer)
    : listed_{SpellingKeys(analyzer), Lexicon(analyzer), {}, {}, {}, {}, {}, {}} {
  TokenStream stream;
  const discovery::PersonWords person_words(listed_.spellings, listed_.lexicon);
  const auto entities = gazetteer.entities();
  listed_.names.resize(entities.size());
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    for (const Alias& alias : entities[i].aliases) {
      analyzer.analyze(alias.form, {}, stream);
      const std::string slug = discovery::name_slug(stream.tokens());
      if (is_plain(alias)) listed_.entities.emplace(listed_key(entities[i].type, slug), i);
      if (alias.needs_context || alias.never_alone) listed_.flagged.insert(slug);
    }
    listed_.shown.push_back(entities[i].name);
    listed_.surname_first.push_back(begins_with_surname(entities[i]));
    if (entities[i].type != EntityType::person) continue;
    listed_.names[i].gender = listed_.forms.emplace_back(entities[i].gender);
    analyzer.analyze(entities[i].name, {}, stream);
    std::deque<std::string> joined;
    const discovery::WordRow words =
        person_words.of({entities[i].name, stream.tokens()}, stream.tokens().size(), joined);
    for (const std::string_view word : words)
      listed_.names[i].words.push_back(listed_.forms.emplace_back(word));
  }
}

std::vector<DiscoveredName> NameLinker::link(const AnalyzedArticle& article,
                                             std::span<const FoundName> found,
                                             Recognition& recognition) const {
  if (found.empty()) return {};
  return ArticleLinker(article, listed_, recognition).run(found);
}

}  // namespace newsdex
