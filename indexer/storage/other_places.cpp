#include "storage/other_places.hpp"

#include <algorithm>
#include <tuple>

#include "storage/damage.hpp"

namespace newsdex {
namespace {

template <typename T, typename Of>
std::vector<T> column_of(const std::vector<OtherPlace>& places, Of&& of) {
  std::vector<T> column;
  column.reserve(places.size());
  for (const OtherPlace& place : places) column.push_back(of(place));
  return column;
}

template <typename T>
void add(ColumnFileWriter& out, std::string_view name, const std::vector<OtherPlace>& places,
         T OtherPlace::*member) {
  const auto of = [&](const OtherPlace& place) { return place.*member; };
  if constexpr (std::is_same_v<T, std::string>) {
    out.add_strings(name, column_of<std::string>(places, of));
  } else if constexpr (std::is_same_v<T, bool>) {
    out.add<std::uint8_t>(name, column_of<std::uint8_t>(places, of));
  } else {
    out.add<T>(name, column_of<T>(places, of));
  }
}

}  // namespace

std::string encode_other_places(std::vector<OtherPlace> places) {
  std::sort(places.begin(), places.end(), [](const OtherPlace& a, const OtherPlace& b) {
    return std::tie(a.article, a.path, a.record) < std::tie(b.article, b.path, b.record);
  });
  ColumnFileWriter out;
  add(out, "article", places, &OtherPlace::article);
  add(out, "path", places, &OtherPlace::path);
  add(out, "id", places, &OtherPlace::id);
  add(out, "record", places, &OtherPlace::record);
  add(out, "line", places, &OtherPlace::line);
  add(out, "stamp", places, &OtherPlace::stamp);
  add(out, "key", places, &OtherPlace::key);
  add(out, "spelling", places, &OtherPlace::spelling);
  add(out, "made_id", places, &OtherPlace::id_is_made);
  return out.finish();
}

OtherPlaces::OtherPlaces(const FilePlace& place) : OtherPlaces(ColumnFile(place), place.path()) {}

OtherPlaces::OtherPlaces(ColumnFile file, const std::string& path)
    : file_(std::move(file)),
      articles_(file_.strings("article")),
      paths_(file_.strings("path")),
      ids_(file_.strings("id")),
      records_(file_.section<std::uint32_t>("record")),
      lines_(file_.section<std::uint32_t>("line")),
      stamps_(file_.section<FileStamp>("stamp")),
      keys_(file_.section<ContentHash>("key")),
      spellings_(file_.section<std::uint64_t>("spelling")),
      made_ids_(file_.section<std::uint8_t>("made_id")) {
  const std::size_t n = articles_.size();
  const bool whole = file_.damaged_sections().empty() && paths_.size() == n && ids_.size() == n &&
                     records_.size() == n && lines_.size() == n && stamps_.size() == n &&
                     keys_.size() == n && spellings_.size() == n && made_ids_.size() == n;
  if (!whole) throw_damaged(path, "it is not what an index was published with");
}

OtherPlace OtherPlaces::operator[](std::size_t number) const {
  return {std::string(paths_[number]),
          records_[number],
          lines_[number],
          stamps_[number],
          keys_[number],
          spellings_[number],
          std::string(ids_[number]),
          made_ids_[number] != 0,
          std::string(articles_[number])};
}

// Ids that are made of a file and a name in it end in both.
std::string place_name(const OtherPlace& place) {
  const std::string file = place.path.substr(place.path.rfind('/') + 1) + "#";
  const std::size_t at =
      place.id_is_made && place.record == 0 ? place.id.find(file) : std::string::npos;
  return at == std::string::npos ? place.path : place.path + place.id.substr(at + file.size() - 1);
}

std::vector<OtherPlace> OtherPlaces::of(std::string_view article) const {
  std::vector<OtherPlace> found;
  for (std::size_t at = articles_.lower_bound(article); at < size() && articles_[at] == article;
       ++at)
    found.push_back((*this)[at]);
  return found;
}

}  // namespace newsdex
