#include "storage/shard_server.hpp"

#include <fmt/format.h>

#include "newsdex/error.hpp"
#include "storage/served_copy.hpp"
#include "storage/shard_lost.hpp"

namespace newsdex {

std::string ShardAddress::text() const {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return is_ipv6 ? fmt::format("[{}]:{}", host, port) : fmt::format("{}:{}", host, port);
}

ShardServer::ShardServer(std::string name, std::vector<ShardAddress> addresses,
                         std::chrono::milliseconds timeout, std::string cache)
    : name_(std::move(name)),
      addresses_(std::move(addresses)),
      timeout_(timeout),
      cache_folder_(std::move(cache)) {}

ServedDirectory ShardServer::connect() {
  const std::lock_guard lock(mutex_);
  directory_.clear();
  reconnect(Clock::now(), {}, std::nullopt);
  if (!cache_folder_.empty()) cache_.emplace(cache_folder_, directory_);
  return parse_directory(directory_, name_);
}

std::string ShardServer::fetch(std::uint32_t file, std::uint32_t chunk) {
  return unpack_chunk(get(chunk_key(file, chunk)), kMostChunkBytes, name_);
}

std::string ShardServer::address() {
  const std::lock_guard lock(mutex_);
  return addresses_[current_].text();
}

std::string ShardServer::opening() {
  return get(std::string(kOpeningKey));
}

std::string ShardServer::get(const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (cache_) {
    if (auto kept = cache_->find(key)) return std::move(*kept);
  }
  std::string value = get_anew(key);
  if (cache_) cache_->add(key, value);
  return value;
}

std::string ShardServer::get_anew(const std::string& key) {
  const auto started = Clock::now();
  std::string reasons;
  std::optional<std::size_t> hung;  // an address that is not asked a second time
  if (connection_) {
    try {
      return ask(key);
    } catch (const ConnectionFailure& failure) {
      connection_.reset();
      if (Clock::now() - started >= timeout_) {
        hung = current_;
        reasons = fmt::format("{}: {}", addresses_[current_].text(), failure.what());
      }
    }
  }
  reconnect(started, std::move(reasons), hung);
  try {
    return ask(key);
  } catch (const ConnectionFailure& failure) {
    connection_.reset();
    throw ShardLost(name_, fmt::format("{}: {}", addresses_[current_].text(), failure.what()),
                    Clock::now() - started);
  }
}

std::string ShardServer::ask(const std::string& key) {
  std::string value = connection_->metadata(key);
  ++round_trips_;
  bytes_ += value.size();
  return value;
}

// Each address once, beginning with the one that is the likeliest to answer.
void ShardServer::reconnect(Clock::time_point started, std::string reasons,
                            std::optional<std::size_t> hung) {
  const std::size_t first = current_;
  for (std::size_t i = 0; i < addresses_.size(); ++i) {
    const std::size_t at = (first + i) % addresses_.size();
    if (at == hung) continue;
    std::string found;
    try {
      found = directory_at(addresses_[at]);
    } catch (const ConnectionFailure& failure) {
      connection_.reset();
      if (!reasons.empty()) reasons += "; ";
      reasons += fmt::format("{}: {}", addresses_[at].text(), failure.what());
      continue;
    }
    current_ = at;
    if (directory_.empty()) {
      directory_ = std::move(found);
    } else if (directory_ != found) {
      throw ShardChanged(name_);
    }
    return;
  }
  throw ShardLost(name_, reasons, Clock::now() - started);
}

std::string ShardServer::directory_at(const ShardAddress& address) {
  connection_.emplace(address.host, address.port, timeout_);
  ++round_trips_;
  std::string directory = ask(std::string(kDirectoryKey));
  if (directory.empty()) throw ConnectionFailure("what is served there is no newsdex index");
  return directory;
}

}  // namespace newsdex
