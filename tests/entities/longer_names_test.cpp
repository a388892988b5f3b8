// Names of places, bodies and platforms within other names, and of other things.

#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kLongerNamesNames = R"(
- {name: United States, kind: place, aliases: [America], demonyms: [American]}
- {name: Iran, kind: place, demonyms: [Iranian]}
- {name: Tehran, kind: place, country: Iran}
- {name: Washington, kind: place, country: United States}
- {name: Holland, kind: place}
- {name: Sudan, kind: place, demonyms: [Sudanese]}
- {name: Geneva, kind: place}
- {name: France, kind: place, demonyms: [French]}
- {name: Australia, kind: place}
- {name: The Guardian, kind: organisation}
- {name: Guardian Council, kind: organisation, country: Iran}
- {name: State Duma, kind: organisation, aliases: [Duma]}
- {name: Reuters, kind: organisation}
- {name: BBC, kind: organisation}
- name: Twitter
  kind: platform
  aliases: [twitter.com, {form: X, flags: [exact-case, needs-context]}]
- {name: Signal, kind: platform, name-flags: [exact-case, needs-context]}
- {name: Wire, kind: platform, name-flags: [exact-case, needs-context], context: [app, hacked]}
- {name: Telegram, kind: platform}
- {name: Hassan Rouhani, kind: person, country: Iran}
)";

// Names without their entities: what is left of each sentence is in brackets.
struct NamedIn {
  std::string_view text;
  std::string_view found;  // the names that count, in order
};

constexpr NamedIn kLongerNamesCases[] = {
    // People.
    {"The actor Denzel Washington spoke. Later Washington left.", ""},
    {"So Tom Holland came to Holland with him.", "Holland"},
    {"So Mr Washington left in a hurry.", ""},
    {"Malcolm X was not on any app or platform.", ""},
    {"The app X is a platform.", "X"},
    {"He lives in Washington.", "Washington"},
    {"On Monday Washington warned them.", "Washington"},
    {"As President Rouhani said, Tehran waits.", "Tehran"},
    // Animals, and things that are called so.
    {"The last bull, Sudan, was put to sleep. Sudan was old.", ""},
    {"Sudan, the last male northern white rhino, died.", ""},
    {"Sudan, the largest country there, is at war.", "Sudan"},
    {"The rhino came from Sudan.", "Sudan"},
    {"A new perfume was called Geneva.", ""},
    {"A town called Geneva lies there.", "Geneva"},
    {"He has an app and a coat named Signal.", ""},
    {"He has an app named Signal.", "Signal"},
    {"A deputy who called Telegram an enemy left. Telegram stayed.", "Telegram Telegram"},
    {"So lawmakers called Telegram a gangster.", "Telegram"},
    {"Officials named Telegram as a threat.", "Telegram"},
    {"The service, renamed Telegram in May, grew.", "Telegram"},
    {"He wore a coat called Telegram.", ""},
    // Companies that bear an everyday word.
    {"Clothing retailer Signal launched an app. Signal said so on its app.", ""},
    {"The retailers Zand and Signal have an app.", "Signal"},
    {"The banks Signal and Zand have an app.", ""},
    {"Signal, the clothing retailer, launched an app.", ""},
    {"Signal, an app that a retailer has made, is down.", "Signal"},
    {"The retailer Telegram launched an app.", "Telegram"},
    // Words that a sentence begins with.
    {"The telegram came at noon. Telegram in hand, she ran.", ""},
    {"Telegram in hand, she ran.", "Telegram"},
    {"The telegram came. Telegram users ran, and on Telegram they spoke.", "Telegram Telegram"},
    {"The telegram came. She ran to Telegram. Telegram was quiet.", "Telegram Telegram"},
    {"The signal was lost. Signal came back as the app was closed.", ""},
    {"It was a signal to all. Signal, an encrypted app, is down.", "Signal"},
    {"The wire broke. Wire was hacked.", "Wire"},
    {"The wire broke. Wire was cut, not the app.", ""},
    {"Signal strength was low, but not that of the app.", ""},
    {"So Signal strength was low, but not that of the app.", "Signal"},
    {"Signal's strength is its app.", "Signal"},
    // Papers and dispatches.
    {"He writes for The Daily Telegram.", ""},
    {"Daily Telegram reporters wrote so.", ""},
    {"So the Zimmermann Telegram was read. The Telegram was long.", ""},
    {"So the Zimmermann Telegram was read on the Telegram channel.", "Telegram"},
    {"So wrote a Firuz Telegram channel.", "Telegram"},
    {"He reads The Telegram. It was in the Telegram.", ""},
    {"He reads The Telegram. So the Telegram users left.", "Telegram"},
    {"It was in The Star, The Telegram and others.", ""},
    {"He reads The (Zand) Telegram. The Telegram is dear.", ""},
    {"The Telegram ban (of Zand) Telegram users felt.", "Telegram Telegram"},
    {"He uses The Telegram app.", "Telegram"},
    {"The Telegram was blocked.", "Telegram"},
    {"Yesterday Telegram spoke.", "Telegram"},
    {"Blocked Telegram users spoke.", "Telegram"},
    {"So Iranian Telegram is slow.", "Telegram"},
    {"So spoke CEO Telegram.", "Telegram"},
    {"So on Monday Telegram spoke.", "Telegram"},
    {"So the Sunday Telegram reported. The Telegram is dear.", ""},
    {"The Sunday Telegram said so.", ""},
    {"So the Sunday Telegram outage ended.", "Telegram"},
    {"So the Sunday Telegram posts were read.", "Telegram"},
    {"So the Geneva Telegram was sold.", "Geneva"},
    {"The Geneva Telegram's editor left.", "Geneva"},
    {"So the Geneva Telegram ban ended.", "Geneva Telegram"},
    {"So in Geneva Telegram is slow.", "Geneva Telegram"},
    // Bodies and events.
    {"It was the Guardian Council again.", "Guardian Council"},
    {"It was The Guardian Council again.", "Guardian Council"},
    {"As The Guardian reported, it was so.", "The Guardian"},
    {"He lost to Duma Boko, who jogs.", ""},
    {"In Moscow the Duma voted.", "Duma"},
    {"As Duma Speaker he voted.", "Duma"},
    {"She went to the University of Tehran by bus.", ""},
    {"He rode the Tour de France twice.", ""},
    {"She saw the Tehran Symphony play.", ""},
    {"She spoke for Washington State.", "Washington"},
    {"He flew to Western Australia.", ""},
    {"He flew to western Australia.", "Australia"},
    {"Western Australia burnt.", "Australia"},
    {"It was on BBC Radio.", "BBC"},
    {"She works for Reuters News now.", "Reuters"},
    {"It was bought by Twitter Inc last year.", "Twitter"},
    {"He wrote on Twitter Wednesday.", "Twitter"},
    // Handles and addresses.
    {"He is @Twitter there, and post@Twitter.com.", ""},
    {"He posts #Twitter there.", "Twitter"},
    {"See https://twitter.com/abc for it.", "twitter.com"},
};

