// What counts as a near copy: wire stories as papers print them, changed here in the ways that
// desks change them, against other stories on the same matter.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "indexing/index_fixture.hpp"
#include "indexing/near_copy_groups.hpp"
#include "indexing/shingle_signature.hpp"
#include "storage/file.hpp"
#include "storage/generation.hpp"
#include "storage/near_copies.hpp"
#include "storage/segment.hpp"

namespace newsdex::testing {
namespace {

using Paragraphs = std::vector<std::string>;  // the first is the headline

Paragraphs story(const std::string& name) {
  const std::string text =
      read_whole_file(fmt::format("{}/tests/indexing/wire/{}.txt", NEWSDEX_SOURCE_DIR, name));
  Paragraphs out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.find_last_not_of('\n') + 1);
    out.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of('\n', end);
  }
  return out;
}

std::string body_of(const Paragraphs& story) {
  std::string body;
  for (std::size_t i = 1; i < story.size(); ++i) body += story[i] + "\n\n";
  return body;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// The ways in which papers print a wire story.
struct Edit {
  const char* name;
  Paragraphs (*make)(Paragraphs);
};

const Edit kEdits[] = {
    {"another headline",
     [](Paragraphs p) {
       p[0] = "What you need to know tonight";
       return p;
     }},
    {"another lead",
     [](Paragraphs p) {
       p[1] = "It had been in the air for days, and on the evening of a quiet day it came.";
       return p;
     }},
    {"without its last paragraph",
     [](Paragraphs p) {
       p.pop_back();
       return p;
     }},
    {"the first half",
     [](Paragraphs p) {
       p.resize(4);
       return p;
     }},
    {"with the agency's tail",
     [](Paragraphs p) {
       p.push_back(
           "(Reporting by our correspondents in the region; writing by the night desk; editing by "
           "A. Reader and B. Writer. All rights reserved. Sign up for our morning letter.)");
       return p;
     }},
    {"by another style book",
     [](Paragraphs p) {
       for (std::string& text : p)
         text = replaced(replaced(replaced(text, " said", " told reporters"), "Monday", "Mon."),
                         "the capital", "Tehran");
       return p;
     }},
    {"with a paragraph put in",
     [](Paragraphs p) {
       p.insert(p.begin() + 3,
                "It was the third such event in as many years. Both earlier ones had ended before "
                "the summer, and nobody had been held to account for either.");
       return p;
     }},
    {"another headline, without its last paragraph, with a tail",
     [](Paragraphs p) {
       p[0] = "In brief";
       p.back() = "From our wire services.";
       return p;
     }},
};

constexpr const char* kStories[] = {"ban", "flood", "match", "rates"};
constexpr const char* kOthers[] = {"ban-rewritten", "ban-followup", "ban-persian",
                                   "rates-analysis"};

class NearCopies : public ::testing::Test {
 protected:
  struct Signed {
    std::string signature;
    std::uint32_t shingles = 0;
  };
  Signed sign(const Paragraphs& text) {
    TokenStream tokens;
    analyzer_.analyze(body_of(text), "en", tokens);
    return {shingle_signature(tokens.tokens()),
            static_cast<std::uint32_t>(tokens.tokens().size() + 1 - kShingleWords)};
  }
  static bool near(const Signed& a, const Signed& b) {
    return containment({OpenSignature(a.signature), a.shingles},
                       {OpenSignature(b.signature), b.shingles}) >= kNearCopy;
  }

  Analyzer analyzer_;
};

TEST_F(NearCopies, LabelledPairs) {
  int copies = 0;
  int found = 0;
  int wrong = 0;
  int others = 0;
  std::vector<std::pair<std::string, Signed>> all;
  for (const char* name : kStories) {
    const Paragraphs original = story(name);
    all.emplace_back(name, sign(original));
    for (const Edit& edit : kEdits) {
      const bool is_near = near(sign(original), sign(edit.make(original)));
      EXPECT_TRUE(is_near) << name << ", " << edit.name;
      ++copies;
      found += is_near ? 1 : 0;
    }
  }
  for (const char* name : kOthers) all.emplace_back(name, sign(story(name)));
  for (std::size_t a = 0; a < all.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const bool is_near = near(all[a].second, all[b].second);
      EXPECT_FALSE(is_near) << all[a].first << ", " << all[b].first;
      ++others;
      wrong += is_near ? 1 : 0;
    }
  }
  fmt::print("{} pairs of copies, {} found; {} pairs of others, {} taken for copies\n", copies,
             found, others, wrong);
}

