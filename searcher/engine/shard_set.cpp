#include "engine/shard_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <map>
#include <set>

#include "newsdex/error.hpp"
#include "storage/generation.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex {
namespace {

// One that hangs costs a search its whole time-out, one that refuses next to nothing.
constexpr int kPauseFactor = 5;

constexpr std::string_view kStale = "it serves another build than the other shards";

std::string build_of(const FilePlace& index) {
  const auto mark = shard_mark(GenerationHandle(index));
  return mark ? mark->collection : std::string();
}

}  // namespace

ShardSet::ShardSet(const std::string& index, const ShardOptions& options)
    : wanted_timeout_(options.timeout), cache_(options.cache), list_(shard_list_at(index)) {
  if (list_) {
    read_list(read_shard_list(*list_));
  } else {
    shards_.emplace_back().entry = {index, index, {}};
  }
}

void ShardSet::read_list(std::string text) {
  ShardList list = parse_shard_list(text, *list_);
  list_text_ = std::move(text);
  timeout_ = wanted_timeout_.count() > 0 ? wanted_timeout_ : list.timeout;
  shards_.clear();
  for (ShardEntry& entry : list.shards) shards_.emplace_back().entry = std::move(entry);
}

// Of a list that cannot be read any more, what was read counts.
bool ShardSet::read_list_again() {
  if (!list_) return false;
  try {
    std::string text = read_shard_list(*list_);
    if (text == list_text_) return false;
    read_list(std::move(text));
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool ShardSet::refresh() {
  const auto now = Clock::now();
  std::vector<std::future<void>> connecting;
  for (Shard& shard : shards_) {
    if (shard.open || shard.try_from > now) continue;
    const auto how = shard.entry.addresses.empty() ? std::launch::deferred : std::launch::async;
    connecting.push_back(
        std::async(how, [this, &shard] { connect(shard, shard.entry.addresses); }));
  }
  for (std::future<void>& each : connecting) each.wait();
  for (std::future<void>& each : connecting) each.get();
  if (!connecting.empty()) pass_over_stale();
  const bool any =
      std::any_of(shards_.begin(), shards_.end(), [](const Shard& s) { return s.open; });
  if (!any)
    throw Error(ErrorCode::no_shard, fmt::format("no shard answers: {}", shards_.back().reason));
  return !connecting.empty();
}

void ShardSet::connect(Shard& shard, const std::vector<ShardAddress>& addresses) const {
  shard.passed_over.clear();
  if (addresses.empty()) return open_here(shard);
  const auto started = Clock::now();
  try {
    open(shard, addresses);
  } catch (const ShardLost& lost) {
    take_out(shard, lost.reason(), Clock::now() - started);
  }
}

// Of a single index, what is wrong is said by who opens it.
void ShardSet::open_here(Shard& shard) const {
  const std::string& folder = shard.entry.folder;
  shard.open = !list_ || has_index(folder);
  if (!shard.open) {
    const bool holds_shards = shard_list_at(folder).has_value();
    const std::string reason = holds_shards
                                   ? fmt::format("{} holds shards of an index; list each", folder)
                                   : fmt::format("there is no index at {}", folder);
    return take_out(shard, reason, {});
  }
  if (!list_) return;
  try {
    shard.build = build_of(folder);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_index) throw;
    take_out(shard, error.what(), timeout_);
  }
}

// An address that serves what this program cannot read is passed over for the others, and so is one
// that fails when others serve another state.
void ShardSet::open(Shard& shard, std::vector<ShardAddress> addresses) const {
  const auto pass_over = [&](const std::string& address, const Error& error) {
    std::erase_if(addresses, [&](const ShardAddress& each) { return each.text() == address; });
    shard.passed_over.push_back({address, error.what()});
  };
  while (true) {
    auto server =
        std::make_shared<ShardServer>(shard.entry.name, addresses, timeout_, waited_, cache_);
    std::string connected;
    try {
      const ServedDirectory directory = server->connect();
      connected = server->address();
      auto files = std::make_shared<IndexFiles>(server, directory, server->address());
      for (std::uint32_t i = 0; i < directory.openings; ++i)
        files->put_together(server->opening(i));
      shard.build = build_of(FilePlace(files));
      shard.server = std::move(server);
      shard.files = std::move(files);
      shard.open = true;
      return;
    } catch (const ShardChanged& changed) {
      if (addresses.size() == 1) throw;
      pass_over(connected, changed);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_index) throw;
      const std::string address = server->address();
      if (addresses.size() == 1)
        throw ShardLost(shard.entry.name, fmt::format("{}: {}", address, error.what()), timeout_);
      pass_over(address, error);
    }
  }
}

bool ShardSet::builds_agree() const {
  std::set<std::string> builds;
  for (const Shard& shard : shards_) {
    if (shard.open && !shard.build.empty()) builds.insert(shard.build);
  }
  return builds.size() < 2;
}