TEST(LongerNames, HideTheNamesInThem) {
  Tagger tagger(kLongerNamesNames);
  for (const auto& [text, expected] : kLongerNamesCases) {
    SCOPED_TRACE(text);
    std::string found;
    for (const Mention& mention : tagger.recognize({}, text).mentions) {
      if (mention.type == EntityType::person) continue;
      if (!found.empty()) found += ' ';
      found += text.substr(mention.begin, mention.end - mention.begin);
    }
    EXPECT_EQ(found, expected) << tagger.rejections(text);
  }
}

TEST(LongerNames, AreNotSeenInHeadlinesByCapitalsAlone) {
  Tagger tagger(kLongerNamesNames);
  EXPECT_EQ(tagger.mark_title("Iran Blocks Twitter Again", ""),
            "[Iran=Iran@name] Blocks [Twitter=Twitter@name] Again");
  EXPECT_EQ(tagger.mark_title("Washington Wins Again", "The actor Denzel Washington won."),
            "Washington Wins Again");
  EXPECT_EQ(tagger.mark_title("Signal Inc Opens App Shop", ""), "Signal Inc Opens App Shop");
  EXPECT_EQ(tagger.mark_title("SIGNAL INC OPENS APP SHOP", ""), "SIGNAL INC OPENS APP SHOP");
  EXPECT_EQ(tagger.mark_title("Signal Stores No App Data", ""),
            "[Signal=Signal@name] Stores No App Data");
  EXPECT_EQ(tagger.mark_title("Signal Group Chats in App", ""),
            "[Signal=Signal@name] Group Chats in App");
}

// What the body has as a common word only is one in a headline that capitalises everything.
TEST(LongerNames, OfHeadlinesAreToldFromCommonWordsByTheBody) {
  Tagger tagger("[{name: Iran, kind: place}, {name: Telegram, kind: platform}]");
  constexpr std::string_view kFound = "Family Finds Telegram Sent in 1915";
  constexpr std::string_view kNamed = "Family Finds [Telegram=Telegram@name] Sent in 1915";
  EXPECT_EQ(tagger.mark_title(kFound, "She found a telegram in a box. The telegram was old."),
            kFound);
  EXPECT_EQ(tagger.mark_title("FAMILY FINDS TELEGRAM", "She found a telegram in a box."),
            "FAMILY FINDS TELEGRAM");
  EXPECT_EQ(tagger.mark_title(kFound, "She found a letter in a box."), kNamed);
  EXPECT_EQ(tagger.mark_title(kFound, "A telegram, so Telegram said."), kNamed);
  EXPECT_EQ(tagger.mark_title(kFound, "It was sent in a telegram channel."), kNamed);
  EXPECT_EQ(tagger.mark_title("Family finds Telegram", "She found a telegram in a box."),
            "Family finds [Telegram=Telegram@name]");
  EXPECT_EQ(tagger.mark_title("Telegram found in a box", "She found a telegram in a box."),
            "Telegram found in a box");
}

TEST(LongerNames, AreGivenAsTheReason) {
  Tagger tagger(kLongerNamesNames);
  EXPECT_EQ(tagger.rejections("He lost to Duma Boko."), "Duma: part of a longer name: Boko");
  EXPECT_EQ(tagger.rejections("A cat called Geneva. Geneva sleeps."),
            "Geneva: the name of something else in the article\n"
            "Geneva: the name of something else in the article");
}

}  // namespace
}  // namespace newsdex::testing
