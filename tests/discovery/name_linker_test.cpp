// Found names, given as if the tagger had found them, to whom they name.
#include "discovery/name_linker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "discovery/analyzed.hpp"
#include "discovery/name_spelling.hpp"

namespace newsdex {
namespace {

using test::Analyzed;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kNames = R"(
- {name: Hassan Rouhani, kind: person, gender: m, aliases: [Dr Rouhani of Sorkheh]}
- {name: Telegram, kind: platform}
- {name: Iran, kind: place}
- {name: Signal, kind: platform, name-flags: [needs-context], context: [app]}
- {name: Zoe Quill, kind: person, surname: Quillova}
- {name: Ruritania, kind: place}
- {name: Ilham Aliyev, kind: person, country: Ruritania}
- {name: Kim Jong Un, kind: person, surname: Kim}
- name: Boris Johnson
  kind: person
  country: Ruritania
  gender: m
  offices: [{title: Prime Minister, role: prime-minister, of: Ruritania, from: 2019-07-24}]
- {name: Twitter, kind: platform, aliases: [{form: X, flags: [exact-case, needs-context]}]}
)";

// A text in which "{p Ali Shamkhani}" is a person that the tagger has found, {o} an organisation,
// {l} a place; "{p? }" one that it is not sure of.
struct Marked {
  std::string text;
  std::vector<FoundName> names;

  explicit Marked(std::string_view marked) {
    for (std::size_t at = 0; at < marked.size();) {
      if (marked[at] != '{') {
        text += marked[at++];
        continue;
      }
      FoundName name;
      name.type = marked[at + 1] == 'p'   ? EntityType::person
                  : marked[at + 1] == 'o' ? EntityType::organisation
                                          : EntityType::place;
      name.confidence = marked[at + 2] == '?' ? 40 : 90;
      const std::size_t from = marked.find(' ', at) + 1;
      const std::size_t to = marked.find('}', from);
      name.begin = static_cast<std::uint32_t>(text.size());
      text += marked.substr(from, to - from);
      name.end = static_cast<std::uint32_t>(text.size());
      names.push_back(name);
      at = to + 1;
    }
  }
};

class NameLinking : public testing::Test {
 protected:
  // Each found name as "text > value", with its standing if it does not count; those that went to
  // listed entities as "text = value".
  std::vector<std::string> linked(std::string_view marked, std::string author = {}) {
    const Marked article(marked);
    const Analyzed analyzed(article.text, {}, std::move(author));
    Recognition recognition = recognizer_.recognize(analyzed.view(), false, published_);
    const std::size_t listed = recognition.mentions.size();
    const auto names = linker_.link(analyzed.view(), article.names, recognition);
    std::vector<std::string> out;
    for (const Mention& mention : recognition.mentions) {
      if (mention.rule != MentionRule::discovered) continue;
      out.push_back(article.text.substr(mention.begin, mention.end - mention.begin) + " = " +
                    gazetteer_.entities()[mention.entity].name);
    }
    EXPECT_EQ(recognition.mentions.size(), listed + out.size());
    for (const DiscoveredName& name : names) {
      out.push_back(article.text.substr(name.begin, name.end - name.begin) + " > " + name.name);
      if (name.standing == Standing::counted) continue;
      out.back().append(" (").append(to_string(name.standing));
      for (const std::string& candidate : name.candidates)
        out.back().append(&candidate == &name.candidates.front() ? ": " : " or ").append(candidate);
      out.back().append(")");
    }
    return out;
  }

