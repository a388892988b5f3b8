#include "generator/name_pool.hpp"

#include <algorithm>

#include "generator/inflection.hpp"
#include "newsdex/error.hpp"

namespace newsdex::benchmarks {
namespace {

constexpr double kNameShift = 8;
constexpr std::size_t kGivenNames = 500;
constexpr std::size_t kStrangers = 30'000;

bool is_latin(std::string_view form) {
  return !form.empty() &&
         ((form[0] >= 'A' && form[0] <= 'Z') || (form[0] >= 'a' && form[0] <= 'z'));
}

bool is_guarded(const Alias& alias) {
  return alias.exact_case || alias.needs_context || alias.needs_country || alias.query_only ||
         alias.never_alone;
}

// Of many forms the list gives the commonest of English first.
constexpr std::size_t kFormsOfName = 3;

std::optional<Name> usable_name(const Entity& entity) {
  Name name;
  name.canonical = entity.name;
  for (const Alias& alias : entity.aliases) {
    if (is_latin(alias.form) && !is_guarded(alias)) name.forms.push_back(alias.form);
  }
  if (name.forms.empty() || name.forms.front() != entity.name) return std::nullopt;
  if (name.forms.size() > kFormsOfName) name.forms.resize(kFormsOfName);
  const auto surname = std::find_if(entity.surnames.begin(), entity.surnames.end(), is_latin);
  name.surname = surname == entity.surnames.end() ? entity.name : *surname;
  return name;
}

// Fisher-Yates: std::shuffle is not the same everywhere.
void shuffle(std::vector<Name>& names, Random& random) {
  for (std::size_t i = names.size(); i > 1; --i) {
    std::swap(names[i - 1], names[random.below(static_cast<std::uint32_t>(i))]);
  }
}

std::vector<Name> make_strangers(WordForge& forge, Random& random) {
  std::vector<std::string> given;
  for (std::size_t i = 0; i < kGivenNames; ++i) given.push_back(capitalised(forge.make(2)));
  std::vector<Name> strangers;
  for (std::size_t i = 0; i < kStrangers; ++i) {
    Name name;
    name.surname = capitalised(forge.make(2));
    name.canonical = random.pick(std::span<const std::string>(given)) + " " + name.surname;
    name.forms = {name.canonical};
    name.listed = false;
    strangers.push_back(std::move(name));
  }
  return strangers;
}

}  // namespace

NamePool::NamePool(const Gazetteer& gazetteer, WordForge& forge, Random random) {
  for (const Entity& entity : gazetteer.entities()) {
    if (auto name = usable_name(entity)) {
      by_type_[static_cast<std::size_t>(entity.type)].names.push_back(std::move(*name));
    }
  }
  strangers_.names = make_strangers(forge, random);
  strangers_.choice.emplace(zipf_mandelbrot(kStrangers, kNameShift));
  for (Ranked& ranked : by_type_) {
    if (ranked.names.empty()) {
      throw Error(ErrorCode::bad_name_list, "the name list lacks a type of names",
                  "it must hold persons, platforms, organisations and places without flags");
    }
    shuffle(ranked.names, random);
    ranked.choice.emplace(zipf_mandelbrot(ranked.names.size(), kNameShift));
  }
}

const Name& NamePool::draw(EntityType type, Random& random) const {
  return draw(by_type_[static_cast<std::size_t>(type)], random);
}

const Name& NamePool::draw_stranger(Random& random) const {
  return draw(strangers_, random);
}

}  // namespace newsdex::benchmarks
