// The shards that a searcher was opened on, and which of them answer at present.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "newsdex/index_searcher.hpp"
#include "storage/damage.hpp"
#include "storage/shard_list.hpp"
#include "storage/shard_lost.hpp"

namespace newsdex {

class ShardSet {
 public:
  /// An index, or a list of shards (storage/shard_list.hpp). Throws Error{usage} for a list that
  /// cannot be read. Connects to nobody yet.
  ShardSet(const std::string& index, const ShardOptions& options);

  /// Connects to the shards that are not connected and are due to be tried, side by side. An
  /// address is passed over for others of its shard where it serves what cannot be read, or another
  /// build than the other shards; a shard of which no address has theirs is taken for missing.
  /// So is one where all that answers cannot be read, and one on this machine that is damaged.
  /// Returns whether others can be searched now than before. Throws Error{no_shard} when none can
  /// be searched.
  bool refresh();

  /// Reads the list again, as a build may have written another since. Returns whether it names
  /// others now, of which none is connected yet.
  bool read_list_again();

  /// The indexes that can be searched.
  [[nodiscard]] std::vector<FilePlace> places() const;

  /// The shards that cannot, and why.
  [[nodiscard]] std::vector<MissingShard> missing() const;

  /// Addresses that were passed over, and why.
  [[nodiscard]] std::vector<MissingShard> passed_over() const;

  /// Whether it stands for a list of shards, and not for one index.
  [[nodiscard]] bool is_list() const { return list_.has_value(); }

  /// Whether some lie on other machines: then it pays to ask several at a time.
  [[nodiscard]] bool is_remote() const;
  [[nodiscard]] std::size_t size() const { return shards_.size(); }

  /// Takes a shard that did not answer out of those to be searched. It is tried again after five
  /// times as long as it took to find out.
  void lose(const ShardLost& lost);

  /// Does the same with the listed shard whose file is damaged; false where it is of none.
  bool lose(const Damage& damage);

  /// Drops all that is known of the shards, wherever they are: they are looked for again.
  void forget();

  [[nodiscard]] ShardTraffic traffic() const;

  /// How long shards on other machines were waited for so far.
  [[nodiscard]] std::chrono::nanoseconds waited() const { return waited_->total(); }

 private:
  using Clock = std::chrono::steady_clock;
  struct Shard {
    ShardEntry entry;
    std::shared_ptr<ShardServer> server;  // of one on another machine that answers
    std::shared_ptr<IndexFiles> files;
    bool open = false;
    std::string build;   // by ShardMark::collection; empty if it is of none
    std::string reason;  // why it is not open
    Clock::time_point try_from = {};
    std::vector<MissingShard> passed_over;  // of its addresses
  };
  void read_list(std::string text);
  void connect(Shard& shard, const std::vector<ShardAddress>& addresses) const;
  void open_here(Shard& shard) const;
  void open(Shard& shard, std::vector<ShardAddress> addresses) const;
  [[nodiscard]] static FilePlace place_of(const Shard& shard);
  void pass_over_stale();
  // By shard and address; empty where none can be read.
  using Builds = std::vector<std::vector<std::string>>;
  void pass_over(Shard& shard, const std::vector<std::string>& builds,
                 const std::string& present) const;
  [[nodiscard]] bool builds_agree() const;
  [[nodiscard]] Builds builds_at_addresses() const;
  [[nodiscard]] std::optional<std::string> present_build(const Builds& builds) const;
  [[nodiscard]] std::string build_at(const Shard& shard, const ShardAddress& address) const;
  void take_out(Shard& shard, const std::string& reason, Clock::duration found_out_in) const;

  const std::chrono::milliseconds wanted_timeout_;  // 0 for that of the list
  const std::string cache_;                         // folder
  const std::optional<std::string> list_;           // its path; nothing for an index
  std::string list_text_;
  std::vector<Shard> shards_;
  std::chrono::milliseconds timeout_ = kShardTimeout;
  std::shared_ptr<WaitingTime> waited_ = std::make_shared<WaitingTime>();
};

}  // namespace newsdex
