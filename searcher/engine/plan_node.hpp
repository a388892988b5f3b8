// A plan opened on one slice: a tree that says, window by window, which articles match.
//
// Nodes are asked for the wanted articles of a window only. A conjunction asks its operands from
// the rarest to the most frequent and wants of each only what the ones before have left.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/leaf_window.hpp"
#include "engine/slice.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// The window that is looked at; the occurrences of scored leaves in it are left in `leaves`, by
/// their number.
struct WindowMatch {
  Window window;
  std::span<LeafWindow> leaves;
};

class PlanNode {
 public:
  virtual ~PlanNode() = default;

  /// Replaces `out` by the wanted articles that match. Windows must ascend from call to call.
  virtual void match(WindowMatch& at, const WindowSet& wanted, WindowSet& out) = 0;

  /// An article at or after `article` before which none matches.
  virtual std::uint32_t first_from(std::uint32_t article) { return article; }

  /// About how many postings or columns' cells there are to look at.
  [[nodiscard]] virtual std::uint64_t cost() const = 0;
};

using PlanNodePtr = std::unique_ptr<PlanNode>;

/// Opens `plan` on `slice`; `scored` are the open postings of the scored leaves, by number. All
/// must outlive the node.
PlanNodePtr open_plan(const Plan& plan, const Slice& slice, std::span<PostingStream> scored);

/// Articles that carry one of the labels.
PlanNodePtr open_labels(const LabelPlan& labels, const Slice& slice);

/// Articles of the slice that `node` does not match.
PlanNodePtr negation(PlanNodePtr node, const Slice& slice);

/// What all of the operands match.
PlanNodePtr conjunction(std::vector<PlanNodePtr> operands);

}  // namespace newsdex
