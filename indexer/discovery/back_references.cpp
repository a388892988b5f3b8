#include "discovery/back_references.hpp"

#include <algorithm>

namespace newsdex::discovery {
namespace {

// Full names less sure than this bring no others.
constexpr std::uint8_t kSureEnough = 50;

// By word: how sure it is that it is a surname.
std::vector<std::uint8_t> surnames(const ArticleContext& context,
                                   const std::vector<ScoredName>& names) {
  std::vector<std::uint8_t> out(context.words.size());
  for (const ScoredName& found : names) {
    const LabelledName& name = found.name;
    if (name.name_class != NameClass::person || name.end - name.begin < 2) continue;
    if (found.confidence < kSureEnough) continue;
    const std::uint32_t word = context.items[name.end - 1].word;
    if (word == ItemContext::kNoWord) continue;
    std::uint8_t& sure = out[word];
    sure = std::max(sure, found.confidence);
  }
  return out;
}

bool stands_alone(const ItemContext& item) {
  return item.in_run() && item.run_end - item.run_begin == 1;
}

}  // namespace

void apply_back_references(const ArticleContext& context, std::vector<ScoredName>& names) {
  const std::vector<std::uint8_t> known = surnames(context, names);
  if (std::all_of(known.begin(), known.end(), [](std::uint8_t sure) { return sure == 0; })) return;
  std::vector<ScoredName> out;
  out.reserve(names.size());
  auto next = names.begin();
  for (const Segment& segment : context.segments) {
    for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
      const bool found = next != names.end() && next->name.begin == i;
      const std::uint8_t sure = stands_alone(context.items[i]) ? known[context.items[i].word] : 0;
      if (found) out.push_back(*next++);
      const std::uint32_t end = found ? out.back().name.end : i + 1;
      if (sure != 0 && end == i + 1) {
        const ScoredName surname{{i, end, NameClass::person}, sure};
        if (!found) {
          out.push_back(surname);
        } else if (out.back().name.name_class != NameClass::person) {
          out.back() = surname;
        }
      }
      i = end - 1;
    }
  }
  names = std::move(out);
}

}  // namespace newsdex::discovery
