// Forms that count only when something else in the article speaks for them.

#include <gtest/gtest.h>

#include <algorithm>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kPlatforms = R"(
- {name: Telegram, kind: platform}
- {name: WhatsApp, kind: platform}
- {name: Viber, kind: platform}
- {name: Gap, kind: platform, name-flags: [exact-case, needs-context]}
- {name: Signal, kind: platform, name-flags: [exact-case, needs-context]}
- {name: Soroush, kind: platform, name-flags: needs-context}
- {name: Meta, kind: organisation, name-flags: [exact-case, needs-context], context: [Facebook, social network]}
)";

struct Context {
  std::string_view text;
  std::string_view found;  // the flagged names that count, in order
};

constexpr Context kContexts[] = {
    {"The gap widened, said users of the app.", ""},
    {"Gap opened a new shop.", ""},
    {"They use Gap, a new messenger.", "Gap"},
    {"They use Gap for messaging.", "Gap"},
    {"The apps are free. Gap is one.", ""},
    {"Gap is a messenger. People like Gap.", "Gap Gap"},
    {"People like Gap. It was the Gap app.", "Gap Gap"},
    {"Users spoke of Gap. People like Gap.", "Gap"},
    // Words that speak of much else count beside the name, or two of them.
    {"Signal lights on the platform failed.", ""},
    {"Gap opened a network of shops.", ""},
    {"The Signal platform failed.", "Signal"},
    {"A post in the channel spoke of Signal.", "Signal"},
    {"Gap Inc. sells clothes to users.", ""},
    {"It was a strong signal to users.", ""},
    // What is said on it.
    {"She wrote on Signal. Nobody came.", "Signal"},
    {"She said on Signal that nobody came.", "Signal"},
    {"She said on Signal Hill that nobody came.", ""},
    {"She spoke. On Signal it was said.", ""},
    {"She said so. It depends on Signal.", ""},
    {"Signal is an encrypted app.", "Signal"},
    {"Meta-analysis of social network data", ""},
    {"Signal-processing apps", ""},
    {"Facebook changed its name to Meta last year.", "Meta"},
    {"Meta runs a social network.", "Meta"},
    {"Meta runs a social club and a network.", ""},
    {"Meta runs an app.", ""},
    // Not in another sentence, be it near; in the same one sixteen tokens away, and seventeen. An
    // abbreviation does not end it.
    {"The app. A b Gap", ""},
    {"Gap b ll. App", ""},
    {"The app a b c d e f g h i j k l m n o Gap", "Gap"},
    {"The app a b c d e f g h i j k l m n o p Gap", ""},
    {"The app of Dr. b c d e f g h i j k Gap", "Gap"},
    {"The app\n\nof b c d e f g h i j k l m n Gap", ""},
    // Enumerations.
    {"Telegram and Gap", "Gap"},
    {"Gap and Telegram", "Gap"},
    {"WhatsApp, Signal and Viber", "Signal"},
    {"Signal, Gap and Viber", "Signal Gap"},
    {"Viber, Gap, Soroush, and Signal", "Gap Soroush Signal"},
    {"Soroush and Gap", ""},
    {"Viber closed Gap", ""},
    {"Viber. And Gap", ""},
    {"Viber (and Gap)", ""},
};

TEST(NeedsContext, CountsNearACueWordOrAmongPlatforms) {
  Tagger tagger(kPlatforms);
  for (const auto& [text, expected] : kContexts) {
    SCOPED_TRACE(text);
    std::string found;
    for (const Mention& mention : tagger.recognize({}, text).mentions) {
      if (mention.confidence == 100) continue;
      EXPECT_EQ(mention.confidence, 90);
      if (!found.empty()) found += ' ';
      found += text.substr(mention.begin, mention.end - mention.begin);
    }
    EXPECT_EQ(found, expected);
  }
}

TEST(NeedsContext, SaysWhatIsMissing) {
  Tagger tagger(kPlatforms);
  EXPECT_EQ(tagger.rejections("Gap opened a new shop."), "Gap: no cue word near");
  EXPECT_EQ(tagger.rejections("Signal-processing apps"), "Signal: part of a compound word");
}

TEST(NeedsContext, OfAPersonLooksForTheOffices) {
  Tagger tagger(R"(
- name: Jane Brown
  kind: person
  aliases: [{form: Brown, flags: needs-context}]
  surname: []
  offices: [{title: Mayor of Leeds, role: mayor}]
)");
  EXPECT_EQ(tagger.mark("So mayor Brown left."), "So mayor [Brown=Jane Brown@alias] left.");
  EXPECT_EQ(tagger.mark("So Brown left."), "So Brown left.");
}

