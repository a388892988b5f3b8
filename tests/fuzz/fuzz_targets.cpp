#include "fuzz/fuzz_targets.hpp"

#include <vector>

#include "fuzz/targets.hpp"

namespace newsdex::fuzz {

std::span<const FuzzTarget> fuzz_targets() {
  static const std::vector<FuzzTarget> kTargets = [] {
    std::vector<FuzzTarget> targets(reader_targets().begin(), reader_targets().end());
    targets.insert(targets.end(), {{"analyzer", run_analyzer},
                                   {"dates", run_dates, 400},
                                   {"tagger", run_tagger, 200},
                                   {"names", run_names},
                                   {"query", run_query},
                                   {"segment", run_segment, 300},
                                   {"printer", run_printer}});
    return targets;
  }();
  return kTargets;
}

}  // namespace newsdex::fuzz
