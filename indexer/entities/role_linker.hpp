// Titles that stand for a person: "the telecommunications minister", in May 2018, in an article
// about Iran.
//
// A title counts where it speaks of one office: with an article or a country before it or a country
// behind it, without a name at its side, not as "former" or "deputy", and not where another year
// stands near. The country is the one at its side, which must not be part of a body's name ("the
// president of Iran Air"), or the one its sentence begins with; else, for portfolios only, and for
// titles in Persian behind which a verb or a preposition stands, the one the article is about. An
// office of a body counts beside the body's name: "the IRGC commander". Who held the office on the
// day of publication is meant, and nobody where the list does not tell, or names two. Where the
// article said last that somebody else holds the office, the title alone is nobody's.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "entities/country_beside.hpp"
#include "entities/name_index.hpp"
#include "entities/office_statements.hpp"
#include "entities/reading.hpp"
#include "newsdex/date.hpp"
#include "newsdex/entity.hpp"

namespace newsdex {

/// By field, then begin.
struct RoleMentions {
  std::vector<Mention> mentions;
  std::vector<RejectedMention> rejected;
  std::vector<UnresolvedTitle> unresolved;  // only filled when asked for
};

class RoleLinker {
 public:
  RoleLinker(const NameIndex& names, const Interpretation& interpretation,
             const PartialDate& published, MainCountry& country)
      : names_(names),
        interpretation_(interpretation),
        published_(published),
        main_country_(country),
        beside_(names, interpretation) {}

  /// The mentions by title alone, and the titles that are others' by the article's own words.
  /// `explain` also adds those that are nobody's.
  [[nodiscard]] RoleMentions link(bool explain);

 private:
  using Places = std::vector<RolePlace>;

  // The country or body whose office a title names.
  struct Owner {
    std::optional<std::uint32_t> entity;
    bool by_article = false;  // nothing at its side tells: it is the country of the article
  };

  // Who holds the office, or why nobody does; neither where the title does not stand alone.
  struct Answer {
    std::optional<Holder> holder = {};
    bool by_article = false;
    std::string_view reason = {};
  };

  void link_field(const FieldText& text, const Places& places, bool explain, RoleMentions& out);
  [[nodiscard]] Answer answer_for(const FieldText& text, const RolePlace& place);
  [[nodiscard]] OfficeStatements read_statements(std::uint32_t country) const;
  void read_statements(const FieldText& text, const Places& places, std::uint32_t country,
                       OfficeStatements& out) const;
  [[nodiscard]] bool is_of_another_holder(const FieldText& text, const RolePlace& place);
  [[nodiscard]] Owner owner_of(const FieldText& text, const RolePlace& place);
  [[nodiscard]] Owner owner_of_persian(const FieldText& text, const RolePlace& place);
  [[nodiscard]] std::optional<std::uint32_t> body_of(const FieldText& text,
                                                     const RolePlace& place) const;
  [[nodiscard]] std::optional<std::uint32_t> body_of(const Candidate& candidate) const;
  [[nodiscard]] std::optional<std::uint32_t> country_of_body(const Candidate& candidate) const;
  [[nodiscard]] bool is_of_another_time(const FieldText& text, const RolePlace& place) const;
  [[nodiscard]] bool is_held_by_nobody_now(const FieldText& text, const RolePlace& place) const;
  [[nodiscard]] bool is_word_of_other_time(const FieldText& text, std::uint32_t token) const;
  [[nodiscard]] bool has_name_beside(const FieldText& text, const RolePlace& place) const;
  [[nodiscard]] bool is_of_another_office(const FieldText& text, const RolePlace& place) const;
  [[nodiscard]] std::optional<std::uint32_t> country_before(const FieldText& text,
                                                            const RolePlace& place) const;
  [[nodiscard]] std::optional<std::uint32_t> country_named_at(const FieldText& text,
                                                              std::uint32_t token) const;
  [[nodiscard]] bool is_whole(const FieldText& text, const Candidate& country) const;

  const NameIndex& names_;
  const Interpretation& interpretation_;
  const PartialDate published_;
  MainCountry& main_country_;
  const CountryBeside beside_;
  Places in_title_;
  Places in_body_;
  std::optional<OfficeStatements> statements_;  // read when first asked for
};

}  // namespace newsdex