// All addresses are asked side by side.
ShardSet::Builds ShardSet::builds_at_addresses() const {
  std::vector<std::vector<std::future<std::string>>> asked;
  for (const Shard& shard : shards_) {
    auto& of_shard = asked.emplace_back();
    for (const ShardAddress& address : shard.entry.addresses) {
      of_shard.push_back(std::async(std::launch::async,
                                    [this, &shard, &address] { return build_at(shard, address); }));
    }
  }
  Builds builds;
  for (auto& of_shard : asked) {
    auto& found = builds.emplace_back();
    for (std::future<std::string>& each : of_shard) found.push_back(each.get());
  }
  return builds;
}

// The build that most shards have at some address; nothing where none stands out.
std::optional<std::string> ShardSet::present_build(const Builds& builds) const {
  std::map<std::string, std::size_t> shards_with;
  for (std::size_t i = 0; i < shards_.size(); ++i) {
    std::set<std::string> of_shard(builds[i].begin(), builds[i].end());
    if (shards_[i].open) of_shard.insert(shards_[i].build);
    of_shard.erase("");
    for (const std::string& build : of_shard) ++shards_with[build];
  }
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto most = std::max_element(shards_with.begin(), shards_with.end(), fewer);
  const auto as_many = std::count_if(shards_with.begin(), shards_with.end(),
                                     [&](const auto& each) { return each.second == most->second; });
  return as_many == 1 ? std::optional(most->first) : std::nullopt;
}

// Empty where none is served.
std::string ShardSet::build_at(const Shard& shard, const ShardAddress& address) const {
  if (shard.server && shard.server->address() == address.text()) return shard.build;
  Shard alone;
  alone.entry = shard.entry;
  try {
    connect(alone, {address});
  } catch (const Error&) {
    return {};  // nothing that could be read
  }
  return alone.build;
}

// Shards on this machine are left to whoever opens them, who refuses to mix builds.
void ShardSet::pass_over_stale() {
  if (!is_remote()) return;
  for (Shard& shard : shards_) {
    if (shard.open && !shard.server) shard.build = build_of(shard.entry.folder);
  }
  if (builds_agree()) return;
  const Builds builds = builds_at_addresses();
  const auto present = present_build(builds);
  if (!present) return;
  for (std::size_t i = 0; i < shards_.size(); ++i) {
    Shard& shard = shards_[i];
    if (shard.server && !shard.build.empty() && shard.build != *present)
      pass_over(shard, builds[i], *present);
  }
}

// `builds` of its addresses.
void ShardSet::pass_over(Shard& shard, const std::vector<std::string>& builds,
                         const std::string& present) const {
  std::vector<ShardAddress> with_it;
  std::vector<MissingShard> others = shard.passed_over;
  for (std::size_t i = 0; i < builds.size(); ++i) {
    const ShardAddress& address = shard.entry.addresses[i];
    if (builds[i] == present) {
      with_it.push_back(address);
    } else if (!builds[i].empty()) {
      others.push_back({address.text(), std::string(kStale)});
    }
  }
  if (with_it.empty())
    return take_out(shard, fmt::format("{}: {}", shard.server->address(), kStale), timeout_);
  connect(shard, with_it);
  shard.passed_over = std::move(others);
}

std::vector<MissingShard> ShardSet::passed_over() const {
  std::vector<MissingShard> addresses;
  for (const Shard& shard : shards_) {
    addresses.insert(addresses.end(), shard.passed_over.begin(), shard.passed_over.end());
  }
  return addresses;
}

void ShardSet::take_out(Shard& shard, const std::string& reason,
                        Clock::duration found_out_in) const {
  shard.open = false;
  shard.reason = reason;
  shard.server.reset();
  shard.files.reset();
  shard.try_from = Clock::now() + kPauseFactor * found_out_in;
}

FilePlace ShardSet::place_of(const Shard& shard) {
  return shard.files ? FilePlace(shard.files) : FilePlace(shard.entry.folder);
}

std::vector<FilePlace> ShardSet::places() const {
  std::vector<FilePlace> places;
  for (const Shard& shard : shards_) {
    if (!shard.open) continue;
    places.push_back(place_of(shard));
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

bool ShardSet::lose(const Damage& damage) {
  Shard* damaged = nullptr;
  std::size_t longest = 0;
  for (Shard& shard : shards_) {
    if (!shard.open) continue;
    const std::string place = place_of(shard).path() + "/";
    if (!damage.path().starts_with(place) || place.size() <= longest) continue;
    damaged = &shard;
    longest = place.size();
  }
  if (!list_ || damaged == nullptr) return false;
  take_out(*damaged, damage.what(), timeout_);
  return true;
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