  Gazetteer gazetteer_ = Gazetteer::parse(std::vector<NameListFile>{{"names", kNames}});
  EntityRecognizer recognizer_{gazetteer_};
  NameLinker linker_{gazetteer_};
  PartialDate published_;
};

TEST_F(NameLinking, ShorterNamesAreThePersonNamedInFull) {
  EXPECT_THAT(linked("{p Ali Shamkhani} spoke. {p Shamkhani} left. {p A. Shamkhani} came."),
              ElementsAre("Ali Shamkhani > Ali Shamkhani", "Shamkhani > Ali Shamkhani",
                          "A. Shamkhani > Ali Shamkhani"));
  EXPECT_THAT(linked("{p Ali Shamkhani} spoke. {p Ali} left."),
              ElementsAre("Ali Shamkhani > Ali Shamkhani", "Ali > Ali (unlinked)"));
  EXPECT_THAT(
      linked("{p Jahromi} spoke. {p Javad Azari-Jahromi}, said {p Azari Jahromi}."),
      ElementsAre("Jahromi > Javad Azari-Jahromi", "Javad Azari-Jahromi > Javad Azari-Jahromi",
                  "Azari Jahromi > Javad Azari-Jahromi"));
}

TEST_F(NameLinking, AGivenNameOfTwoSyllablesStandsBehindTheSurname) {
  EXPECT_THAT(linked("{p Moon Zae-in} spoke. {p Moon} left."),
              ElementsAre("Moon Zae-in > Moon Zae-in", "Moon > Moon Zae-in"));
  EXPECT_THAT(linked("{p Moon Zae-in} and {p Zae-in Moon} are one."),
              ElementsAre("Moon Zae-in > Moon Zae-in", "Zae-in Moon > Moon Zae-in"));
  EXPECT_THAT(linked("{p Moon Zae-in} spoke. {p Zae-in} left."),
              ElementsAre("Moon Zae-in > Moon Zae-in", "Zae-in > Zae-in (unlinked)"));
  EXPECT_THAT(linked("{p Ali Firuz-nejad} spoke. {p Firuz-nejad} left."),
              ElementsAre("Ali Firuz-nejad > Ali Firuz-nejad", "Firuz-nejad > Ali Firuz-nejad"));
  EXPECT_THAT(linked("{p Ursula Owusu-Zand} spoke. {p Ursula} left."),
              ElementsAre("Ursula Owusu-Zand > Ursula Owusu-Zand", "Ursula > Ursula (unlinked)"));
}

TEST_F(NameLinking, FormsOfAddressTellMenFromWomen) {
  EXPECT_THAT(linked("{p Barack Obama} and {p Michelle Obama}. Mrs. {p Obama} left."),
              ElementsAre("Barack Obama > Barack Obama", "Michelle Obama > Michelle Obama",
                          "Obama > Michelle Obama"));
  EXPECT_THAT(linked("{p Barack Obama} and {p Michelle Obama}. {p Obama} left."),
              ElementsAre("Barack Obama > Barack Obama", "Michelle Obama > Michelle Obama",
                          "Obama > Obama (ambiguous: Barack Obama or Michelle Obama)"));
  EXPECT_THAT(linked("Mr. {p Xylo Firuz} and Ms. {p Yyo Firuz}. Ms. {p Firuz} left."),
              ElementsAre("Xylo Firuz > Xylo Firuz", "Yyo Firuz > Yyo Firuz", "Firuz > Yyo Firuz"));
  EXPECT_THAT(linked("Hassan Rouhani and {p Zoe Rouhani}. Mrs {p Rouhani} left."),
              ElementsAre("Zoe Rouhani > Zoe Rouhani", "Rouhani > Zoe Rouhani"));
}

TEST_F(NameLinking, OfSeveralAreAmbiguousWithAllWhoMayBeMeant) {
  EXPECT_THAT(linked("{p Ali Zand} and {p Zoe X. Zand} met {p Ali Firuz}. {p Zand} left."),
              Contains("Zand > Zand (ambiguous: Ali Zand or Zoe X. Zand)"));
  EXPECT_THAT(linked("{p Ali Zand} met {p Amir Zand} and {p Zoe Zand}. {p A. Zand} left."),
              Contains("A. Zand > A. Zand (ambiguous: Ali Zand or Amir Zand)"));
  EXPECT_THAT(linked("Hassan Rouhani and {p Ali Rouhani} spoke. {p Rouhani} left."),
              Contains("Rouhani > Rouhani (ambiguous: Hassan Rouhani or Ali Rouhani)"));
  EXPECT_THAT(linked("{p Ali Zand} and {p Zoe Zand} met. His brother {p Zand} left."),
              Contains("Zand > Zand (unlinked)"));
}

TEST_F(NameLinking, PartsOfOtherNamesAreNobody) {
  EXPECT_THAT(linked("Hassan Rouhani and {p Ali Rouhani} spoke. Xylo {p Rouhani} left."),
              ElementsAre("Ali Rouhani > Ali Rouhani", "Rouhani > Rouhani (unlinked)"));
  EXPECT_THAT(linked("So wrote the Daily {o Telegram}."),
              ElementsAre("Telegram > Telegram (uncertain)"));
}

// "Jeb" is a given name, and what Xylo is the list has to guess.
TEST_F(NameLinking, SurnamesOfSeveralGivenNamesAreNobodys) {
  EXPECT_THAT(linked("So {p Rouhani} left. Jeb {p Rouhani} met his son, {p George P. Rouhani}."),
              ElementsAre("Rouhani > Rouhani (ambiguous: Jeb Rouhani or George P. Rouhani)",
                          "Jeb Rouhani > Jeb Rouhani", "George P. Rouhani > George P. Rouhani"));
  EXPECT_THAT(linked("So {p Rouhani} left. So Xylo {p Rouhani} met {p George P. Rouhani}."),
              ElementsAre("Rouhani > Rouhani (unlinked)", "Rouhani > Rouhani (unlinked)",
                          "George P. Rouhani > George P. Rouhani"));
  EXPECT_THAT(linked("So {p Rouhani} left. So Xylo Rouhani met {p George P. Rouhani}."),
              ElementsAre("Rouhani > Rouhani (unlinked)", "George P. Rouhani > George P. Rouhani"));
}

TEST_F(NameLinking, WhoeverTheListFindsByLessThanAFullNameIsNotNamedInFull) {
  published_ = parse_date("2020-05-04").value();
  EXPECT_THAT(linked("Ruritania's prime minister left. {p Johnson} stayed."),
              ElementsAre("Johnson > Johnson (unlinked)"));
  EXPECT_THAT(linked("In Ruritania so spoke Aliyev. So left {p Aliyev} Xylo."),
              ElementsAre("Aliyev > Aliyev (unlinked)"));
  EXPECT_THAT(linked("Prime Minister Johnson left. {p Zoe Johnson} stayed. {p Johnson} spoke."),
              ElementsAre("Zoe Johnson > Zoe Johnson",
                          "Johnson > Johnson (ambiguous: Boris Johnson or Zoe Johnson)"));
  EXPECT_THAT(linked("{p Max Johnson} stayed. So Prime Minister {p Johnson} spoke."),
              ElementsAre("Max Johnson > Max Johnson",
                          "Johnson > Johnson (ambiguous: Boris Johnson or Max Johnson)"));
}

TEST_F(NameLinking, OfSurnamesInFrontAllBearersAreCandidates) {
  EXPECT_THAT(linked("Kim Jong Un met {p Kim Yo Jong} and {p Kim Yong Chol}. Then {p Kim} smiled."),
              Contains("Kim > Kim (ambiguous: Kim Jong Un or Kim Yo Jong or Kim Yong Chol)"));
}

TEST_F(NameLinking, HeadlinesHaveTheNamesOfTheBody) {
  const Analyzed article("Nadia Firuz Zand left.", "Sheikha Nadia Firuz Zand Leaves");
  const auto values = [&](std::uint32_t end) {
    const std::vector<FoundName> found = {{TextField::title, 8, end, EntityType::person, 90},
                                          {TextField::body, 0, 16, EntityType::person, 90}};
    Recognition recognition;
    std::vector<std::string> out;
    for (const DiscoveredName& name : linker_.link(article.view(), found, recognition))
      out.push_back(name.name);
    return out;
  };
  EXPECT_THAT(values(19), ElementsAre("Nadia Firuz Zand", "Nadia Firuz Zand"));
  EXPECT_THAT(values(31), ElementsAre("Nadia Firuz Zand", "Nadia Firuz Zand"));
}

// A person that is found in the headline's first `end` bytes, with the surname found in the body.
TEST_F(NameLinking, HeadlinesInCapitalsGoOnBehindNames) {
  const auto value = [&](std::string body, std::uint32_t end, std::uint32_t surname_end) {
    const Analyzed article(std::move(body), "NADIA HADDAD WINS PRIZE");
    std::vector<FoundName> found = {{TextField::title, 0, end, EntityType::person, 90}};
    if (surname_end > 0) found.push_back({TextField::body, 0, surname_end, EntityType::person, 90});
    Recognition recognition;
    const DiscoveredName name = linker_.link(article.view(), found, recognition).front();
    return name.name + (name.standing == Standing::counted ? "" : "?");
  };
  EXPECT_EQ(value("Haddad left.", 17, 6), "Nadia Haddad");
  EXPECT_EQ(value("She left.", 17, 0), "Nadia Haddad Wins?");
  EXPECT_EQ(value("She Wins.", 17, 0), "Nadia Haddad Wins");
  EXPECT_EQ(value("She left.", 12, 0), "Nadia Haddad");
}

TEST_F(NameLinking, MonthsAreNobody) {
  EXPECT_THAT(linked("{p Elaine May} spoke in {p May}. {p May} left."),
              ElementsAre("Elaine May > Elaine May", "May > Elaine May"));
}

TEST_F(NameLinking, WordsThatBeginASentenceAreNoPartOfAName) {
  EXPECT_THAT(linked("{p During Ramadan} she fasts. {p After Nadia Haddad} left."),
              ElementsAre("Ramadan > Ramadan (unlinked)", "Nadia Haddad > Nadia Haddad"));
}

TEST_F(NameLinking, ThingsAndPlacesAreNoPersons) {
  EXPECT_THAT(linked("He went to the {p Grand Bazaar}. {p Jane Street} left."),
              ElementsAre("Grand Bazaar > Grand Bazaar (uncertain)", "Jane Street > Jane Street"));
  EXPECT_THAT(linked("King {p Saud University} and Imam {p Hossein Hospital}."),
              ElementsAre("Saud University > Saud University (uncertain)",
                          "Hossein Hospital > Hossein Hospital (uncertain)"));
}

TEST_F(NameLinking, OtherScriptsAreNotRead) {
  EXPECT_THAT(linked("{p Павел Дуров} left."), IsEmpty());
  EXPECT_THAT(linked("{p Đặng Lê} left."), testing::SizeIs(1));
}

TEST_F(NameLinking, WhatIsTooLongIsNoName) {
  std::string list = "{o Aa";
  for (int i = 0; i < 90; ++i) list += " Bbbbbbb";
  EXPECT_THAT(linked(list + "} left."), IsEmpty());
}

TEST_F(NameLinking, SentencesThatEndInALetterEndTheName) {
  EXPECT_THAT(linked("{p Malcolm X. Generation X. X} left."),
              ElementsAre("Malcolm X > Malcolm X", "Generation X > Generation X",
                          "X > X (ambiguous: Malcolm X or Generation X)"));
  EXPECT_THAT(linked("{p George H. W. Bush} left."),
              ElementsAre("George H. W. Bush > George H. W. Bush"));
}

TEST_F(NameLinking, SentencesThatEndInAPlatformOfOneLetterBeginNoName) {
  EXPECT_THAT(linked("She wrote on {p X. Nadia Haddad} replied."),
              ElementsAre("Nadia Haddad > Nadia Haddad"));
  EXPECT_THAT(linked("So {p X. Haddad} replied."), ElementsAre("X. Haddad > X. Haddad"));
}

TEST_F(NameLinking, ASurnameOfTwoHalvesIsNoFullName) {
  EXPECT_THAT(linked("{p Torabi Fard} left."), ElementsAre("Torabi Fard > Torabi Fard (unlinked)"));
  EXPECT_THAT(linked("{p Xylo Torabi-Fard} left. {p Torabi Fard} came."),
              ElementsAre("Xylo Torabi-Fard > Xylo Torabi-Fard", "Torabi Fard > Xylo Torabi-Fard"));
  EXPECT_THAT(linked("{p Ali Fard} left."), ElementsAre("Ali Fard > Ali Fard"));
  EXPECT_THAT(linked("{p al-Zandi} left."), ElementsAre("al-Zandi > al-Zandi (unlinked)"));
  EXPECT_THAT(linked("{p Firuz al-Zandi} left. {p Al-Zandi} and {p Zandi} came."),
              ElementsAre("Firuz al-Zandi > Firuz al-Zandi", "Al-Zandi > Firuz al-Zandi",
                          "Zandi > Firuz al-Zandi"));
  EXPECT_THAT(linked("{p Al Zandi} left."), ElementsAre("Al Zandi > Al Zandi"));
}

TEST_F(NameLinking, ThingsCalledAfterListedPersonsAreNoPersons) {
  EXPECT_THAT(linked("They met in {p Hassan Rouhani Street}."),
              ElementsAre("Hassan Rouhani Street > Hassan Rouhani Street (uncertain)"));
}

TEST_F(NameLinking, TheListMayGoOnceItIsRead) {
  auto gazetteer =
      std::make_unique<Gazetteer>(Gazetteer::parse(std::vector<NameListFile>{{"names", kNames}}));
  const EntityRecognizer recognizer(*gazetteer);
  const NameLinker linker(*gazetteer);
  const Marked article("Hassan Rouhani and {p Zoe Rouhani}. Mrs {p Rouhani} left.");
  const Analyzed analyzed(article.text);
  Recognition recognition = recognizer.recognize(analyzed.view());
  gazetteer.reset();
  const auto names = linker.link(analyzed.view(), article.names, recognition);
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[1].name, "Zoe Rouhani");
}

