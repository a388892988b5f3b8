#include "engine/shard_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>

#include "newsdex/error.hpp"
#include "storage/generation.hpp"

namespace newsdex {
namespace {

// One that hangs costs a search its whole time-out, one that refuses next to nothing.
constexpr int kPauseFactor = 5;

}  // namespace

ShardSet::ShardSet(const std::string& index, const ShardOptions& options) {
  cache_ = options.cache;
  const auto path = shard_list_at(index);
  is_list_ = path.has_value();
  if (!path) {
    shards_.emplace_back().entry = {index, index, {}};
    return;
  }
  ShardList list = parse_shard_list(read_whole_file(*path), *path);
  timeout_ = options.timeout.count() > 0 ? options.timeout : list.timeout;
  for (ShardEntry& entry : list.shards) shards_.emplace_back().entry = std::move(entry);
}

bool ShardSet::refresh() {
  const auto now = Clock::now();
  std::vector<std::future<void>> connecting;
  for (Shard& shard : shards_) {
    if (shard.open || shard.try_from > now) continue;
    const auto how = shard.entry.addresses.empty() ? std::launch::deferred : std::launch::async;
    connecting.push_back(std::async(how, [this, &shard] { connect(shard); }));
  }
  for (std::future<void>& each : connecting) each.wait();
  for (std::future<void>& each : connecting) each.get();
  const bool any =
      std::any_of(shards_.begin(), shards_.end(), [](const Shard& s) { return s.open; });
  if (!any)
    throw Error(ErrorCode::no_index, fmt::format("no shard answers: {}", shards_.back().reason));
  return !connecting.empty();
}

void ShardSet::connect(Shard& shard) const {
  if (shard.entry.addresses.empty()) {
    // Of a single index, what is wrong is said by who opens it.
    shard.open = !is_list_ || has_index(shard.entry.folder);
    if (!shard.open)
      take_out(shard, fmt::format("there is no index at {}", shard.entry.folder), {});
    return;
  }
  const auto started = Clock::now();
  try {
    auto server =
        std::make_shared<ShardServer>(shard.entry.name, shard.entry.addresses, timeout_, cache_);
    auto files = std::make_shared<IndexFiles>(server, server->connect(), shard.entry.name);
    files->put_together(server->opening());
    shard.server = std::move(server);
    shard.files = std::move(files);
    shard.open = true;
  } catch (const ShardLost& lost) {
    take_out(shard, lost.reason(), Clock::now() - started);
  }
}

void ShardSet::take_out(Shard& shard, const std::string& reason,
                        Clock::duration found_out_in) const {
  shard.open = false;
  shard.reason = reason;
  shard.server.reset();
  shard.files.reset();
  shard.try_from = Clock::now() + kPauseFactor * found_out_in;
}

std::vector<FilePlace> ShardSet::places() const {
  std::vector<FilePlace> places;
  for (const Shard& shard : shards_) {
    if (!shard.open) continue;
    places.push_back(shard.files ? FilePlace(shard.files) : FilePlace(shard.entry.folder));
  }
  return places;
}

std::vector<MissingShard> ShardSet::missing() const {
  std::vector<MissingShard> missing;
  for (const Shard& shard : shards_) {
    if (!shard.open) missing.push_back({shard.entry.name, shard.reason});
  }
  return missing;
}

bool ShardSet::is_remote() const {
  return std::any_of(shards_.begin(), shards_.end(),
                     [](const Shard& shard) { return !shard.entry.addresses.empty(); });
}

void ShardSet::lose(const ShardLost& lost) {
  for (Shard& shard : shards_) {
    if (shard.entry.name == lost.shard()) take_out(shard, lost.reason(), lost.found_out_in());
  }
}

void ShardSet::forget() {
  for (Shard& shard : shards_) {
    shard.open = false;
    shard.server.reset();
    shard.files.reset();
  }
}

ShardTraffic ShardSet::traffic() const {
  ShardTraffic sum;
  for (const Shard& shard : shards_) {
    if (!shard.server) continue;
    const ShardTraffic traffic = shard.server->traffic();
    sum.round_trips += traffic.round_trips;
    sum.bytes += traffic.bytes;
  }
  return sum;
}

}  // namespace newsdex
