#include "reading/encoding.hpp"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr std::string_view kBinary = "binary data, not text";

// clang-format 14 never comes to rest over lines with zero-width characters.
// clang-format off
constexpr std::string_view kPersianMinistry =
    "وزير ارتباطات روز دوشنبه گفت که شبکه هاي اجتماعي خارجي در کشور مسدود نمي شوند و مردم مي "
    "توانند از آنها استفاده کنند. او افزود که دولت با تصميم دادگاه موافق نيست و پيگير رفع آن "
    "خواهد بود.";
constexpr std::string_view kPersianHeat =
    "پژوهشگران چند دانشگاه گفتند که گرماي تابستان امسال در چهار شهر بزرگ بي سابقه بوده است. آنان "
    "از مردم خواستند که در ساعت هاي ميانه روز از خانه بيرون نروند و آب کافي بنوشند.";
constexpr std::string_view kPersianTrain =
    "راه آهن نوي ميان دو استان شمالي از هفته آينده به راه مي‌افتد. "
    "بهاي بليت براي دانشجويان نيمي از بهاي عادي است و قطارها هر دو ساعت يک بار مي‌روند.";
// clang-format on
constexpr std::string_view kArabic =
    "قالت وزارة الاتصالات يوم الاثنين إن الشبكات الاجتماعية ستبقى متاحة للمواطنين في جميع أنحاء "
    "البلاد، وأضافت أن الحكومة لا توافق على قرار المحكمة الأخير بشأن حجب التطبيقات الأجنبية.";
constexpr std::string_view kRussian =
    "Министр связи заявил в понедельник, что социальные сети останутся доступными для граждан "
    "страны. Он добавил, что правительство не согласно с решением суда о блокировке мессенджеров.";
constexpr std::string_view kGerman =
    "Der Minister sagte am Montag, die Straße bleibe für Fußgänger „bis auf Weiteres“ geöffnet; "
    "weitere Maßnahmen prüften die Behörden.";
constexpr std::string_view kFrench =
    "Le ministre a déclaré lundi que les réseaux sociaux resteront accessibles à tous les "
    "citoyens, "
    "malgré la décision du tribunal.";
constexpr std::string_view kTurkish =
    "Bakan pazartesi günü yaptığı açıklamada sosyal ağların vatandaşlara açık kalacağını söyledi "
    "ve "
    "mahkemenin kararına katılmadığını ekledi.";
constexpr std::string_view kHebrew =
    "שר התקשורת אמר ביום שני כי הרשתות החברתיות יישארו פתוחות לכל אזרחי המדינה והוסיף כי הממשלה "
    "אינה מסכימה עם החלטת בית המשפט.";
constexpr std::string_view kJapanese =
    "通信大臣は月曜日、外国のソーシャルネットワークは引き続き国民に開放されると述べた。裁判所の決定"
    "には同意しないと付け加えた。";
constexpr std::string_view kChinese =
    "通信部长周一表示，外国社交网络将继续向公民开放，并补充说政府不同意法院的决定。";

std::string encode(std::string_view text, const std::string& encoding) {
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string bytes(static_cast<std::size_t>(unicode.length()) * 4 + 16, '\0');
  const std::int32_t length =
      unicode.extract(0, unicode.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()),
                      encoding.c_str());
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

struct Sample {
  std::string_view text;
  std::string encoding;
};

TEST(Encoding, ParagraphsInLegacyEncodingsComeOutAsWritten) {
  const std::vector<Sample> samples = {
      {kPersianMinistry, "windows-1256"},
      {kPersianHeat, "windows-1256"},
      {kPersianTrain, "windows-1256"},
      {kArabic, "windows-1256"},
      {kArabic, "ISO-8859-6"},
      {kRussian, "windows-1251"},
      {kRussian, "KOI8-R"},
      {kGerman, "windows-1252"},
      {kFrench, "windows-1252"},
      {kTurkish, "windows-1254"},
      {kHebrew, "windows-1255"},
      {kJapanese, "Shift_JIS"},
      {kJapanese, "EUC-JP"},
      {kChinese, "GB18030"},
  };
  for (const Sample& sample : samples) {
    SCOPED_TRACE(sample.encoding + " " + std::string(sample.text.substr(0, 20)));
    const auto decoded = decode_text(encode(sample.text, sample.encoding));
    ASSERT_TRUE(decoded) << decoded.error();
    EXPECT_EQ(decoded->text, sample.text);
  }
}

