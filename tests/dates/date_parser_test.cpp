#include <gtest/gtest.h>

#include <span>
#include <string>

#include "newsdex/date.hpp"

namespace newsdex {
namespace {

struct Reading {
  std::string_view text;
  std::string_view expected;  // printed; empty when refused
};

std::string printed(std::string_view text) {
  const std::optional<PartialDate> date = parse_date(text);
  return date ? to_string(*date) : std::string();
}

void expect_readings(std::span<const Reading> readings) {
  for (const Reading& reading : readings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed(reading.text), reading.expected);
  }
}

TEST(ParseDate, ReadsIsoInEveryPrecision) {
  constexpr Reading kReadings[] = {
      {"2018", "2018"},
      {"2018-04", "2018-04"},
      {"2018-4", "2018-04"},
      {"2018/04", "2018-04"},
      {"2018-04-30", "2018-04-30"},
      {"2018-4-3", "2018-04-03"},
      {"2018/04/30", "2018-04-30"},
      {"2018.04.30", "2018-04-30"},
      {"20180430", "2018-04-30"},
      {"1000-01-01", "1000-01-01"},
      {"2999-12-31", "2999-12-31"},
      {"2016-02-29", "2016-02-29"},
      {"2000-02-29", "2000-02-29"},
  };
  expect_readings(kReadings);
}

TEST(ParseDate, ReadsYearsOfIransCalendarAsSuch) {
  constexpr Reading kReadings[] = {
      {"1397/02/10", "2018-04-30"},
      {"۱۳۹۷/۰۲/۱۰", "2018-04-30"},
      {"١٣٩٧/٢/١٠", "2018-04-30"},
      {"1397-02-31", "2018-05-21"},  // no day of February
      {"1396-12-29T18:45+03:30", "2018-03-20T18:45+03:30"},
      {"1397/13/01", ""},
      {"1397", ""},  // in two of our years
      {"1397/02", ""},
      {"1440/01/01", ""},  // the lunar calendar, which nobody dates news by
  };
  expect_readings(kReadings);
}

TEST(ParseDate, ReadsTimesAndKeepsTheirZone) {
  constexpr Reading kReadings[] = {
      {"2018-04-30T18:45", "2018-04-30T18:45"},
      {"2018-04-30t18:45z", "2018-04-30T18:45Z"},
      {"2018-04-30 18:45", "2018-04-30T18:45"},
      {"2018-04-30 8:05", "2018-04-30T08:05"},
      {"2018-04-30T00:00Z", "2018-04-30T00:00Z"},
      {"2018-04-30T23:59:60Z", "2018-04-30T23:59Z"},
      {"2018-04-30T18:45:10", "2018-04-30T18:45"},
      {"2018-04-30T18:45:10.123456789Z", "2018-04-30T18:45Z"},
      {"2018-04-30T18:45:10,5+0430", "2018-04-30T18:45+04:30"},
      {"2018-04-30T18:45+04:30", "2018-04-30T18:45+04:30"},
      {"2018-04-30T18:45+04", "2018-04-30T18:45+04:00"},
      {"2018-04-30T18:45-03:30", "2018-04-30T18:45-03:30"},
      {"2018-04-30T18:45-0000", "2018-04-30T18:45Z"},
      {"2018-04-30T18:45+14:00", "2018-04-30T18:45+14:00"},
      {"2018-04-30 18:45 UTC", "2018-04-30T18:45Z"},
      {"2018-04-30 18:45 GMT", "2018-04-30T18:45Z"},
      {"2018-04-30 18:45 GMT+4:30", "2018-04-30T18:45+04:30"},
      {"2018-04-30T18:45 EST", "2018-04-30T18:45-05:00"},
      {"2018-04-30 18:45 PDT", "2018-04-30T18:45-07:00"},
      {"2018-04-30 6:45 pm IRDT", "2018-04-30T18:45+04:30"},
      {"2018-04-30 - 18:45", "2018-04-30T18:45"},
      {"2018-04-30 | 18:45", "2018-04-30T18:45"},
      {"2018-04-30 18.45", "2018-04-30T18:45"},
      {"2018-04-30T18:45:00+04:30[Asia/Tehran]", "2018-04-30T18:45+04:30"},
      {"2018-04-30T18:45:00+04:30[Asia", ""},
      {"2018-04-30 18:45 GMT+04:30", "2018-04-30T18:45+04:30"},
      {"20180430T184530Z", "2018-04-30T18:45Z"},
      {"20180430T1845", "2018-04-30T18:45"},
      {"2018-04-30T18Z", "2018-04-30"},
      {"20180430T184530.25+0430", "2018-04-30T18:45+04:30"},
  };
  expect_readings(kReadings);
}

TEST(ParseDate, ReadsMailAndLogForms) {
  constexpr Reading kReadings[] = {
      {"Mon, 30 Apr 2018 18:45:00 +0430", "2018-04-30T18:45+04:30"},
      {"30 Apr 2018 18:45:00 GMT", "2018-04-30T18:45Z"},
      {"Mon, 30 Apr 2018 18:45:00 +0430 (IRDT)", "2018-04-30T18:45+04:30"},
      {"mon,30 apr 2018 18:45 z", "2018-04-30T18:45Z"},
      {"Mon Apr 30 18:45:00 2018", "2018-04-30T18:45"},
      {"Mon Apr 30 18:45:00 UTC 2018", "2018-04-30T18:45Z"},
      {"Tues., 1 May 2018", "2018-05-01"},
      {"Sat Apr  7 08:05:00 2018", "2018-04-07T08:05"},
  };
  expect_readings(kReadings);
}

TEST(ParseDate, ReadsMonthsByName) {
  constexpr Reading kReadings[] = {
      {"30 April 2018", "2018-04-30"},
      {"30 April, 2018", "2018-04-30"},
      {"30th April 2018", "2018-04-30"},
      {"1st May 2018", "2018-05-01"},
      {"April 30, 2018", "2018-04-30"},
      {"APRIL 30 2018", "2018-04-30"},
      {"april 30,2018", "2018-04-30"},
      {"Apr. 30, 2018", "2018-04-30"},
      {"Sept. 3, 2018", "2018-09-03"},
      {"Sep 3, 2018", "2018-09-03"},
      {"30-Apr-2018", "2018-04-30"},
      {"Apr-30-2018", "2018-04-30"},
      {"April 2018", "2018-04"},
      {"Apr. 2018", "2018-04"},
      {"April, 2018", "2018-04"},
      {"May 2018", "2018-05"},
      {"Monday, April 30, 2018", "2018-04-30"},
      {"Monday 30 April 2018", "2018-04-30"},
      {"April 30, 2018 6:45 PM", "2018-04-30T18:45"},
      {"April 30, 2018, 6:45 p.m.", "2018-04-30T18:45"},
      {"April 30, 2018 at 12:05 am", "2018-04-30T00:05"},
      {"April 30, 2018 12:05 pm UTC", "2018-04-30T12:05Z"},
      {"January 1 2018", "2018-01-01"},
      {"February 1 2018", "2018-02-01"},
      {"March 1 2018", "2018-03-01"},
      {"June 1 2018", "2018-06-01"},
      {"Jul 1 2018", "2018-07-01"},
      {"Aug 1 2018", "2018-08-01"},
      {"October 1 2018", "2018-10-01"},
      {"Nov 1 2018", "2018-11-01"},
      {"December 1 2018", "2018-12-01"},
  };
  expect_readings(kReadings);
}

TEST(ParseDate, ReadsDigitsInEitherOrderOnlyWhereOneIsPossible) {
  constexpr Reading kReadings[] = {
      {"30/04/2018", "2018-04-30"},
      {"04/30/2018", "2018-04-30"},
      {"30.04.2018", "2018-04-30"},
      {"30-4-2018", "2018-04-30"},
      {"05/05/2018", "2018-05-05"},
      {"04/05/2018", ""},
      {"4-5-2018", ""},
      {"04.05.2018", ""},
      {"31/31/2018", ""},
      {"04/05/18", ""},
      {"30/04-2018", ""},
  };
  expect_readings(kReadings);
}

TEST(ParseDate, TakesPersianAndArabicDigitsAndSpacing) {
  constexpr Reading kReadings[] = {
      {"۲۰۱۸-۰۴-۳۰", "2018-04-30"},
      {"٢٠١٨/٠٤/٣٠", "2018-04-30"},
      {"۲۰۱۸", "2018"},
      {"۲۰۱۸-۰۴-۳۰T۱۸:۴۵+۰۴:۳۰", "2018-04-30T18:45+04:30"},
      {"\u200e2018-04-30\u200f", "2018-04-30"},
      {"April 30, 2018, 6:45\u202fPM", "2018-04-30T18:45"},
      {" \t\r\n2018-04-30\n", "2018-04-30"},
      {"\u00a02018-04-30\u00a0", "2018-04-30"},
  };
  expect_readings(kReadings);
}

TEST(ParseDate, RefusesImpossibleDates) {
  constexpr std::string_view kTexts[] = {
      "2018-02-30",
      "2018-02-29",
      "1900-02-29",
      "2018-04-31",
      "2018-13",
      "2018-13-01",
      "2018-00",
      "2018-00-10",
      "2018-04-00",
      "2018-04-32",
      "9999-99-99",
      "0000",
      "0000-01-01",
      "0999-12-31",
      "3000",
      "3000-01-01",
      "20180431",
      "20180000",
      "2018-04-30T24:00",
      "2018-04-30T18:60",
      "2018-04-30T18:45:61",
      "2018-04-30T18:45+14:01",
      "2018-04-30T18:45+04:60",
      "2018-04-30T18:45+99:00",
      "31 April 2018",
      "February 30, 2018",
      "0 May 2018",
      "30 April 2018 13:45 pm",
      "30 April 2018 0:45 am",
  };
  for (const std::string_view text : kTexts) {
    SCOPED_TRACE(text);
    EXPECT_EQ(printed(text), "");
  }
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  constexpr std::string_view kTexts[] = {
      "",
      " ",
      "-",
      "yesterday",
      "18",
      "201",
      "20188",
      "201804",
      "2018-",
      "-2018",
      "+2018",
      "2018-04-",
      "2018-04-30-",
      "2018-04-30T",
      "2018-04-30 T18:45",
      "2018-04-30T1",
      "2018-04-30T184",
      "2018-04-30 1845",
      "2018-04-30T18:45:",
      "2018-04-30T18:45:1",
      "2018-04-30T18:45:10.",
      "2018-04-30T18:45 XYZ",
      "2018-04-30T18:45+",
      "2018-04-30T18:45+4",
      "2018-04-30T18:45+04:",
      "2018-04-30T18:45+04:30x",
      "2018-04-30 6:45 xm",
      "2018-04-30 6:45 p.m",
      "2018-04 18:45",
      "2018 18:45",
      "2018-04-30 extra",
      "2018-04-30, 2018-05-01",
      "Monday",
      "Monday 2018",
      "Mond 30",
      "Apr 30",
      "Ap 30, 2018",
      "Aprill 30, 2018",
      "30April 2018",
      "30xx April 2018",
      "April302018",
      "2018 April 30",
      "2018-04..2018-06",
      "２０１８",
      "2018\u221204",
  };
  for (const std::string_view text : kTexts) {
    SCOPED_TRACE(text);
    EXPECT_EQ(printed(text), "");
  }
  EXPECT_EQ(parse_date(std::string_view("2018\0", 5)), std::nullopt);
  EXPECT_EQ(parse_date("2018-04-30\xff"), std::nullopt);
}

TEST(ParseDate, LeavesFieldsFinerThanThePrecisionZero) {
  EXPECT_EQ(parse_date("2018"), (PartialDate{DatePrecision::year, 2018, 0, 0, 0, {}}));
  EXPECT_EQ(parse_date("April 2018"), (PartialDate{DatePrecision::month, 2018, 4, 0, 0, {}}));
  EXPECT_EQ(parse_date("2018-04-30T18"), (PartialDate{DatePrecision::day, 2018, 4, 30, 0, {}}));
  EXPECT_EQ(parse_date("2018-04-30T18:45-04:30"),
            (PartialDate{DatePrecision::minute, 2018, 4, 30, 18 * 60 + 45, -270}));
}

TEST(ParseDate, DoesNotReadHostileLengths) {
  constexpr std::size_t kLength = 4'000'000;
  EXPECT_EQ(printed(std::string(kLength, '2')), "");
  EXPECT_EQ(printed(std::string(kLength, ' ')), "");
  EXPECT_EQ(printed("2018-04-30T18:45:00." + std::string(kLength, '0')), "");
  EXPECT_EQ(printed("Mon," + std::string(kLength, ' ') + "30 April 2018"), "");
  EXPECT_EQ(printed(std::string(kLength, ' ') + "2018" + std::string(kLength, '\n')), "2018");
}

TEST(ParseDate, ReadsBackWhatItPrints) {
  constexpr std::string_view kTexts[] = {"2018",
                                         "2018-04",
                                         "2018-04-30",
                                         "2018-04-30T18:45",
                                         "2018-04-30T18:45Z",
                                         "2018-04-30T18:45-03:30"};
  for (const std::string_view text : kTexts) EXPECT_EQ(printed(text), text);
}

}  // namespace
}  // namespace newsdex
