#include "storage/shard_server.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "newsdex/error.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_lost.hpp"

namespace newsdex {

std::string ShardAddress::text() const {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return is_ipv6 ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

ShardServer::ShardServer(std::string name, std::vector<ShardAddress> addresses,
                         std::chrono::milliseconds timeout, std::shared_ptr<WaitingTime> waited,
                         std::string cache)
    : name_(std::move(name)),
      addresses_(std::move(addresses)),
      timeout_(timeout),
      waited_(std::move(waited)),
      cache_folder_(std::move(cache)) {}

ServedDirectory ShardServer::connect() {
  const std::lock_guard lock(mutex_);
  directory_.clear();
  Attempt attempt;
  reconnect(attempt);
  if (!cache_folder_.empty()) cache_.emplace(cache_folder_, directory_);
  return parse_directory(directory_, name_);
}

std::string ShardServer::fetch(std::uint32_t file, std::uint32_t chunk) {
  return unpack_chunk(get(chunk_key(file, chunk)), kMostChunkBytes).value();
}

std::string ShardServer::address() {
  const std::lock_guard lock(mutex_);
  return addresses_[current_].text();
}

std::string ShardServer::opening(std::uint32_t parcel) {
  return get(opening_key(parcel));
}

std::string ShardServer::get(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (cache_) {
    if (auto kept = cache_->find(key); kept && is_whole(key, *kept)) return std::move(*kept);
  }
  std::string value = get_anew(key);
  if (cache_) cache_->add(key, value);
  return value;
}

std::string ShardServer::get_anew(const std::string& key) {
  Attempt attempt;
  if (connection_) {
    auto value = try_asking(key);
    if (value) return *std::move(value);
    if (!value.error().may_be_restarted) attempt.give_up(current_, failed(value.error().reason));
  }
  while (true) {
    reconnect(attempt);
    auto value = try_asking(key);
    if (value) return *std::move(value);
    attempt.give_up(current_, failed(value.error().reason));
  }
}

tl::expected<std::string, ShardServer::Failure> ShardServer::try_asking(const std::string& key) {
  const auto started = Clock::now();
  try {
    std::string value = ask(key);
    if (is_whole(key, value)) return value;
    connection_.reset();
    return tl::unexpected(Failure{"it sent a piece that cannot be unpacked", false});
  } catch (const ConnectionFailure& failure) {
    connection_.reset();
    return tl::unexpected(Failure{failure.what(), Clock::now() - started < timeout_});
  }
}

// Asked of what was sent, before it is kept for other programs and other addresses.
bool ShardServer::is_whole(std::string_view key, std::string_view value) {
  if (!key.starts_with(kOpeningKeys)) return unpack_chunk(value, kMostChunkBytes).has_value();
  const auto together = take_apart(value);
  return together && std::all_of(together->begin(), together->end(), [](const SentChunk& each) {
           return unpack_chunk(each.packed, kMostChunkBytes).has_value();
         });
}

std::string ShardServer::ask(const std::string& key) {
  const WaitingTime::Wait waits(*waited_);
  std::string value = connection_->metadata(key);
  ++round_trips_;
  bytes_ += value.size();
  return value;
}

std::string ShardServer::failed(std::string_view reason) const {
  return fmt::format("{}: {}", addresses_[current_].text(), reason);
}

void ShardServer::Attempt::give_up(std::size_t address, const std::string& reason) {
  given_up.insert(address);
  if (!reasons.empty()) reasons += "; ";
  reasons += reason;
}

// Each address that is not given up once, beginning with the one that is the likeliest to answer.
void ShardServer::reconnect(Attempt& attempt) {
  const std::size_t first = current_;
  for (std::size_t i = 0; i < addresses_.size(); ++i) {
    current_ = (first + i) % addresses_.size();
    if (attempt.given_up.contains(current_)) continue;
    std::string found;
    try {
      found = directory_at(addresses_[current_]);
    } catch (const ConnectionFailure& failure) {
      connection_.reset();
      attempt.give_up(current_, failed(failure.what()));
      continue;
    }
    if (directory_.empty()) {
      directory_ = std::move(found);
    } else if (directory_ != found) {
      throw ShardChanged(name_);
    }
    return;
  }
  current_ = first;
  throw ShardLost(name_, attempt.reasons, Clock::now() - attempt.started);
}

std::string ShardServer::directory_at(const ShardAddress& address) {
  {
    const WaitingTime::Wait waits(*waited_);
    connection_.emplace(address.host, address.port, timeout_);
  }
  ++round_trips_;
  std::string directory = ask(std::string(kDirectoryKey));
  if (directory.empty()) throw ConnectionFailure("what is served there is no newsdex index");
  return directory;
}

}  // namespace newsdex