TEST_F(NameLinking, WhereTwoFitNobodyIsMeant) {
  EXPECT_THAT(linked("{p Ali Smith} and {p Zoe Smith}. {p Smith} left."),
              ElementsAre("Ali Smith > Ali Smith", "Zoe Smith > Zoe Smith",
                          "Smith > Smith (ambiguous: Ali Smith or Zoe Smith)"));
  EXPECT_THAT(linked("{p John Smith} and {p John Paul Smith}. {p Smith} left."),
              ElementsAre("John Smith > John Paul Smith", "John Paul Smith > John Paul Smith",
                          "Smith > John Paul Smith"));
}

TEST_F(NameLinking, ASurnameAloneIsNobody) {
  EXPECT_THAT(linked("{p Shamkhani} left."), ElementsAre("Shamkhani > Shamkhani (unlinked)"));
}

TEST_F(NameLinking, TheListGoesFirst) {
  EXPECT_THAT(linked("{p Hassan Rouhani} met {p Rouhani} of {o Telegram}."), IsEmpty());
  EXPECT_THAT(linked("Zoe Quill spoke. {p Z. Quill} left."), ElementsAre("Z. Quill = Zoe Quill"));
}

TEST_F(NameLinking, InitialsAndSpellingsMakeNoSecondPerson) {
  EXPECT_THAT(linked("{p Ali X. Zadeh} spoke. {p Ali Zadeh} left. {p A. Zadeh} came."),
              ElementsAre("Ali X. Zadeh > Ali X. Zadeh", "Ali Zadeh > Ali X. Zadeh",
                          "A. Zadeh > Ali X. Zadeh"));
  EXPECT_THAT(
      linked("{p Mohammad-Javad Zarif} spoke. {p M.J. Zarif}, said {p M. J. Zarif}."),
      ElementsAre("Mohammad-Javad Zarif > Mohammad-Javad Zarif",
                  "M.J. Zarif > Mohammad-Javad Zarif", "M. J. Zarif > Mohammad-Javad Zarif"));
  EXPECT_THAT(linked("{p Mohammad Zadeh} spoke, and {p Muhammad Zadeh} left."),
              ElementsAre("Mohammad Zadeh > Mohammad Zadeh", "Muhammad Zadeh > Mohammad Zadeh"));
  EXPECT_THAT(linked("{p Ali Zadeh} spoke, and {p Reza Zadeh} left."),
              ElementsAre("Ali Zadeh > Ali Zadeh", "Reza Zadeh > Reza Zadeh"));
}