// Against exact sets, on texts that have more and more of one another.
TEST_F(NearCopies, ResemblanceIsEstimated) {
  const auto text = [](int first, int words) {
    std::string body;
    for (int i = first; i < first + words; ++i) body += fmt::format("w{} ", i);
    return Paragraphs{"", body};
  };
  constexpr int kWords = 800;
  for (int shift = 0; shift <= kWords; shift += 50) {
    const double common = std::max(0, kWords - shift - 3);
    const double exact = common / (2.0 * (kWords - 3) - common);
    const double estimated = resemblance(OpenSignature(sign(text(0, kWords)).signature),
                                         OpenSignature(sign(text(shift, kWords)).signature));
    EXPECT_NEAR(estimated, exact, 0.2) << shift;  // three standard deviations of 64 bins
  }
}

TEST_F(NearCopies, AFewWordsHaveNoSignature) {
  EXPECT_EQ(sign({"", "Ten words are not enough to tell one from another"}).signature, "");
  EXPECT_NE(sign({"", "Eleven words are just enough to tell one from any other"}).signature, "");
}

TEST_F(NearCopies, ShortTextsShareABandToo) {
  const Signed a =
      sign({"", "The ministry of roads has closed the pass to Chalus because of snow"});
  const Signed b =
      sign({"", "The ministry of roads has closed the pass to Chalus because of snow again"});
  ASSERT_TRUE(near(a, b));
  int shared = 0;
  for (std::uint32_t band = 0; band < kSignatureBands; ++band)
    shared +=
        band_key(OpenSignature(a.signature), band) == band_key(OpenSignature(b.signature), band)
            ? 1
            : 0;
  EXPECT_GT(shared, 0);
}

// Else news items, of which most bins are empty, would be compared by the million.
TEST_F(NearCopies, ShortTextsThatHaveNothingInCommonShareNoBand) {
  constexpr int kTexts = 400;
  std::vector<OpenSignature> signatures;
  for (int i = 0; i < kTexts; ++i) {
    std::string body;
    for (int word = 0; word < 30; ++word) body += fmt::format("w{} ", i * 30 + word);
    signatures.emplace_back(sign({"", body}).signature);
  }
  int shared = 0;
  for (std::uint32_t band = 0; band < kSignatureBands; ++band) {
    std::set<std::uint32_t> keys;
    for (const OpenSignature& signature : signatures)
      shared += keys.insert(band_key(signature, band)).second ? 0 : 1;
  }
  EXPECT_LT(shared, 9) << "of " << kTexts * static_cast<int>(kSignatureBands);
}

TEST_F(NearCopies, SignaturesAreToldFromOtherBytes) {
  const std::string signature =
      sign({"", "Eleven words are just enough to tell one from any other"}).signature;
  EXPECT_TRUE(is_signature(signature));
  EXPECT_FALSE(is_signature(""));
  EXPECT_FALSE(is_signature(std::string(8, '\0')));
  EXPECT_FALSE(is_signature(signature.substr(0, signature.size() - 1)));
  EXPECT_FALSE(is_signature(signature + "x"));
  EXPECT_FALSE(is_signature(signature.substr(0, signature.size() - 1) + '\0'));
}

class NearCopyGroups : public IndexFixture {
 protected:
  static std::string record(const std::string& id, const Paragraphs& text,
                            const std::string& date) {
    return fmt::format(
        "{}\n",
        nlohmann::json{{"id", id}, {"title", text[0]}, {"body", body_of(text)}, {"date", date}}
            .dump());
  }

  // Ids, the earliest of each group first; groups by " | ".
  std::string groups() {
    const GenerationHandle handle(options().index);
    const Generation& generation = handle.generation();
    const newsdex::NearCopies file(handle.layout().file(generation.name, kNearCopiesFile),
                                   generation.segments.size());
    std::set<std::string> rows;
    for (std::uint32_t group = 0; group < file.groups(); ++group) {
      std::string row;
      for (std::uint32_t i = file.begin_of(group); i < file.end_of(group); ++i)
        row += (row.empty() ? "" : " ") + id(handle, file.member(i));
      rows.insert(row);
    }
    std::string text;
    for (const std::string& row : rows) text += (text.empty() ? "" : " | ") + row;
    return text;
  }

  static std::string id(const GenerationHandle& handle, CopyMember place) {
    const std::string& name = handle.generation().segments[place.segment].name;
    return std::string(
        SegmentColumns(columns_path(handle.layout().segment(name))).ids()[place.article]);
  }
};