TEST(Encoding, TheEncodingIsFoundThoughTheTextBeginsInAscii) {
  const std::string ascii = std::string(20'000, 'a') + "\n";
  const auto decoded = decode_text(ascii + encode(kRussian, "windows-1251"));
  ASSERT_TRUE(decoded) << decoded.error();
  EXPECT_EQ(decoded->encoding, "windows-1251");
  EXPECT_EQ(decoded->text, ascii + std::string(kRussian));
}

struct EncodingCase {
  std::string_view name;
  std::string bytes;
  std::string text;
  std::string encoding;
};

TEST(Encoding, EveryEncodingThatCanBeToldIsDecoded) {
  const std::vector<EncodingCase> cases = {
      {"nothing", "", "", "UTF-8"},
      {"ASCII", "plain", "plain", "UTF-8"},
      {"UTF-8", "روحانی", "روحانی", "UTF-8"},
      {"UTF-8 with a mark",
       "\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "café", "UTF-8"},
      {"only a mark", "\xEF\xBB\xBF", "", "UTF-8"},
      {"a mark and ill-formed bytes",
       "\xEF\xBB\xBF"
       "caf\xE9 au lait",
       "caf\uFFFD au lait", "UTF-8"},
      {"UTF-16LE with a mark",
       "\xFF\xFE"
       "A\0\n\0"s,
       "A\n", "UTF-16LE"},
      {"UTF-16BE with a mark", "\xFE\xFF\0A\x06\x31"s, "A\u0631", "UTF-16BE"},
      {"UTF-32LE with a mark", "\xFF\xFE\0\0A\0\0\0"s, "A", "UTF-32LE"},
      {"UTF-32BE with a mark", "\0\0\xFE\xFF\0\0\0A"s, "A", "UTF-32BE"},
      {"UTF-16LE without a mark", encode("Tehran said no.", "UTF-16LE"), "Tehran said no.",
       "UTF-16LE"},
      {"UTF-16BE without a mark", encode("Tehran said no.", "UTF-16BE"), "Tehran said no.",
       "UTF-16BE"},
      {"Persian UTF-16LE without a mark", encode(kPersianTrain, "UTF-16LE"),
       std::string(kPersianTrain), "UTF-16LE"},
      {"a lone surrogate",
       "\xFF\xFE"
       "A\0\0\xD8"
       "B\0C\0D\0E\0F\0G\0H\0I\0J\0K\0L\0M\0N\0O\0"
       "P\0Q\0R\0S\0T\0U\0"s,
       "A\uFFFDBCDEFGHIJKLMNOPQRSTU", "UTF-16LE"},
      {"quotation marks of Windows", "The ban \x93will stay\x94, he said",
       "The ban “will stay”, he said", "windows-1252"},
      {"one accent", "caf\xE9", "café", "windows-1252"},
      {"an apostrophe", "It\x92s over", "It’s over", "windows-1252"},
  };
  for (const EncodingCase& each : cases) {
    SCOPED_TRACE(each.name);
    const auto decoded = decode_text(each.bytes);
    ASSERT_TRUE(decoded) << decoded.error();
    EXPECT_EQ(decoded->text, each.text);
    EXPECT_EQ(decoded->encoding, each.encoding);
  }
}

TEST(Encoding, LineEndsBecomeLineFeeds) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a\r\nb", "a\nb"},
      {"a\rb\r", "a\nb\n"},
      {"a\n\r\nb\r\r\n", "a\n\nb\n\n"},
      {encode("one\r\ntwo\r\n", "UTF-16LE"), "one\ntwo\n"},
  };
  for (const auto& [bytes, text] : cases) {
    const auto decoded = decode_text(bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, text);
  }
}