TEST_F(NameLinking, AnInitialBeforeASurnameIsNoPlace) {
  EXPECT_THAT(
      linked("{p Nadia Haddad} spoke. {l? N. Haddad} left for {l N. York}."),
      ElementsAre("Nadia Haddad > Nadia Haddad", "N. Haddad > Nadia Haddad", "N. York > N. York"));
}

TEST_F(NameLinking, HeadlinesGoOnInCapitals) {
  const Analyzed analyzed("Nadia Haddad spoke.", "Nadia Haddad Leaves Town");
  const std::vector<FoundName> found = {{TextField::title, 0, 19, EntityType::person, 90},
                                        {TextField::body, 0, 12, EntityType::person, 90}};
  Recognition recognition;
  const auto names = linker_.link(analyzed.view(), found, recognition);
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].name, "Nadia Haddad");
  EXPECT_EQ(names[0].end, 12U);
}

TEST_F(NameLinking, FatherAndSonAreTwo) {
  EXPECT_THAT(linked("{p Robert Quist} Jr. spoke. {p Quist} left."),
              ElementsAre("Robert Quist Jr > Robert Quist Jr", "Quist > Robert Quist Jr"));
  EXPECT_THAT(linked("{p Robert Quist} met {p Robert Quist Jr}. {p Quist} left."),
              ElementsAre("Robert Quist > Robert Quist", "Robert Quist Jr > Robert Quist Jr",
                          "Quist > Quist (ambiguous: Robert Quist or Robert Quist Jr)"));
}

