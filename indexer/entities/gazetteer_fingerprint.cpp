#include "entities/gazetteer_fingerprint.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <memory>
#include <new>
#include <vector>

namespace newsdex {
namespace {

// Raised when the recogniser makes other mentions of the same list, so that indexes are tagged
// anew.
constexpr std::uint8_t kRulesVersion = 6;

void write(std::string& out, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(number >> shift & 0xFF);
}

void write(std::string& out, std::string_view text) {
  write(out, text.size());
  out += text;
}

void write(std::string& out, const Alias& alias) {
  write(out, alias.form);
  for (const bool flag : {alias.exact_case, alias.needs_context, alias.needs_country,
                          alias.query_only, alias.never_alone}) {
    out += flag ? '1' : '0';
  }
}

void write(std::string& out, const Office& office) {
  write(out, office.title);
  write(out, office.role);
  write(out, office.of);
  write(out, office.from ? to_string(*office.from) : std::string());
  write(out, office.to ? to_string(*office.to) : std::string());
}

template <typename T>
void write(std::string& out, const std::vector<T>& items) {
  write(out, std::uint64_t{items.size()});
  for (const T& item : items) write(out, item);
}

void write(std::string& out, const Entity& entity) {
  write(out, entity.id);
  write(out, entity.name);
  out += static_cast<char>(entity.type);
  write(out, entity.country);
  write(out, entity.gender);
  write(out, entity.aliases);
  write(out, entity.surnames);
  write(out, entity.context);
  write(out, entity.demonyms);
  write(out, entity.offices);
}

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

}  // namespace

std::string gazetteer_fingerprint(std::span<const Entity> entities, std::string_view spellings) {
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  if (state == nullptr) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  XXH3_128bits_update(state.get(), &kRulesVersion, sizeof kRulesVersion);
  XXH3_128bits_update(state.get(), spellings.data(), spellings.size());
  std::string bytes;
  for (const Entity& entity : entities) {
    bytes.clear();
    write(bytes, entity);
    XXH3_128bits_update(state.get(), bytes.data(), bytes.size());
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace newsdex