TEST(NeedsContext, InATitleLooksAtTheTitle) {
  Tagger tagger(kPlatforms);
  EXPECT_EQ(tagger.mark_title("Messenger Gap Banned", ""), "Messenger [Gap=Gap@name] Banned");
  EXPECT_EQ(tagger.mark_title("Gap Widens", "The app"), "Gap Widens");
}

constexpr std::string_view kCountries = R"(
- {name: Iran, kind: place, demonyms: [Iranian, Iranians]}
- {name: Tehran, kind: place, country: Iran}
- {name: Iraq, kind: place, demonyms: [Iraqi]}
- name: Ali Khamenei
  kind: person
  country: Iran
  aliases: [{form: Supreme Leader, flags: needs-country}]
)";

struct CountryCase {
  std::string_view title;
  std::string_view body;
  bool found;
};

constexpr CountryCase kCountryCases[] = {
    {"", "The Supreme Leader spoke.", false},
    {"", "The Supreme Leader of Iran spoke.", true},
    {"", "The Supreme Leader spoke to Iranians.", true},
    {"", "The Supreme Leader spoke in Tehran.", true},
    {"", "The Supreme Leader spoke in Iraq.", false},
    {"", "The Supreme Leader of Iran spoke in Iraq.", false},
    {"", "The Supreme Leader of Iran spoke in Iraq to Iraqi troops.", false},
    {"", "The Supreme Leader of Iran spoke in Iraq to Iranian troops.", true},
    {"Iran", "The Supreme Leader spoke to Iraqi troops in Iraq.", true},
    {"Iraq", "The Supreme Leader of Iran spoke in Tehran.", false},
};

TEST(NeedsCountry, CountsInAnArticleAboutThatCountry) {
  Tagger tagger(kCountries);
  for (const auto& [title, body, found] : kCountryCases) {
    SCOPED_TRACE(std::string(title) + " / " + std::string(body));
    bool leader = false;
    for (const Mention& mention : tagger.recognize(title, body).mentions) {
      leader |= mention.type == EntityType::person;
    }
    EXPECT_EQ(leader, found);
  }
}

constexpr std::string_view kBodies = R"(
- {name: Iran, kind: place, aliases: [Islamic Republic of Iran], demonyms: [Iranian, Iranians], persian: [ایران]}
- {name: Tehran, kind: place, country: Iran}
- {name: Lebanon, kind: place, demonyms: [Lebanese], persian: [لبنان]}
- {name: Beirut, kind: place, country: Lebanon}
- {name: Ukraine, kind: place, demonyms: [Ukrainian]}
- {name: Kyiv, kind: place, country: Ukraine}
- {name: Jordan, kind: place, name-flags: needs-context, context: [amman], demonyms: [Jordanian]}
- {name: Hassan Rouhani, kind: person, country: Iran}
- {name: Iranian Foreign Ministry, kind: organisation, country: Iran, aliases: [{form: foreign ministry, flags: needs-country}], persian: [{form: وزارت خارجه, flags: needs-country}]}
- {name: Iranian Parliament, kind: organisation, country: Iran, aliases: [{form: parliament, flags: needs-country}]}
- {name: Iranian Courts, kind: organisation, country: Iran, aliases: [{form: revolutionary court, flags: needs-country}]}
- {name: IRGC, kind: organisation, country: Iran, aliases: [{form: Guards, flags: needs-country}]}
- {name: Iranian Ministry of Education, kind: organisation, country: Iran, aliases: [{form: Ministry of Education, flags: needs-country}]}
)";

struct BesideCase {
  std::string_view text;  // of an article about Iran
  bool found;
};