TEST(Encoding, AFewIllFormedBytesDoNotUnmakeUtf8) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "é ";
  const auto damaged = decode_text(text + "\xE2\x80 end");
  ASSERT_TRUE(damaged);
  EXPECT_EQ(damaged->encoding, "UTF-8");
  EXPECT_EQ(damaged->text, text + "\uFFFD end");

  for (const std::string bytes :
       {"Le ministre a déclaré que \xFFle café reste fermé", "Rouhani’s words: “no\xE9” he said",
        "\xA0Té", "Кто\xD0 сказал", "روحانی گفت\xD8 که تلگرام", "一\xE4\xB8二三"}) {
    const auto decoded = decode_text(bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, "UTF-8") << bytes;
    EXPECT_EQ(decoded->text, to_valid_utf8(bytes));
  }

  const auto late = decode_text(std::string(5000, 'a') + " “b” \xE2\x80");
  ASSERT_TRUE(late);
  EXPECT_EQ(late->encoding, "UTF-8");
  const auto only = decode_text("A plain text, cut within its first dash \xE2\x80");
  ASSERT_TRUE(only);
  EXPECT_EQ(only->text, "A plain text, cut within its first dash \uFFFD");

  const auto cut = decode_text("réservé \xE2\x80");
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->text, "réservé \uFFFD");
}

TEST(Encoding, BinaryDataIsRefused) {
  std::string noise;
  for (unsigned i = 0; i < 4096; ++i) noise.push_back(static_cast<char>((i * 2654435761U) >> 13U));
  std::string integers;
  for (unsigned i = 0; i < 4096; ++i) integers += {static_cast<char>(i % 7), '\0'};
  std::string controls(200, '\x01');
  const std::vector<std::pair<std::string_view, std::string>> cases = {
      {"a zero byte in text", "text\0text"s},
      {"zero bytes", std::string(64, '\0')},
      {"PNG", "\x89PNG\r\n\x1A\n"s},
      {"PDF", "%PDF-1.7\nall but text"},
      {"zip", "PK\x03\x04 and so on"s},
      {"noise", noise},
      {"noise without zero bytes",
       [&] {
         std::erase(noise, '\0');
         return noise;
       }()},
      {"small integers of two bytes", integers},
      {"control bytes", controls},
      {"noise after a UTF-16 mark", "\xFF\xFE" + std::string("\x01\x00\x02\x00\x03\x00", 6)},
      {"control bytes after a UTF-8 mark", "\xEF\xBB\xBF" + controls},
  };
  for (const auto& [name, bytes] : cases) {
    SCOPED_TRACE(name);
    const auto decoded = decode_text(bytes);
    ASSERT_FALSE(decoded) << decoded->encoding;
    EXPECT_EQ(decoded.error(), kBinary);
  }
}

TEST(Encoding, BytesThatNothingFitsAreRefused) {
  const auto decoded = decode_text("\x81\x8D\x8F\x90\x9D\x81\x8D\xFF\x90\x9D");
  ASSERT_FALSE(decoded) << decoded->encoding << decoded->text;
  EXPECT_EQ(decoded.error(), "an encoding that cannot be told");
}

// Whatever the bytes, the outcome is valid UTF-8 or an error.
TEST(Encoding, NoBytesGiveInvalidText) {
  std::uint32_t state = 1;
  const auto next = [&] { return state = state * 1664525U + 1013904223U; };
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const std::size_t length = next() % 64U;
    const bool with_zeros = next() % 2 == 0;
    while (bytes.size() < length) {
      const char byte = static_cast<char>(next() >> 24U);
      if (byte != '\0' || with_zeros) bytes.push_back(byte);
    }
    const auto decoded = decode_text(bytes);
    if (!decoded) continue;
    EXPECT_TRUE(is_valid_utf8(decoded->text));
    EXPECT_EQ(decoded->text.find('\r'), std::string::npos);
  }
}

TEST(Encoding, OneVeryLongLineIsNoTrouble) {
  std::string bytes(1 << 20, 'x');
  bytes += "\xE9";
  bytes.append(1 << 20, 'y');
  const auto decoded = decode_text(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text.size(), bytes.size() + 1);
}

}  // namespace
}  // namespace newsdex