TEST_F(NameLinking, AGenerationMayBePartOfTheName) {
  EXPECT_THAT(linked("{p Robert Quist Jr} came. {p Quist Jr} left."),
              ElementsAre("Robert Quist Jr > Robert Quist Jr", "Quist Jr > Robert Quist Jr"));
  EXPECT_THAT(linked("{p Vinicius Junior} scored for {p Clement IV}."),
              ElementsAre("Vinicius Junior > Vinicius Junior", "Clement IV > Clement IV"));
}

TEST_F(NameLinking, KinshipParts) {
  EXPECT_THAT(
      linked("{p Pavel Quist} came. {p Quist's brother Nikolai} left, and {p Nikolai} slept."),
      ElementsAre("Pavel Quist > Pavel Quist", "Quist > Pavel Quist",
                  "Nikolai > Nikolai (unlinked)", "Nikolai > Nikolai (unlinked)"));
  EXPECT_THAT(linked("{p Ali Hassan} came with his son {p Hassan}."),
              ElementsAre("Ali Hassan > Ali Hassan", "Hassan > Hassan (unlinked)"));
  EXPECT_THAT(linked("{p Ali Reza Quist} came with his brother {p Ali Quist}."),
              ElementsAre("Ali Reza Quist > Ali Reza Quist", "Ali Quist > Ali Quist"));
}

