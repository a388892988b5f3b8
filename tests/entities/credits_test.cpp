// What of a body says who made the article.
#include "entities/credits.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace newsdex {
namespace {

struct CreditCase {
  std::string_view body;
  std::string_view credits;  // each with a bar behind it
};

constexpr CreditCase kCreditsCases[] = {
    {"By Jane Doe", "By Jane Doe|"},
    {"By Jane Doe in Paris and Joe Roe, Reuters", "By Jane Doe in Paris and Joe Roe, Reuters|"},
    {"By Monday the city slept", ""},
    {"By Monday, Paris slept.", ""},
    {"By far the largest bank of all in the country and of its neighbours, it was told by many.",
     ""},
    {"Text.\nPhoto Credit: IRNA", "Photo Credit: IRNA|"},
    {"File photo shows a bank. It is old. (AFP/Jane Doe)",
     "File photo shows a bank.|(AFP/Jane Doe|"},
    {"Photograph: Jane Roe/Getty Images", "Photograph: Jane Roe/Getty Images|"},
    {"© AFP", "© AFP|"},
    {"Photo: Jane Roe/dpa", "Photo: Jane Roe/dpa|"},
    {"(Jane Doe in Dakar, editing by Joe Roe)", "(Jane Doe in Dakar, editing by Joe Roe|"},
    {"Photo: Jane Roe speaks in a hall", ""},
    {"(Photo: Jane Roe, AFP)", "(Photo: Jane Roe, AFP|"},
    {"Reporter: Jane Doe", "Reporter: Jane Doe|"},
    {"خبرنگار: علی رضایی", "خبرنگار: علی رضایی|"},
    {"TEHRAN (AFP) - Text (here) too", "(AFP|"},
    {"Text of a bank (AFP) and more", ""},
    {"He said so. (Reuters)", "(Reuters|"},
    {"He said so (twice)", ""},
    {"Text. (Reporting by A B; Editing by C D)", "(Reporting by A B; Editing by C D|"},
    {"Text [AP Photo/Jane Doe] and text", "[AP Photo/Jane Doe|"},
    {"(Photo by Jane Doe/AFP)", "(Photo by Jane Doe/AFP|"},
    {"It failed. Reporting by Jane Doe in Paris; Editing by Joe Roe",
     "Reporting by Jane Doe in Paris; Editing by Joe Roe|"},
    {"It failed. Reporting by Jane Doe showed why nobody came.", ""},
    {"It was a photo by Jane Doe", ""},
    // Captions, the ends of paragraphs, and whom to follow.
    {"Handout photo shows Jane Doe in a hall. She left.",
     "Handout photo shows Jane Doe in a hall.|"},
    {"This undated file picture shows Jane Doe in a hall",
     "This undated file picture shows Jane Doe in a hall|"},
    {"Photo shows Jane Doe in a hall", ""},
    {"A photo shows Jane Doe in a hall", ""},
    {"They left (AFP/Jane Doe)", "(AFP/Jane Doe|"},
    {"They left (Zand/Jane Doe)", ""},
    {"They left. Photo: Jane Doe", "Photo: Jane Doe|"},
    {"They left. Credit: Jane Doe for the Zand Times", "Credit: Jane Doe for the Zand Times|"},
    {"They left. Source: people who know Jane Doe", ""},
    {"They left. Follow Jane Doe on Twitter.", "Jane Doe|"},
    {"You can follow the Zand's Jane Doe on Twitter", "the Zand's Jane Doe|"},
    {"They follow Jane Doe on Twitter.", ""},
    {"Follow what Jane Doe says on Twitter.", ""},
    {"It failed. Jane Doe in Paris contributed to this report.", "Jane Doe in Paris |"},
    {"Jane Doe and Joe Roe contributed reporting.", "Jane Doe and Joe Roe |"},
    {"Jane Doe contributed to his downfall.", ""},
    {"He left.\n\n— Jane Doe, AFP\n", "— Jane Doe, AFP|"},
    {"— Jane Doe, AFP\n\nHe left.", ""},
    // Names with an agency, and how a text was made.
    {"Jane Roe, The Associated Press", "Jane Roe, The Associated Press|"},
    {"Jane Roe and Joe Doe, AP", "Jane Roe and Joe Doe, AP|"},
    {"Ann Lee/AFP/Getty Images", "Ann Lee/AFP/Getty Images|"},
    {"Crowds march in Tehran. Ann Lee/AFP/Getty Images", "Ann Lee/AFP/Getty Images|"},
    {"Jane Roe sued The Associated Press", ""},
    {"Jane Roe, Joe Doe, Reuters said, left.", ""},
    {"Jane Roe, a lawyer, AP", ""},
    {"This story was written by Peter Foe.", "This story was written by Peter Foe.|"},
    {"It failed. This article was originally published by Peter Foe.",
     "This article was originally published by Peter Foe.|"},
    {"This story was told by Peter Foe.", ""},
    {"This story was written by Peter Foe, who fled.", ""},
    {"It failed. Roe reported from Beirut; Doe from Cairo.",
     "Roe reported from Beirut; Doe from Cairo.|"},
    {"Losses were reported from Beirut.", ""},
    {"They march in the rain Ann Lee/AFP/Getty Images.", "Ann Lee/AFP/Getty Images.|"},
    {"They march in the rain. Ann Lee / Reuters", "Ann Lee / Reuters|"},
    {"They march in the rain and/or Ann Lee", ""},
    {"/Reuters", "/Reuters|"},
    // Within a paragraph.
    {"They left. Photo: Jane Doe. They came back at dawn.", "Photo: Jane Doe.|"},
    {"Photo: Jane Doe. They left, and they came back at dawn.", "Photo: Jane Doe.|"},
    {"They left. Written by Jane Doe.", "Written by Jane Doe.|"},
    {"They left. Additional reporting by Jane Doe and Joe Roe in Paris. They came back at dawn.",
     "Additional reporting by Jane Doe and Joe Roe in Paris.|"},
    {"\u201CThey left.\u201D Reporting by Jane Doe; Editing by Joe Roe",
     "Reporting by Jane Doe; Editing by Joe Roe|"},
    {"They left. Written by Jane Doe in 1990, it sold well.", ""},
    {"They left. Photo: Jane Doe leaves. They came back at dawn.", ""},
    {"They left. Copyrighted Songs of Jane Doe.", ""},
    {"They left. منبع: جین دو. They came back.", ""},
    {"They left. منبع: جین دو", "منبع: جین دو|"},
    {"  \n", ""},
    {"((((", ""},
};

TEST(CreditSpans, AreBylinesPhotoCreditsAndAgencies) {
  for (const auto& [body, credits] : kCreditsCases) {
    std::string found;
    for (const CreditSpan& span : credit_spans(body)) {
      found += std::string(body.substr(span.begin, span.end - span.begin)) + "|";
    }
    EXPECT_EQ(found, credits) << body;
  }
}

TEST(CreditSpans, AscendAndDoNotOverlap) {
  const std::string body =
      "He left. (Photo by Jane Doe) Jane Doe contributed reporting. Editing by Jane Doe (AFP)";
  std::uint32_t end = 0;
  for (const CreditSpan& span : credit_spans(body)) {
    EXPECT_LE(end, span.begin);
    EXPECT_LT(span.begin, span.end);
    end = span.end;
  }
  EXPECT_GT(end, 0U);
}

TEST(CreditSpans, OfHostileTextTakeNoTime) {
  for (const std::string_view part :
       {"( [ ", "contributed to this ", " by ", "Photo by A ", "Photo by A. ", "\" Photo by A! "}) {
    std::string body;
    while (body.size() < 1'000'000) body += part;
    EXPECT_LE(credit_spans(body).size(), body.size()) << part;
  }
}

}  // namespace
}  // namespace newsdex
