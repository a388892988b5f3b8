// A shard on other machines: an index's served copy (served_copy.hpp), at one address or several
// that hold the same.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "storage/chunk_cache.hpp"
#include "storage/index_files.hpp"
#include "storage/waiting_time.hpp"
#include "storage/xapian_bridge.hpp"

namespace newsdex {

struct ShardAddress {
  std::string host;
  std::uint16_t port = 0;

  /// "HOST:PORT", with brackets around an IPv6 address.
  [[nodiscard]] std::string text() const;
  bool operator==(const ShardAddress&) const = default;
};

/// What has come from a shard so far.
struct ShardTraffic {
  std::uint64_t round_trips = 0;
  std::uint64_t bytes = 0;
};

/// May be asked from several threads at once, which then wait for one another.
class ShardServer final : public ChunkSource {
 public:
  /// `name` is what errors call the shard; there is one address at least. An address that has not
  /// answered for `timeout` counts as dead. `waited` is told how long it takes. What is fetched is
  /// kept in the folder `cache` for later, unless that is empty.
  ShardServer(std::string name, std::vector<ShardAddress> addresses,
              std::chrono::milliseconds timeout, std::shared_ptr<WaitingTime> waited,
              std::string cache = {});

  /// Connects to the first address that answers, and says what it serves. Throws ShardLost, and
  /// Error{bad_index} when no newsdex index is served there.
  ServedDirectory connect();

  /// A parcel of the chunks that are needed first, one of ServedDirectory::openings.
  std::string opening(std::uint32_t parcel);

  /// Where the address fails that answered last, it is tried once more with a new connection, as it
  /// may have been restarted; then come the others. One that sends what cannot be unpacked, hangs
  /// or fails twice is not asked again for this chunk. Throws ShardLost when none is left, and
  /// ShardChanged when one answers with another index than connect() has met.
  std::string fetch(std::uint32_t file, std::uint32_t chunk) override;

  /// The address that answered last, as text.
  [[nodiscard]] std::string address();

  [[nodiscard]] ShardTraffic traffic() const { return {round_trips_, bytes_}; }

 private:
  using Clock = std::chrono::steady_clock;

  // Why an address gave no answer that is of use.
  struct Failure {
    std::string reason;
    bool may_be_restarted = false;  // it is worth a new connection
  };
  // One question, put to as many addresses as it takes.
  struct Attempt {
    void give_up(std::size_t address, const std::string& reason);

    Clock::time_point started = Clock::now();
    std::set<std::size_t> given_up;
    std::string reasons;
  };

  std::string get(const std::string& key);
  std::string get_anew(const std::string& key);
  tl::expected<std::string, Failure> try_asking(const std::string& key);
  [[nodiscard]] static bool is_whole(std::string_view key, std::string_view value);
  std::string ask(const std::string& key);
  [[nodiscard]] std::string failed(std::string_view reason) const;
  void reconnect(Attempt& attempt);
  [[nodiscard]] std::string directory_at(const ShardAddress& address);

  const std::string name_;
  const std::vector<ShardAddress> addresses_;
  const std::chrono::milliseconds timeout_;
  const std::shared_ptr<WaitingTime> waited_;
  const std::string cache_folder_;
  std::mutex mutex_;  // of what follows
  std::optional<XapianConnection> connection_;
  std::size_t current_ = 0;  // the address that answered last
  std::string directory_;    // as connect() has met it
  std::optional<ChunkCache> cache_;
  std::atomic<std::uint64_t> round_trips_ = 0;
  std::atomic<std::uint64_t> bytes_ = 0;
};

}  // namespace newsdex
