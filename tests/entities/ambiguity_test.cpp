// A form that is several entities' names nobody.

#include <gtest/gtest.h>

#include "recognition.hpp"

namespace newsdex::testing {
namespace {

constexpr std::string_view kAmbiguityNames = R"(
- {name: Ali Larijani, kind: person}
- {name: Sadegh Larijani, kind: person}
- {name: Ali Khamenei, kind: person, aliases: [Khamenei]}
- {name: Mojtaba Khamenei, kind: person}
- {name: Bale, kind: platform, aliases: [The Messenger]}
- {name: Igap, kind: platform, aliases: [The Messenger]}
- {name: Abdolkarim Soroush, kind: person}
- {name: Soroush, kind: platform, name-flags: needs-context}
- {name: Mehr, kind: organisation}
- {name: Mehr, kind: platform, name-flags: needs-context}
)";

struct Ambiguous {
  std::string_view text;
  std::string_view marked;
  std::string_view rejections;
};

constexpr Ambiguous kAmbiguityCases[] = {
    {"Ali Larijani left. So Larijani left.",
     "[Ali Larijani=Ali Larijani@name] left. So [Larijani=Ali Larijani@surname] left.", ""},
    {"Ali Larijani and Sadegh Larijani met. So Larijani left.",
     "[Ali Larijani=Ali Larijani@name] and [Sadegh Larijani=Sadegh Larijani@name] met. So Larijani "
     "left.",
     "Larijani: surname of Ali Larijani and Sadegh Larijani"},
    {"So Khamenei left.", "So [Khamenei=Ali Khamenei@alias] left.", ""},
    {"Mojtaba Khamenei met Khamenei.", "[Mojtaba Khamenei=Mojtaba Khamenei@name] met Khamenei.",
     "Khamenei: surname of Ali Khamenei and Mojtaba Khamenei"},
    {"They met Firuz Khamenei.", "They met Firuz Khamenei.",
     "Khamenei: preceded by another given name: Firuz\n"
     "Khamenei: preceded by another given name: Firuz"},
    {"On The Messenger today.", "On The Messenger today.", "The Messenger: name of Bale and Igap"},
    {"Abdolkarim Soroush has the Soroush app.",
     "[Abdolkarim Soroush=Abdolkarim Soroush@name] has the Soroush app.",
     "Soroush: name of Soroush, surname of Abdolkarim Soroush"},
    {"Abdolkarim Soroush has the apps Bale and Soroush.",
     "[Abdolkarim Soroush=Abdolkarim Soroush@name] has the apps [Bale=Bale@name] and "
     "[Soroush=Soroush@name].",
     ""},
    {"So Mehr reports.", "So [Mehr=Mehr@name] reports.", "Mehr: no cue word near"},
    {"So the Mehr app reports.", "So the Mehr app reports.", "Mehr: name of Mehr and Mehr"},
};

TEST(Ambiguity, IsReportedAndNeverGuessed) {
  Tagger tagger(kAmbiguityNames);
  for (const auto& [text, marked, rejections] : kAmbiguityCases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(tagger.mark(text), marked);
    EXPECT_EQ(tagger.rejections(text), rejections);
  }
}

TEST(Ambiguity, OfManyIsReportedInPart) {
  std::string yaml;
  std::string text;
  for (const std::string_view name : {"Ava", "Bea", "Cia", "Dea", "Eva", "Fay", "Gia"}) {
    yaml += "- {name: " + std::string(name) + " Smith, kind: person}\n";
    text += std::string(name) + " Smith. ";
  }
  Tagger tagger(yaml);
  EXPECT_EQ(tagger.rejections(text + "So Smith left."),
            "Smith: surname of Ava Smith, Bea Smith, Cia Smith, Dea Smith, Eva Smith and 2 more");
}

}  // namespace
}  // namespace newsdex::testing
