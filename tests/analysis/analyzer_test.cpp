#include "newsdex/analyzer.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace newsdex {
namespace {

// Tokens as "form/stem" (just "form" where both are one), joined by spaces.
std::string analyzed(std::string_view text, std::string_view language) {
  Analyzer analyzer;
  TokenStream stream;
  analyzer.analyze(text, language, stream);
  std::string out;
  for (const Token& token : stream.tokens()) {
    if (!out.empty()) out += ' ';
    out += token.form;
    if (token.stem != token.form) out.append("/").append(token.stem);
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view language;
  std::string_view tokens;
};

constexpr Case kCases[] = {
    {"", "en", ""},
    {" \n\t…—!", "en", ""},
    {"Iran banned, bans, banning a ban", "en", "iran banned/ban bans/ban banning/ban a ban"},
    {"Azari-Jahromi", "en", "azari jahromi"},
    {"counter-revolutionary", "en", "counter revolutionary/revolutionari"},
    {"Iran's ministers' plan", "en", "iran ministers/minist plan"},
    {"IRAN’S", "en", "iran"},
    {"don't O’Brien Sana'a", "en", "dont obrien sanaa"},
    {"the U.S. and the U.S.S.R.", "en", "the us and the ussr"},
    {"t.me/khamenei_ir telegram.org", "en", "t me khamenei ir telegram org"},
    {"3.5 million, 40,000 users at 18:45", "en", "3.5 million 40000 users/user at 18 45"},
    {"Āzarī Jahromī", "en", "azari jahromi"},
    {"café Zürich Łódź Ørsted ISTANBUL İzmir", "en", "cafe zurich lodz orsted istanbul izmir"},
    {"Straße", "de", "strasse/strass"},
    {"l'Iran d’Ali aujourd'hui", "fr", "iran ali aujourdhui"},
    {"nations", "", "nations/nation"},
    {"nations", "xx", "nations"},
    {"каналы Ёлка", "ru", "каналы/канал елка/елк"},
    // Arabic and Persian letters, digits, ZWNJ, tatweel and vowel signs.
    {"كانال‌های تلگرام", "fa", "کانالهای/کانال تلگرام"},
    {"ۀلـو ۱۳۹۷", "fa", "هلو 1397"},
    {"مُحَمَّد", "fa", "محمد"},
    {"تنها", "fa", "تنها"},
    {"ﬁle Ｔｅｌｅｇｒａｍ", "xx", "file telegram"},
};

TEST(Analyzer, MakesFormsAndStems) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(analyzed(c.text, c.language), c.tokens);
  }
}

TEST(Analyzer, OffsetsLeadBackToTheWord) {
  const std::string text = "“Tehran’s” Āzarī-Jahromī, U.S. پیام‌رسان";
  Analyzer analyzer;
  TokenStream stream;
  analyzer.analyze(text, "en", stream);
  std::vector<std::string> words;
  for (const Token& t : stream.tokens()) words.push_back(text.substr(t.begin, t.end - t.begin));
  EXPECT_EQ(words,
            (std::vector<std::string>{"Tehran", "Āzarī", "Jahromī", "U.S", "پیام‌رسان"}));
}

TEST(Analyzer, NotesCaseAndPossessives) {
  Analyzer analyzer;
  TokenStream stream;
  analyzer.analyze("Iran's BAN on iGap X", "en", stream);
  std::string seen;
  for (const Token& t : stream.tokens()) {
    seen += t.capitalised ? 'C' : '-';
    seen += t.all_caps ? 'A' : '-';
    seen += t.possessive ? 'P' : '-';
    seen += ' ';
  }
  EXPECT_EQ(seen, "C-P CA- --- --- C-- ");
}

TEST(Analyzer, CutsOverlongWordsAtACharacter) {
  Analyzer analyzer;
  TokenStream stream;
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "ж";
  analyzer.analyze("a" + word, "xx", stream);
  ASSERT_EQ(stream.tokens().size(), 1U);
  EXPECT_EQ(stream.tokens()[0].form.size(), kMaxTermBytes - 1);
  EXPECT_EQ(stream.tokens()[0].end, 2001U);
}

TEST(Analyzer, SurvivesRandomBytes) {
  Analyzer analyzer;
  TokenStream stream;
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 200, '\0');
    for (char& c : text) c = static_cast<char>(random());
    analyzer.analyze(text, round % 2 == 0 ? "en" : "ar", stream);
    for (const Token& t : stream.tokens()) {
      ASSERT_LE(t.begin, t.end);
      ASSERT_LE(t.end, text.size());
      ASSERT_FALSE(t.stem.empty());
      ASSERT_LE(t.form.size(), kMaxTermBytes);
    }
  }
}

TEST(Analyzer, GivesTheSameForAWordSeenBefore) {
  Analyzer analyzer;
  TokenStream stream;
  analyzer.analyze("Banned banned", "en", stream);
  analyzer.analyze("banned", "fr", stream);
  EXPECT_EQ(stream.tokens()[0].stem, "banned");
  analyzer.analyze("Banned", "en", stream);
  EXPECT_EQ(stream.tokens()[0].stem, "ban");
  EXPECT_TRUE(stream.tokens()[0].capitalised);
}

TEST(TokenStream, OutlivesTheAnalyzer) {
  TokenStream stream;
  {
    Analyzer analyzer;
    analyzer.analyze("Ministers met", "en", stream);
    TokenStream other;
    std::string text;
    for (int i = 0; i < 100000; ++i) text += fmt::format("w{} ", i);
    analyzer.analyze(text, "en", other);
    ASSERT_EQ(other.tokens().size(), 100000U);
    EXPECT_EQ(other.tokens()[0].form, "w0");
    EXPECT_EQ(other.tokens()[99999].form, "w99999");
  }
  EXPECT_EQ(stream.tokens()[0].stem, "minist");
}

TEST(Language, IsDetectedFromAParagraph) {
  EXPECT_EQ(
      detect_language("The ministry said on Monday that the network would be closed to all users."),
      "en");
  EXPECT_EQ(detect_language("وزارت ارتباطات روز دوشنبه اعلام کرد که این شبکه برای همه کاربران بسته "
                            "می‌شود."),
            "fa");
  EXPECT_EQ(detect_language(
                "Le ministère a annoncé lundi que le réseau serait fermé à tous les usagers."),
            "fr");
  EXPECT_EQ(detect_language(""), "");
  EXPECT_EQ(detect_language("."), "");
  EXPECT_EQ(detect_language("12 34 --"), "");
}

TEST(Language, IsThatOfMostOfALongText) {
  const std::string english =
      "The ministry said that the network would be closed to all users from the first of May. ";
  const std::string french =
      "Le ministère a annoncé lundi que le réseau serait fermé à tous les usagers du pays. "
      "Les marchands du bazar, dont beaucoup prennent leurs commandes par téléphone, protestent. "
      "Un porte-parole des opérateurs a dit que personne ne leur avait encore donné cet ordre. "
      "Des députés ont écrit au président, qui avait promis une autre politique aux électeurs. "
      "Les écoles doivent désormais envoyer les devoirs et les messages aux parents autrement. "
      "Deux journaux ont imprimé la même photographie d'une vitrine à la première page. ";
  EXPECT_EQ(detect_language(french), "fr");
  EXPECT_EQ(detect_language(english + french), "fr");
  EXPECT_EQ(detect_language(english + english + french + english + english), "fr");
}

}  // namespace
}  // namespace newsdex
