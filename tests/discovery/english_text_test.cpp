// Which articles are read for names that no list holds.
#include "discovery/english_text.hpp"

#include <gtest/gtest.h>

#include "discovery/analyzed.hpp"

namespace newsdex {
namespace {

struct TextCase {
  std::string_view language;
  std::string_view text;
  bool is_english;
};

constexpr std::string_view kEnglish =
    "The minister told reporters in the capital that his party would not vote for the bill, which "
    "is expected to pass on Monday, and left.";
constexpr std::string_view kSpanish =
    "El Gobierno de la capital dijo el lunes que el proyecto de ley no fue aprobado por la "
    "mayoría, y que los ministros se reunirán de nuevo para votar.";
constexpr std::string_view kFrench =
    "Le gouvernement a annoncé lundi que la loi ne serait pas votée avant la fin du mois, et le "
    "ministre a quitté la salle.";
constexpr std::string_view kIndonesian =
    "Pemerintah mengatakan pada hari Senin bahwa undang-undang itu tidak akan disahkan sebelum "
    "akhir bulan, dan menteri meninggalkan ruangan.";
constexpr std::string_view kRussian =
    "Павел Дуров заявил, что компания не передаст ключи, и покинул страну до решения суда.";
constexpr std::string_view kGerman =
    "Die Regierung will das Gesetz am Montag so nicht vorlegen, und der Minister hat den Saal "
    "verlassen, was in der Partei auf Kritik stieß.";
constexpr std::string_view kDutch =
    "De regering zei maandag dat de wet er niet komt, of het nu is aangenomen of niet, en dat de "
    "minister al weg was voor hij had gesproken.";
constexpr std::string_view kDanish =
    "Regeringen sagde mandag til pressen at loven for at være til gavn for alle skal vedtages "
    "inden den første, og ministeren gik for at tale.";
constexpr std::string_view kSwahili =
    "Rais wa nchi alisema Jumatatu kwamba serikali itajenga barabara mpya kabla ya mwisho wa "
    "mwaka, "
    "lakini waziri wa fedha alionya kwamba bajeti haitoshi kwa kazi hiyo kubwa.";
// More than a headline and two sentences, with few function words.
const std::string kTerse =
    "Floods killed six in Zand, officials said. Quist, a farmer, lost his sheep. Mayor Firuz "
    "blamed "
    "dam operators. Rescuers found bodies near villages; roads remained closed Monday, state "
    "television reported. Officials opened schools, mosques. Red Crescent workers distributed "
    "tents, blankets, water. Farmers demanded compensation. Ministers promised help next week. "
    "Forecasters expect rain Tuesday, Wednesday. Schools stay closed.";
const std::string kTerseFrench = kTerse + " Le maire est parti avec lui.";

const TextCase kTexts[] = {
    {"en", kEnglish, true},
    {"", kEnglish, true},
    {"en-GB", kEnglish, true},
    {"English", kEnglish, true},
    {"fa", kEnglish, false},
    {"ent", kEnglish, false},
    {"", kSpanish, false},
    {"", kFrench, false},
    {"", kIndonesian, false},
    {"", kRussian, false},
    {"", kGerman, false},
    {"", kDutch, false},
    {"", kDanish, false},
    // What metadata says of all pages of a site.
    {"en", kSpanish, false},
    {"en", kFrench, false},
    {"en", kIndonesian, false},
    {"en", kRussian, false},
    {"en", kGerman, false},
    {"en", kSwahili, false},
    {"en", kTerse, true},
    {"", kTerse, false},
    {"en", kTerseFrench, false},
    // Too little to tell by.
    {"en", "Nadia Haddad resigns", true},
    {"en", "Egypt's el-Sisi visits Khartoum", true},
    {"en", "Ursula von der Leyen visits Kyiv", true},
    {"en", "Wanjiku Kamau en route home", true},
    {"en", "\u4E2D\u56FD\u653F\u5E9C\u516C\u5E03\u65B0\u89C4\u5B9A", false},
    {"", "Nadia Haddad resigns", false},
    {"", "Nadia Haddad resigns from the cabinet", true},
    {"en", "Wanjiku Kamau resigned on Monday. Otieno Odhiambo takes over the office.", true},
    {"en", "Jane Roe criticized Zand Tuesday, officials confirmed. Zand declined comment.", true},
    {"", "Wanjiku Kamau resigned on Monday. Otieno Odhiambo takes over the office.", true},
    {"", "Wanjiku Kamau resigned. Otieno Odhiambo replaces her.", false},
    {"en", "Jean Dupont a parlé lundi avec Marie Durand, qui est partie.", false},
    {"en", "Juan Pérez habló ayer, pero María García no vino.", false},
    {"en", "Hans Meier sprach am Montag mit Angela Weber, und sie ging.", false},
    {"en", "Павел Дуров заявил это.", false},
    {"en", "", true},
    {"", "", false},
};

TEST(EnglishText, IsToldByItsFunctionWords) {
  for (const auto& [language, text, is_english] : kTexts) {
    const test::Analyzed article{std::string(text)};
    EXPECT_EQ(reads_as_english(article.view(), language), is_english) << language << ": " << text;
  }
}

TEST(EnglishText, OfABodyWithoutWordsIsToldByItsTitle) {
  const test::Analyzed article("", "The minister left for the capital");
  EXPECT_TRUE(reads_as_english(article.view(), ""));
}

TEST(EnglishText, ThatItIsNotIsSaidWithTheReason) {
  const test::Analyzed french{std::string(kFrench)};
  EXPECT_EQ(why_not_english(french.view(), "fr"),
            "the article's language is fr, and only English is read");
  EXPECT_EQ(why_not_english(french.view(), "en"), "the text does not read as English");
  EXPECT_EQ(why_not_english(test::Analyzed{std::string(kEnglish)}.view(), "en"), "");
}

}  // namespace
}  // namespace newsdex