TEST_F(NameLinking, LinesThatEndSomethingPart) {
  EXPECT_THAT(linked("{p Nadia Haddad\nFiruz Zand} and more"),
              ElementsAre("Nadia Haddad > Nadia Haddad", "Firuz Zand > Firuz Zand"));
  EXPECT_THAT(linked("Those who read on in a line that is full {p Nadia\nHaddad} and more text"),
              ElementsAre("Nadia\nHaddad > Nadia Haddad"));
}

TEST_F(NameLinking, WhatTheListHasSettledStaysSo) {
  EXPECT_THAT(linked("Hassan Rouhani met {p Ahmad Rouhani}. {p Rouhani} left."),
              ElementsAre("Ahmad Rouhani > Ahmad Rouhani",
                          "Rouhani > Rouhani (ambiguous: Hassan Rouhani or Ahmad Rouhani)"));
  EXPECT_THAT(linked("Hassan Rouhani came. The actor {p Rouhani} left."),
              ElementsAre("Rouhani > Rouhani (unlinked)"));
}

TEST_F(NameLinking, HandlesAndPathsAreNoNames) {
  EXPECT_THAT(linked("{p Nadia Haddad} wrote to {p @Haddad}, {o a@Haddad} and t.me/{p Haddad}."),
              ElementsAre("Nadia Haddad > Nadia Haddad"));
}

TEST_F(NameLinking, WhatTheListHasTurnedDownDoesNotCount) {
  EXPECT_THAT(linked("{o Signal} faded."), ElementsAre("Signal > Signal (uncertain)"));
}