constexpr BesideCase kBesideCases[] = {
    {"Then the foreign ministry spoke.", true},
    {"Then the foreign ministry of Lebanon spoke.", false},
    {"Then the Lebanese foreign ministry spoke.", false},
    {"Then Lebanon's foreign ministry spoke.", false},
    {"Then the Lebanese caretaker foreign ministry spoke.", false},
    {"Then Ukraine's newly elected parliament met.", false},
    {"Then Ukraine's parliament met.", false},
    {"Then Kyiv's parliament met.", false},
    {"Then the parliament in Kyiv met.", false},
    {"Then Jordan's parliament met.", false},
    {"In Beirut, the foreign ministry spoke.", false},
    {"Meanwhile in Beirut the foreign ministry spoke.", false},
    {"In Tehran, the foreign ministry spoke.", true},
    {"Then Iran's foreign ministry spoke.", true},
    {"Then Tehran's foreign ministry spoke.", true},
    {"Then the foreign ministry of the Islamic Republic of Iran spoke.", true},
    {"Then Rouhani's foreign ministry spoke.", true},
    {"Then Lebanon said its foreign ministry had spoken.", false},
    {"Then Iran said its foreign ministry had spoken.", true},
    {"Then Iran told Lebanon that its foreign ministry had spoken.", false},
    // Countries and regions that no list has.
    {"Then the foreign ministry of Vanuatu spoke.", false},
    {"Then Vanuatu's foreign ministry spoke.", false},
    {"Then the Scottish parliament met.", false},
    {"Then the Islamic revolutionary court met.", true},
    {"Then on Monday parliament met.", true},
    {"Then the reformist-led parliament met.", true},
    {"Hopeful parliament watchers met.", true},
    // Who asks a parliament has none by that.
    {"Then Lebanese lawmakers urged parliament in Tehran to meet.", true},
    {"Then the Lebanon-backed parliament met.", true},
    // What bears a name is where it likes to be.
    {"Then the Guards in Lebanon spoke.", true},
    {"Then the Guards of Lebanon spoke.", false},
    {"Then the Ministry of Education in Lebanon spoke.", false},
    {"Then the Ministry of Education in Beirut spoke.", false},
    {"Then the Ministry of Education in Tehran spoke.", true},
    {"Then the Ministry of Education in March spoke.", true},
    {"وزارت خارجه گفت", true},
    {"وزارت خارجه لبنان گفت", false},
    {"وزارت خارجه ایران گفت", true},
};

TEST(NeedsCountry, GoesByTheCountryBesideTheFormFirst) {
  Tagger tagger(kBodies);
  const auto count_bodies = [](const Recognition& recognition) {
    return std::count_if(
        recognition.mentions.begin(), recognition.mentions.end(),
        [](const Mention& mention) { return mention.type == EntityType::organisation; });
  };
  for (const auto& [text, found] : kBesideCases) {
    SCOPED_TRACE(text);
    const std::string body = "Hassan Rouhani spoke to Iranians.\n\n" + std::string(text);
    EXPECT_EQ(count_bodies(tagger.recognize("Iran", body)), found ? 1 : 0);
  }
  // Nor does an article about another country take what is Iran's.
  EXPECT_EQ(count_bodies(tagger.recognize("Lebanon", "So the foreign ministry of Iran spoke.")), 1);
  EXPECT_EQ(tagger.rejections("Iranians heard the foreign ministry of Lebanon."),
            "foreign ministry: of another country, by the words beside it");
}

TEST(NeedsCountry, NamesTheCountryThatIsMissing) {
  Tagger tagger(kCountries);
  EXPECT_EQ(tagger.rejections("The Supreme Leader spoke."),
            "Supreme Leader: the article is not about Iran");
}

TEST(NeedsCountry, DoesNotMakeMentionsOfDemonyms) {
  Tagger tagger(kCountries);
  EXPECT_EQ(tagger.mark("Iranian and Iraqi troops in Iran"),
            "Iranian and Iraqi troops in [Iran=Iran@name]");
}

TEST(NeverAlone, CountsOnlyBesideAnotherForm) {
  Tagger tagger(R"(
- name: Twitter
  kind: platform
  aliases: [{form: X, flags: [exact-case, never-alone]}, {form: The Bird, flags: never-alone}]
)");
  EXPECT_EQ(tagger.mark("Malcolm X spoke."), "Malcolm X spoke.");
  EXPECT_EQ(tagger.mark("On X and The Bird."), "On X and The Bird.");
  EXPECT_EQ(tagger.mark("On X, once Twitter."),
            "On [X=Twitter@alias], once [Twitter=Twitter@name].");
  EXPECT_EQ(tagger.rejections("On X."), "X: counts only beside another form of the name");
  const Recognition found = tagger.recognize("Twitter", "On X.");
  ASSERT_EQ(found.mentions.size(), 2U);
  EXPECT_EQ(found.mentions[1].confidence, 90);
}

}  // namespace
}  // namespace newsdex::testing
