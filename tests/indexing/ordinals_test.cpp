// The numbers of facet values that a generation is published with: they are those that its
// segments' columns give, whatever made it.
#include <fmt/format.h>

#include <filesystem>

#include "indexing/index_fixture.hpp"
#include "newsdex/error.hpp"
#include "storage/generation.hpp"
#include "storage/global_ordinals.hpp"
#include "storage/segment.hpp"

namespace newsdex::testing {
namespace {

class OrdinalsTest : public IndexFixture {
 protected:
  OrdinalsTest() {
    write("a", "Telegram was banned, said Pavel Durov.");
    write("b", "Users of Telegram and Instagram moved on.");
    build_index(discovering());
    write("c", "Viber and Instagram are used, said A. Quill.");
    update_index(discovering());
    write("d", "Anna Quill spoke of Twitter.");
    update_index(discovering());
  }

  void write(const std::string& name, const std::string& text) {
    folder_.write(fmt::format("articles/{}.txt", name), fmt::format("Title\n\n{}\n", text));
  }

  BuildOptions discovering() {
    BuildOptions found = options();
    found.discovery = true;
    return found;
  }

  std::string path() {
    const GenerationHandle handle(options().index);
    return handle.layout().file(handle.generation().name, kOrdinalsFile);
  }

  // As published, and as the columns have it: "value number,number" a line, by segment.
  std::string stored(const FieldSpec& field) { return listed(field, true); }
  std::string worked_out(const FieldSpec& field) { return listed(field, false); }

  std::string listed(const FieldSpec& field, bool published) {
    const GenerationHandle handle(options().index);
    std::vector<SegmentColumns> segments;
    for (const GenerationSegment& segment : handle.generation().segments)
      segments.emplace_back(columns_path(handle.layout().segment(segment.name)));
    std::vector<const FacetColumn*> columns;
    for (const SegmentColumns& segment : segments) columns.push_back(&segment.facet(field.field));
    if (published)
      return text_of(GlobalOrdinals::of(handle, field, columns).value(), segments.size());
    const ValueMerges merges = ValueMerges::of(handle);
    return text_of(GlobalOrdinals(columns, merges.of_field(field.field)), segments.size());
  }

  static std::string text_of(const GlobalOrdinals& ordinals, std::size_t segments) {
    std::string text;
    for (std::size_t i = 0; i < ordinals.values().size(); ++i) {
      text += fmt::format("{} {}\n", i, ordinals.values()[i]);
      EXPECT_EQ(ordinals.number_of(ordinals.values()[i]), i);
    }
    for (std::size_t segment = 0; segment < segments; ++segment)
      text += fmt::format("{}\n", fmt::join(ordinals.of_segment(segment), ","));
    return text;
  }

  void expect_published_as_worked_out() {
    for (const FieldSpec& field : kFields) {
      if (!has_facet_column(field)) continue;
      EXPECT_EQ(stored(field), worked_out(field)) << field.name;
    }
  }
};

TEST_F(OrdinalsTest, AreThoseOfTheColumnsWhateverMadeTheGeneration) {
  EXPECT_GT(index_statistics(options().index).segments, 1U);
  expect_published_as_worked_out();
  EXPECT_EQ(facet(Field::actor), "Anna Quill:2 Pavel Durov:1") << "two spellings of one";
  EXPECT_EQ(facet(Field::platform), "Instagram:2 Telegram:2 Twitter:1 Viber:1");
  EXPECT_EQ(stored(spec(Field::platform)).substr(0, 44),
            "0 Instagram\n1 Telegram\n2 Twitter\n3 Viber\n0,1");
  merge_index(discovering());
  expect_published_as_worked_out();
  retag_index(discovering());
  expect_published_as_worked_out();
  EXPECT_EQ(facet(Field::actor), "Anna Quill:2 Pavel Durov:1");
}

TEST_F(OrdinalsTest, AreMissedByNobodyWhereAGenerationHasNone) {
  Generation older;
  std::map<std::string, std::string> files;
  {
    const GenerationHandle handle(options().index);
    older = handle.generation();
    for (const auto& [name, sum] : older.checksums)
      files[name] = read_whole_file(handle.layout().file(older.name, name));
    files.erase(std::string(kOrdinalsFile));
  }
  IndexLock(options().index).publish(older, files, {});
  EXPECT_FALSE(std::filesystem::exists(path()));
  EXPECT_EQ(facet(Field::actor), "Anna Quill:2 Pavel Durov:1");
  const BuildReport report = repair_index(discovering());
  EXPECT_EQ(report.changed + report.unread, 0U) << "nothing is wrong with it";
}

TEST_F(OrdinalsTest, AreNotBelievedWhenDamaged) {
  std::string bytes = read_whole_file(path());
  bytes[bytes.find("Instagram")] = 'X';
  write_file(path(), bytes);
  EXPECT_THROW(facet(Field::platform), Error);
  EXPECT_FALSE(check_index(options().index).empty());
  repair_index(discovering());
  EXPECT_TRUE(check_index(options().index).empty());
  EXPECT_EQ(facet(Field::platform), "Instagram:2 Telegram:2 Twitter:1 Viber:1");
}

TEST_F(OrdinalsTest, AreMadeAnewWhereTheSecondCopyIsDamagedToo) {
  const std::string spare = (std::filesystem::path(path()).parent_path() / "spare").string();
  for (const std::string& file : {path(), spare}) {
    std::string bytes = read_whole_file(file);
    for (std::size_t at = 40; at < bytes.size(); at += 64) bytes[at] ^= 1;
    write_file(file, bytes);
  }
  repair_index(discovering());
  EXPECT_TRUE(check_index(options().index).empty());
  expect_published_as_worked_out();
}

// Whole in themselves, by their checksums, but made of other segments.
TEST_F(OrdinalsTest, OfOtherSegmentsAreRefused) {
  const GenerationHandle handle(options().index);
  std::vector<SegmentColumns> segments;
  for (const GenerationSegment& segment : handle.generation().segments)
    segments.emplace_back(columns_path(handle.layout().segment(segment.name)));
  std::reverse(segments.begin(), segments.end());
  write_file(path(), encode_global_ordinals(segments, {}));
  EXPECT_THROW(facet(Field::platform), Error);
  segments.pop_back();
  write_file(path(), encode_global_ordinals(segments, {}));
  EXPECT_THROW(facet(Field::platform), Error);
}

// By a segment's numbers counts are looked up: those beyond the values would be anywhere.
TEST_F(OrdinalsTest, WithNumbersOfNoValueAreRefused) {
  const std::vector<std::string> values = {"Instagram", "Telegram"};
  for (const std::uint32_t number : {1U, 2U}) {
    const GenerationHandle handle(options().index);
    ColumnFileWriter forged;
    forged.add_strings("platform.values", values);
    for (std::size_t i = 0; i < handle.generation().segments.size(); ++i) {
      const std::string& name = handle.generation().segments[i].name;
      const SegmentColumns columns(columns_path(handle.layout().segment(name)));
      const std::vector<std::uint32_t> numbers(columns.facet(Field::platform).values.size(),
                                               number);
      forged.add<std::uint32_t>(fmt::format("platform.{}", i), numbers);
    }
    write_file(path(), forged.finish());
    if (number == 1) {
      EXPECT_EQ(facet(Field::platform), "Telegram:6") << "what is well formed is believed";
    } else {
      EXPECT_THROW(facet(Field::platform), Error);
    }
  }
}

}  // namespace
}  // namespace newsdex::testing