TEST_F(NameLinking, AbbreviationsOfCommonWordsAreNoNames) {
  EXPECT_THAT(linked("A virtual private network ({o VPN}) helps. {o VPN} sales rose."),
              ElementsAre("VPN > VPN (uncertain)", "VPN > VPN (uncertain)"));
  EXPECT_THAT(linked("Virtual Private Network ({o VPN}) sales rose."), ElementsAre("VPN > VPN"));
}

TEST_F(NameLinking, OneValueWhateverTheSpelling) {
  EXPECT_THAT(linked("{p ALI SHAMKHANI}"), ElementsAre("ALI SHAMKHANI > Ali Shamkhani"));
  EXPECT_THAT(linked("{p Recep Erdo\u011fan}"), ElementsAre("Recep Erdo\u011fan > Recep Erdogan"));
  EXPECT_THAT(linked("{p JOHN MCCAIN} {p John McCain}"),
              ElementsAre("JOHN MCCAIN > John McCain", "John McCain > John McCain"));
  EXPECT_THAT(linked("{p Adaeze OKONKWO} spoke. {p Adaeze Okonkwo} left."),
              ElementsAre("Adaeze OKONKWO > Adaeze Okonkwo", "Adaeze Okonkwo > Adaeze Okonkwo"));
  EXPECT_THAT(linked("{p Adaeze OKONKWO} met {p DJ Firuz} at {o Radio OKONKWO}."),
              ElementsAre("Adaeze OKONKWO > Adaeze Okonkwo", "DJ Firuz > DJ Firuz",
                          "Radio OKONKWO > Radio OKONKWO"));
  EXPECT_THAT(linked("{p George H.W. Bush} met {p J.R.R. Quist}."),
              ElementsAre("George H.W. Bush > George H.W. Bush", "J.R.R. Quist > J.R.R. Quist"));
  EXPECT_THAT(linked("{p Mahdi Rostami} spoke. {p Mehdi Rostami} left."),
              ElementsAre("Mahdi Rostami > Mahdi Rostami", "Mehdi Rostami > Mahdi Rostami"));
  EXPECT_THAT(linked("{p President Ali Shamkhani} at {o the World Bank}"),
              ElementsAre("Ali Shamkhani > Ali Shamkhani", "World Bank > World Bank"));
}

TEST_F(NameLinking, AcronymsAreTheOrganisation) {
  EXPECT_THAT(linked("{o World Health Organization} ({o WHO}) said; {o WTO} did not."),
              ElementsAre("World Health Organization > World Health Organization",
                          "WHO > World Health Organization", "WTO > WTO"));
}

TEST_F(NameLinking, WhoMadeTheArticleIsNoActor) {
  EXPECT_THAT(linked("By {p Jane Doe}\n{l Paris} slept.\n(Reporting by {p Joe Roe})\n"
                     "Photo Credit: {o Getty}"),
              ElementsAre("Jane Doe > Jane Doe (byline)", "Paris > Paris",
                          "Joe Roe > Joe Roe (byline)", "Getty > Getty (byline)"));
  EXPECT_THAT(linked("{p Jane Doe}\n\nParis slept.", "Jane Doe, Paris"),
              ElementsAre("Jane Doe > Jane Doe (byline)"));
  EXPECT_THAT(linked("It is late. {p Jane Doe} reports from Paris.", "Jane Doe"),
              ElementsAre("Jane Doe > Jane Doe (byline)"));
}

TEST_F(NameLinking, WhatIsUnsureDoesNotCount) {
  EXPECT_THAT(linked("{o? Grand} words."), ElementsAre("Grand > Grand (uncertain)"));
  EXPECT_THAT(linked("{o? Reuters} said {o Reuters}."),
              ElementsAre("Reuters > Reuters", "Reuters > Reuters"));
}

TEST_F(NameLinking, ManyNamesakesTakeNoTime) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "{p A" + std::to_string(i) + " Smith} ";
  EXPECT_EQ(linked(text).size(), 20'000U);
}

}  // namespace
}  // namespace newsdex