TEST_F(NearCopyGroups, AreTheSameHoweverArticlesAreSpread) {
  std::vector<std::string> records;
  for (const char* name : kStories) {
    int day = 9;
    records.push_back(record(fmt::format("{}-0", name), story(name), "2018-05-09"));
    for (const Edit& edit : kEdits) {
      records.push_back(record(fmt::format("{}-{}", name, 10 - day), edit.make(story(name)),
                               fmt::format("2018-05-{:02}", day)));
      --day;
    }
  }
  for (const char* name : kOthers) records.push_back(record(name, story(name), ""));
  std::string all;
  for (std::size_t i = 0; i < records.size(); ++i) {
    folder_.write(fmt::format("articles/{}.jsonl", i % 5), "");
    all += records[i];
  }
  folder_.write("articles/0.jsonl", all);
  build_index(options());
  const std::string built = groups();
  EXPECT_EQ(std::count(built.begin(), built.end(), '|'), 3) << built;
  EXPECT_EQ(std::count(built.begin(), built.end(), ' '), 4 * 8 + 6) << "all but the other stories";
  EXPECT_EQ(built.substr(0, 6), "ban-8 ") << "the earliest is first: " << built;

  for (std::size_t part = 0; part < 5; ++part) {
    std::string text;
    for (std::size_t i = part; i < records.size(); i += 5) text += records[i];
    folder_.write(fmt::format("articles/{}.jsonl", part), text);
    if (part == 0) {
      build_index(options());
    } else {
      update_index(options());
    }
  }
  EXPECT_GT(index_statistics(options().index).segments, 1U);
  EXPECT_EQ(groups(), built);
  merge_index(options());
  EXPECT_EQ(groups(), built);
  BuildOptions parallel = options();
  parallel.jobs = 5;
  build_index(parallel);
  EXPECT_EQ(groups(), built);
}

TEST_F(NearCopyGroups, FollowWhatComesAndGoes) {
  const Paragraphs ban = story("ban");
  folder_.write("articles/1.jsonl", record("first", ban, "2018-05-01"));
  folder_.write("articles/2.jsonl", record("second", kEdits[0].make(ban), "2018-05-02"));
  build_index(options());
  EXPECT_EQ(groups(), "first second");
  folder_.write("articles/3.jsonl", record("zeroth", kEdits[2].make(ban), "2018-04-30"));
  update_index(options());
  EXPECT_EQ(groups(), "zeroth first second");
  std::filesystem::remove(folder_.path("articles/1.jsonl"));
  update_index(options());
  EXPECT_EQ(groups(), "zeroth second");
  folder_.write("articles/3.jsonl", record("zeroth", story("flood"), "2018-04-30"));
  update_index(options());
  EXPECT_EQ(groups(), "");
  const IndexStatistics statistics = index_statistics(options().index);
  EXPECT_EQ(statistics.near_copies + statistics.near_copy_groups, 0U);
}

// A story that is rewritten step by step: its last form is none of a copy of its first.
TEST_F(NearCopyGroups, AChainIsParted) {
  const auto version = [](int number) {
    std::string body;
    for (int i = number * 20; i < number * 20 + 200; ++i) body += fmt::format("word{} ", i);
    return Paragraphs{"", body};
  };
  std::string lines;
  for (int i = 0; i < 9; ++i)
    lines += record(fmt::format("v{}", i), version(i), fmt::format("2018-05-0{}", i + 1));
  folder_.write("articles/all.jsonl", lines);
  build_index(options());
  EXPECT_EQ(groups().substr(0, 8), "v0 v1 v2");
  EXPECT_NE(groups().find(" | "), std::string::npos) << groups();
}

// Signatures as they are stored: which bins are filled, and a byte for each of them.
std::string signature_of(std::uint8_t filled, std::string_view values) {
  return std::string(1, static_cast<char>(filled)) + std::string(7, '\0') + std::string(values);
}

TEST(Resemblance, CountsNoBinThatNeitherTextFills) {
  const struct {
    std::string a;
    std::string b;
    double resemblance;
  } cases[] = {
      {signature_of(0b111, "abc"), signature_of(0b111, "abc"), 1},
      {signature_of(0b111, "abc"), signature_of(0b110, "bx"), 1.0 / 3},
      {signature_of(0b011, "ab"), signature_of(0b110, "bc"), 1.0 / 3},
      {signature_of(0b011, "ab"), signature_of(0b1100, "ab"), 0},
      {signature_of(0b111, "abc"), signature_of(0b111, "xyz"), 0},
  };
  for (const auto& each : cases) {
    EXPECT_DOUBLE_EQ(resemblance(OpenSignature(each.a), OpenSignature(each.b)), each.resemblance);
    EXPECT_DOUBLE_EQ(resemblance(OpenSignature(each.b), OpenSignature(each.a)), each.resemblance);
  }
}

}  // namespace
}  // namespace newsdex::testing
