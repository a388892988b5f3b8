#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "newsdex/gazetteer.hpp"
#include "recognition.hpp"

namespace newsdex::testing {
namespace {

Tagger default_tagger() {
  const NameListFile file = default_name_list();
  return Tagger(Gazetteer::parse({&file, 1}));
}

TEST(DefaultNameList, IsTheFileOfTheCorpus) {
  std::ifstream in(NEWSDEX_SOURCE_DIR "/corpus/names.yaml", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(default_name_list().text == text) << "build again: the file has changed";
  EXPECT_EQ(default_name_list().path, "names.yaml");
}

TEST(DefaultNameList, HasEntriesOfEveryKind) {
  const Tagger tagger = default_tagger();
  for (const EntityType type :
       {EntityType::person, EntityType::platform, EntityType::organisation, EntityType::place}) {
    const auto entities = tagger.gazetteer().entities();
    EXPECT_TRUE(std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
      return entity.type == type;
    })) << to_string(type);
  }
}

TEST(DefaultNameList, FindsEveryFormThatNeedsNoEvidence) {
  Tagger tagger = default_tagger();
  for (std::uint32_t i = 0; i < tagger.gazetteer().entities().size(); ++i) {
    for (const Alias& alias : tagger.gazetteer().entities()[i].aliases) {
      if (alias.needs_context || alias.needs_country || alias.query_only || alias.never_alone) {
        continue;
      }
      const Recognition found = tagger.recognize({}, alias.form);
      EXPECT_EQ(found.mentions.size(), 1U) << alias.form << ": " << tagger.rejections(alias.form);
      for (const Mention& mention : found.mentions) EXPECT_EQ(mention.entity, i) << alias.form;
    }
  }
}

TEST(DefaultNameList, FindsNoPlatformInCommonWords) {
  constexpr std::string_view kTexts[] = {
      "The gap widened.",
      "Gap opened a new shop.",
      "It was a strong signal to the market.",
      "Signal failures delayed the trains.",
      "They sent a telegram in 1915.",
      "Meta-analysis of forty studies of social networks found nothing.",
      "He scored for Bale and Real.",
      "The line of reasoning was clear.",
  };
  Tagger tagger = default_tagger();
  for (const std::string_view text : kTexts) {
    SCOPED_TRACE(text);
    for (const Mention& mention : tagger.recognize({}, text).mentions) {
      EXPECT_NE(mention.type, EntityType::platform)
          << tagger.gazetteer().entities()[mention.entity].name;
    }
  }
}

}  // namespace
}  // namespace newsdex::testing
