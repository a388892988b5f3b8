#include "discovery/name_model.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "newsdex/error.hpp"

namespace newsdex::discovery {
namespace {

static_assert(std::endian::native == std::endian::little);
static_assert(std::is_trivially_copyable_v<ModelHeader>);

[[noreturn]] void refuse(const char* why) {
  throw Error(ErrorCode::bad_name_list, std::string("the model of names cannot be used: ") + why,
              "make it anew with tools/train_tagger");
}

template <class Row>
std::span<const Row> take_table(std::string_view bytes, std::size_t& at, std::size_t rows) {
  const std::size_t begin = table_begin(at);
  if (begin > bytes.size() || rows > (bytes.size() - begin) / sizeof(Row)) refuse("it is cut off");
  at = begin + rows * sizeof(Row);
  // Rows are plain integers, written as such by this program's trainer.
  return {reinterpret_cast<const Row*>(bytes.data() + begin), rows};
}

}  // namespace

NameModel open_model(std::string_view bytes) {
  NameModel model;
  if (bytes.size() < sizeof(ModelHeader)) refuse("it is too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 16 != 0) refuse("it is not aligned");
  std::memcpy(&model.header, bytes.data(), sizeof(ModelHeader));
  const ModelHeader& header = model.header;
  if (header.magic != kModelMagic) refuse("it is no model");
  if (header.version != kModelVersion) refuse("it is of another version");
  if (header.bytes != bytes.size()) refuse("it is cut off");
  if (!std::isfinite(header.units) || header.units < 1) refuse("its header is damaged");
  std::size_t at = sizeof(ModelHeader);
  const auto fingerprints = take_table<std::uint16_t>(bytes, at, header.weight_slots);
  const auto rows = take_table<WeightRow>(bytes, at, header.weight_slots);
  model.weights = {fingerprints, rows};
  model.lexicon.clusters = take_table<ClusterRow>(bytes, at, header.cluster_rows);
  model.lexicon.names = take_table<NameRow>(bytes, at, header.name_rows);
  return model;
}

}  // namespace newsdex::discovery
