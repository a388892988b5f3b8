// Spellings and orders of names that no list needs to have.

#include "entities/spelling_variants.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

constexpr std::string_view kRules = R"(
# a comment
countries: Iran; Egypt
family-first: China
same: Mohammad Muhammad
same: Hassan Hasan
letters: ou=u
letters: gh=q
compound: محمد علی
joined: جواد رضا اکبر
except: Mousa
)";

Entity person(std::string name, std::string country, std::vector<std::string> surnames) {
  Entity out;
  out.name = std::move(name);
  out.country = std::move(country);
  out.surnames = std::move(surnames);
  return out;
}

TEST(SpellingVariants, CombineThoseOfAllWords) {
  const SpellingVariants variants(kRules);
  const Entity rouhani = person("Hassan Rouhani", "Iran", {"Rouhani"});
  EXPECT_THAT(variants.of_name(rouhani, "Hassan Rouhani"),
              UnorderedElementsAre("Hasan Rouhani", "Hassan Ruhani", "Hasan Ruhani"));
  EXPECT_THAT(variants.of_surname(rouhani, "Rouhani"), UnorderedElementsAre("Ruhani"));
}

TEST(SpellingVariants, SetPersianGivenNamesApartAndTogether) {
  const SpellingVariants variants(kRules);
  const auto of = [&](std::string name) {
    return variants.of_name(person(name, "Iran", {}), name);
  };
  EXPECT_THAT(of("محمدجواد ظریف"), UnorderedElementsAre("محمد جواد ظریف"));
  EXPECT_THAT(of("محمد\u200Cجواد ظریف"), UnorderedElementsAre("محمد جواد ظریف"));
  EXPECT_THAT(of("محمد جواد ظریف"), UnorderedElementsAre("محمدجواد ظریف"));
  EXPECT_THAT(of("سید محمدرضا عارف"), UnorderedElementsAre("سید محمد رضا عارف"));
  EXPECT_THAT(of("محمد رضا"), IsEmpty());  // the surname may be Reza
  EXPECT_THAT(of("محمدی جواد"), IsEmpty());
}

TEST(SpellingVariants, PersianGivenNamesAreFoundApart) {
  Tagger tagger(R"(
- {name: Mohammad Javad Zarif, kind: person, persian: محمدجواد ظریف, surname-persian: ظریف}
)");
  EXPECT_EQ(tagger.mark("محمد جواد ظریف گفت."), "[محمد جواد ظریف=Mohammad Javad Zarif@alias] گفت.");
}

TEST(SpellingVariants, KeepCapitalsAndHyphens) {
  const SpellingVariants variants(kRules);
  const Entity someone = person("Mohammad-Ali Ghalibaf", "Iran", {"Ghalibaf"});
  EXPECT_THAT(variants.of_name(someone, "Mohammad-Ali Ghalibaf"), Contains("Muhammad-Ali Qalibaf"));
}

TEST(SpellingVariants, AreForTheirCountriesAndNotForExceptions) {
  const SpellingVariants variants(kRules);
  EXPECT_THAT(variants.of_surname(person("Ann Gould", "Canada", {"Gould"}), "Gould"), IsEmpty());
  EXPECT_THAT(variants.of_surname(person("Ali Mousa", "Egypt", {"Mousa"}), "Mousa"), IsEmpty());
  EXPECT_THAT(variants.of_name(person("حسن روحانی", "Iran", {}), "حسن روحانی"), IsEmpty());
}

TEST(SpellingVariants, OfOrderDependOnTheCountry) {
  const SpellingVariants variants(kRules);
  EXPECT_THAT(variants.other_orders(person("Hassan Rouhani", "Iran", {"Rouhani"})),
              UnorderedElementsAre("Rouhani, Hassan"));
  EXPECT_THAT(variants.other_orders(person("Xi Jinping", "China", {"Xi"})),
              UnorderedElementsAre("Jinping Xi"));
}

TEST(SpellingVariants, RefuseWhatIsNoRule) {
  EXPECT_THROW(SpellingVariants("colour: red\n"), std::invalid_argument);
  EXPECT_THROW(SpellingVariants("same: Ali Aly\nsame: Reza Ali\n"), std::invalid_argument);
}

TEST(SpellingVariants, OfInitialsCutAnyOfTheGivenNames) {
  EXPECT_THAT(SpellingVariants::with_initials(person("Hassan Rouhani", "Iran", {"Rouhani"})),
              UnorderedElementsAre("H. Rouhani"));
  EXPECT_THAT(SpellingVariants::with_initials(person("Mohammad-Javad Zarif", "Iran", {"Zarif"})),
              UnorderedElementsAre("M. Javad Zarif", "Mohammad J. Zarif", "M. J. Zarif"));
  EXPECT_THAT(SpellingVariants::with_initials(person("J. D. Vance", "Iran", {"Vance"})), IsEmpty());
  EXPECT_THAT(SpellingVariants::with_initials(person("Pele", "Brazil", {})), IsEmpty());
}

