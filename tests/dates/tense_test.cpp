#include "dates/tense.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace newsdex {
namespace {

TEST(Tense, IsThatOfTheNearestTellingWord) {
  struct Case {
    std::string_view text;  // about the word HERE
    Tense tense;
  };
  const Case cases[] = {
      {"He left on HERE.", Tense::past},
      {"He said HERE that he will leave.", Tense::past},
      {"He will leave on HERE.", Tense::future},
      {"On HERE, he will leave.", Tense::future},
      {"On HERE he left.", Tense::past},
      {"It will be released HERE.", Tense::future},
      {"It was released HERE.", Tense::past},
      {"It is expected HERE.", Tense::future},
      {"Iran launches the app HERE.", Tense::future},
      {"They'll come HERE.", Tense::future},
      {"The hell of HERE.", Tense::unknown},
      {"Prime Minister May on HERE", Tense::unknown},
      {"He may go on HERE", Tense::future},
      {"He left. The HERE vote", Tense::unknown},
      {"He left Mr. Smith on HERE", Tense::past},
      {"a plan to cut taxes on HERE", Tense::future},
      {"HERE", Tense::unknown},
      {"Talks resume HERE.", Tense::future},
      {"Talks Resume HERE", Tense::future},
      {"Trump and Kim meet HERE in Singapore.", Tense::future},
      {"Iran, China open talks HERE.", Tense::future},
      {"The court meets HERE.", Tense::future},
      {"The committee votes HERE.", Tense::future},
      {"Zamalek play Ahly HERE.", Tense::unknown},
      {"Lawmakers vote on the bill HERE.", Tense::future},
      {"He travels to Paris HERE.", Tense::future},
      {"The match is due HERE.", Tense::future},
      {"On HERE, envoys arrive in Geneva.", Tense::future},
      {"The Senate vote HERE", Tense::unknown},
      {"After the votes HERE", Tense::unknown},
      {"He lost two votes HERE.", Tense::past},
      {"They held a human rights debate HERE.", Tense::past},
      {"Heads of state spoke HERE.", Tense::past},
      {"Iran bans the app HERE.", Tense::unknown},
      {"The court is to rule on HERE.", Tense::future},
      {"The court was to rule on HERE.", Tense::past},
      {"The road is to the east HERE.", Tense::unknown},
      {"The ban takes effect on HERE, officials said.", Tense::future},
      {"The ban comes into force HERE.", Tense::future},
      {"The ban took effect on HERE.", Tense::past},
      {"The police force HERE", Tense::unknown},
      {"The hearing is on HERE.", Tense::future},
      {"The election is in HERE.", Tense::future},
      {"The next step of the plan is on HERE.", Tense::future},
      {"The election was in HERE.", Tense::past},
      {"The app is in HERE", Tense::unknown},
      {"In the run-up to HERE", Tense::future},
      {"He was jailed before HERE's presidential election", Tense::future},
      {"He was jailed before HERE's attack", Tense::past},
      {"The embassy is closing its Tehran office on HERE.", Tense::future},
      {"He is visiting the scene of the attack on HERE.", Tense::unknown},
  };
  Analyzer analyzer;
  TokenStream stream;
  for (const Case& each : cases) {
    analyzer.analyze(each.text, "en", stream);
    const auto tokens = stream.tokens();
    const auto here = std::find_if(tokens.begin(), tokens.end(),
                                   [](const Token& token) { return token.form == "here"; });
    const auto at = static_cast<std::size_t>(here - tokens.begin());
    EXPECT_EQ(tense_around(each.text, tokens, at, at), each.tense) << each.text;
  }
}

}  // namespace
}  // namespace newsdex