// Each of these is another man's name.
TEST(SpellingVariants, OfTheProgramKeepDifferentGivenNamesApart) {
  const SpellingVariants variants;
  const std::vector<std::string> given = {"Ali",      "Reza",    "Hassan", "Hossein", "Mohsen",
                                          "Hamid",    "Javad",   "Jafar",  "Taghi",   "Naghi",
                                          "Naser",    "Nader",   "Karim",  "Rahim",   "Hamed",
                                          "Mohammad", "Mahmoud", "Ahmad",  "Majid",   "Saeed"};
  for (const std::string& one : given) {
    const std::vector<std::string> spellings =
        variants.of_name(person(one + " Firuzi", "Iran", {"Firuzi"}), one + " Firuzi");
    for (const std::string& other : given) {
      if (other == one) continue;
      EXPECT_THAT(spellings, Not(Contains(other + " Firuzi"))) << one;
    }
  }
}

constexpr std::string_view kSpellingVariantsNames = R"(
- {name: Iran, kind: place}
- {name: China, kind: place}
- {name: Mohammad Khatami, kind: person, country: Iran, persian: [محمد خاتمی]}
- {name: Muhammad Khatami, kind: person, country: China}
- {name: Hassan Rouhani, kind: person, country: Iran}
- {name: Eshagh Jahangiri, kind: person, country: Iran}
- {name: Hassan Khomeini, kind: person, country: Iran}
- {name: Mohammad Javad Zarif, kind: person, country: Iran, persian: [محمد جواد ظریف]}
- {name: Xi Jinping, kind: person, country: China, surname: Xi}
)";

constexpr Case kSpellingVariantsCases[] = {
    {"So Hasan Ruhani spoke, and Ruhani left.",
     "So [Hasan Ruhani=Hassan Rouhani@alias] spoke, and [Ruhani=Hassan Rouhani@surname] left."},
    {"So Eshaq Jahangiri spoke.", "So [Eshaq Jahangiri=Eshagh Jahangiri@alias] spoke."},
    {"So Mohammed-Jawad Zarif spoke.",
     "So [Mohammed-Jawad Zarif=Mohammad Javad Zarif@alias] spoke."},
    {"So ESHAQ JAHANGIRI SPOKE.", "So [ESHAQ JAHANGIRI=Eshagh Jahangiri@alias] SPOKE."},
    {"Listed: Rouhani, Hassan; others.", "Listed: [Rouhani, Hassan=Hassan Rouhani@alias]; others."},
    // The given name behind the comma is the next one's.
    {"So Eshagh Jahangiri, Hassan Khomeini, Hassan Rouhani and others spoke.",
     "So [Eshagh Jahangiri=Eshagh Jahangiri@name], [Hassan Khomeini=Hassan Khomeini@name], "
     "[Hassan Rouhani=Hassan Rouhani@name] and others spoke."},
    {"So Hassan Khomeini met Khomeini, Hassan Rouhani and others.",
     "So [Hassan Khomeini=Hassan Khomeini@name] met [Khomeini=Hassan Khomeini@surname], [Hassan "
     "Rouhani=Hassan Rouhani@name] and others."},
    {"So Jinping Xi spoke.", "So [Jinping Xi=Xi Jinping@alias] spoke."},
    {"محمدجواد ظریف گفت", "[محمدجواد ظریف=Mohammad Javad Zarif@alias] گفت"},
    {"محمد‌جواد ظریف گفت",
     "[محمد‌جواد ظریف=Mohammad Javad Zarif@alias] گفت"},
    // A spelling that the list gives to somebody is his alone.
    {"So Muhammad Khatami spoke.", "So [Muhammad Khatami=Muhammad Khatami@name] spoke."},
    {"So Mohamed Khatami spoke.", "So [Mohamed Khatami=Mohammad Khatami@alias] spoke."},
};

TEST(SpellingVariants, OfPlatformsHavePersianEndings) {
  Tagger tagger(R"(
- {name: Telegram, kind: platform, persian: [تلگرام]}
- {name: Signal, kind: platform, name-flags: needs-context, persian: [شبکه شاد]}
- {name: Eitaa, kind: platform, persian: [ایتا]}
- {name: Zand, kind: organisation, aliases: [تلگرامت]}
)");
  for (const std::string_view word : {"تلگرامی", "تلگرام‌ها", "تلگرامها", "تلگرامش",
                                      "تلگرام‌های", "تلگرامی‌ها"}) {
    EXPECT_EQ(tagger.mark(word), "[" + std::string(word) + "=Telegram@alias]");
  }
  for (const std::string_view word : {"تلگرافی", "شبکه شادی", "ایتام"})
    EXPECT_EQ(tagger.mark(word), word);
  EXPECT_EQ(tagger.mark("تلگرامت"), "[تلگرامت=Zand@alias]");
}

TEST(SpellingVariants, AreRecognised) {
  Tagger tagger(kSpellingVariantsNames);
  for (const auto& [text, expected] : kSpellingVariantsCases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(tagger.mark(text), expected);
  }
}

}  // namespace
}  // namespace newsdex::testing
